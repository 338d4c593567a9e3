//! Keyed hashes and the sealing of what was typed, all keyed by the device token, which lies in a file of its own (0600).
//!
//! A phone number or a code stands in the journal only while the server may have to be asked again under the same key, and then
//! sealed: the file alone tells nothing.

use hmac::{Hmac, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::Sha256;

/// HMAC-SHA256. Any key length will do, so there is nothing to fail.
fn mac(key: &[u8], parts: &[&str]) -> Vec<u8> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    for part in parts {
        mac.update(part.as_bytes());
    }
    mac.finalize().into_bytes().to_vec()
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The entry of the day list for a code: the key is made of the token and the day and is never stored.
pub fn entry(token: &str, day: &str, code: &str) -> String {
    let key = mac(token.as_bytes(), &["okienko day list ", day]);
    hex(&mac(&key, &[code]))
}

/// A hash of what was asked, by which the same wish is known again.
pub fn wish(token: &str, kind: &str, body: &str) -> String {
    hex(&mac(token.as_bytes(), &["okienko kiosk wish ", kind, "\n", body]))
}

/// Seals a text under the key of its touch (ChaCha20-Poly1305, RFC 8439; the nonce stands in front); `None` without randomness.
pub fn seal(token: &str, touch: &str, text: &[u8]) -> Option<Vec<u8>> {
    let mut nonce = [0_u8; NONCE_LEN];
    getrandom::fill(&mut nonce).ok()?;
    let mut sealed = text.to_vec();
    let unique = Nonce::assume_unique_for_key(nonce);
    key_of(token, touch)?.seal_in_place_append_tag(unique, Aad::empty(), &mut sealed).ok()?;
    Some([nonce.as_slice(), &sealed].concat())
}

/// The text again; `None` under another token or another touch, and for what was changed since.
pub fn open(token: &str, touch: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, text) = sealed.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut text = text.to_vec();
    Some(key_of(token, touch)?.open_in_place(nonce, Aad::empty(), &mut text).ok()?.to_vec())
}

fn key_of(token: &str, touch: &str) -> Option<LessSafeKey> {
    let key = mac(token.as_bytes(), &["okienko kiosk seal ", touch]);
    UnboundKey::new(&CHACHA20_POLY1305, &key).ok().map(LessSafeKey::new)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_unchanged_under_its_own_touch_only() {
        let text = br#"{"phone":"48662138278","more":"than one block of thirty-two bytes"}"#;
        let sealed = seal("token", "touch", text).unwrap();
        assert!(!sealed.windows(11).any(|part| part == b"48662138278"));
        assert_ne!(seal("token", "touch", text).unwrap(), sealed, "the same text twice does not look the same");
        assert_eq!(open("token", "touch", &sealed).unwrap(), text);
        assert_eq!((open("token", "other", &sealed), open("other", "touch", &sealed)), (None, None));
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!((open("token", "touch", &changed), open("token", "touch", b"short")), (None, None));
    }

    #[test]
    fn an_entry_differs_by_day_and_kiosk() {
        let one = entry("token", "2026-11-23", "123456");
        assert_eq!(one.len(), 64);
        assert_ne!(one, entry("token", "2026-11-24", "123456"));
        assert_ne!(one, entry("other", "2026-11-23", "123456"));
    }
}
