//! What a letter says, sentence by sentence, before it becomes text or HTML. The order here is the order on the page.

use fluent_templates::fluent_bundle::FluentArgs;

use crate::clean::one_line;
use crate::fault::Fault;
use crate::letter::{Letter, LetterKind, Sender};
use crate::sentence::Sentence;
use crate::texts::Texts;

/// A label and its value, e.g. "Data: 23/11/2026".
pub(crate) struct Fact {
    pub label: String,
    pub value: String,
}

/// A headed list; steps are numbered, notes are not.
pub(crate) struct Section {
    pub title: String,
    pub ordered: bool,
    pub sentences: Vec<Sentence>,
}

/// The whole letter in words, plus the words of its calendar file.
pub(crate) struct Wording {
    pub language: &'static str,
    pub subject: String,
    pub heading: String,
    pub greeting: String,
    pub intro: Sentence,
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
    pub link: String,
    pub link_label: String,
    pub link_note: String,
    pub office: String,
    pub footer: Vec<String>,
    pub summary: String,
    pub description: String,
    pub location: String,
}

/// Speaks one letter: its texts, its values, and the Polish phrases to mark in another language.
struct Speaker<'a> {
    texts: &'static Texts,
    values: FluentArgs<'a>,
    polish: Vec<String>,
}

impl Speaker<'_> {
    fn say(&self, key: &str) -> Result<String, Fault> {
        self.texts.say(key, &self.values)
    }

    fn sentence(&self, key: &str) -> Result<Sentence, Fault> {
        let phrases: Vec<&str> = self.polish.iter().map(String::as_str).collect();
        Ok(Sentence::new(self.say(key)?, &phrases))
    }

    fn section(&self, title: &str, ordered: bool, keys: &[&str]) -> Result<Section, Fault> {
        let sentences = keys.iter().map(|key| self.sentence(key)).collect::<Result<_, _>>()?;
        Ok(Section { title: self.say(title)?, ordered, sentences })
    }
}

impl Wording {
    /// Puts a letter into words.
    ///
    /// # Errors
    /// [`Fault::Text`] for a missing text, [`Fault::Link`] for a link that a browser should not be sent to.
    pub(crate) fn of(letter: &Letter, sender: &Sender) -> Result<Self, Fault> {
        let speaker = speaker(letter, sender)?;
        let kind = letter.kind.as_str();
        let office = one_line(&sender.office_name);
        let place = one_line(&letter.place);
        Ok(Self {
            language: speaker.texts.language(),
            subject: speaker.say(&format!("mail-{kind}-subject"))?,
            heading: speaker.say(&format!("mail-{kind}-heading"))?,
            greeting: speaker.say("mail-greeting")?,
            intro: speaker.sentence(&format!("mail-{kind}-intro"))?,
            facts: facts(letter, &speaker)?,
            sections: sections(letter, &speaker)?,
            link: link(letter)?,
            link_label: speaker.say(&format!("mail-{kind}-link"))?,
            link_note: speaker.say(&format!("mail-{kind}-link-note"))?,
            footer: footer(sender, &speaker)?,
            summary: speaker.say("mail-calendar-summary")?,
            description: speaker.say(&format!("mail-calendar-{kind}"))?,
            location: if place.is_empty() { office.clone() } else { format!("{office}, {place}") },
            office,
        })
    }
}

fn speaker<'a>(letter: &Letter, sender: &Sender) -> Result<Speaker<'a>, Fault> {
    let texts = Texts::of(&letter.language);
    let entry = Texts::of("pl").say("mail-kiosk-entry", &FluentArgs::new())?;
    let office = one_line(&sender.office_name);
    let mut values = FluentArgs::new();
    values.set("minutes", letter.advice_minutes);
    let minutes = texts.say("mail-minutes", &values)?;
    values.set("advice", minutes);
    values.set("office", office.clone());
    values.set("entry", entry.clone());
    values.set("service", one_line(&letter.service));
    values.set("date", letter.start.format("%d/%m/%Y").to_string());
    values.set("hour", letter.start.format("%H:%M").to_string());
    values.set("opens", letter.window_opens.format("%H:%M").to_string());
    values.set("phone", one_line(&letter.phone));
    values.set("code", one_line(&letter.code));
    values.set("contact", sender.reply_to.as_deref().map(one_line).unwrap_or_default());
    let polish = if texts.language() == "pl" { Vec::new() } else { vec![office, entry] };
    Ok(Speaker { texts, values, polish })
}

fn facts(letter: &Letter, speaker: &Speaker<'_>) -> Result<Vec<Fact>, Fault> {
    let rows = [
        ("mail-fact-name", one_line(&letter.to_name)),
        ("mail-fact-service", one_line(&letter.service)),
        ("mail-fact-date", letter.start.format("%d/%m/%Y").to_string()),
        ("mail-fact-hour", letter.start.format("%H:%M").to_string()),
        ("mail-fact-place", one_line(&letter.place)),
        ("mail-fact-phone", one_line(&letter.phone)),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| Ok(Fact { label: speaker.say(key)?, value }))
        .collect()
}

fn sections(letter: &Letter, speaker: &Speaker<'_>) -> Result<Vec<Section>, Fault> {
    if letter.kind == LetterKind::Cancellation {
        let notes = ["mail-note-void", "mail-note-freed", "mail-note-again"];
        return Ok(vec![speaker.section("mail-notes-title", false, &notes)?]);
    }
    // A foreign number is typed in full with its own country's digits (R14), so "48…" would mislead its owner.
    let phone = if letter.phone.starts_with("48") { "mail-step-phone" } else { "mail-step-phone-abroad" };
    let mut steps = vec!["mail-step-kiosk", phone, "mail-step-window"];
    if !letter.code.trim().is_empty() {
        steps.push("mail-step-code");
    }
    let notes = [
        "mail-note-uncollected",
        "mail-note-several",
        "mail-note-approximate",
        "mail-note-one-matter",
        "mail-note-cancel",
    ];
    Ok(vec![speaker.section("mail-steps-title", true, &steps)?, speaker.section("mail-notes-title", false, &notes)?])
}

fn footer(sender: &Sender, speaker: &Speaker<'_>) -> Result<Vec<String>, Fault> {
    let mut footer = vec![speaker.say("mail-automatic")?];
    if sender.reply_to.is_some() {
        footer.push(speaker.say("mail-contact")?);
    }
    Ok(footer)
}

fn link(letter: &Letter) -> Result<String, Fault> {
    let link = letter.manage_url.trim();
    let web = link.starts_with("https://") || link.starts_with("http://");
    let whole = !link.chars().any(|c| c.is_whitespace() || c.is_control());
    if web && whole { Ok(link.to_owned()) } else { Err(Fault::Link) }
}
