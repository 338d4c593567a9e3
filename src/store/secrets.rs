//! The server's secret and what is derived from it: links, person hashes, device tokens. Nothing derived is stored.

use crate::connection::{Connection, on_each};
use crate::fault::{Fault, judge};
use crate::schema::settings;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use diesel::prelude::*;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

/// Keyed functions under the server's secret, the same on every node of one database.
#[derive(Clone)]
pub struct Secrets {
    keyed: Hmac<Sha256>,
}

/// Bytes of the keyed hash in a link: 144 bits, a whole number of base64 characters.
const LINK_BYTES: usize = 18;
const NAME: &str = "server_secret";

impl Secrets {
    /// Reads the secret; the first of all nodes to come creates it.
    pub(crate) fn read_or_create(connection: &mut Connection) -> Result<Self, Fault> {
        let fresh = new_token()?;
        let row = (settings::name.eq(NAME), settings::value.eq(fresh), settings::revision.eq(1));
        let inserted = on_each!(connection, c => diesel::insert_into(settings::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c));
        let secret: Result<String, _> =
            inserted.and_then(|_| settings::table.find(NAME).select(settings::value).first(connection));
        Self::new(&secret.map_err(|error| judge(&error).into_fault())?)
    }

    fn new(secret: &str) -> Result<Self, Fault> {
        let keyed = Hmac::new_from_slice(secret.as_bytes());
        let keyed = keyed.map_err(|e| Fault::Broken(e.to_string()))?;
        Ok(Self { keyed })
    }

    fn mac(&self, purpose: &str, text: &str) -> Hmac<Sha256> {
        let mut mac = self.keyed.clone();
        mac.update(purpose.as_bytes());
        mac.update(b":");
        mac.update(text.as_bytes());
        mac
    }

    /// Keyed hash of a phone given as digits (R14): finds a person without keeping the number as a key.
    #[must_use]
    pub fn person_hash(&self, phone_digits: &str) -> String {
        BASE64.encode(self.mac("person", phone_digits).finalize().into_bytes())
    }

    /// The token of a secret link: `{id}.{keyed hash}`. Purposes are words without a colon, e.g. `appointment`.
    #[must_use]
    pub fn link_token(&self, purpose: &str, id: &str) -> String {
        let full = self.mac(purpose, id).finalize().into_bytes();
        let short: Vec<u8> = full.into_iter().take(LINK_BYTES).collect();
        format!("{id}.{}", BASE64.encode(short))
    }

    /// The id in a link's token if the token is genuine and of this purpose; compared in constant time.
    #[must_use]
    pub fn open_link(&self, purpose: &str, token: &str) -> Option<String> {
        let (id, proof) = token.rsplit_once('.')?;
        let proof = BASE64.decode(proof).ok()?;
        let whole = proof.len() == LINK_BYTES;
        let genuine = self.mac(purpose, id).verify_truncated_left(&proof).is_ok();
        (whole && genuine).then(|| id.to_owned())
    }

    /// A key of 256 bits for one purpose and holder, to seal what a browser keeps for us. Purposes are words without a colon.
    #[must_use]
    pub fn key(&self, purpose: &str, holder: &str) -> [u8; 32] {
        self.mac(purpose, holder).finalize().into_bytes().into()
    }

    /// A paired device's token, derived from its id: it reaches the poller without ever being stored in clear.
    pub(crate) fn device_token(&self, id: &str) -> String {
        BASE64.encode(self.mac("device-token", id).finalize().into_bytes())
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(..)")
    }
}

/// What is stored of an opaque token: its SHA-256, base64url. Enough for tokens of 256 random bits.
#[must_use]
pub fn hash_token(token: &str) -> String {
    BASE64.encode(Sha256::digest(token.as_bytes()))
}

/// A fresh opaque token: 256 random bits, base64url.
///
/// # Errors
/// [`Fault::Broken`] when the system gives no randomness.
pub fn new_token() -> Result<String, Fault> {
    Ok(BASE64.encode(random::<32>()?))
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Fault::Broken(format!("no randomness: {e}")))?;
    Ok(bytes)
}
