//! What a browser keeps for us and can neither read nor change: ChaCha20-Poly1305 (RFC 8439) under a key made of the server's secret and
//! of the browser's own form cookie, so that every node opens it and no other browser can use it. It ends by the process clock. In the same way clerks' notes are sealed before
//! they are stored, under a key of their ticket.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use okienko_store::Secrets;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

const ENDS_LEN: usize = 8;

/// Seals and opens for one purpose and one browser.
pub(crate) struct Seal(LessSafeKey);

impl Seal {
    /// A seal of a purpose (a word) for the holder of a form cookie.
    pub fn new(secrets: &Secrets, purpose: &str, holder: &str) -> Option<Self> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &secrets.key(purpose, holder)).ok()?;
        Some(Self(LessSafeKey::new(key)))
    }

    /// The text sealed until `ends_ms` of the process clock, in signs that a cookie may hold: nonce, end, ciphertext with its tag.
    pub fn close(&self, text: &[u8], ends_ms: i64) -> Option<String> {
        let (mut nonce, ends) = ([0; NONCE_LEN], ends_ms.to_be_bytes());
        // A key serves one browser for a visit or two: 96 random bits never meet twice.
        getrandom::fill(&mut nonce).ok()?;
        let mut sealed = text.to_vec();
        let aad = Aad::from(ends);
        self.0.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut sealed).ok()?;
        Some(BASE64.encode([&nonce[..], &ends[..], &sealed[..]].concat()))
    }

    /// The text, if it was sealed here for this purpose and browser and has not ended.
    pub fn open(&self, sealed: &str, now_ms: i64) -> Option<Vec<u8>> {
        let mut bytes = BASE64.decode(sealed).ok()?;
        let (nonce, rest) = bytes.split_first_chunk_mut::<NONCE_LEN>()?;
        let (ends, sealed) = rest.split_first_chunk_mut::<ENDS_LEN>()?;
        let text = self.0.open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(*ends), sealed).ok()?;
        (now_ms < i64::from_be_bytes(*ends)).then(|| text.to_vec())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::tests::house::office;

    #[actix_web::test]
    async fn only_the_same_browser_opens_it_unchanged_and_in_time() {
        let office = office().await;
        let seal = |purpose: &str, holder: &str| Seal::new(office.store().secrets(), purpose, holder).unwrap();
        let sealed = seal("draft", "a").close("Zażółć".as_bytes(), 1_000).unwrap();
        assert!(sealed.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        assert_eq!(seal("draft", "a").open(&sealed, 999).unwrap(), "Zażółć".as_bytes());
        assert_eq!(seal("draft", "a").open(&sealed, 1_000), None, "its time is over");
        assert_eq!(seal("draft", "b").open(&sealed, 0), None, "another browser");
        assert_eq!(seal("other", "a").open(&sealed, 0), None, "another purpose");
        for at in 0..sealed.len() {
            let mut spoilt = sealed.clone().into_bytes();
            spoilt[at] = if spoilt[at] == b'A' { b'B' } else { b'A' };
            assert_eq!(seal("draft", "a").open(std::str::from_utf8(&spoilt).unwrap(), 0), None, "sign {at}");
        }
        assert_ne!(sealed, seal("draft", "a").close("Zażółć".as_bytes(), 1_000).unwrap(), "never the same twice");
        assert_eq!(seal("draft", "a").open("", 0), None);
    }
}
