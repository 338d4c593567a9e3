//! Every sentence a person reads, by key, in the languages of the office (Fluent files of `displays/texts`), the office's own words first.

mod check;
mod house;
mod own;

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{Loader, fluent_bundle::FluentValue, static_loader};
use unic_langid::{LanguageIdentifier, langid};

pub use check::problems;
pub(crate) use own::edition;
pub use own::follow;

static_loader! {
    static LOCALES = {
        locales: "../../displays/texts",
        fallback_language: "pl",
        // No script here runs from right to left, and the isolating marks would reach screen readers and copied text.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static PL: LanguageIdentifier = langid!("pl");
static EN: LanguageIdentifier = langid!("en");
static UK: LanguageIdentifier = langid!("uk");

/// A language the screens speak. Polish comes first: it is the office's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
    /// All languages, in the order in which a page offers them.
    pub const ALL: [Self; 3] = [Self::Pl, Self::En, Self::Uk];

    /// The BCP 47 code, as used in `lang` attributes and in `?lang=`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    /// The language's own name for itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pl => "Polski",
            Self::En => "English",
            Self::Uk => "Українська",
        }
    }

    /// The language of a code such as `uk` or `en-GB`; `None` when the screens do not speak it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default().trim();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// Chooses by `?lang=`, then by `Accept-Language` (RFC 9110 §12.5.4: highest q first, q=0 is a refusal), else Polish.
    #[must_use]
    pub fn negotiate(query: Option<&str>, accept_language: Option<&str>) -> Self {
        query.and_then(Self::from_code).or_else(|| preferred(accept_language?)).unwrap_or_default()
    }

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Pl => &PL,
            Self::En => &EN,
            Self::Uk => &UK,
        }
    }
}

fn preferred(header: &str) -> Option<Lang> {
    let mut best: Option<(f32, Lang)> = None;
    for range in header.split(',').take(20) {
        let mut parts = range.split(';');
        let Some(lang) = parts.next().and_then(Lang::from_code) else { continue };
        let q = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
        // Strictly greater: among equals the first named wins.
        if q > best.map_or(0.0, |(highest, _)| highest) {
            best = Some((q, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// The texts of one language; small and copied freely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// The language the texts are in.
    pub lang: Lang,
}

impl Texts {
    /// The texts of a language.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The text of a key without arguments. An unknown key is answered by the key itself; the tests see to it that there is none.
    #[must_use]
    pub fn get(&self, key: impl AsRef<str>) -> String {
        let key = key.as_ref();
        let words = own::say(self.lang, key, None).or_else(|| LOCALES.try_lookup(self.lang.id(), key));
        words.unwrap_or_else(|| key.to_owned())
    }

    /// The text of a key with one argument.
    #[must_use]
    pub fn with(&self, key: &str, name: &'static str, value: impl TextArg) -> String {
        self.fill(key, [(name, value.value())])
    }

    /// The text of a key with two arguments.
    #[must_use]
    pub fn with2(
        &self,
        key: &str,
        name: &'static str,
        value: impl TextArg,
        name2: &'static str,
        value2: impl TextArg,
    ) -> String {
        self.fill(key, [(name, value.value()), (name2, value2.value())])
    }

    /// The text of a key with any number of arguments.
    #[must_use]
    pub fn fill<const N: usize>(&self, key: &str, args: [(&'static str, FluentValue<'static>); N]) -> String {
        let args: HashMap<_, _> = args.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        let words =
            own::say(self.lang, key, Some(&args)).or_else(|| LOCALES.try_lookup_with_args(self.lang.id(), key, &args));
        words.unwrap_or_else(|| key.to_owned())
    }

    /// Whether a text of this key exists in some language.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        LOCALES.try_lookup(self.lang.id(), key).is_some()
    }
}

/// What a text can be filled with: words, or a whole number that chooses the plural form.
pub trait TextArg {
    /// The value as Fluent takes it.
    fn value(&self) -> FluentValue<'static>;
}

impl<T: TextArg + ?Sized> TextArg for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

impl TextArg for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl TextArg for String {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

impl TextArg for u32 {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

#[cfg(test)]
#[path = "texts/own_tests.rs"]
mod own_tests;

#[cfg(test)]
mod tests {
    use super::{Lang, Texts};

    #[test]
    fn the_address_is_stronger_than_the_browser_and_polish_stands_behind_both() {
        assert_eq!(Lang::negotiate(Some("uk"), Some("en")), Lang::Uk);
        assert_eq!(Lang::negotiate(None, Some("de, uk;q=0.4, en-GB;q=0.8")), Lang::En);
        assert_eq!(Lang::negotiate(Some("xx"), Some("en;q=0, *")), Lang::Pl);
        assert_eq!(Lang::negotiate(None, None), Lang::Pl);
    }

    #[test]
    fn plural_forms_are_right_and_no_isolating_marks_are_added() {
        let t = Texts::new(Lang::Pl);
        let people = |n: u32| t.with("web-ticket-ahead", "n", n);
        assert_eq!((people(1), people(3), people(5)), ("1 osoba".into(), "3 osoby".into(), "5 osób".into()));
    }
}
