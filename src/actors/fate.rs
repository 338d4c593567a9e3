//! What becomes of one letter: whether it is still of use, what it says, what the way out answers.

use crate::clock::process_now_ms;
use crate::directory;
use crate::outlook::Outlook;
use crate::reminders::is_night;
use crate::shared::Shared;
use crate::shift::Shifts;
use crate::written::{self, Params};
use crate::{kiosk_letters, queue_letters};
use chrono::Duration;
use okienko_mail::sms::{self, Gateway, Sms};
use okienko_mail::{Fault, NotSent, Post, compose};
use okienko_queue::Department;
use okienko_queue::ids::{DepartmentId, TicketId};
use okienko_queue::ticket::TicketState;
use okienko_queue::time::from_ms;
use okienko_store::{Contact, Letter};
use std::sync::Arc;

/// What became of a letter.
pub enum Fate {
    /// Handed over; whether letters to this address had failed before.
    Sent {
        /// They had.
        was_failing: bool,
    },
    /// Worth another try.
    Later(String),
    /// The hour is wrong; not before this, process clock.
    NotNow {
        /// Milliseconds since 1970.
        until_ms: i64,
    },
    /// It cannot be written; not the visitor's fault.
    Dead(String),
    /// The address or number is refused for good.
    Refused(String),
    /// There is nobody to write to, or nothing left to say.
    Useless(&'static str),
}

const AWAY: &str = "the database is away";

/// Sends a letter, if it is still of use.
pub async fn of_mail(shared: &Arc<Shared>, post: &Post, shifts: &Shifts, letter: &Letter) -> Fate {
    if kiosk_letters::is_one(letter) {
        return kiosk_letters::send(shared, post, letter).await;
    }
    if queue_letters::is_one(letter) {
        return queue_letters::send(shared, post, letter).await;
    }
    let (contact, params) = match known(shared, letter).await {
        Ok(known) => known,
        Err(fate) => return fate,
    };
    if contact.email.is_empty() {
        return Fate::Useless("there is no address");
    }
    if let Some(fate) = untimely(shared, letter, &contact, &params) {
        return fate;
    }
    let shift = shifts.of(shared, &contact).await;
    let Some(written) = written::letter(shared, letter, &contact, &params, shift) else {
        return Fate::Dead("its service or kind is unknown".into());
    };
    let message = match compose(&written, &written::sender(shared, &contact.language)) {
        Ok(message) => message,
        Err(Fault::Address) => return Fate::Refused(Fault::Address.to_string()),
        Err(fault @ Fault::Sender(_)) => return Fate::Later(fault.to_string()),
        Err(fault) => return Fate::Dead(fault.to_string()),
    };
    for template in message.broken_templates() {
        tracing::error!(%template, "an office's template is broken; the house's words stood in");
    }
    let post = post.clone();
    handed(&contact, tokio::task::spawn_blocking(move || post.send(&message)).await)
}

/// Sends a text message, if it is still of use.
pub async fn of_sms(shared: &Arc<Shared>, gateway: &Gateway, letter: &Letter) -> Fate {
    let (contact, params) = match known(shared, letter).await {
        Ok(known) => known,
        Err(fate) => return fate,
    };
    if letter.kind == "near" {
        match still_waits(shared, &params).await {
            Some(true) => {}
            Some(false) => return Fate::Useless("the ticket does not wait any more"),
            None => return Fate::Later("the department does not answer".into()),
        }
    } else if let Some(fate) = untimely(shared, letter, &contact, &params) {
        return fate;
    } else if contact.state != "booked" || shared.clock.now() >= from_ms(contact.start_ms) {
        return Fate::Useless("the visit is over");
    }
    let Some(note) = written::note(shared, letter, &contact, &params) else {
        return Fate::Dead("its service or kind is unknown".into());
    };
    let (catalogue, mut broken) = (shared.catalogue(), Vec::new());
    let notices = &catalogue.office.notices;
    let text = match sms::write(&note, &notices.templates, notices.sms.polish_letters, &mut broken) {
        Ok(text) => text,
        Err(fault) => return Fate::Dead(fault.to_string()),
    };
    for template in broken {
        tracing::error!(%template, "an office's template is broken; the house's words stood in");
    }
    let now = process_now_ms();
    let message = Sms {
        id: letter.id.replace(':', "."),
        to: contact.phone.clone(),
        text,
        expires: letter.not_after_ms.unwrap_or(now) / 1000,
        now: now / 1000,
    };
    let gateway = gateway.clone();
    match handed(&contact, tokio::task::spawn_blocking(move || gateway.send(&message)).await) {
        // Says nothing about the mail.
        Fate::Sent { .. } => Fate::Sent { was_failing: false },
        fate => fate,
    }
}

fn handed(contact: &Contact, answer: Result<Result<(), NotSent>, tokio::task::JoinError>) -> Fate {
    match answer {
        Ok(Ok(())) => Fate::Sent { was_failing: contact.mail == "failed" },
        Ok(Err(NotSent::Later(why))) => Fate::Later(why),
        Ok(Err(NotSent::Never(why))) => Fate::Refused(why),
        Err(error) => Fate::Later(error.to_string()),
    }
}

/// Whom it is to, and what it says beyond that.
async fn known(shared: &Arc<Shared>, letter: &Letter) -> Result<(Contact, Params), Fate> {
    let appointment = letter.appointment.clone();
    let contact = match directory::read(shared, move |store| store.contact(&appointment)).await {
        Ok(Some(contact)) if contact.erased_ms.is_none() => contact,
        Ok(_) => return Err(Fate::Useless("the contact was erased")),
        Err(_) => return Err(Fate::Later(AWAY.into())),
    };
    let params = serde_json::from_str(&letter.params).map_err(|_| Fate::Dead("it cannot be read".into()))?;
    Ok((contact, params))
}

/// Why a letter is not sent now: by the office clock it came too late, too early in the night, or a newer one says more.
fn untimely(shared: &Shared, letter: &Letter, contact: &Contact, params: &Params) -> Option<Fate> {
    let now = shared.clock.now();
    let booked = contact.state == "booked";
    let moved = params.start_ms.is_some_and(|start| start != contact.start_ms);
    match letter.kind.as_str() {
        "reminder" if !booked || now >= from_ms(contact.start_ms) => Some(Fate::Useless("the visit is over")),
        "reminder" | "change" if moved => Some(Fate::Useless("the visit was moved since")),
        "reminder" if is_night(contact_zone(shared), now) => {
            let over = now + Duration::hours(1);
            let wait = from_ms(over.timestamp_millis() / 3_600_000 * 3_600_000) - now;
            Some(Fate::NotNow { until_ms: process_now_ms() + wait.num_milliseconds() + 1_000 })
        }
        "confirm_request" if !booked || params.confirm_by_ms.is_none_or(|by| now >= from_ms(by)) => {
            Some(Fate::Useless("there is nothing left to confirm"))
        }
        _ => None,
    }
}

fn contact_zone(shared: &Shared) -> chrono_tz::Tz {
    shared.catalogue().office.time_zone
}

/// Whether the ticket of a message still waits; `None` when its department does not answer.
async fn still_waits(shared: &Arc<Shared>, params: &Params) -> Option<bool> {
    let (Some(ticket), Some(department)) = (&params.ticket, &params.department) else { return Some(false) };
    let (ticket, department) = (TicketId::from(ticket.as_str()), DepartmentId::from(department.as_str()));
    let waits = move |department: &Department, _: &Outlook, _| {
        department.ticket(&ticket).is_some_and(|ticket| ticket.state == TicketState::Waiting)
    };
    directory::look(shared, &department, waits).await.ok()
}
