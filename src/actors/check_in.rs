//! Check-in at a kiosk: who it is is looked up beside the journals, which visit it means is the core's choice (R23–R28).

use crate::ask::{Ask, Key, Reply, Trouble};
use crate::clock::process_now_ms;
use crate::directory;
use crate::shared::{Shared, lock};
use okienko_queue::Department;
use okienko_queue::check_in::{Candidate, choose};
use okienko_queue::command::Command;
use okienko_queue::ids::AppointmentId;
use okienko_queue::refusal::Refusal;
use okienko_queue::text::Language;
use okienko_queue::time::{day_of, from_ms};
use okienko_store::{Contact, Store};
use std::sync::Arc;

/// Another kiosk may collect the visit we chose; then the next one is chosen, so often at most.
const CHOICES: usize = 4;

/// What a citizen types.
#[derive(Clone)]
pub enum Entry {
    /// Digits of a phone with the country's code.
    Phone(String),
    /// The six digits of one visit.
    Code(String),
}

/// What a citizen typed, and in which language the kiosk was then.
#[derive(Clone)]
pub struct Typed {
    /// The phone or the code.
    pub entry: Entry,
    /// The language, where one was chosen.
    pub language: Option<Language>,
}

/// Collects the nearest visit of whoever entered this at a place: a kiosk, or the desk of an `actor` who helps.
pub async fn check_in(
    shared: &Arc<Shared>,
    typed: Typed,
    kiosk: &str,
    actor: &str,
    key: Option<Key>,
) -> Result<Reply, Trouble> {
    if !admitted(shared, kiosk) {
        return Err(Refusal::Throttled.into());
    }
    let answer = collect(shared, &typed, actor, key.as_ref()).await;
    match (&answer, key) {
        (Ok(_), _) => throttle(shared, kiosk, |throttle, _| throttle.succeeded()),
        (Err(Trouble::Refused(refusal)), key) => {
            if let Some(key) = key
                && let Some(given) = directory::answer_under(shared, key).await?
            {
                return given;
            }
            if *refusal == Refusal::UnknownPhone {
                throttle(shared, kiosk, |throttle, now| throttle.missed(now));
            }
        }
        _ => {}
    }
    answer
}

async fn collect(shared: &Arc<Shared>, typed: &Typed, actor: &str, key: Option<&Key>) -> Result<Reply, Trouble> {
    let mut answer = Err(Trouble::TryAgain);
    for _ in 0..CHOICES {
        let appointment = chosen(shared, typed.entry.clone()).await?;
        let department = appointment.department().ok_or(Refusal::NotFound)?;
        let command = Command::CheckIn { appointment, language: typed.language };
        let ask = Ask { department, command, actor: actor.to_owned(), key: key.cloned(), person: None };
        answer = directory::ask(shared, ask).await;
        if answer != Err(Trouble::Refused(Refusal::AlreadyCollected)) {
            break;
        }
    }
    answer
}

async fn chosen(shared: &Arc<Shared>, entry: Entry) -> Result<AppointmentId, Trouble> {
    let now = shared.clock.now();
    let today = day_of(shared.catalogue().office.time_zone, now);
    let contacts = directory::read(shared, move |store| contacts(store, &entry, today)).await?;
    let known = contacts.iter().any(|contact| contact.day != today);
    let mut candidates = Vec::new();
    for contact in contacts.iter().filter(|contact| contact.day == today) {
        candidates.extend(candidate(shared, contact).await?);
    }
    Ok(choose(&candidates, known, now)?)
}

fn contacts(store: &Store, entry: &Entry, today: chrono::NaiveDate) -> Result<Vec<Contact>, okienko_store::Fault> {
    match entry {
        Entry::Phone(digits) => store.contacts_of_person(&store.secrets().person_hash(digits), chrono::NaiveDate::MIN),
        Entry::Code(code) => Ok(store.contact_by_code(today, code)?.into_iter().collect()),
    }
}

async fn candidate(shared: &Arc<Shared>, contact: &Contact) -> Result<Option<Candidate>, Trouble> {
    let id = AppointmentId::from(contact.appointment.as_str());
    let department = contact.department.as_str().into();
    let facts =
        move |department: &Department, _: &_, _| department.appointment(&id).map(|visit| department.candidate(visit));
    directory::look(shared, &department, facts).await
}

fn admitted(shared: &Shared, kiosk: &str) -> bool {
    let mut throttles = lock(&shared.throttles);
    let throttle = throttles.entry(kiosk.to_owned()).or_default();
    throttle.admits(shared.settings.throttle, from_ms(process_now_ms()))
}

fn throttle(
    shared: &Shared,
    kiosk: &str,
    change: impl FnOnce(&mut okienko_queue::throttle::Throttle, okienko_queue::time::Instant),
) {
    let mut throttles = lock(&shared.throttles);
    change(throttles.entry(kiosk.to_owned()).or_default(), from_ms(process_now_ms()));
}
