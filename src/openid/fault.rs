//! Why a sign-on did not come about.

/// Why a sign-on did not come about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The provider does not answer, or not as one; the words are for the log and hold nothing secret.
    Away(String),
    /// The provider answered and does not take the code: used up, too old, or not given to us.
    Refused,
    /// What the provider is said to have signed does not hold.
    Untrue(Flaw),
    /// The ID token does not name a login that could be one.
    NoLogin,
}

/// What is wrong with an ID token (OpenID Connect Core §3.1.3.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// There is none, or it is none.
    Missing,
    /// Signed by somebody else, or not at all.
    Signature,
    /// Of another provider.
    Issuer,
    /// For another program.
    Audience,
    /// Of another sign-on.
    Nonce,
    /// Its time is over.
    Expired,
}

impl Flaw {
    /// As the access log says it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Missing => "token_missing",
            Self::Signature => "token_signature",
            Self::Issuer => "token_issuer",
            Self::Audience => "token_audience",
            Self::Nonce => "token_nonce",
            Self::Expired => "token_expired",
        }
    }
}
