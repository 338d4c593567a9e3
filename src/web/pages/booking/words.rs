//! Words of the office's own configuration: names, places, what to bring. They may be missing in the language of a page.

use crate::texts::Lang;
use okienko_queue::text::Text;

/// A text with the language it is in, so that a page can mark it (WCAG 3.1.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Its language: the page's own, or Polish where that is missing.
    pub lang: Lang,
}

impl Words {
    /// The text in a language, else in Polish.
    #[must_use]
    pub fn of(text: &Text, lang: Lang) -> Self {
        let there = match lang {
            Lang::Pl => true,
            Lang::En => text.en.is_some(),
            Lang::Uk => text.uk.is_some(),
        };
        Self { text: text.in_language(lang.code()).to_owned(), lang: if there { lang } else { Lang::Pl } }
    }

    /// Whether there is anything to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl std::fmt::Display for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Text, Words};

    #[test]
    fn a_missing_language_is_polish_and_says_so() {
        let text = Text { pl: "Dowody".into(), en: Some("Identity cards".into()), uk: None };
        let of = |lang| Words::of(&text, lang);
        assert_eq!((of(Lang::En).text.as_str(), of(Lang::En).lang), ("Identity cards", Lang::En));
        assert_eq!((of(Lang::Uk).text.as_str(), of(Lang::Uk).lang), ("Dowody", Lang::Pl));
    }
}
