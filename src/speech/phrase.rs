//! One whole call: "Numer U siedem, stanowisko trzy".

use crate::call::{DeskLabel, LabelPart, TicketCode};
use crate::language::Language;
use crate::{letters, numerals};

/// What is said, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// "Number".
    Number,
    /// "Desk".
    Desk,
    /// A letter by its name.
    Letter(char),
    /// A number.
    Numeral(u16),
    /// A word of a desk's label.
    Word(String),
    /// The pause between the ticket and where to go.
    Comma,
}

/// One call, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sentence(Vec<Part>);

impl Sentence {
    /// The call of a ticket to a desk. A label that begins with a word names the place itself: "Kasa 2" is not "stanowisko Kasa dwa".
    #[must_use]
    pub fn new(code: &TicketCode, desk: &DeskLabel) -> Self {
        let mut parts = vec![Part::Number];
        parts.extend(code.letters.chars().map(Part::Letter));
        parts.extend([Part::Numeral(code.number), Part::Comma]);
        if !matches!(desk.parts().first(), Some(LabelPart::Word(_))) {
            parts.push(Part::Desk);
        }
        parts.extend(desk.parts().iter().map(|part| match part {
            LabelPart::Letter(letter) => Part::Letter(*letter),
            LabelPart::Number(number) => Part::Numeral(*number),
            LabelPart::Word(word) => Part::Word(word.clone()),
        }));
        Self(parts)
    }

    /// What is said, one after the other.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// For people to read.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        self.written(|part| part.text(language))
    }

    /// For the voice to say.
    pub(crate) fn voiced(&self, language: Language) -> String {
        self.written(|part| part.voiced(language))
    }

    fn written(&self, word: impl Fn(&Part) -> String) -> String {
        let mut text = String::new();
        for part in &self.0 {
            if *part == Part::Comma {
                text.push(',');
                continue;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word(part));
        }
        text
    }
}

impl Part {
    fn text(&self, language: Language) -> String {
        match self {
            Self::Number => language.number_word().to_owned(),
            Self::Desk => language.desk_word().to_owned(),
            Self::Letter(letter) => letters::name(language, *letter).unwrap_or_default().to_owned(),
            Self::Numeral(number) => numerals::words(language, *number),
            Self::Word(word) => word.clone(),
            Self::Comma => ",".to_owned(),
        }
    }

    /// As espeak-ng says it right: its Ukrainian stresses "вікно" on the wrong syllable and makes "номир" of "номер".
    pub(crate) fn voiced(&self, language: Language) -> String {
        match (self, language) {
            (Self::Number, Language::Ukrainian) => "[[n'omer]]".to_owned(),
            (Self::Desk, Language::Ukrainian) => "[[vi:kn'o]]".to_owned(),
            (Self::Letter(letter), _) => letters::voiced(language, *letter),
            (Self::Numeral(number), _) => numerals::voiced(language, *number),
            _ => self.text(language),
        }
    }
}
