//! Which byte is which letter on a sign.

use encoding_rs::WINDOWS_1250;

/// Letters that ASCII lacks and what stands for them: the word stays readable.
const PLAIN: [(&str, &str); 2] = [("ĄĆĘŁŃÓŚŹŻąćęłńóśźż", "ACELNOSZZacelnoszz"), ("–—’„”\u{a0}", "--'\"\" ")];

/// A sign's alphabet: one byte a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Seven bits; Polish letters lose their marks.
    #[default]
    Ascii,
    /// Windows-1250, with the Polish letters.
    Cp1250,
}

impl Encoding {
    /// The encoding of a setting's word.
    pub(crate) fn named(word: &str) -> Option<Self> {
        match word {
            "ascii" => Some(Self::Ascii),
            "cp1250" => Some(Self::Cp1250),
            _ => None,
        }
    }

    /// The byte of a letter; `None` for one that the sign has not, and for control characters, which would be commands.
    pub(crate) fn byte(self, letter: char) -> Option<u8> {
        if letter.is_control() {
            return None;
        }
        match self {
            _ if letter.is_ascii() => u8::try_from(u32::from(letter)).ok(),
            Self::Ascii => None,
            Self::Cp1250 => {
                let mut room = [0; 4];
                let (bytes, _, lost) = WINDOWS_1250.encode(letter.encode_utf8(&mut room));
                bytes.first().copied().filter(|_| !lost)
            }
        }
    }

    /// A text that somebody else wrote, such as a desk's label: without commands, `?` for what the sign has not.
    pub(crate) fn bytes(self, text: &str) -> Vec<u8> {
        let letters = text.chars().filter(|letter| !letter.is_control());
        letters.map(|letter| self.byte(letter).or_else(|| self.byte(plain(letter))).unwrap_or(b'?')).collect()
    }
}

fn plain(letter: char) -> char {
    let pairs = PLAIN.iter().flat_map(|(marked, plain)| marked.chars().zip(plain.chars()));
    pairs.into_iter().find(|(marked, _)| *marked == letter).map_or(letter, |(_, plain)| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_letters_keep_or_lose_their_marks_and_nothing_commands_the_sign() {
        let label = "Gość\u{3}\u{1b} Łódź – ї";
        assert_eq!(Encoding::Ascii.bytes(label), b"Gosc Lodz - ?");
        assert_eq!(Encoding::Cp1250.bytes(label), b"Go\x9c\xe6 \xa3\xf3d\x9f \x96 ?");
        assert!("ĄĆĘŁŃÓŚŹŻąćęłńóśźż".chars().all(|letter| Encoding::Cp1250.byte(letter).is_some()));
        assert!("ĄĆĘŁŃÓŚŹŻąćęłńóśźż".chars().all(|letter| plain(letter).is_ascii_alphabetic()));
    }
}
