//! The names of clips.

use crate::language::Language;
use crate::letters;
use crate::numerals;
use crate::phrase::Part;

/// The word before a ticket's code.
pub const NUMBER: &str = "number";
/// The word before a desk's label.
pub const DESK: &str = "desk";
/// English "and" between hundreds and the rest.
pub const AND: &str = "and";
/// The largest number that every pack must be able to say.
pub const MOST: u16 = 999;

/// The key of a letter.
#[must_use]
pub fn letter(letter: char) -> String {
    format!("letter-{letter}")
}

/// The key of a number.
#[must_use]
pub fn numeral(number: u16) -> String {
    format!("n-{number}")
}

/// The key of a word of a desk's label.
#[must_use]
pub fn word(word: &str) -> String {
    format!("word-{}", word.to_lowercase())
}

/// Every clip that `render` makes in a language, in the order of making.
#[must_use]
pub fn all(language: Language) -> Vec<String> {
    let mut keys = vec![NUMBER.to_owned(), DESK.to_owned()];
    keys.extend((language == Language::English).then(|| AND.to_owned()));
    keys.extend(('A'..='Z').map(letter));
    keys.extend((0..=MOST).map(numeral));
    keys.extend((1..=9).map(|thousand| numeral(thousand * 1000)));
    keys
}

/// What the voice says for a clip; nothing for a name that is none of ours.
#[must_use]
pub(crate) fn voiced(language: Language, key: &str) -> Option<String> {
    let part = match key.split_once('-') {
        None if key == NUMBER => Part::Number,
        None if key == DESK => Part::Desk,
        None if key == AND && language == Language::English => return Some(AND.to_owned()),
        Some(("letter", name)) => {
            let mut signs = name.chars();
            let letter = signs.next().filter(|sign| signs.next().is_none() && letters::name(language, *sign).is_some());
            Part::Letter(letter?)
        }
        Some(("n", digits)) => {
            let number = digits.parse().ok().filter(|number| *number <= numerals::MOST);
            Part::Numeral(number.filter(|number| numeral(*number) == key)?)
        }
        Some(("word", name)) if !name.is_empty() && name.chars().all(char::is_alphanumeric) => {
            Part::Word(name.to_owned())
        }
        _ => return None,
    };
    Some(part.voiced(language))
}
