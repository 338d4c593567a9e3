//! Code pages: which byte is which letter.

use encoding_rs::{Encoding, IBM866, WINDOWS_1250, WINDOWS_1251};
use oem_cp::code_table::{ENCODING_TABLE_CP437, ENCODING_TABLE_CP852, ENCODING_TABLE_CP855, ENCODING_TABLE_CP858};

/// Where CP1125 (Ukrainian) differs from CP866.
const UKRAINIAN: [(char, u8); 8] =
    [('Ґ', 0xf2), ('ґ', 0xf3), ('Є', 0xf4), ('є', 0xf5), ('І', 0xf6), ('і', 0xf7), ('Ї', 0xf8), ('ї', 0xf9)];

/// The names a profile may give.
pub(crate) const NAMES: [&str; 8] = ["CP852", "CP1250", "CP1125", "CP866", "CP1251", "CP855", "CP858", "CP437"];

/// The byte of a sign in a code page; `None` when the page lacks it or nobody knows the page.
pub(crate) fn byte(page: &str, sign: char) -> Option<u8> {
    if sign.is_ascii() {
        // Control characters would be commands.
        return (!sign.is_ascii_control()).then(|| u8::try_from(u32::from(sign)).ok()).flatten();
    }
    match page {
        "CP852" => ENCODING_TABLE_CP852.get(&sign).copied(),
        "CP855" => ENCODING_TABLE_CP855.get(&sign).copied(),
        "CP858" => ENCODING_TABLE_CP858.get(&sign).copied(),
        "CP437" => ENCODING_TABLE_CP437.get(&sign).copied(),
        "CP866" => single(IBM866, sign),
        "CP1250" => single(WINDOWS_1250, sign),
        "CP1251" => single(WINDOWS_1251, sign),
        "CP1125" => match UKRAINIAN.iter().find(|(known, _)| *known == sign) {
            Some((_, byte)) => Some(*byte),
            None => single(IBM866, sign).filter(|byte| !(0xf2..=0xf9).contains(byte)),
        },
        _ => None,
    }
}

fn single(page: &'static Encoding, sign: char) -> Option<u8> {
    let mut letters = [0; 4];
    let (bytes, _, lost) = page.encode(sign.encode_utf8(&mut letters));
    match (lost, bytes.as_ref()) {
        // The web's table maps the unused places of a page to control characters; a printer has something else there.
        (false, [byte]) if !sign.is_control() => Some(*byte),
        _ => None,
    }
}

/// A sign as a plainer one that every page has; nothing that changes a word.
pub(crate) fn plainer(sign: char) -> char {
    match sign {
        '–' | '—' | '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
        '„' | '”' | '“' | '«' | '»' => '"',
        '’' | '‘' | 'ʼ' => '\'',
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_where_the_tables_say() {
        assert_eq!(byte("CP852", 'ą'), Some(0xa5));
        assert_eq!(byte("CP852", 'Ł'), Some(0x9d));
        assert_eq!(byte("CP1250", 'ś'), Some(0x9c));
        assert_eq!(byte("CP1125", 'ї'), Some(0xf9));
        assert_eq!(byte("CP866", 'ї'), Some(0xf5));
        assert_eq!(byte("CP1251", 'Ґ'), Some(0xa5));
    }

    #[test]
    fn what_a_page_lacks_is_nothing_and_never_another_sign() {
        assert_eq!(byte("CP852", 'ї'), None);
        assert_eq!(byte("CP437", 'ł'), None);
        assert_eq!(byte("CP866", 'ґ'), None);
        assert_eq!(byte("CP1125", 'ў'), None);
        assert_eq!(byte("CP1250", '\u{81}'), None);
        assert_eq!(byte("CP852", '\u{1b}'), None);
        assert_eq!(byte("CP9999", 'ą'), None);
        assert!(NAMES.iter().all(|page| byte(page, 'A') == Some(b'A')));
    }

    #[test]
    fn the_pages_for_polish_and_ukrainian_hold_their_alphabets() {
        for page in ["CP852", "CP1250"] {
            assert!("ĄĆĘŁŃÓŚŹŻąćęłńóśźż".chars().all(|sign| byte(page, sign).is_some()), "{page}");
        }
        for page in ["CP1125", "CP1251"] {
            let alphabet = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
            assert!(alphabet.chars().all(|sign| byte(page, sign).is_some()), "{page}");
        }
    }
}
