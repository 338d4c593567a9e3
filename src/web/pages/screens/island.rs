//! The texts that a screen's scripts need, as one JSON object inside the page: data, which a strict content policy lets pass.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use fluent_templates::fluent_bundle::FluentValue;
use serde_json::{Value, json};

use crate::texts::{Lang, Texts, edition};

/// What texts may be filled with. Each is rendered as itself in braces, which the script replaces later.
const PLACEHOLDERS: [(&str, &str); 12] = [
    ("arg", "{arg}"),
    ("code", "{code}"),
    ("current", "{current}"),
    ("date", "{date}"),
    ("desk", "{desk}"),
    ("from", "{from}"),
    ("n", "{n}"),
    ("name", "{name}"),
    ("reason", "{reason}"),
    ("time", "{time}"),
    ("to", "{to}"),
    ("total", "{total}"),
];

/// One number for each plural category of CLDR that whole numbers meet in our languages; `other` is what English uses for the rest.
const FORMS: [(&str, u32); 4] = [("one", 1), ("few", 2), ("many", 5), ("other", 5)];

/// The texts of one screen, made once for each edition of the office's own words.
pub struct Island {
    source: &'static str,
    made: RwLock<Option<(u64, Arc<str>)>>,
}

impl Island {
    /// The texts of a Fluent file; `source` is the Polish one: it names the keys.
    pub const fn new(source: &'static str) -> Self {
        Self { source, made: RwLock::new(None) }
    }

    /// The JSON object that stands in the page.
    pub fn text(&self) -> Arc<str> {
        let now = edition();
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, text)) = made.filter(|(of, _)| *of == now) {
            return text;
        }
        let text: Arc<str> = island(self.source).into();
        *self.made.write().unwrap_or_else(PoisonError::into_inner) = Some((now, text.clone()));
        text
    }
}

/// All texts of a Fluent file in all languages, `{language: {key: text | {category: text}}}`, safe between `<script>` tags.
/// `source` is the Polish file: it names the keys.
pub fn island(source: &str) -> String {
    let all: BTreeMap<&str, BTreeMap<&str, Value>> =
        Lang::ALL.into_iter().map(|lang| (lang.code(), texts(source, Texts::new(lang)))).collect();
    json!(all).to_string().replace('<', "\\u003c")
}

fn texts(source: &str, t: Texts) -> BTreeMap<&str, Value> {
    keys(source).map(|(key, plural)| (key, if plural { forms(t, key) } else { json!(text(t, key, 1)) })).collect()
}

fn forms(t: Texts, key: &str) -> Value {
    FORMS
        .iter()
        .map(|(category, count)| ((*category).to_owned(), json!(text(t, key, *count))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn text(t: Texts, key: &str, count: u32) -> String {
    let [a, b, c, d, e, f, g, h, i, j, k, l] = PLACEHOLDERS.map(|(name, shown)| (name, FluentValue::from(shown)));
    let what = ("what", FluentValue::from("{what}"));
    t.fill(key, [a, b, c, d, e, f, g, h, i, j, k, l, what, ("count", FluentValue::from(count))])
}

/// The texts of these Fluent files (the Polish ones name the keys) in the page's own language alone. Each of `names` stays as itself in
/// braces, which the script replaces.
pub fn own_island<const N: usize>(t: Texts, sources: &[&str], names: [&'static str; N]) -> String {
    let said = |key| t.fill(key, names.map(|name| (name, FluentValue::from(format!("{{{name}}}")))));
    let keys = sources.iter().flat_map(|source| keys(source));
    let all: BTreeMap<&str, String> = keys.map(|(key, _)| (key, said(key))).collect();
    json!({ t.lang.code(): all }).to_string().replace('<', "\\u003c")
}

/// The keys of a Fluent file, each with whether `$count` chooses its form.
fn keys(source: &str) -> impl Iterator<Item = (&str, bool)> {
    source.lines().filter_map(|line| {
        let (key, value) = line.split_once(" =")?;
        let named = key.starts_with(|first: char| first.is_ascii_lowercase());
        named.then(|| (key, value.contains("$count")))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    const FILES: [[&str; 3]; 4] = [
        [
            include_str!("../../../../displays/texts/pl/desk.ftl"),
            include_str!("../../../../displays/texts/en/desk.ftl"),
            include_str!("../../../../displays/texts/uk/desk.ftl"),
        ],
        [
            include_str!("../../../../displays/texts/pl/lobby.ftl"),
            include_str!("../../../../displays/texts/en/lobby.ftl"),
            include_str!("../../../../displays/texts/uk/lobby.ftl"),
        ],
        [
            include_str!("../../../../displays/texts/pl/kiosk.ftl"),
            include_str!("../../../../displays/texts/en/kiosk.ftl"),
            include_str!("../../../../displays/texts/uk/kiosk.ftl"),
        ],
        [
            include_str!("../../../../displays/texts/pl/desk_more.ftl"),
            include_str!("../../../../displays/texts/en/desk_more.ftl"),
            include_str!("../../../../displays/texts/uk/desk_more.ftl"),
        ],
    ];

    #[test]
    fn every_screen_says_everything_in_every_language() {
        for [pl, en, uk] in FILES {
            assert!(keys(pl).count() > 10);
            assert!(keys(pl).eq(keys(en)), "en differs from pl");
            assert!(keys(pl).eq(keys(uk)), "uk differs from pl");
            let shown = island(pl);
            // Fluent leaves `{$name}` where an argument is missing.
            assert!(!shown.contains("{$"), "an argument is not listed");
            for (key, _) in keys(pl) {
                assert!(!shown.contains(&format!(":\"{key}\"")), "{key} has no text");
            }
        }
    }

    #[test]
    fn plural_forms_keep_a_place_for_the_number() {
        let all: Value = serde_json::from_str(&island(FILES[1][0])).unwrap();
        assert_eq!(all["pl"]["lobby-people"]["few"], "{n} osoby");
        assert_eq!(all["pl"]["lobby-people"]["many"], "{n} osób");
        assert_eq!(all["en"]["lobby-people"]["other"], "{n} people");
        assert_eq!(all["uk"]["lobby-people"]["one"], "{n} особа");
    }
}
