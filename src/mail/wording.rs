//! What a letter says, sentence by sentence, before it becomes text or HTML. The order here is the order on the page.

use fluent_templates::fluent_bundle::FluentArgs;

use crate::clean::one_line;
use crate::fault::Fault;
use crate::letter::{Letter, LetterKind, Sender};
use crate::sentence::Sentence;
use crate::templates::own;
use crate::texts::Texts;
use crate::values::{self, Values};

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
    pub heading: Sentence,
    pub greeting: String,
    pub intro: Sentence,
    pub extra: Vec<Sentence>,
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
    pub link: String,
    pub link_label: String,
    pub link_note: String,
    pub office: String,
    pub footer: Vec<String>,
    pub privacy: String,
    pub privacy_url: String,
    pub summary: String,
    pub description: String,
    pub location: String,
    /// Templates of the office that could not be used.
    pub broken: Vec<String>,
}

/// Speaks one letter: its texts, its values, and the Polish phrases to mark in another language.
struct Speaker<'a> {
    texts: &'static Texts,
    args: FluentArgs<'a>,
    values: Values,
    polish: Vec<String>,
    broken: Vec<String>,
}

impl Speaker<'_> {
    fn say(&self, key: &str) -> Result<String, Fault> {
        self.texts.say(key, &self.args)
    }

    fn sentence(&self, key: &str) -> Result<Sentence, Fault> {
        Ok(self.marked(self.say(key)?))
    }

    fn marked(&self, text: String) -> Sentence {
        let phrases: Vec<&str> = self.polish.iter().map(String::as_str).collect();
        Sentence::new(text, &phrases)
    }

    fn section(&self, title: &str, ordered: bool, keys: &[&str]) -> Result<Section, Fault> {
        let sentences = keys.iter().map(|key| self.sentence(key)).collect::<Result<_, _>>()?;
        Ok(Section { title: self.say(title)?, ordered, sentences })
    }

    /// The office's own words for a part of this kind of letter, one sentence a line; empty when the house's stand.
    fn own(&mut self, kind: LetterKind, part: &str, sender: &Sender) -> Vec<Sentence> {
        let name = format!("{}.{part}", kind.as_str());
        let said = own(&sender.templates, &name, self.texts.language(), &self.values, &mut self.broken);
        let Some(own) = said else { return Vec::new() };
        let lines = own.text.lines().filter(|line| !line.is_empty());
        lines.map(|line| if own.polish { Sentence::polish(line) } else { self.marked(line.to_owned()) }).collect()
    }
}

impl Wording {
    /// Puts a letter into words.
    ///
    /// # Errors
    /// [`Fault::Text`] for a missing text, [`Fault::Link`] for a link that a browser should not be sent to.
    pub(crate) fn of(letter: &Letter, sender: &Sender) -> Result<Self, Fault> {
        let mut speaker = speaker(letter, sender)?;
        let kind = letter.kind.as_str();
        let office = one_line(&sender.office_name);
        let place = one_line(&letter.place);
        let key = |part: &str| format!("mail-{kind}-{part}");
        let subject = speaker.own(letter.kind, "subject", sender).into_iter().next();
        let heading = joined(speaker.own(letter.kind, "heading", sender));
        let intro = joined(speaker.own(letter.kind, "intro", sender));
        let extra = speaker.own(letter.kind, "extra", sender);
        Ok(Self {
            language: speaker.texts.language(),
            subject: subject.map_or_else(|| speaker.say(&key("subject")), |own| Ok(own.text))?,
            heading: heading.map_or_else(|| speaker.sentence(&key("heading")), Ok)?,
            greeting: speaker.say("mail-greeting")?,
            intro: intro.map_or_else(|| speaker.sentence(&key("intro")), Ok)?,
            extra,
            facts: facts(letter, &speaker)?,
            sections: sections(letter, &speaker)?,
            link: link(letter)?,
            link_label: speaker.say(&key("link"))?,
            link_note: speaker.say(&key("link-note"))?,
            footer: footer(sender, &speaker)?,
            privacy: speaker.say("mail-privacy")?,
            privacy_url: one_line(&sender.privacy_url),
            summary: speaker.say("mail-calendar-summary")?,
            description: speaker.say(if letter.kind.ends() { "mail-calendar-ended" } else { "mail-calendar-visit" })?,
            location: if place.is_empty() { office.clone() } else { format!("{office}, {place}") },
            office,
            broken: speaker.broken,
        })
    }
}

/// Several lines of the office's words where the letter has room for one sentence.
fn joined(sentences: Vec<Sentence>) -> Option<Sentence> {
    sentences.into_iter().reduce(Sentence::and)
}

fn speaker<'a>(letter: &Letter, sender: &Sender) -> Result<Speaker<'a>, Fault> {
    let texts = Texts::of(&letter.language);
    let entry = Texts::of("pl").say("mail-kiosk-entry", &FluentArgs::new())?;
    let values = values::of_letter(letter, sender);
    let mut args = FluentArgs::new();
    let minutes = |key: &str, minutes: u32| {
        let mut count = FluentArgs::new();
        count.set("minutes", minutes);
        texts.say(key, &count)
    };
    args.set("advice", minutes("mail-minutes", letter.advice_minutes)?);
    args.set("shift", minutes("mail-minutes", letter.shift_minutes.unwrap_or_default())?);
    let confirm = letter.confirm.as_ref();
    args.set("within", minutes("mail-within", confirm.map_or(0, |confirm| confirm.minutes))?);
    args.set("by", confirm.map(|confirm| values::hour(&confirm.by)).unwrap_or_default());
    for name in ["office", "service", "date", "hour", "phone", "code", "opens"] {
        args.set(name, values.get(name).cloned().unwrap_or_default());
    }
    args.set("entry", entry.clone());
    args.set("contact", sender.reply_to.as_deref().map(one_line).unwrap_or_default());
    let office = one_line(&sender.office_name);
    let polish = if texts.language() == "pl" { Vec::new() } else { vec![office, entry] };
    Ok(Speaker { texts, args, values, polish, broken: Vec::new() })
}

fn facts(letter: &Letter, speaker: &Speaker<'_>) -> Result<Vec<Fact>, Fault> {
    let previous = letter.previous.as_ref().filter(|_| letter.kind == LetterKind::Change);
    let rows = [
        ("mail-fact-name", one_line(&letter.to_name)),
        ("mail-fact-service", one_line(&letter.service)),
        ("mail-fact-previous", previous.map(|at| at.format("%d/%m/%Y, %H:%M").to_string()).unwrap_or_default()),
        ("mail-fact-date", values::date(&letter.start)),
        ("mail-fact-hour", values::hour(&letter.start)),
        ("mail-fact-place", one_line(&letter.place)),
        ("mail-fact-phone", one_line(&letter.phone)),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| Ok(Fact { label: speaker.say(key)?, value }))
        .collect()
}

fn sections(letter: &Letter, speaker: &Speaker<'_>) -> Result<Vec<Section>, Fault> {
    let notes: &[&str] = match letter.kind {
        LetterKind::Cancellation => &["mail-note-void", "mail-note-freed", "mail-note-again"],
        LetterKind::Lapsed => &["mail-note-lapsed", "mail-note-again"],
        LetterKind::NotCollected => &["mail-note-missed", "mail-note-again"],
        LetterKind::ConfirmRequest => &["mail-note-unconfirmed", "mail-note-next-letter", "mail-note-one-matter"],
        _ => return explained(letter, speaker),
    };
    Ok(vec![speaker.section("mail-notes-title", false, notes)?])
}

/// How the ticket is collected, and what holds for every visit (R17).
fn explained(letter: &Letter, speaker: &Speaker<'_>) -> Result<Vec<Section>, Fault> {
    // A foreign number is typed in full with its own country's digits (R14), so "48…" would mislead its owner.
    let phone = if letter.phone.starts_with("48") { "mail-step-phone" } else { "mail-step-phone-abroad" };
    let mut steps = vec!["mail-step-kiosk", phone, "mail-step-window"];
    if !letter.code.trim().is_empty() {
        steps.push("mail-step-code");
    }
    let mut notes = vec!["mail-note-uncollected", "mail-note-several", "mail-note-approximate"];
    if letter.shift_minutes.is_some() {
        notes.push("mail-note-shift");
    }
    notes.extend(["mail-note-one-matter", "mail-note-cancel"]);
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
    let link = letter.confirm.as_ref().map_or(&letter.manage_url, |confirm| &confirm.url).trim();
    let web = link.starts_with("https://") || link.starts_with("http://");
    let whole = !link.chars().any(|c| c.is_whitespace() || c.is_control());
    if web && whole { Ok(link.to_owned()) } else { Err(Fault::Link) }
}
