//! One-time codes by time (RFC 6238): HMAC-SHA-1, six digits, steps of 30 s, one step of grace to each side, which is what every
//! application for phones can do.

use okienko_store::Fault;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use totp_rs::{Builder, Secret, Totp};

/// Bytes of a secret (RFC 4226 §4, R6 recommends 160 bits).
const SECRET: usize = 20;
/// Digits of a code.
const DIGITS: usize = 6;
/// Letters and digits that nobody mistakes for others; 32 of them, so that five random bits make one.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Signs of a group.
const GROUP: usize = 4;
/// Pixels of the picture's side, at least.
const SIDE: u32 = 220;

/// A fresh secret, base32.
pub(crate) fn fresh_secret() -> Result<String, Fault> {
    Ok(Secret::from(random::<SECRET>()?).to_base32())
}

/// Whether a text looks like a code; what does not is a recovery code.
pub(crate) fn is_code(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The step of time that a code belongs to, if it is one of now or of the step before or after; compared in constant time.
pub(crate) fn step_of(secret: &str, code: &str, now_ms: i64) -> Option<i64> {
    let now = u64::try_from(now_ms / 1_000).ok()?;
    let step = totp(secret, None)?.check(&code.replace(' ', ""), now)?;
    i64::try_from(step).ok()
}

/// The address that an application reads: `otpauth://totp/…`.
pub(crate) fn address(secret: &str, issuer: &str, login: &str) -> Option<String> {
    totp(secret, Some((issuer, login)))?.to_url().ok()
}

/// An address as a QR code: SVG, dark on white.
pub(crate) fn picture(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    Some(code.render::<svg::Color<'_>>().min_dimensions(SIDE, SIDE).quiet_zone(true).build())
}

/// A secret in groups of four, to be typed.
pub(crate) fn grouped(secret: &str) -> String {
    let signs: Vec<char> = secret.chars().collect();
    signs.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// So many random groups of four signs, 20 bits each: `k3vd-9mxt-…`.
pub(crate) fn words(groups: usize) -> Result<String, Fault> {
    let letter = |byte: u8| ALPHABET.get(usize::from(byte % 32)).copied().map_or('x', char::from);
    let group = || Ok(random::<GROUP>()?.map(letter).iter().collect::<String>());
    let all: Result<Vec<String>, Fault> = (0..groups).map(|_| group()).collect();
    Ok(all?.join("-"))
}

fn totp(secret: &str, whose: Option<(&str, &str)>) -> Option<Totp> {
    let builder = Builder::new().with_secret(Secret::try_from_base32(secret).ok()?).with_skew(1);
    let builder = match whose {
        // A colon parts the two in the address.
        Some((issuer, login)) => {
            builder.with_issuer(Some(issuer.replace(':', " "))).with_account_name(login.replace(':', " "))
        }
        None => builder,
    };
    builder.build().ok()
}

fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Fault::Broken(format!("no randomness: {error}")))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    /// RFC 6238, appendix B: the ASCII secret, its times and its codes (the last six digits of eight).
    const SECRET_OF_RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const VECTORS: [(i64, &str); 5] = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
    ];

    #[test]
    fn codes_are_those_of_the_rfc_within_one_step() {
        for (at, code) in VECTORS {
            let step = at / 30;
            for off in [-30, 0, 30] {
                assert_eq!(step_of(SECRET_OF_RFC, code, (at + off) * 1_000), Some(step), "{code} {off}");
            }
            for off in [-90, 90] {
                assert_eq!(step_of(SECRET_OF_RFC, code, (at + off) * 1_000), None, "{code} {off}");
            }
        }
        assert_eq!(step_of(SECRET_OF_RFC, "28708", 59_000), None);
        assert_eq!(step_of("no base32!", "287082", 59_000), None);
    }

    #[test]
    fn what_an_application_reads_is_whole() {
        let secret = fresh_secret().unwrap();
        assert_eq!((secret.len(), secret == fresh_secret().unwrap()), (32, false));
        let address = address(&secret, "Urząd: Miejski", "anna").unwrap();
        assert!(address.starts_with("otpauth://totp/Urz%C4%85d%20%20Miejski:anna?"), "{address}");
        assert!(address.contains(&format!("secret={secret}")) && address.contains("issuer=Urz%C4%85d%20%20Miejski"));
        let picture = picture(&address).unwrap();
        assert!(picture.contains("<svg") && !picture.contains("script"));
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }

    #[test]
    fn recovery_codes_are_never_taken_for_codes_of_an_application() {
        let code = words(4).unwrap();
        assert_eq!((code.len(), code.matches('-').count()), (19, 3));
        assert!(!is_code(&code) && is_code("012345") && !is_code("01234") && !is_code("01234a"));
    }
}
