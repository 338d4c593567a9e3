//! The office's own words in place of the house's (`office.texts`): one edition a process, swapped whole when the configuration changes.

use super::Lang;
use super::house::House;
use fluent_templates::fluent_bundle::concurrent::FluentBundle;
use fluent_templates::fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use okienko_queue::text::Text;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

type Bundle = FluentBundle<Arc<FluentResource>>;
/// What a text is filled with.
pub(super) type Args = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// All texts, the office's own above the house's, so that a text of the house that quotes another quotes the office's words.
pub(super) struct Edition {
    of: BTreeMap<String, Text>,
    bundles: [Bundle; 3],
}

static EDITION: RwLock<Option<Arc<Edition>>> = RwLock::new(None);
/// Counts the editions; 0 is the house's own.
static NUMBER: AtomicU64 = AtomicU64::new(0);

/// Puts the office's words in force in this process; does nothing when they are in force already. Cheap enough for every request.
/// What was not checked by [`super::problems`] and cannot be read is left out, loudly.
pub fn follow(own: &BTreeMap<String, Text>) {
    let unchanged = {
        let current = EDITION.read().unwrap_or_else(PoisonError::into_inner);
        current.as_ref().map_or(own.is_empty(), |edition| edition.of == *own)
    };
    if unchanged {
        return;
    }
    let edition = (!own.is_empty()).then(|| Arc::new(Edition::of(own)));
    *EDITION.write().unwrap_or_else(PoisonError::into_inner) = edition;
    NUMBER.fetch_add(1, Ordering::Release);
}

/// Which edition is in force; what is made of texts and kept is made anew when it has changed.
pub(crate) fn edition() -> u64 {
    NUMBER.load(Ordering::Acquire)
}

/// A text of the edition in force; `None` when the office has no words of its own at all, or nobody knows the key.
pub(super) fn say(lang: Lang, key: &str, args: Option<&Args>) -> Option<String> {
    let edition = EDITION.read().unwrap_or_else(PoisonError::into_inner).clone()?;
    edition.say(lang, key, args)
}

impl Edition {
    /// The office's words above the house's.
    pub(super) fn of(own: &BTreeMap<String, Text>) -> Self {
        Self { of: own.clone(), bundles: Lang::ALL.map(|lang| bundle(lang, own)) }
    }

    /// A text in a language, filled.
    pub(super) fn say(&self, lang: Lang, key: &str, args: Option<&Args>) -> Option<String> {
        let bundle = self.bundles.get(lang as usize)?;
        let pattern = bundle.get_message(key)?.value()?;
        let args: Option<FluentArgs<'_>> =
            args.map(|args| args.iter().map(|(name, value)| (name.as_ref(), value.clone())).collect());
        Some(bundle.format_pattern(pattern, args.as_ref(), &mut Vec::new()).into_owned())
    }
}

fn bundle(lang: Lang, own: &BTreeMap<String, Text>) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![lang.id().clone()]);
    bundle.set_use_isolating(false);
    for resource in &House::of(lang).resources {
        // A key that stands twice in the house is found by its tests.
        let _ = bundle.add_resource(resource.clone());
    }
    for (key, text) in own {
        let Some(words) = words(text, lang) else { continue };
        match FluentResource::try_new(source(key, words)) {
            Ok(resource) => bundle.add_resource_overriding(Arc::new(resource)),
            Err(_) => {
                tracing::warn!(%key, lang = lang.code(), "a text of the office cannot be read; the house's stands")
            }
        }
    }
    bundle
}

/// The office's words in one language; where it has none, the house's stand, never another language's.
pub(super) fn words(text: &Text, lang: Lang) -> Option<&str> {
    let words = match lang {
        Lang::Pl => Some(text.pl.as_str()),
        Lang::En => text.en.as_deref(),
        Lang::Uk => text.uk.as_deref(),
    };
    words.map(str::trim).filter(|words| !words.is_empty())
}

/// One text as a Fluent entry. Every further line is indented, so that no line can begin an entry of its own.
pub(super) fn source(key: &str, words: &str) -> String {
    let mut lines = words.lines();
    let mut source = format!("{key} = {}\n", lines.next().unwrap_or_default().trim());
    for line in lines {
        source.push_str(&format!("    {line}\n"));
    }
    source
}
