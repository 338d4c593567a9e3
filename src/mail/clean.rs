//! Making foreign text harmless: for headers, for ids, for logs.

/// One line of ordinary text: control characters and line or direction marks become spaces, runs of spaces become one.
/// What a person typed can then neither add a header nor turn the reading direction of the sentence around it.
pub(crate) fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if is_trouble(c) { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_trouble(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text fit for the left side of a Message-ID and for a file name: letters, digits, `-` and `_` stay, every other byte
/// becomes `.` and two hex digits, so different ids stay different.
pub(crate) fn id_text(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!(".{byte:02x}"));
        }
    }
    out
}

/// A host name without port and without characters that a Message-ID may not hold; `localhost` when nothing is left.
pub(crate) fn host_text(host: &str) -> String {
    let name = host.split(':').next().unwrap_or_default();
    let kept: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.')).collect();
    let kept = kept.trim_matches('.');
    if kept.is_empty() { "localhost".to_owned() } else { kept.to_owned() }
}

/// Hides phone numbers in a text: of seven digits or more in a row the first two and the last three stay (law line 23).
#[must_use]
pub fn mask_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(begin);
        let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        out.push_str(before);
        match (digits.get(..2), digits.get(digits.len().saturating_sub(3)..)) {
            (Some(first), Some(last)) if digits.len() >= 7 => out.push_str(&format!("{first}•••••{last}")),
            _ => out.push_str(digits),
        }
        rest = after;
    }
    out + rest
}

/// Replaces every mail address in a text, so that servers' answers such as `550 <jan@example.pl>: unknown` may be logged.
#[must_use]
pub fn mask(text: &str) -> String {
    let is_edge =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | ',' | ';' | '\'');
    text.split_inclusive(is_edge)
        .map(|piece| {
            let edge = piece.chars().next_back().filter(|c| is_edge(*c));
            match (piece.contains('@'), edge) {
                (false, _) => piece.to_owned(),
                (true, Some(edge)) => format!("•••@•••{edge}"),
                (true, None) => "•••@•••".to_owned(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_name_cannot_add_a_header() {
        assert_eq!(one_line("Jan\r\nBcc: x@example.pl\u{2028}\u{202e}"), "Jan Bcc: x@example.pl");
    }

    #[test]
    fn ids_stay_different_and_harmless() {
        assert_eq!(id_text("wso-a7"), "wso-a7");
        assert_ne!(id_text("a/b"), id_text("a.b"));
        assert_eq!(id_text("../x"), ".2e.2e.2fx");
        assert_eq!(host_text("127.0.0.1:8080"), "127.0.0.1");
        assert_eq!(host_text("<>"), "localhost");
    }

    #[test]
    fn phone_numbers_are_masked() {
        assert_eq!(mask_digits("to 48662138278: error 13"), "to 48•••••278: error 13");
        assert_eq!(mask_digits("550 5.1.1"), "550 5.1.1");
    }

    #[test]
    fn answers_of_servers_are_masked() {
        assert_eq!(mask("550 5.1.1 <jan.k@example.pl>: unknown"), "550 5.1.1 <•••@•••>: unknown");
        assert_eq!(mask("to jan@example.pl"), "to •••@•••");
        assert_eq!(mask("\"jan kowalski\"@example.pl"), "\"jan kowalski\"•••@•••");
    }
}
