//! What a text message says. The sentence begins with what matters, so that a long name of the office may be cut at the end.

use std::collections::BTreeMap;

use chrono::DateTime;
use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentArgs;
use okienko_queue::text::Text;

use super::alphabet::{is_gsm, plain, units};
use crate::clean::one_line;
use crate::fault::Fault;
use crate::templates::own;
use crate::texts::Texts;
use crate::values::{self, Values};

/// One part in GSM 03.38.
const GSM_MOST: usize = 160;
/// Two joined parts in UCS-2, 67 each: where an office keeps its letters, one is too little for a visit's facts.
const UNICODE_MOST: usize = 134;

/// Which text message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// The code after booking.
    Confirmation,
    /// The visit comes soon.
    Reminder,
    /// Few people are ahead.
    Near,
}

impl NoteKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Confirmation, Self::Reminder, Self::Near];

    /// The stable word for the outbox, text keys and templates.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Reminder => "reminder",
            Self::Near => "near",
        }
    }

    /// The kind of a stable word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// The data of a text message. No name and no phone in it: a telephone lies on tables.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Which.
    pub kind: NoteKind,
    /// `pl`, `en` or `uk`; anything else is written in Polish.
    pub language: String,
    /// The office's name.
    pub office: String,
    /// `R: Rejestracja działalności gospodarczej`.
    pub service: String,
    /// Where; may be empty.
    pub place: String,
    /// The booked hour, in the office's zone.
    pub start: DateTime<Tz>,
    /// When check-in opens.
    pub opens: DateTime<Tz>,
    /// Six digits for the kiosk.
    pub code: String,
    /// The personal link.
    pub link: String,
    /// The ticket's code, of [`NoteKind::Near`].
    pub ticket: String,
}

impl Note {
    fn values(&self) -> Values {
        let mut values = values::blank();
        values.extend([
            ("office", one_line(&self.office)),
            ("service", one_line(&self.service)),
            ("place", one_line(&self.place)),
            ("date", values::date(&self.start)),
            ("hour", values::hour(&self.start)),
            ("opens", values::hour(&self.opens)),
            ("code", one_line(&self.code)),
            ("link", one_line(&self.link)),
            ("ticket", one_line(&self.ticket)),
        ]);
        values
    }
}

/// The message's text, cut to one part of 160 characters, or to two parts where letters outside of GSM 03.38 are kept.
/// `broken` hears of an office's template that failed.
///
/// # Errors
/// [`Fault::Text`] for a missing text.
pub fn write(
    note: &Note,
    templates: &BTreeMap<String, Text>,
    keeps_letters: bool,
    broken: &mut Vec<String>,
) -> Result<String, Fault> {
    let (texts, values) = (Texts::of(&note.language), note.values());
    let name = format!("{}.sms", note.kind.as_str());
    let said = match own(templates, &name, texts.language(), &values, broken) {
        Some(own) => own.text,
        None => {
            let mut args = FluentArgs::new();
            values.into_iter().for_each(|(name, value)| args.set(name, value));
            texts.say(&format!("sms-{}", note.kind.as_str()), &args)?
        }
    };
    let said = one_line(&said);
    Ok(cut(if keeps_letters { said } else { plain(&said) }))
}

fn cut(mut text: String) -> String {
    let most = if is_gsm(&text) { GSM_MOST } else { UNICODE_MOST };
    while units(&text) > most {
        text.pop();
    }
    text.truncate(text.trim_end().len());
    text
}
