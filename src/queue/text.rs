//! A text in the three languages of the office.

use serde::{Deserialize, Serialize};

/// The same words in Polish, English and Ukrainian; Polish stands in where another is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Polish, always there.
    pub pl: String,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Ukrainian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uk: Option<String>,
}

/// A language of the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Polish.
    Pl,
    /// English.
    En,
    /// Ukrainian.
    Uk,
}

impl Language {
    /// `pl`, `en`, `uk`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    /// The language with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Pl, Self::En, Self::Uk].into_iter().find(|language| language.code() == code)
    }
}

impl Text {
    /// A text in all three languages.
    pub fn new(pl: &str, en: &str, uk: &str) -> Self {
        Self { pl: pl.into(), en: Some(en.into()), uk: Some(uk.into()) }
    }

    /// The text in a language (`pl`, `en`, `uk`), Polish when that one is missing.
    pub fn in_language(&self, language: &str) -> &str {
        let wanted = match language {
            "en" => self.en.as_deref(),
            "uk" => self.uk.as_deref(),
            _ => None,
        };
        wanted.unwrap_or(&self.pl)
    }

    /// The text with nothing missing: Polish stands where another is not there.
    pub fn filled(&self) -> Self {
        Self::new(&self.pl, self.in_language("en"), self.in_language("uk"))
    }
}

impl From<&str> for Text {
    fn from(pl: &str) -> Self {
        Self { pl: pl.into(), en: None, uk: None }
    }
}
