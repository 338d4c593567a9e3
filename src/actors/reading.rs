//! Reads: answered from confirmed state only.

use crate::answer::json;
use crate::ask::{Frame, Person};
use crate::department::DepartmentActor;
use crate::links::Links;
use crate::outlook::Outlook;
use crate::shared::Shared;
use actix::prelude::*;
use okienko_queue::Department;
use okienko_queue::appointment::{Appointment, AppointmentState};
use okienko_queue::department::CallEntry;
use okienko_queue::ids::{AppointmentId, DepartmentId, DeskId, ServiceId, TicketId};
use okienko_queue::time::Instant;
use okienko_queue::view_desk::ServiceName;
use okienko_queue::view_ticket::local;
use serde::Serialize;
use serde_json::{Value, json};

/// A look at a department's confirmed state.
pub type Look = Box<dyn FnOnce(&Department, &Outlook, Instant) + Send>;

/// Carries a look to the actor.
#[derive(Message)]
#[rtype(result = "()")]
pub struct LookAt(pub Look);

/// A visit with whose it is, as its link's holder sees it.
#[derive(Clone)]
pub struct AppointmentFacts {
    /// Its id.
    pub id: AppointmentId,
    /// Its department.
    pub department: DepartmentId,
    /// Its matter.
    pub service: ServiceId,
    /// Its hour.
    pub start: Instant,
    /// Where it stands.
    pub state: AppointmentState,
    /// The ticket, once collected.
    pub ticket: Option<TicketId>,
    /// Whose it is; nobody's any more once erased.
    pub person: Option<Person>,
    /// How often it was moved.
    pub moves: u32,
    /// It lapses then unless it is confirmed before.
    pub confirm_by: Option<Instant>,
    /// Whether letters to its address arrive.
    pub mail_fails: bool,
    /// The office's zone.
    pub zone: chrono_tz::Tz,
}

impl AppointmentFacts {
    /// A visit of a department with its person.
    pub fn of(department: &Department, visit: &Appointment, person: Option<&Person>) -> Self {
        Self {
            id: visit.id.clone(),
            department: department.config().id.clone(),
            service: visit.service.clone(),
            start: visit.start,
            state: visit.state,
            ticket: visit.ticket.clone(),
            person: person.cloned(),
            moves: visit.moves,
            confirm_by: visit.confirm_by,
            mail_fails: false,
            zone: department.config().time_zone,
        }
    }

    /// The contract's appointment.
    pub fn json(&self, links: &Links) -> Value {
        let person = self.person.as_ref();
        json!({
            "id": self.id,
            "code": person.and_then(|person| person.code.clone()),
            "service": self.service,
            "start": local(self.zone, self.start),
            "phone": person.map(|person| person.phone.clone()),
            "state": self.state,
            "ticket": self.ticket,
            "manage_url": links.manage_url(&self.id),
            "token": links.appointment_token(&self.id),
        })
    }
}

/// The desk's view as JSON, with the services of other departments that a ticket can be sent to.
pub fn desk_json(department: &Department, desk: &DeskId, shared: &Shared, now: Instant) -> String {
    let announced = |call: &CallEntry| shared.announced.of(shared, &department.config().id, call);
    let view = department.desk_view(desk, &elsewhere(department, shared), announced, now);
    view.map_or_else(|| "{}".into(), |view| json_of(&view))
}

fn json_of(view: &impl Serialize) -> String {
    json(view)
}

fn elsewhere(department: &Department, shared: &Shared) -> Vec<ServiceName> {
    let catalogue = shared.catalogue();
    let others = catalogue.departments.iter().filter(|other| other.id != department.config().id);
    others.flat_map(|other| other.services.iter().map(|service| ServiceName::of(service, Some(&other.id)))).collect()
}

/// One whole message of a socket.
#[derive(Serialize)]
struct Message<'a, V: Serialize> {
    r#type: &'a str,
    seq: u64,
    now: String,
    view: &'a V,
}

/// A view as the message of the contract.
pub fn frame(seq: u64, view: &impl Serialize, zone: chrono_tz::Tz, now: Instant) -> Frame {
    Frame(json(&Message { r#type: "view", seq, now: local(zone, now), view }).into())
}

impl DepartmentActor {
    /// The desk's message as of now.
    pub(crate) fn desk_frame(&self, desk: &DeskId) -> Option<Frame> {
        let now = self.shared.clock.now();
        let announced = |call: &CallEntry| self.shared.announced.of(&self.shared, &self.confirmed.config().id, call);
        let view = self.confirmed.desk_view(desk, &elsewhere(&self.confirmed, &self.shared), announced, now)?;
        Some(frame(self.confirmed.seq(), &view, self.confirmed.config().time_zone, now))
    }

    pub(crate) fn look(&self, look: Look) {
        look(&self.confirmed, &self.outlook, self.shared.clock.now());
    }
}

impl Handler<LookAt> for DepartmentActor {
    type Result = ();

    fn handle(&mut self, message: LookAt, ctx: &mut Self::Context) {
        if self.shared.has_other_nodes() {
            // Another node may have answered somebody already: no read is older than the journal.
            self.looks.push(message.0);
            self.read_on(ctx);
        } else {
            self.look(message.0);
        }
    }
}
