//! The enclosure: what belongs to a command but not to the journal, written in the same transaction.

use crate::ask::{Key, Person};
use crate::booking;
use crate::clock::process_now_ms;
use crate::flight::Pending;
use crate::rows::{event_row, signed, visit_rows};
use crate::shared::Shared;
use okienko_queue::appointment::AppointmentState;
use okienko_queue::claims::{self, Claim as Rule};
use okienko_queue::event::{Event, Record};
use okienko_queue::{Department, Step, time};
use okienko_store::{AnswerRow, Batch, Claim, Contact, Enclosure, Fault, NewLetter, Release, VisitState};
use std::sync::Arc;

/// An enclosure being filled.
pub struct Enclosing {
    shared: Arc<Shared>,
    enclosure: Enclosure,
}

impl Enclosing {
    /// An empty one.
    pub fn new(shared: &Arc<Shared>) -> Self {
        Self { shared: shared.clone(), enclosure: Enclosure::default() }
    }

    /// Encloses what the events of a command need.
    pub fn command(&mut self, index: usize, pending: &Pending, step: &Step, department: &Department) {
        for record in &step.records {
            self.event(index, pending, record, department);
        }
    }

    fn event(&mut self, index: usize, pending: &Pending, record: &Record, department: &Department) {
        let mut rules = claims::of_event(&record.event);
        if let (Event::Booked { appointment, service, start, .. }, Some(person)) = (&record.event, &pending.ask.person)
        {
            let config = department.config();
            let hash = self.shared.store.secrets().person_hash(&person.phone);
            let lasts = config.service(service).map_or(0, |service| service.duration_minutes);
            let owner = appointment.as_str();
            rules.extend(claims::of_person(&config.booking, config.time_zone, &hash, *start, lasts, owner));
            self.contact(index, person, &record.event, hash, department);
        }
        for rule in rules {
            self.rule(index, rule);
        }
        self.letter(record, pending);
    }

    fn rule(&mut self, command: usize, rule: Rule) {
        match rule {
            Rule::Take { kind, key, ordinals, owner } => {
                let ordinals = i32::try_from(ordinals).unwrap_or(i32::MAX);
                self.enclosure.claims.push(Claim { command, kind: kind.into(), key, ordinals, owner });
            }
            Rule::Release { owner, kind } => {
                // Releases are written before claims: what this very batch claimed is not claimed at all.
                let freed = |claim: &Claim| claim.owner == owner && kind.is_none_or(|kind| claim.kind == kind);
                self.enclosure.claims.retain(|claim| !freed(claim));
                self.enclosure.releases.push(Release { owner, kind: kind.map(str::to_owned) });
            }
        }
    }

    fn contact(&mut self, command: usize, person: &Person, event: &Event, hash: String, department: &Department) {
        let Event::Booked { appointment, service, start, .. } = event else { return };
        self.enclosure.contacts.push(Contact {
            command,
            appointment: appointment.to_string(),
            department: department.config().id.to_string(),
            day: time::day_of(department.config().time_zone, *start),
            start_ms: start.timestamp_millis(),
            service: service.to_string(),
            person: hash,
            name: person.name.clone(),
            phone: person.phone.clone(),
            email: person.email.clone(),
            language: person.language.clone(),
            code: person.code.clone().unwrap_or_else(booking::draw_code),
            erased_ms: None,
            state: AppointmentState::Booked.as_str().into(),
        });
    }

    fn letter(&mut self, record: &Record, pending: &Pending) {
        let (kind, appointment) = match &record.event {
            Event::Booked { appointment, .. } if pending.ask.person.is_some() => ("confirmation", appointment),
            Event::AppointmentCancelled { appointment, .. } => ("cancellation", appointment),
            _ => return,
        };
        let now = process_now_ms();
        self.enclosure.letters.push(NewLetter {
            dedupe_key: format!("{appointment}:{kind}"),
            kind: kind.into(),
            appointment: appointment.to_string(),
            language: pending.ask.person.as_ref().map_or("pl", |person| &person.language).to_owned(),
            params: serde_json::json!({ "written_at_ms": record.at.timestamp_millis() }).to_string(),
            created_ms: now,
            next_ms: now,
            not_after_ms: None,
        });
    }

    /// Records the answer under an idempotency key.
    pub fn answer(&mut self, command: usize, key: &Key, body: &str) {
        self.enclosure.answers.push(AnswerRow {
            command,
            key: key.key.clone(),
            body_hash: key.body_hash.clone(),
            answer: body.to_owned(),
            created_ms: process_now_ms(),
        });
    }

    /// The whole batch, with the rows of the read model that the events touched.
    pub fn finish(mut self, working: &mut Department, records: &[Record], expected: i64) -> Result<Batch, Fault> {
        let touched = working.take_touched();
        let tickets = touched.tickets.iter().filter_map(|id| working.ticket(id));
        self.enclosure.visits = tickets.flat_map(|ticket| visit_rows(working, ticket)).collect();
        let visits = touched.appointments.iter().filter_map(|id| working.appointment(id));
        self.enclosure.states = visits
            .map(|visit| VisitState { appointment: visit.id.to_string(), state: visit.state.as_str().into() })
            .collect();
        debug_assert!(records.first().is_none_or(|first| signed(first.seq) == expected + 1));
        Ok(Batch {
            department: working.config().id.to_string(),
            expected,
            events: records.iter().map(|record| event_row(working, record)).collect::<Result<_, _>>()?,
            enclosure: self.enclosure,
        })
    }
}
