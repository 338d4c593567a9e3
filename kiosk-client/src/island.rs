//! The texts that the page's scripts need, as one JSON object inside the page. Placeholders stay, in braces, for the scripts to fill.

use crate::texts::{Lang, Texts};
use fluent_templates::fluent_bundle::FluentValue;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::HashMap;

/// One number for each plural category that whole numbers meet in our languages; `other` is what English uses for the rest.
const FORMS: [(&str, u32); 4] = [("one", 1), ("few", 2), ("many", 5), ("other", 5)];

/// All texts of Fluent files in all languages, `{language: {key: text | {category: text}}}`, safe between `<script>` tags.
/// `sources` are the Polish files: they name the keys.
pub fn island(sources: &[&str]) -> String {
    let source = sources.join("\n");
    let all: Map<String, Value> =
        Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), texts(&source, Texts::new(lang)))).collect();
    Value::Object(all).to_string().replace('<', "\\u003c")
}

fn texts(source: &str, t: Texts) -> Value {
    let names = placeholders(source);
    let say = |key: &str, count: u32| {
        let mut args: HashMap<Cow<'static, str>, FluentValue<'_>> =
            names.iter().map(|name| (Cow::Owned(name.clone()), format!("{{{name}}}").into())).collect();
        args.insert(Cow::Borrowed("count"), count.into());
        json!(t.fill(key, &args))
    };
    let forms = |key: &str| FORMS.iter().map(|(name, count)| ((*name).to_owned(), say(key, *count))).collect();
    keys(source)
        .map(|(key, plural)| (key.to_owned(), if plural { Value::Object(forms(key)) } else { say(key, 1) }))
        .collect()
}

/// The keys of a Fluent file, each with whether `$count` chooses its form.
fn keys(source: &str) -> impl Iterator<Item = (&str, bool)> {
    source.lines().filter_map(|line| {
        let (key, value) = line.split_once(" =")?;
        key.starts_with(|first: char| first.is_ascii_lowercase()).then(|| (key, value.contains("$count")))
    })
}

/// The names of everything that texts are filled with, but `count`.
fn placeholders(source: &str) -> Vec<String> {
    let named = source.split('$').skip(1).map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect());
    let mut names: Vec<String> = named.filter(|name| name != "count").collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn plural_forms_keep_a_place_for_the_number() {
        let text = island(&[include_str!("../../displays/texts/pl/kiosk.ftl")]);
        let all: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(all["pl"]["kiosk-ticket-ahead"]["one"], "Przed Państwem czeka {n} osoba.");
        assert_eq!(all["en"]["kiosk-page"].as_str().unwrap().matches("{n}").count(), 1);
        assert!(!text.contains("{$") && !text.contains('<'));
    }
}
