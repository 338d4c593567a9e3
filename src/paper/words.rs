//! The house's words on a ticket, from `displays/texts/*/paper.ftl`.
//!
//! Each language stands alone: a text that is missing in one is a [`PaperFault`], never quietly another language's sentence.

use std::sync::LazyLock;

use fluent_templates::fluent_bundle::concurrent::FluentBundle;
use fluent_templates::fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

use crate::{Language, PaperFault};

/// One language's words.
pub(crate) struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

macro_rules! words {
    ($language:expr, $tag:literal) => {
        Words::load($language, langid!($tag), include_str!(concat!("../../displays/texts/", $tag, "/paper.ftl")))
    };
}

static POLISH: LazyLock<Words> = LazyLock::new(|| words!(Language::Pl, "pl"));
static ENGLISH: LazyLock<Words> = LazyLock::new(|| words!(Language::En, "en"));
static UKRAINIAN: LazyLock<Words> = LazyLock::new(|| words!(Language::Uk, "uk"));

impl Words {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::Pl => &POLISH,
            Language::En => &ENGLISH,
            Language::Uk => &UKRAINIAN,
        }
    }

    fn load(language: Language, tag: LanguageIdentifier, source: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks of direction around values are nothing that a printer has.
        bundle.set_use_isolating(false);
        // A broken entry is left out here and named by `say` when it is asked for; the tests ask for all of them.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// A sentence with its values in place.
    pub(crate) fn say(&self, key: &str, values: &[(&'static str, &str)]) -> Result<String, PaperFault> {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, (*value).to_owned());
        }
        self.with(key, &arguments)
    }

    /// A sentence about a number: `$count` chooses its form, `$n` is shown; `$from` is where a range begins.
    pub(crate) fn count(&self, key: &str, from: u32, n: u32) -> Result<String, PaperFault> {
        let mut arguments = FluentArgs::new();
        arguments.set("count", n);
        arguments.set("n", n.to_string());
        arguments.set("from", from.to_string());
        self.with(key, &arguments)
    }

    fn with(&self, key: &str, arguments: &FluentArgs<'_>) -> Result<String, PaperFault> {
        let fault = || PaperFault::Text(self.language.tag(), key.to_owned());
        let pattern = self.bundle.get_message(key).and_then(|message| message.value()).ok_or_else(fault)?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        if errors.is_empty() { Ok(text) } else { Err(fault()) }
    }
}
