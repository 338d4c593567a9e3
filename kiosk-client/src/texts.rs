//! The sentences of the touch page and of refusals, in the languages of the house (Fluent files of `displays/texts`).

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{Loader, static_loader};
use std::borrow::Cow;
use std::collections::HashMap;
use unic_langid::{LanguageIdentifier, langid};

static_loader! {
    static LOCALES = {
        locales: "../displays/texts",
        fallback_language: "pl",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static PL: LanguageIdentifier = langid!("pl");
static EN: LanguageIdentifier = langid!("en");
static UK: LanguageIdentifier = langid!("uk");

/// A language the screens speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Polish.
    #[default]
    Pl,
    /// English.
    En,
    /// Ukrainian.
    Uk,
}

impl Lang {
    /// All languages.
    pub const ALL: [Self; 3] = [Self::Pl, Self::En, Self::Uk];

    /// The BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    /// The first language of an `Accept-Language` that the screens speak; the page sends one.
    pub fn of_header(header: &str) -> Self {
        let primary = |range: &str| range.split([';', '-']).next().unwrap_or_default().trim().to_lowercase();
        let mut named = header.split(',').take(20).map(primary);
        named.find_map(|code| Self::ALL.into_iter().find(|lang| lang.code() == code)).unwrap_or_default()
    }

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Pl => &PL,
            Self::En => &EN,
            Self::Uk => &UK,
        }
    }
}

/// The texts of one language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Texts {
    /// The language.
    pub lang: Lang,
}

impl Texts {
    /// The texts of a language.
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// A text without arguments; an unknown key is answered by itself.
    pub fn get(&self, key: impl AsRef<str>) -> String {
        let key = key.as_ref();
        LOCALES.try_lookup(self.lang.id(), key).unwrap_or_else(|| key.to_owned())
    }

    /// A text with arguments.
    pub fn fill(&self, key: &str, args: &HashMap<Cow<'static, str>, FluentValue<'_>>) -> String {
        LOCALES.try_lookup_with_args(self.lang.id(), key, args).unwrap_or_else(|| key.to_owned())
    }
}
