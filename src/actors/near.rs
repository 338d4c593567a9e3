//! "Your turn is near": a text message to whoever holds a booked ticket and may have gone away meanwhile, once a ticket.

use crate::clock::process_now_ms;
use crate::directory;
use crate::outlook::Outlook;
use crate::shared::Shared;
use chrono::{Duration as Span, NaiveDate};
use okienko_queue::Department;
use okienko_queue::ids::{AppointmentId, DepartmentId, TicketId};
use okienko_queue::ticket::{Channel, TicketState};
use okienko_queue::time::{Instant, day_of};
use okienko_store::NewLetter;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// The queues are looked at so often.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// Who took the ticket only now stands at the kiosk and reads the same on paper.
const GONE_AFTER: Span = Span::minutes(3);
/// Worthless soon: the mailer also looks whether the ticket still waits.
const NOT_AFTER_MS: i64 = 5 * 60_000;

/// A booked visitor whose turn is near.
struct Near {
    ticket: TicketId,
    code: String,
    appointment: AppointmentId,
}

/// Looks for as long as the process runs.
pub async fn keep(shared: Arc<Shared>) {
    let mut told: (Option<NaiveDate>, BTreeSet<TicketId>) = Default::default();
    while !shared.is_draining() {
        let catalogue = shared.catalogue();
        if let Some(most) = catalogue.office.notices.sms.near {
            let today = Some(day_of(catalogue.office.time_zone, shared.clock.now()));
            if told.0 != today {
                told = (today, BTreeSet::new());
            }
            for department in &catalogue.departments {
                tell(&shared, &department.id, most, &mut told.1).await;
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

async fn tell(shared: &Arc<Shared>, department: &DepartmentId, most: u32, told: &mut BTreeSet<TicketId>) {
    let find = move |department: &Department, _: &Outlook, now| near(department, most, now);
    let Ok(mut found) = directory::look(shared, department, find).await else { return };
    found.retain(|one| !told.contains(&one.ticket));
    if found.is_empty() {
        return;
    }
    let letters: Vec<NewLetter> = found.iter().map(|one| written(shared, department, one)).collect();
    if directory::write(shared, move |appender| appender.put_letters(&letters)).await.is_ok() {
        told.extend(found.into_iter().map(|one| one.ticket));
    }
}

fn near(department: &Department, most: u32, now: Instant) -> Vec<Near> {
    let moment = department.moment(now);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let waiting = department.tickets().filter(|ticket| ticket.state == TicketState::Waiting);
    waiting
        .filter_map(|ticket| {
            let Channel::Booked { appointment, .. } = &ticket.channel else { return None };
            let gone = ticket.issued_at + GONE_AFTER <= now;
            let close = gone && department.waiting().ahead_of(&ticket.id, moment).is_some_and(|ahead| ahead <= most);
            close.then(|| Near {
                ticket: ticket.id.clone(),
                code: ticket.code.clone(),
                appointment: appointment.clone(),
            })
        })
        .collect()
}

fn written(shared: &Shared, department: &DepartmentId, near: &Near) -> NewLetter {
    let process = process_now_ms();
    let params = json!({
        "written_at_ms": shared.clock.now().timestamp_millis(),
        "ticket": near.ticket, "code": near.code, "department": department,
    });
    NewLetter {
        dedupe_key: format!("{}:near:sms", near.ticket),
        kind: "near".into(),
        appointment: near.appointment.to_string(),
        language: "pl".into(),
        params: params.to_string(),
        created_ms: process,
        next_ms: process,
        not_after_ms: Some(process + NOT_AFTER_MS),
        channel: "sms",
    }
}
