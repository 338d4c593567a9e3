//! The letters A to Z by the names they are called by in each language.
//!
//! Codes hold Latin letters whatever the language. Ukrainian calls them by their traditional Latin names, as in mathematics: U is "у"
//! (not "ю", which is how English calls it and how Ukrainians call a letter of their own), H is "га" and G "ґе", Y is "ігрек".
//! A vowel that is its own name is written as the letter itself.

use crate::language::Language;

/// Letter, Polish, English, Ukrainian.
const NAMES: [(char, [&str; 3]); 26] = [
    ('A', ["A", "A", "А"]),
    ('B', ["be", "bee", "бе"]),
    ('C', ["ce", "cee", "це"]),
    ('D', ["de", "dee", "де"]),
    ('E', ["E", "E", "Е"]),
    ('F', ["ef", "ef", "еф"]),
    ('G', ["gie", "gee", "ґе"]),
    ('H', ["ha", "aitch", "га"]),
    ('I', ["I", "I", "І"]),
    ('J', ["jot", "jay", "йот"]),
    ('K', ["ka", "kay", "ка"]),
    ('L', ["el", "el", "ель"]),
    ('M', ["em", "em", "ем"]),
    ('N', ["en", "en", "ен"]),
    ('O', ["O", "O", "О"]),
    ('P', ["pe", "pee", "пе"]),
    ('Q', ["ku", "cue", "ку"]),
    ('R', ["er", "ar", "ер"]),
    ('S', ["es", "ess", "ес"]),
    ('T', ["te", "tee", "те"]),
    ('U', ["U", "U", "У"]),
    ('V', ["fau", "vee", "ве"]),
    ('W', ["wu", "double-u", "дубль-ве"]),
    ('X', ["iks", "ex", "ікс"]),
    ('Y', ["igrek", "wye", "ігрек"]),
    ('Z', ["zet", "zed", "зет"]),
];

/// A letter's name; nothing for what is not A to Z.
#[must_use]
pub fn name(language: Language, letter: char) -> Option<&'static str> {
    let (_, [polish, english, ukrainian]) = NAMES.iter().find(|(known, _)| *known == letter)?;
    Some(match language {
        Language::Polish => polish,
        Language::English => english,
        Language::Ukrainian => ukrainian,
    })
}

/// A letter as espeak-ng says it right: a name that is a small word too (i, o, w; a) would be slurred as that word, so vowels are given as
/// phonemes; the Ukrainian І and У also longer than in a word, else they are over before one listens. English letters it knows by
/// themselves, save the article.
pub(crate) fn voiced(language: Language, letter: char) -> String {
    match (language, letter) {
        (Language::Polish, 'A') => "[['a]]".into(),
        (Language::Polish, 'E') => "[['E]]".into(),
        (Language::Polish, 'I') => "[['i]]".into(),
        (Language::Polish, 'O') => "[['O]]".into(),
        (Language::Polish, 'U') => "[['u]]".into(),
        (Language::Ukrainian, 'I') => "[['i:]]".into(),
        (Language::Ukrainian, 'U') => "[['u:]]".into(),
        (Language::Ukrainian, 'X') => "[['i:ks]]".into(),
        (Language::Ukrainian, 'Y') => "[['i:hrek]]".into(),
        (Language::English, 'A') => "[['eI]]".into(),
        (Language::English, letter) => letter.to_string(),
        (language, letter) => name(language, letter).unwrap_or_default().to_lowercase(),
    }
}
