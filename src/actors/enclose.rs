//! The enclosure: what belongs to a command but not to the journal, written in the same transaction.

use crate::access;
use crate::ask::{Key, Person};
use crate::booking;
use crate::clock::process_now_ms;
use crate::flight::Pending;
use crate::notices::{self, Wanted};
use crate::rows::{Rows, event_row, signed};
use crate::shared::Shared;
use okienko_queue::appointment::AppointmentState;
use okienko_queue::claims::{self, Claim as Rule};
use okienko_queue::command::Command;
use okienko_queue::event::{Event, Record};
use okienko_queue::ids::{AppointmentId, ServiceId};
use okienko_queue::time::Instant;
use okienko_queue::{Department, Step, time};
use okienko_store::{AnswerRow, Batch, Claim, Contact, ContactMove, Enclosure, Fault, NoteRow, Release, VisitState};
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
        self.enclosure.accesses.extend(access::of(record, &department.config().id));
        self.note(pending, record);
        let mut rules = claims::of_event(&record.event);
        if let Some(person) = &pending.ask.person {
            match &record.event {
                Event::Booked { appointment, service, start, beyond_limits, .. } => {
                    if !beyond_limits {
                        rules.extend(self.rules_of(person, department, service, *start, appointment));
                    }
                    self.contact(index, person, &record.event, record.at, department);
                }
                Event::AppointmentMoved { appointment, start, seat, beyond_limits, .. } => {
                    let Some(visit) = department.appointment(appointment) else { return };
                    rules.extend(claims::of_move(&visit.service, *start, *seat, appointment.as_str()));
                    if !beyond_limits {
                        rules.extend(self.rules_of(person, department, &visit.service, *start, appointment));
                    }
                    self.moved(index, person, appointment, *start, department);
                }
                _ => {}
            }
        }
        for rule in rules {
            self.rule(index, rule);
        }
        let catalogue = self.shared.catalogue();
        let wanted = Wanted { notices: &catalogue.office.notices, sms: self.shared.has_sms };
        let letters = notices::of(record, pending.ask.person.as_ref(), department, &wanted);
        self.enclosure.letters.extend(letters);
    }

    /// What a person's visit may not share with others of the same phone or address (R13).
    fn rules_of(
        &self,
        person: &Person,
        department: &Department,
        service: &ServiceId,
        start: Instant,
        appointment: &AppointmentId,
    ) -> Vec<Rule> {
        let (config, secrets) = (department.config(), self.shared.store.secrets());
        let phone = secrets.person_hash(&person.phone);
        let email = (!person.email.is_empty()).then(|| secrets.person_hash(&person.email.to_lowercase()));
        let booker = claims::Booker { phone: &phone, email: email.as_deref() };
        let lasts = config.service(service).map_or(0, |service| service.duration_minutes);
        claims::of_person(&config.booking, config.time_zone, booker, start, lasts, appointment.as_str())
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

    /// The journal says that a note was written; what it says came with the command.
    fn note(&mut self, pending: &Pending, record: &Record) {
        let (Event::Noted { ticket, appointment, .. }, Command::AtDesk { action, .. }) =
            (&record.event, &pending.ask.command)
        else {
            return;
        };
        let text = action.note().and_then(|(_, text)| text);
        self.enclosure.notes.push(NoteRow {
            ticket: ticket.to_string(),
            appointment: appointment.as_ref().map(ToString::to_string).unwrap_or_default(),
            sealed: text.map(|text| text.0.clone()).unwrap_or_default(),
            at_ms: record.at.timestamp_millis(),
        });
    }

    fn contact(&mut self, command: usize, person: &Person, event: &Event, at: Instant, department: &Department) {
        let Event::Booked { appointment, service, start, .. } = event else { return };
        self.enclosure.contacts.push(Contact {
            command,
            appointment: appointment.to_string(),
            department: department.config().id.to_string(),
            day: time::day_of(department.config().time_zone, *start),
            start_ms: start.timestamp_millis(),
            service: service.to_string(),
            person: self.shared.store.secrets().person_hash(&person.phone),
            name: person.name.clone(),
            phone: person.phone.clone(),
            email: person.email.clone(),
            language: person.language.clone(),
            code: person.code.clone().unwrap_or_else(booking::draw_code),
            erased_ms: None,
            state: AppointmentState::Booked.as_str().into(),
            booked_ms: at.timestamp_millis(),
            origin: person.origin.clone().unwrap_or_default(),
            mail: "fine".into(),
        });
    }

    fn moved(
        &mut self,
        command: usize,
        person: &Person,
        appointment: &AppointmentId,
        start: Instant,
        department: &Department,
    ) {
        self.enclosure.moves.push(ContactMove {
            command,
            appointment: appointment.to_string(),
            day: time::day_of(department.config().time_zone, start),
            start_ms: start.timestamp_millis(),
            code: person.code.clone().unwrap_or_else(booking::draw_code),
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
        let rows = Rows::of(working, &touched);
        self.enclosure.visits = rows.visits;
        self.enclosure.appointments = rows.appointments;
        self.enclosure.desk_hours = rows.desk_hours;
        self.enclosure.plans = rows.plans;
        self.enclosure.undone = rows.undone;
        let visits = touched.appointments.iter().filter_map(|id| working.appointment(id));
        let known = visits.map(|visit| state(&visit.id, visit.state));
        let forgotten = records.iter().filter_map(|record| ended(&record.event));
        let forgotten = forgotten.filter(|(id, _)| working.appointment(id).is_none()).map(|(id, end)| state(id, end));
        self.enclosure.states = known.chain(forgotten).collect();
        debug_assert!(records.first().is_none_or(|first| signed(first.seq) == expected + 1));
        Ok(Batch {
            department: working.config().id.to_string(),
            expected,
            events: records.iter().map(|record| event_row(working, record)).collect::<Result<_, _>>()?,
            enclosure: self.enclosure,
        })
    }
}

fn state(appointment: &AppointmentId, state: AppointmentState) -> VisitState {
    VisitState { appointment: appointment.to_string(), state: state.as_str().into() }
}

/// The visit that an event ended. After a night without the server the machine forgets it in the very batch that ends
/// it, because a new day begins; what is kept beside its contact must not stay "booked".
fn ended(event: &Event) -> Option<(&AppointmentId, AppointmentState)> {
    match event {
        Event::NotCollected { appointment } => Some((appointment, AppointmentState::NotCollected)),
        Event::AppointmentCancelled { appointment, .. } => Some((appointment, AppointmentState::Cancelled)),
        _ => None,
    }
}
