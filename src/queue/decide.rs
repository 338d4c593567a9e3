//! `decide`: which events a command means, or why it is refused. Reads the state, never changes it.

use crate::appointment::By;
use crate::command::{Command, Handover};
use crate::config::Service;
use crate::department::Department;
use crate::event::{Event, Record};
use crate::ids::{AppointmentId, DeskId, ServiceId, TicketId};
use crate::lease::{BOOKED, code};
use crate::refusal::Refusal;
use crate::text::Language;
use crate::ticket::{Ticket, TicketState};
use crate::time::{self, Instant};

/// What a command was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Done, nothing to show.
    Done,
    /// A ticket to show.
    Ticket(TicketId),
    /// A visit to show.
    Appointment(AppointmentId),
    /// A call: the ticket, or nobody was there.
    Called(Option<TicketId>),
    /// The desk's view.
    Desk(DeskId),
}

/// Events and the answer.
pub type Decision = (Vec<Event>, Answer);

/// One command carried through: what to append, and what to tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Events, already applied to the state that made the step.
    pub records: Vec<Record>,
    /// The answer, or why not.
    pub outcome: Result<Answer, Refusal>,
}

impl Department {
    /// Decides and applies: opens the service day first where a new one has begun.
    pub fn step(&mut self, command: &Command, actor: &str, now: Instant) -> Step {
        let mut records = Vec::new();
        if self.day_is_over(now) {
            let events = self.open_day(now);
            self.record(events, "timer", now, &mut records);
        }
        let outcome = self.decide(command, now).map(|(events, answer)| {
            self.record(events, actor, now, &mut records);
            answer
        });
        Step { records, outcome }
    }

    fn record(&mut self, events: Vec<Event>, actor: &str, at: Instant, records: &mut Vec<Record>) {
        for event in events {
            let record = Record { seq: self.seq + 1, at, actor: actor.to_owned(), event };
            self.apply(&record);
            records.push(record);
        }
    }

    /// What a command means now. Pure: the same state, command and instant give the same decision.
    pub fn decide(&self, command: &Command, now: Instant) -> Result<Decision, Refusal> {
        match command {
            Command::Configure(config) => Ok((self.configure(config), Answer::Done)),
            Command::Tick => Ok((self.timers(now), Answer::Done)),
            Command::Book { service, start, terms } => self.book(service, *start, *terms, now),
            Command::ConfirmAppointment { appointment } => self.confirm_appointment(appointment, now),
            Command::MoveAppointment { appointment, start, terms } => {
                self.move_appointment(appointment, *start, *terms, now)
            }
            Command::CancelAppointment { appointment, by, chance } => {
                self.cancel_appointment(appointment, *by, *chance, now)
            }
            Command::CheckIn { appointment, language } => self.check_in(appointment, *language, now),
            Command::RevertCheckIn { ticket } => self.revert_check_in(ticket, now),
            Command::IssueTicket { service, priority, language } => {
                self.issue(service, priority.as_ref(), *language, now)
            }
            Command::LeaseNumbers { kiosk, walk_in, booked } => Ok(self.lease_numbers(kiosk, *walk_in, *booked)),
            Command::SettleOfflineTicket { paper, service, priority } => {
                self.settle_ticket(paper, service, priority.as_ref(), now)
            }
            Command::SettleOfflineCheckIn { paper, visit, service } => {
                self.settle_check_in(paper, visit.as_ref(), service.as_ref(), now)
            }
            Command::CancelTicket { ticket, by } => self.cancel_ticket(ticket, *by),
            Command::ChangeTicket { ticket, service, priority } => {
                self.change_ticket(ticket, service.as_ref(), priority.as_ref())
            }
            Command::AtDesk { desk, action } => self.at_desk(desk, action, now),
            Command::Oversee(wish) => self.oversee(wish, now),
            Command::Accept(handover) => self.accept(handover, now),
            Command::Delivered { ticket, leg } => self.delivered(ticket, *leg),
        }
    }

    fn check_in(&self, id: &AppointmentId, language: Option<Language>, now: Instant) -> Result<Decision, Refusal> {
        let visit = self.appointments.get(id).ok_or(Refusal::NotFound)?;
        self.window(visit, now)?;
        let code = self.next_code(BOOKED).ok_or(Refusal::NoTicketsLeft)?;
        let ticket = self.next_ticket();
        let answer = Answer::Ticket(ticket.clone());
        let arrival = self.arrival(now);
        let event = Event::Collected { appointment: id.clone(), ticket, code, arrival, offline: false, language };
        Ok((vec![event], answer))
    }

    fn revert_check_in(&self, id: &TicketId, now: Instant) -> Result<Decision, Refusal> {
        let ticket = self.tickets.get(id).ok_or(Refusal::NotFound)?;
        let appointment = self.may_revert(ticket, now)?;
        let event = Event::CheckInReverted { appointment: appointment.clone(), ticket: id.clone() };
        Ok((vec![event], Answer::Appointment(appointment.clone())))
    }

    /// The visit whose check-in can be taken back (transition 3).
    pub(crate) fn may_revert<'a>(&self, ticket: &'a Ticket, now: Instant) -> Result<&'a AppointmentId, Refusal> {
        let crate::ticket::Channel::Booked { appointment, booked_for } = &ticket.channel else {
            return Err(Refusal::WrongState);
        };
        let never_called =
            ticket.state == TicketState::Waiting && ticket.times.called_at.is_none() && ticket.legs.is_empty();
        if !never_called {
            return Err(Refusal::WrongState);
        }
        if self.config.check_in.is_over(*booked_for, now) {
            return Err(Refusal::TooLate);
        }
        Ok(appointment)
    }

    fn issue(
        &self,
        service: &ServiceId,
        priority: Option<&String>,
        language: Option<Language>,
        now: Instant,
    ) -> Result<Decision, Refusal> {
        let service = self.config.service(service).filter(|service| service.walk_in).ok_or(Refusal::NotFound)?;
        if priority.is_some_and(|class| !self.config.priority_classes.contains(class)) {
            return Err(Refusal::NotFound);
        }
        if !self.config.hours.is_open(self.config.time_zone, now) {
            let opens_at = self.config.hours.opens_after(self.config.time_zone, now);
            return Err(Refusal::Closed { opens_at });
        }
        if let Some(stopped) = self.stopped(&service.id) {
            return Err(Refusal::Stopped { reason: stopped.reason });
        }
        let code = self.next_code(&service.letter).filter(|_| self.tickets_left(service));
        let event = Event::TicketIssued {
            ticket: self.next_ticket(),
            code: code.ok_or(Refusal::NoTicketsLeft)?,
            service: service.id.clone(),
            priority: priority.cloned(),
            arrival: self.arrival(now),
            offline: false,
            conflict: None,
            appointment: None,
            language,
        };
        Ok((vec![event], Answer::Ticket(self.next_ticket())))
    }

    fn tickets_left(&self, service: &Service) -> bool {
        let given = self.numbers.get(&service.letter).map_or(0, |next| next.saturating_sub(1));
        service.tickets_per_day.is_none_or(|most| given < most)
    }

    fn next_ticket(&self) -> TicketId {
        TicketId::numbered(&self.config.id, self.tickets_ever + 1)
    }

    fn next_code(&self, series: &str) -> Option<String> {
        let range = self.config.u_numbers;
        let first = if series == BOOKED { range.first } else { 1 };
        let number = self.numbers.get(series).copied().unwrap_or(first).max(first);
        (series != BOOKED || number <= range.last).then(|| code(series, number))
    }

    fn cancel_ticket(&self, id: &TicketId, by: By) -> Result<Decision, Refusal> {
        let ticket = self.tickets.get(id).ok_or(Refusal::NotFound)?;
        match ticket.state {
            TicketState::Waiting | TicketState::OnHold => {
                Ok((vec![Event::TicketCancelled { ticket: id.clone(), by }], Answer::Ticket(id.clone())))
            }
            TicketState::Cancelled => Ok((vec![], Answer::Ticket(id.clone()))),
            _ => Err(Refusal::WrongState),
        }
    }

    fn change_ticket(
        &self,
        id: &TicketId,
        service: Option<&ServiceId>,
        priority: Option<&Option<String>>,
    ) -> Result<Decision, Refusal> {
        let ticket = self.waiting_ticket(id)?;
        let service = service.unwrap_or(&ticket.service);
        self.config.service(service).ok_or(Refusal::NotFound)?;
        let priority = priority.unwrap_or(&ticket.priority).clone();
        if priority.as_ref().is_some_and(|class| !self.config.priority_classes.contains(class)) {
            return Err(Refusal::NotFound);
        }
        if *service == ticket.service && priority == ticket.priority {
            return Ok((vec![], Answer::Ticket(id.clone())));
        }
        let event = Event::TicketChanged { ticket: id.clone(), service: service.clone(), priority };
        Ok((vec![event], Answer::Ticket(id.clone())))
    }

    fn waiting_ticket(&self, id: &TicketId) -> Result<&Ticket, Refusal> {
        let ticket = self.tickets.get(id).ok_or(Refusal::NotFound)?;
        if ticket.state == TicketState::Waiting { Ok(ticket) } else { Err(Refusal::WrongState) }
    }

    /// Takes over a ticket from another department; a second delivery of the same leg changes nothing.
    fn accept(&self, handover: &Handover, now: Instant) -> Result<Decision, Refusal> {
        let sent = &handover.ticket;
        let to = sent.sent_to.as_ref().ok_or(Refusal::WrongState)?;
        if self.tickets.get(&sent.id).is_some_and(|known| known.leg > sent.leg) {
            return Ok((vec![], Answer::Done));
        }
        // A ticket of an earlier day was closed where it came from.
        if self.day.is_some_and(|day| time::day_of(self.config.time_zone, sent.issued_at) < day) {
            return Err(Refusal::WrongState);
        }
        // A service that was removed while the ticket was on its way keeps nobody out: the ticket waits, and is named as unserved.
        let mut ticket = sent.clone();
        ticket.next_leg(to.service.clone(), now);
        ticket.take_place(to.mode, now);
        let ticket = Ticket {
            state: TicketState::Waiting,
            sent_to: None,
            only_at: None,
            desk: None,
            first_leg: 0,
            revision: sent.revision + 1,
            ..ticket
        };
        Ok((vec![Event::Arrived { ticket: Box::new(ticket) }], Answer::Done))
    }

    fn delivered(&self, id: &TicketId, leg: u32) -> Result<Decision, Refusal> {
        let ticket = self.tickets.get(id).ok_or(Refusal::NotFound)?;
        let left = ticket.state == TicketState::InTransit && ticket.leg == leg;
        let open = left && ticket.sent_to.as_ref().is_some_and(|to| !to.arrived);
        let events = if open { vec![Event::Delivered { ticket: id.clone() }] } else { vec![] };
        Ok((events, Answer::Done))
    }
}
