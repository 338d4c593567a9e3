//! The alphabet of text messages: GSM 03.38 (3GPP TS 23.038 §6.2.1). One letter outside of it makes the whole message UCS-2, so
//! that a part holds 70 characters instead of 160; by default letters are therefore written without their marks (law line 28),
//! and Ukrainian in Latin letters by the rules of the Cabinet of Ministers (resolution 55 of 27 January 2010).

const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Each counts twice: an escape goes before it.
const EXTENDED: &str = "^{}\\[~]|€";

/// Whether a message needs no letter outside of GSM 03.38.
#[must_use]
pub fn is_gsm(text: &str) -> bool {
    text.chars().all(|c| BASIC.contains(c) || EXTENDED.contains(c))
}

/// How much of a message a text takes: septets in GSM 03.38, else 16-bit units.
#[must_use]
pub fn units(text: &str) -> usize {
    if is_gsm(text) {
        text.chars().map(|c| if EXTENDED.contains(c) { 2 } else { 1 }).sum()
    } else {
        text.encode_utf16().count()
    }
}

/// The text in GSM 03.38: marks dropped, Cyrillic romanised, whatever is left over becomes `?`.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        // Ukrainian softens these at the beginning of a word only.
        let first = !before.is_alphabetic() && before != '\'' && before != '’';
        match latin(c, first) {
            Some(letters) => out.push_str(letters),
            None if BASIC.contains(c) || EXTENDED.contains(c) => out.push(c),
            None => out.push('?'),
        }
        before = c;
    }
    out
}

#[rustfmt::skip]
fn latin(c: char, first: bool) -> Option<&'static str> {
    Some(match c {
        'ą' => "a", 'ć' => "c", 'ę' => "e", 'ł' => "l", 'ń' => "n", 'ó' => "o", 'ś' => "s", 'ź' | 'ż' => "z",
        'Ą' => "A", 'Ć' => "C", 'Ę' => "E", 'Ł' => "L", 'Ń' => "N", 'Ó' => "O", 'Ś' => "S", 'Ź' | 'Ż' => "Z",
        'á' | 'â' | 'ã' | 'ă' => "a", 'č' | 'ç' => "c", 'ď' => "d", 'ě' | 'ê' | 'ë' => "e", 'í' | 'î' | 'ï' => "i",
        'ň' => "n", 'ô' | 'õ' | 'ő' => "o", 'ř' => "r", 'š' => "s", 'ť' => "t", 'ú' | 'ů' | 'û' | 'ű' => "u", 'ý' => "y", 'ž' => "z",
        'Á' | 'Â' => "A", 'Č' => "C", 'Ď' => "D", 'Ě' | 'Ê' | 'Ë' => "E", 'Í' | 'Î' => "I", 'Ň' => "N", 'Ô' | 'Ő' => "O",
        'Ř' => "R", 'Š' => "S", 'Ť' => "T", 'Ú' | 'Ů' | 'Ű' => "U", 'Ý' => "Y", 'Ž' => "Z",
        '„' | '”' | '“' | '«' | '»' => "\"", '‘' | '’' | '‚' => "'", '–' | '—' | '−' | '‑' => "-", '…' => "...",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        'а' => "a", 'б' => "b", 'в' => "v", 'г' => "h", 'ґ' => "g", 'д' => "d", 'е' => "e", 'ж' => "zh", 'з' => "z", 'и' => "y",
        'і' => "i", 'к' => "k", 'л' => "l", 'м' => "m", 'н' => "n", 'о' => "o", 'п' => "p", 'р' => "r", 'с' => "s", 'т' => "t",
        'у' => "u", 'ф' => "f", 'х' => "kh", 'ц' => "ts", 'ч' => "ch", 'ш' => "sh", 'щ' => "shch", 'ь' | 'Ь' => "",
        'є' => if first { "ye" } else { "ie" }, 'ї' => if first { "yi" } else { "i" }, 'й' => if first { "y" } else { "i" },
        'ю' => if first { "yu" } else { "iu" }, 'я' => if first { "ya" } else { "ia" },
        'А' => "A", 'Б' => "B", 'В' => "V", 'Г' => "H", 'Ґ' => "G", 'Д' => "D", 'Е' => "E", 'Ж' => "Zh", 'З' => "Z", 'И' => "Y",
        'І' => "I", 'К' => "K", 'Л' => "L", 'М' => "M", 'Н' => "N", 'О' => "O", 'П' => "P", 'Р' => "R", 'С' => "S", 'Т' => "T",
        'У' => "U", 'Ф' => "F", 'Х' => "Kh", 'Ц' => "Ts", 'Ч' => "Ch", 'Ш' => "Sh", 'Щ' => "Shch",
        'Є' => "Ye", 'Ї' => "Yi", 'Й' => "Y", 'Ю' => "Yu", 'Я' => "Ya",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_28_polish_and_ukrainian_become_gsm() {
        assert_eq!(plain("Zażółć gęślą jaźń – „tak”…"), "Zazolc gesla jazn - \"tak\"...");
        assert_eq!(plain("Візит, Ваша черга, Їжак єдиний"), "Vizyt, Vasha cherha, Yizhak yedynyi");
        assert!(is_gsm(&plain("漢字 ♥ Żółw ґанок")));
        assert_eq!(plain("漢"), "?");
    }

    #[test]
    fn length_is_counted_as_the_network_counts() {
        assert_eq!(units("abc{}"), 7);
        assert_eq!(units("ąbc"), 3);
        assert_eq!(units("ą😀"), 3);
    }
}
