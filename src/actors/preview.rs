//! A letter as it would look: for whoever words the office's templates. The visit is made up; nobody's data is in it.

use crate::office::Office;
use crate::written::{self, ADVICE_MINUTES, local};
use chrono::{Days, NaiveTime};
use okienko_mail::sms::{self, Note, NoteKind};
use okienko_mail::{Confirm, Fault, Letter, LetterKind, compose};
use okienko_queue::ids::AppointmentId;
use okienko_queue::office::OfficeFile;
use okienko_queue::text::Text;
use okienko_queue::time::{Instant, at, day_of, minutes};
use std::collections::BTreeMap;

/// What a letter would say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The subject; empty for a text message alone.
    pub subject: String,
    /// The letter as plain text.
    pub text: String,
    /// The letter as an HTML document.
    pub html: String,
    /// The text message of the same kind, where there is one.
    pub sms: Option<String>,
}

/// Minutes until a confirmation is due, in a sample.
const CONFIRM_MINUTES: u32 = 60;
const PHONE: &str = "48600100200";
const CODE: &str = "402913";
const TICKET: &str = "U007";

impl Office {
    /// A letter of a kind (a word of [`LetterKind`] or [`NoteKind`]) in a language, about a made-up visit of the first service
    /// that can be booked, with these templates. `None` for a kind that does not exist, or while nothing can be booked.
    ///
    /// # Errors
    /// Those of the mail room: an office's setting that no letter can be written with.
    pub fn preview(
        &self,
        kind: &str,
        language: &str,
        templates: BTreeMap<String, Text>,
    ) -> Result<Option<Preview>, Fault> {
        let (letter_kind, note_kind) = (LetterKind::parse(kind), NoteKind::parse(kind));
        let Some(sample) = self.sample(letter_kind.unwrap_or(LetterKind::Confirmation), language) else {
            return Ok(None);
        };
        let notices = self.catalogue().office.notices.clone();
        let note = note_kind.map(|kind| {
            let note = self.sample_note(kind, &sample);
            sms::write(&note, &templates, notices.sms.polish_letters, &mut Vec::new())
        });
        let note = note.transpose()?;
        if letter_kind.is_none() {
            let alone =
                |sms| Preview { subject: String::new(), text: String::new(), html: String::new(), sms: Some(sms) };
            return Ok(note.map(alone));
        }
        let sender = okienko_mail::Sender { templates, ..written::sender(&self.shared, language) };
        let message = compose(&sample, &sender)?;
        let (subject, text, html) =
            (message.subject().to_owned(), message.text().to_owned(), message.html().to_owned());
        Ok(Some(Preview { subject, text, html, sms: note }))
    }

    fn sample(&self, kind: LetterKind, language: &str) -> Option<Letter> {
        let (catalogue, now) = (self.catalogue(), self.clock().now());
        let (department, service) = catalogue
            .departments
            .iter()
            .find_map(|department| Some((department, department.services.iter().find(|one| one.slots.is_some())?)))?;
        let (zone, start) = (department.time_zone, sample_start(&catalogue, now)?);
        let appointment = AppointmentId::from("sample");
        Some(Letter {
            kind,
            language: language.to_owned(),
            appointment: appointment.to_string(),
            to_name: "Anna".into(),
            to_email: "anna@example.org".into(),
            service: service.title(language),
            place: department.place.in_language(language).to_owned(),
            start: local(zone, start),
            previous: (kind == LetterKind::Change).then(|| local(zone, start - minutes(service.duration_minutes))),
            duration_minutes: service.duration_minutes,
            phone: PHONE.into(),
            code: CODE.into(),
            // A link of the right look that opens nothing: the id is nobody's.
            manage_url: self.links().manage_url(&appointment),
            confirm: (kind == LetterKind::ConfirmRequest).then(|| Confirm {
                url: self.links().confirm_url(&appointment),
                by: local(zone, now + minutes(CONFIRM_MINUTES)),
                minutes: CONFIRM_MINUTES,
            }),
            window_opens: local(zone, start - minutes(department.check_in.opens_minutes)),
            advice_minutes: ADVICE_MINUTES,
            shift_minutes: None,
            sequence: 0,
            written_at: now,
        })
    }

    fn sample_note(&self, kind: NoteKind, letter: &Letter) -> Note {
        Note {
            kind,
            language: letter.language.clone(),
            office: self.catalogue().office.name.in_language(&letter.language).to_owned(),
            service: letter.service.clone(),
            place: letter.place.clone(),
            start: letter.start,
            opens: letter.window_opens,
            code: letter.code.clone(),
            link: letter.manage_url.clone(),
            ticket: TICKET.into(),
        }
    }
}

/// Half past ten, a week from now.
fn sample_start(catalogue: &OfficeFile, now: Instant) -> Option<Instant> {
    let zone = catalogue.office.time_zone;
    let day = day_of(zone, now).checked_add_days(Days::new(7))?;
    at(zone, day, NaiveTime::from_hms_opt(10, 30, 0)?)
}
