//! What a department keeps when its configuration changes under it: nobody who waits is lost or misplaced, whatever the new
//! document says. What was checked before ([`crate::change`]) may be different a moment later, and an imported file may ask for anything.

use crate::appointment::{Appointment, AppointmentState};
use crate::config::{DepartmentConfig, Service};
use crate::department::Department;
use crate::event::Event;
use crate::ids::{DeskId, ServiceId, TicketId};
use crate::ticket::{Ticket, TicketState};

/// Why no desk can call a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unserved {
    /// No desk offers its service.
    NoDesk,
    /// The department has no such service any more.
    ServiceGone,
}

impl Unserved {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoDesk => "no_desk",
            Self::ServiceGone => "service_gone",
        }
    }
}

impl DepartmentConfig {
    /// Why no desk serves a service; `None` when one does.
    pub fn unserved(&self, service: &ServiceId) -> Option<Unserved> {
        if self.service(service).is_none() {
            return Some(Unserved::ServiceGone);
        }
        let served = self.desks.iter().any(|desk| desk.services.contains(service));
        (!served).then_some(Unserved::NoDesk)
    }

    /// Why nobody could call a ticket under this configuration; one that is at a desk needs no call, and one that was sent to a desk
    /// is called there.
    pub(crate) fn unserved_ticket(&self, ticket: &Ticket) -> Option<Unserved> {
        let waits = matches!(ticket.state, TicketState::Waiting | TicketState::OnHold);
        let sent = ticket.only_at.as_ref().is_some_and(|desk| self.desk(desk).is_some());
        if waits && !sent { self.unserved(&ticket.service) } else { None }
    }
}

impl Department {
    /// Tickets that wait and that no desk can call, each with the reason: for whoever looks after the department.
    pub fn unserved(&self) -> impl Iterator<Item = (&Ticket, Unserved)> {
        let today = self.serving_today(&self.config);
        self.tickets.values().filter_map(move |ticket| Some((ticket, today.unserved_ticket(ticket)?)))
    }

    /// The configuration that comes into force when `wanted` is asked for: with it stays every service that it leaves out while a
    /// ticket of today, a booked visit or a number lent to a kiosk needs it. Such a service is retired: nothing new is given for it, the
    /// desks that offered it go on calling, and it goes with the day.
    pub fn kept(&self, wanted: &DepartmentConfig) -> DepartmentConfig {
        let mut kept = DepartmentConfig { retired: Vec::new(), ..wanted.clone() };
        let left_out = self.config.services.iter().filter(|service| wanted.service(&service.id).is_none());
        for service in left_out.filter(|service| self.needs(&service.id)) {
            kept.services.push(Service { walk_in: false, slots: None, ..service.clone() });
            kept.retired.push(service.id.clone());
            let offered = |desk: &DeskId| self.config.desk(desk).is_some_and(|one| one.services.contains(&service.id));
            for desk in kept.desks.iter_mut().filter(|desk| offered(&desk.id) && !desk.services.contains(&service.id)) {
                desk.services.push(service.id.clone());
            }
        }
        kept
    }

    fn needs(&self, service: &ServiceId) -> bool {
        let of_today = self.tickets.values().any(|ticket| ticket.service == *service);
        let lent = |lease: &&crate::lease::Lease| lease.service.as_ref() == Some(service) && !self.is_used(lease);
        let missed = |visit: &Appointment| visit.state == AppointmentState::NotCollected && visit.service == *service;
        // A kiosk may still tell of a U paper that it printed in time.
        let printed = self.leases.values().any(|lease| lease.service.is_none() && !self.is_used(lease))
            && self.appointments.values().any(missed);
        let on_paper = printed || self.leases.values().any(|lease| lent(&lease));
        of_today || on_paper || awaited(self.appointments.values(), service)
    }

    pub(crate) fn configure(&self, wanted: &DepartmentConfig) -> Vec<Event> {
        let kept = self.kept(wanted);
        if kept == self.config && self.seq > 0 {
            return Vec::new();
        }
        vec![Event::Configured { config: Box::new(kept) }]
    }

    /// The configuration of a new day that begins with these visits: what was retired goes unless one of them needs it.
    pub(crate) fn of_new_day(&self, visits: &[Appointment]) -> DepartmentConfig {
        let mut config = self.config.clone();
        let (kept, gone): (Vec<_>, Vec<_>) =
            config.retired.into_iter().partition(|service| awaited(visits.iter(), service));
        config.retired = kept;
        config.services.retain(|service| !gone.contains(&service.id));
        for desk in &mut config.desks {
            desk.services.retain(|service| !gone.contains(service));
        }
        config
    }

    /// A new configuration holds. Waiting lanes go by the rank's facts only, so a new discipline needs no re-ordering; whoever was at a
    /// desk that is gone, or was sent to it, waits for the other desks of the service, at the place they always had.
    pub(crate) fn configured(&mut self, config: &DepartmentConfig) {
        self.config = config.clone();
        let gone: Vec<DeskId> = self.desks.keys().filter(|desk| self.config.desk(desk).is_none()).cloned().collect();
        for desk in gone {
            let status = self.status(&desk);
            (status.open, status.paused, status.last, status.alarm) = (false, None, None, None);
            status.clock.stops();
            if let Some(ticket) = status.current.take() {
                self.change(&ticket, |ticket| {
                    ticket.state = TicketState::Waiting;
                    ticket.times.started_at = None;
                    ticket.not_before = None;
                });
            }
            self.calls.retain(|entry| entry.desk != desk);
        }
        let lost = |ticket: &&Ticket| ticket.only_at.as_ref().is_some_and(|desk| self.config.desk(desk).is_none());
        let sent: Vec<TicketId> = self.tickets.values().filter(lost).map(|ticket| ticket.id.clone()).collect();
        for ticket in sent {
            self.change(&ticket, |ticket| ticket.only_at = None);
        }
    }
}

/// Whether a booked visit for a service is expected.
fn awaited<'a>(mut visits: impl Iterator<Item = &'a Appointment>, service: &ServiceId) -> bool {
    visits.any(|visit| visit.state == AppointmentState::Booked && visit.service == *service)
}
