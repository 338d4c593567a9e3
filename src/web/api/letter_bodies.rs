//! What the calls about letters take and show.

use crate::instants::local;
use chrono_tz::Tz;
use okienko_mail::{TemplateProblem, mask, mask_digits, template_names};
use okienko_queue::text::Text;
use okienko_queue::time::from_ms;
use okienko_store::{Letter, LetterCounts};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The office's words by template name.
pub(crate) type Words = BTreeMap<String, Text>;
/// Changes of them; null takes one away.
pub(crate) type Change = BTreeMap<String, Option<Text>>;

/// Body of `POST /letters/bounce`.
#[derive(Deserialize)]
pub(crate) struct Bounce {
    /// The letter's `Message-ID`, with or without angles.
    pub message_id: String,
}

/// Body of `POST /letters/templates`.
#[derive(Deserialize)]
pub(crate) struct Save {
    /// What to change.
    pub templates: Change,
}

/// Body of `POST /letters/preview`.
#[derive(Deserialize)]
pub(crate) struct Wish {
    /// Which letter.
    pub kind: String,
    /// In which language.
    pub language: String,
    /// What to change before.
    #[serde(default)]
    pub templates: Change,
}

/// Words with changes made; an empty translation is none.
pub(crate) fn changed(mut words: Words, change: Change) -> Words {
    let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    for (name, text) in change {
        match text {
            Some(text) => words.insert(name, Text { pl: text.pl, en: given(text.en), uk: given(text.uk) }),
            None => words.remove(&name),
        };
    }
    words
}

/// A letter that was given up. Whose it is stands in no answer; the reason was masked when it was kept, and is once more.
pub(crate) fn dead(letter: &Letter, zone: Tz) -> Value {
    json!({
        "id": letter.id,
        "kind": letter.kind,
        "channel": letter.channel,
        "language": letter.language,
        "appointment": letter.appointment,
        "written_at": local(zone, from_ms(letter.created_ms)),
        "attempts": letter.attempts,
        "reason": mask_digits(&mask(letter.last_error.as_deref().unwrap_or_default())),
    })
}

/// How many letters are in which state.
pub(crate) fn counts(counts: LetterCounts) -> Value {
    json!({ "queued": counts.queued, "sent": counts.sent, "dead": counts.dead, "dropped": counts.dropped })
}

/// All there is to word, and what lacks a language.
pub(crate) fn templates(words: &Words) -> Value {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    for name in template_names() {
        let Some((kind, part)) = name.split_once('.') else { continue };
        match kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, parts)) => parts.push(part.to_owned()),
            None => kinds.push((kind.to_owned(), vec![part.to_owned()])),
        }
    }
    let missing = words.iter().filter_map(|(name, text)| {
        let lacks = [("en", text.en.is_none()), ("uk", text.uk.is_none())];
        let languages: Vec<&str> = lacks.iter().filter(|(_, lacks)| *lacks).map(|(language, _)| *language).collect();
        (!languages.is_empty()).then(|| json!({ "name": name, "languages": languages }))
    });
    json!({
        "kinds": kinds.iter().map(|(kind, parts)| json!({ "kind": kind, "parts": parts })).collect::<Vec<_>>(),
        "values": okienko_mail::VALUES,
        "templates": words,
        "missing": missing.collect::<Vec<_>>(),
    })
}

/// What is wrong with templates.
pub(crate) fn problems(found: &[TemplateProblem]) -> Value {
    let shown = |one: &TemplateProblem| json!({ "name": one.name, "language": one.language, "line": one.line, "code": one.code, "detail": one.detail });
    found.iter().map(shown).collect::<Vec<_>>().into()
}
