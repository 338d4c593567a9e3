//! Keyed hashes and the sealing of what was typed, all keyed by the device token, which lies in a file of its own (0600).
//!
//! A phone number or a code stands in the journal only while the server may have to be asked again under the same key, and then
//! sealed: the file alone tells nothing.

use hmac::{Hmac, Mac};
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

/// Seals or opens a text under the key of its touch: a stream of HMACs in counter mode; each touch has a stream of its own.
pub fn stream(token: &str, touch: &str, text: &[u8]) -> Vec<u8> {
    let key = mac(token.as_bytes(), &["okienko kiosk seal ", touch]);
    let blocks = text.chunks(32).enumerate().flat_map(|(number, chunk)| {
        let block = mac(&key, &[&number.to_string()]);
        chunk.iter().zip(block).map(|(byte, cover)| byte ^ cover).collect::<Vec<_>>()
    });
    blocks.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_under_its_own_touch_only() {
        let text = br#"{"phone":"48662138278","more":"than one block of thirty-two bytes"}"#;
        let sealed = stream("token", "touch", text);
        assert_ne!(sealed, text);
        assert_eq!(stream("token", "touch", &sealed), text);
        assert_ne!(stream("token", "other", &sealed), text);
    }

    #[test]
    fn an_entry_differs_by_day_and_kiosk() {
        let one = entry("token", "2026-11-23", "123456");
        assert_eq!(one.len(), 64);
        assert_ne!(one, entry("token", "2026-11-24", "123456"));
        assert_ne!(one, entry("other", "2026-11-23", "123456"));
    }
}
