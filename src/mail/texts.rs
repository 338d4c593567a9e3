//! The texts of letters and text messages, in Polish, English and Ukrainian, from `displays/texts/*/mail.ftl`, `sms.ftl` and `alerts.ftl`.
//!
//! Each language stands alone: a text that is missing in one is a [`Fault`], never quietly another language's sentence.

use std::sync::LazyLock;

use fluent_templates::fluent_bundle::concurrent::FluentBundle;
use fluent_templates::fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

use crate::fault::Fault;

/// One language's texts.
pub(crate) struct Texts {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!("../../displays/texts/", $language, "/mail.ftl")),
            include_str!(concat!("../../displays/texts/", $language, "/sms.ftl")),
            include_str!(concat!("../../displays/texts/", $language, "/alerts.ftl")),
        ]
    };
}

static POLISH: LazyLock<Texts> = LazyLock::new(|| Texts::load("pl", langid!("pl"), files!("pl")));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::load("en", langid!("en"), files!("en")));
static UKRAINIAN: LazyLock<Texts> = LazyLock::new(|| Texts::load("uk", langid!("uk"), files!("uk")));

impl Texts {
    /// The texts of a language tag; Polish for every tag that is not `pl`, `en` or `uk`.
    pub(crate) fn of(language: &str) -> &'static Self {
        match language {
            "en" => &ENGLISH,
            "uk" => &UKRAINIAN,
            _ => &POLISH,
        }
    }

    /// `pl`, `en` or `uk`.
    pub(crate) fn language(&self) -> &'static str {
        self.language
    }

    fn load(language: &'static str, tag: LanguageIdentifier, sources: [&str; 3]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks of direction around arguments would be copied along with a phone number or code by whoever copies it.
        bundle.set_use_isolating(false);
        // A broken entry is left out here and named by `say` when it is asked for; the tests ask for all of them.
        for source in sources {
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The sentence of `key` with the letter's values in place.
    ///
    /// # Errors
    /// [`Fault::Text`] when the key is missing or names a value that is not there.
    pub(crate) fn say(&self, key: &str, values: &FluentArgs<'_>) -> Result<String, Fault> {
        let fault = || Fault::Text(self.language, key.to_owned());
        let pattern = self.bundle.get_message(key).and_then(|message| message.value()).ok_or_else(fault)?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(values), &mut errors).into_owned();
        if errors.is_empty() { Ok(text) } else { Err(fault()) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    #[test]
    fn a_missing_key_and_a_missing_value_are_faults() {
        let none = FluentArgs::new();
        assert_eq!(Texts::of("uk").say("mail-nothing", &none), Err(Fault::Text("uk", "mail-nothing".into())));
        assert!(Texts::of("uk").say("mail-step-code", &none).is_err());
    }

    #[test]
    fn three_files_hold_the_same_keys_and_no_broken_entry() {
        let keys = |sources: [&str; 3]| {
            for source in sources {
                FluentResource::try_new(source.to_owned()).expect("every entry parses");
            }
            let lines = sources.into_iter().flat_map(str::lines);
            let mut keys: Vec<_> = lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect();
            keys.retain(|key| key.starts_with("mail-") || key.starts_with("sms-"));
            keys.sort_unstable();
            keys.join(" ")
        };
        let polish = keys(files!("pl"));
        assert!(polish.contains("sms-near") && polish.contains("mail-contact"));
        assert_eq!(polish, keys(files!("en")));
        assert_eq!(polish, keys(files!("uk")));
    }

    #[test]
    fn minutes_are_declined() {
        let minutes = |language: &str, n: u32| {
            let mut values = FluentArgs::new();
            values.set("minutes", n);
            Texts::of(language).say("mail-minutes", &values).unwrap()
        };
        let polish = [1, 2, 5, 10, 21, 22].map(|n| minutes("pl", n));
        assert_eq!(polish, ["1 minutę", "2 minuty", "5 minut", "10 minut", "21 minut", "22 minuty"]);
        let ukrainian = [1, 2, 5, 11, 21].map(|n| minutes("uk", n));
        assert_eq!(ukrainian, ["1 хвилину", "2 хвилини", "5 хвилин", "11 хвилин", "21 хвилину"]);
        assert_eq!([1, 10].map(|n| minutes("en", n)), ["1 minute", "10 minutes"]);
    }
}
