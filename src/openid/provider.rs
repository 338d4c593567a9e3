//! The provider: where a browser is sent, and what the code that it comes back with is worth.

use crate::claims::{self, Person};
use crate::fault::{Flaw, Trouble};
use crate::line::{Line, words};
use crate::settings::Settings;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreErrorResponseType, CoreIdToken, CoreJwsSigningAlgorithm,
    CoreProviderMetadata,
};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, DiscoveryError, HttpRequest,
    IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    SignatureVerificationError, TokenResponse,
};
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};

/// How long what the provider says of itself is believed between a beginning and a return.
const BELIEVED: TimeDelta = TimeDelta::minutes(10);
/// Signatures that count: by a key pair of the provider's. One by a shared secret proves less, and none proves nothing.
const SIGNED_BY: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A provider.
pub struct Provider {
    settings: Settings,
    issuer: IssuerUrl,
    back: RedirectUrl,
    line: Line,
    known: Mutex<Option<(CoreProviderMetadata, DateTime<Utc>)>>,
}

/// A sign-on that has begun.
#[derive(Debug)]
pub struct Begun {
    /// Where the browser is sent.
    pub url: String,
    /// What is kept until it comes back.
    pub pending: Pending,
}

/// What belongs to one sign-on, to be kept by the browser alone, sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// What the provider must send back with the browser.
    pub state: String,
    /// What the ID token must hold.
    pub nonce: String,
    /// What the code can be exchanged with (RFC 7636).
    pub verifier: String,
}

/// Leaves out what must not be known.
impl std::fmt::Debug for Pending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pending(..)")
    }
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Provider").field(&self.settings).finish()
    }
}

impl Provider {
    /// A provider, who is asked nothing yet; `back` is the address of ours that a browser returns to.
    ///
    /// # Errors
    /// Words for the machine's owner, where an address or a certificate is none.
    pub fn new(settings: Settings, back: &str) -> Result<Self, String> {
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| "issuer is no address".to_owned())?;
        let back = RedirectUrl::new(back.to_owned()).map_err(|_| "the server's public_url is no address".to_owned())?;
        let line = Line::new(settings.ca.as_deref())?;
        Ok(Self { settings, issuer, back, line, known: Mutex::default() })
    }

    /// What the machine's owner says of it.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Begins a sign-on. The provider is asked anew, so that nobody is sent to one that is away.
    ///
    /// # Errors
    /// [`Trouble::Away`].
    pub fn begin(&self, now: DateTime<Utc>) -> Result<Begun, Trouble> {
        let known = self.ask_itself(now)?;
        let client = CoreClient::from_provider_metadata(known, ClientId::new(self.settings.client_id.clone()), None)
            .set_redirect_uri(self.back.clone());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut asked =
            client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random);
        for scope in &self.settings.scopes {
            asked = asked.add_scope(Scope::new(scope.clone()));
        }
        let (url, state, nonce) = asked.set_pkce_challenge(challenge).url();
        let pending =
            Pending { state: state.into_secret(), nonce: nonce.secret().clone(), verifier: verifier.into_secret() };
        Ok(Begun { url: url.into(), pending })
    }

    /// Exchanges the code that a browser came back with for whom the provider vouches for. A key that is not known yet is asked for once.
    ///
    /// # Errors
    /// [`Trouble`]; a code counts once, so a second try needs a new beginning.
    pub fn finish(&self, code: &str, pending: &Pending, now: DateTime<Utc>) -> Result<Person, Trouble> {
        let known = self.believed(now)?;
        let token = self.exchange(&known, code, pending)?;
        let subject = match self.checked(&known, &token, pending, now) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                let fresh = self.ask_itself(now)?;
                self.checked(&fresh, &token, pending, now)
            }
            judged => judged,
        };
        let subject = subject.map_err(|error| Trouble::Untrue(flaw(&error)))?;
        claims::person(&token.to_string(), subject, &self.settings)
    }

    fn exchange(&self, known: &CoreProviderMetadata, code: &str, pending: &Pending) -> Result<CoreIdToken, Trouble> {
        let secret = self.settings.client_secret.clone().map(ClientSecret::new);
        let client =
            CoreClient::from_provider_metadata(known.clone(), ClientId::new(self.settings.client_id.clone()), secret)
                .set_redirect_uri(self.back.clone());
        let asked = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let asked = asked.map_err(|_| Trouble::Away("the provider names no token endpoint".into()))?;
        let verifier = PkceCodeVerifier::new(pending.verifier.clone());
        let answer = asked.set_pkce_verifier(verifier).request(&|request: HttpRequest| self.line.ask(request));
        let answer = answer.map_err(|error| match error {
            RequestTokenError::ServerResponse(said) if said.error() == &CoreErrorResponseType::InvalidGrant => {
                Trouble::Refused
            }
            // A wrong secret, a return address that it does not know: the machine owner's to mend.
            RequestTokenError::ServerResponse(said) => {
                Trouble::Away(format!("the token endpoint says {}", said.error().as_ref()))
            }
            RequestTokenError::Request(error) => Trouble::Away(words(&error)),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                Trouble::Away("the token endpoint does not answer as one".into())
            }
        })?;
        answer.id_token().cloned().ok_or(Trouble::Untrue(Flaw::Missing))
    }

    /// The subject of a token that holds in every way (OpenID Connect Core §3.1.3.7).
    fn checked(
        &self,
        known: &CoreProviderMetadata,
        token: &CoreIdToken,
        pending: &Pending,
        now: DateTime<Utc>,
    ) -> Result<String, ClaimsVerificationError> {
        let client =
            CoreClient::from_provider_metadata(known.clone(), ClientId::new(self.settings.client_id.clone()), None);
        let verifier = client.id_token_verifier().set_allowed_algs(SIGNED_BY).set_time_fn(move || now);
        let claims = token.claims(&verifier, &Nonce::new(pending.nonce.clone()))?;
        Ok(claims.subject().to_string())
    }

    /// What the provider said of itself a moment ago, or says now.
    fn believed(&self, now: DateTime<Utc>) -> Result<CoreProviderMetadata, Trouble> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match known {
            // Neither older than that, nor from a time that is still to come.
            Some((known, at)) if (TimeDelta::zero()..BELIEVED).contains(&(now - at)) => Ok(known),
            _ => self.ask_itself(now),
        }
    }

    /// Asks the provider about itself and its keys (OpenID Connect Discovery §4).
    fn ask_itself(&self, now: DateTime<Utc>) -> Result<CoreProviderMetadata, Trouble> {
        let found = CoreProviderMetadata::discover(&self.issuer, &|request: HttpRequest| self.line.ask(request));
        let found = found.map_err(|error| {
            Trouble::Away(match error {
                DiscoveryError::Request(error) => words(&error),
                DiscoveryError::Validation(_) => "the provider calls itself by another name than issuer says".into(),
                DiscoveryError::Response(status, ..) => {
                    format!("the provider answers its discovery with {}", status.as_u16())
                }
                _ => "the provider's discovery is none".into(),
            })
        })?;
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((found.clone(), now));
        Ok(found)
    }
}

fn flaw(error: &ClaimsVerificationError) -> Flaw {
    match error {
        ClaimsVerificationError::Expired(_) => Flaw::Expired,
        ClaimsVerificationError::InvalidAudience(_) => Flaw::Audience,
        ClaimsVerificationError::InvalidIssuer(_) => Flaw::Issuer,
        ClaimsVerificationError::InvalidNonce(_) => Flaw::Nonce,
        ClaimsVerificationError::SignatureVerification(_) => Flaw::Signature,
        _ => Flaw::Missing,
    }
}
