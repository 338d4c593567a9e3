//! The line that a sign understands, as a text of the settings: `\x02{address}{code:4}\x03`.
//!
//! | written | means |
//! |---|---|
//! | `\xNN` | the byte NN (two hexadecimal digits) |
//! | `\r`, `\n`, `\t` | carriage return, line feed, tabulator |
//! | `\\`, `\{`, `\}` | these signs themselves |
//! | `{code}`, `{number}` | the ticket's code `R012`; its digits `012` |
//! | `{desk}`, `{arrow}` | the desk's label; the way to it from a board |
//! | `{address}` | the sign's own `address` |
//! | `{code:4}`, `{code:>4}`, `{code:^4}`, `{number:0>4}` | four wide: left, right, in the middle, filled with zeros |

use crate::encoding::Encoding;
use crate::field::{Field, Name};

/// Longest text of a template, in letters.
const LONGEST: usize = 500;

/// A checked template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Bytes(Vec<u8>),
    Field(Field),
}

impl Template {
    /// Reads a template; what is wrong is told with its place.
    pub(crate) fn read(text: &str, encoding: Encoding) -> Result<Self, String> {
        let letters: Vec<char> = text.chars().collect();
        if letters.is_empty() || letters.len() > LONGEST {
            return Err(format!("must have 1 to {LONGEST} letters"));
        }
        let (mut pieces, mut rest) = (Vec::new(), letters.as_slice());
        while !rest.is_empty() {
            let at = letters.len() - rest.len() + 1;
            let (piece, after) = piece(rest, encoding).map_err(|what| format!("letter {at}: {what}"))?;
            match (pieces.last_mut(), piece) {
                (Some(Piece::Bytes(before)), Piece::Bytes(more)) => before.extend(more),
                (_, piece) => pieces.push(piece),
            }
            rest = after;
        }
        Ok(Self(pieces))
    }

    /// The line with its values.
    pub(crate) fn fill<'a>(&self, value: impl Fn(Name) -> &'a [u8]) -> Vec<u8> {
        let mut line = Vec::new();
        for piece in &self.0 {
            match piece {
                Piece::Bytes(bytes) => line.extend_from_slice(bytes),
                Piece::Field(field) => field.put(value(field.name), &mut line),
            }
        }
        line
    }
}

/// A text with escapes and without fields, such as an address.
pub(crate) fn plain(text: &str, encoding: Encoding) -> Result<Vec<u8>, String> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    match Template::read(text, encoding)?.0.as_slice() {
        [Piece::Bytes(bytes)] => Ok(bytes.clone()),
        _ => Err("has no fields".into()),
    }
}

/// The first piece of what is left, and what is left after it.
fn piece(letters: &[char], encoding: Encoding) -> Result<(Piece, &[char]), String> {
    let byte = |byte, rest| Ok((Piece::Bytes(vec![byte]), rest));
    match letters {
        ['\\', 'x', high, low, rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
            let digit = |sign: &char| sign.to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default();
            byte(digit(high) * 16 + digit(low), rest)
        }
        ['\\', 'n', rest @ ..] => byte(b'\n', rest),
        ['\\', 'r', rest @ ..] => byte(b'\r', rest),
        ['\\', 't', rest @ ..] => byte(b'\t', rest),
        ['\\', sign @ ('\\' | '{' | '}'), rest @ ..] => byte(u8::try_from(*sign).unwrap_or_default(), rest),
        ['\\', ..] => Err(r"after \ comes xNN (two hexadecimal digits), n, r, t, \, { or }".into()),
        ['{', rest @ ..] => {
            let end = rest.iter().position(|sign| *sign == '}').ok_or(r"a field ends with }; a brace itself is \{")?;
            let name: String = rest.iter().take(end).collect();
            Ok((Piece::Field(Field::read(&name, encoding)?), rest.get(end + 1..).unwrap_or_default()))
        }
        ['}', ..] => Err(r"no field ends here; a brace itself is \}".into()),
        // In double quotes TOML has read `\x02` itself already.
        [control, rest @ ..] if control.is_ascii_control() => byte(u8::try_from(*control).unwrap_or_default(), rest),
        [letter, rest @ ..] => {
            let known = encoding.byte(*letter);
            byte(known.ok_or(r"the encoding has no such letter; a byte is '\xNN', in single quotes")?, rest)
        }
        [] => Err("nothing is left".into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn filled(template: &str, code: &str) -> Vec<u8> {
        let template = Template::read(template, Encoding::Cp1250).unwrap();
        template.fill(|name| match name {
            Name::Code => code.as_bytes(),
            Name::Number => b"012",
            Name::Desk => b"3",
            Name::Arrow => b">",
            Name::Address => b"\x07",
        })
    }

    fn refused(template: &str) -> String {
        Template::read(template, Encoding::Ascii).unwrap_err()
    }

    #[test]
    fn escapes_are_bytes_and_fields_are_values() {
        assert_eq!(filled(r"\x02{address}{code:4}\x03", "R012"), b"\x02\x07R012\x03");
        assert_eq!(filled("\u{2}{number} {desk}{arrow}\u{3}\r", "R012"), b"\x02012 3>\x03\r");
        assert_eq!(filled(r"\xfF\\\{{code}\}\r\n\t", "A1"), b"\xff\\{A1}\r\n\t");
        assert_eq!(filled("Łoś", ""), b"\xa3o\x9c");
    }

    #[test]
    fn a_width_pads_on_its_side_and_cuts_the_beginning() {
        assert_eq!(filled("[{code:6}]", "R012"), b"[R012  ]");
        assert_eq!(filled("[{code:>6}]", "R012"), b"[  R012]");
        assert_eq!(filled("[{code:^7}]", "R012"), b"[ R012  ]");
        assert_eq!(filled("[{number:0>5}][{number:-<5}][{number:>>4}]", ""), b"[00012][012--][>012]");
        assert_eq!(filled("[{code:3}]", "R012"), b"[012]");
        assert_eq!(filled("[{code:64}]", "").len(), 66);
        assert_eq!(filled("[{code:0>4}]", ""), b"[    ]");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (template, place, advice) in [
            ("", "1 to 500", "letters"),
            ("ab{name}", "letter 3", "{code}, {number}, {desk}, {arrow}, {address}"),
            (r"\x0g", "letter 1", "two hexadecimal digits"),
            (r"ab\q", "letter 3", r"xNN"),
            ("a\\", "letter 2", r"xNN"),
            ("{code", "letter 1", r"\{"),
            ("code}", "letter 5", r"\}"),
            ("{code:0}", "letter 1", "1 to 64"),
            ("{code:65}", "letter 1", "1 to 64"),
            ("{number:04}", "letter 1", "{number:0>4}"),
            ("{code:}", "letter 1", "1 to 64"),
            ("{code:ś>4}", "letter 1", "fill"),
            ("do ś", "letter 4", r"'\xNN'"),
        ] {
            let said = refused(template);
            assert!(said.contains(place) && said.contains(advice), "{template}: {said}");
        }
        assert!(refused(&"x".repeat(501)).contains("500"));
    }

    #[test]
    fn an_address_has_escapes_and_no_fields() {
        assert_eq!(plain(r"\x01\xff", Encoding::Ascii), Ok(vec![1, 255]));
        assert_eq!(plain("", Encoding::Ascii), Ok(vec![]));
        assert!(plain("{code}", Encoding::Ascii).is_err());
    }
}
