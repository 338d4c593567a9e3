//! The data of letters and text messages, from the outbox, the contact and the office's configuration.

use crate::shared::Shared;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use okienko_mail::sms::{Note, NoteKind};
use okienko_mail::{Confirm, Letter, LetterKind, Sender, host_of};
use okienko_queue::config::{DepartmentConfig, Service};
use okienko_queue::office::OfficeFile;
use okienko_queue::time::{from_ms, minutes, minutes_between};
use okienko_store::Contact;
use serde::Deserialize;

/// What the confirmation advises (R17).
pub const ADVICE_MINUTES: u32 = 10;

/// What a letter of the outbox says beyond its contact.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Params {
    /// When it was caused, office clock.
    pub written_at_ms: i64,
    /// How often the visit had been moved.
    pub sequence: u32,
    /// The hour that it is about, where that matters.
    pub start_ms: Option<i64>,
    /// The hour before a change.
    pub from_ms: Option<i64>,
    /// Until when it must be confirmed.
    pub confirm_by_ms: Option<i64>,
    /// `timeout` for a visit that lapsed.
    pub by: Option<String>,
    /// The ticket of a message that its turn is near.
    pub ticket: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// The department that it waits in.
    pub department: Option<String>,
}

/// The letter with all that it says; `None` when its service or kind no longer exists.
pub fn letter(
    shared: &Shared,
    letter: &okienko_store::Letter,
    contact: &Contact,
    params: &Params,
    shift_minutes: Option<u32>,
) -> Option<Letter> {
    let catalogue = shared.catalogue();
    let (department, service) = place_of(&catalogue, contact)?;
    let zone = department.time_zone;
    let kind = match (letter.kind.as_str(), params.by.as_deref()) {
        ("cancellation", Some("timeout")) => LetterKind::Lapsed,
        (word, _) => LetterKind::parse(word)?,
    };
    let (start, written_at) = (from_ms(contact.start_ms), from_ms(params.written_at_ms));
    let (language, appointment) = (contact.language.as_str(), contact.appointment.as_str().into());
    let confirm_by = params.confirm_by_ms.filter(|_| kind == LetterKind::ConfirmRequest).map(from_ms);
    Some(Letter {
        kind,
        language: language.to_owned(),
        appointment: contact.appointment.clone(),
        to_name: contact.name.clone(),
        to_email: contact.email.clone(),
        service: service.title(language),
        place: department.place.in_language(language).to_owned(),
        start: local(zone, start),
        previous: params.from_ms.map(|from| local(zone, from_ms(from))),
        duration_minutes: service.duration_minutes,
        phone: contact.phone.clone(),
        code: contact.code.clone(),
        manage_url: shared.links.manage_url(&appointment),
        confirm: confirm_by.map(|by| Confirm {
            url: shared.links.confirm_url(&appointment),
            by: local(zone, by),
            minutes: minutes_between(written_at, by),
        }),
        window_opens: local(zone, start - minutes(department.check_in.opens_minutes)),
        advice_minutes: ADVICE_MINUTES,
        shift_minutes,
        sequence: params.sequence,
        written_at,
    })
}

/// The text message with all that it says; `None` when its service or kind no longer exists.
pub fn note(shared: &Shared, letter: &okienko_store::Letter, contact: &Contact, params: &Params) -> Option<Note> {
    let catalogue = shared.catalogue();
    let (department, service) = place_of(&catalogue, contact)?;
    let (zone, start, language) = (department.time_zone, from_ms(contact.start_ms), contact.language.as_str());
    Some(Note {
        kind: NoteKind::parse(&letter.kind)?,
        language: language.to_owned(),
        office: catalogue.office.name.in_language(language).to_owned(),
        service: service.title(language),
        place: department.place.in_language(language).to_owned(),
        start: local(zone, start),
        opens: local(zone, start - minutes(department.check_in.opens_minutes)),
        code: contact.code.clone(),
        link: shared.links.manage_url(&contact.appointment.as_str().into()),
        ticket: params.code.clone().unwrap_or_default(),
    })
}

/// Who writes.
pub fn sender(shared: &Shared, language: &str) -> Sender {
    let (catalogue, url) = (shared.catalogue(), shared.links.public_url());
    let office = &catalogue.office;
    Sender {
        office_name: office.name.in_language(language).to_owned(),
        from: office.mail_from.clone(),
        reply_to: office.mail_reply_to.clone(),
        host: host_of(url),
        privacy_url: format!("{url}/privacy"),
        templates: office.notices.templates.clone(),
    }
}

fn place_of<'a>(office: &'a OfficeFile, contact: &Contact) -> Option<(&'a DepartmentConfig, &'a Service)> {
    let department = office.departments.iter().find(|one| one.id.as_str() == contact.department)?;
    Some((department, department.service(&contact.service.as_str().into())?))
}

/// An instant as the office's clock shows it.
pub fn local(zone: Tz, instant: DateTime<Utc>) -> DateTime<Tz> {
    instant.with_timezone(&zone)
}
