//! The three things a booking asks for, and nothing else (R11).

use crate::refusal::Refusal;

const NAME_MOST: usize = 60;
const EMAIL_MOST: usize = 254;
const LOCAL_MOST: usize = 64;

/// A phone number as digits with the country's code in front, the way it is shown and typed at the kiosk (R14).
/// Nine digits are Polish, also those that begin with 48 (Radom); numbers of other countries come with `+`, `00` or typed in full.
pub fn phone(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}');
    let (international, rest) = match text.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if !rest.chars().all(allowed) {
        return Err(Refusal::InvalidPhone);
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let (international, digits) = match digits.strip_prefix("00") {
        Some(rest) if !international => (true, rest.to_owned()),
        _ => (international, digits),
    };
    let polish = digits.len() == 11 && digits.starts_with("48");
    match digits.len() {
        _ if digits.starts_with('0') => Err(Refusal::InvalidPhone),
        _ if digits.starts_with("480") && polish => Err(Refusal::InvalidPhone),
        9 if !international => Ok(format!("48{digits}")),
        8..=15 if international && (polish || !digits.starts_with("48")) => Ok(digits),
        10..=15 if !international && (polish || !digits.starts_with("48")) => Ok(digits),
        _ => Err(Refusal::InvalidPhone),
    }
}

/// A first name or short name: 1 to 60 characters, at least one letter, nothing that could steer a letter's header.
pub fn name(text: &str) -> Result<String, Refusal> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = (1..=NAME_MOST).contains(&name.chars().count());
    let clean = !text.chars().any(|c| c.is_control() && c != '\t') && name.chars().any(char::is_alphabetic);
    if fits && clean { Ok(name) } else { Err(Refusal::InvalidName) }
}

/// An e-mail address: one `@`, a local part of at most 64 bytes, a domain with a dot (RFC 5321 §4.5.3.1).
pub fn email(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@').ok_or(Refusal::InvalidEmail)?;
    let local_ok = (1..=LOCAL_MOST).contains(&local.len())
        && local.split('.').all(|part| !part.is_empty())
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let domain_ok = domain.contains('.') && domain.split('.').all(label);
    let top = domain.rsplit('.').next().unwrap_or("");
    let top_ok = top.len() >= 2 && !top.chars().all(|c| c.is_ascii_digit());
    if local_ok && domain_ok && top_ok && text.len() <= EMAIL_MOST {
        Ok(text.to_owned())
    } else {
        Err(Refusal::InvalidEmail)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn r14_spellings_of_one_number_are_the_same() {
        for text in ["662138278", "662 138 278", "+48 662-138-278", "0048662138278", "48662138278", " 662.138.278 "] {
            assert_eq!(phone(text).unwrap(), "48662138278", "{text}");
        }
    }

    #[test]
    fn r14_law_27_radom_numbers_get_the_prefix_and_foreign_ones_stay() {
        assert_eq!(phone("483621234").unwrap(), "48483621234");
        assert_eq!(phone("+380 50 123 45 67").unwrap(), "380501234567");
        assert_eq!(phone("380501234567").unwrap(), "380501234567");
        assert_eq!(phone("+49 30 1234567").unwrap(), "49301234567");
    }

    #[test]
    fn r14_what_is_no_number_is_refused() {
        for text in [
            "",
            "12",
            "66213827",
            "+48 662",
            "abc662138278",
            "0662138278",
            "+4866213827",
            "1234567890123456",
            "+48662138278x",
        ] {
            assert_eq!(phone(text), Err(Refusal::InvalidPhone), "{text}");
        }
    }

    #[test]
    fn r11_addresses_and_names_are_checked() {
        for good in ["a@b.pl", "jan.kowalski+um@poczta.example.org", "żółw@poczta.pl"] {
            assert!(email(good).is_ok(), "{good}");
        }
        for bad in ["", "a", "a@b", "a b@c.pl", "a@b..pl", ".a@b.pl", "a@-b.pl", "a@b.pl\r\nBcc: x@y.pl", "a@1.2.3.4"] {
            assert!(email(bad).is_err(), "{bad}");
        }
        assert_eq!(name("  Anna  Maria ").unwrap(), "Anna Maria");
        for bad in ["", "   ", "123", "A\nB", &"x".repeat(61)] {
            assert!(name(bad).is_err(), "{bad}");
        }
    }
}
