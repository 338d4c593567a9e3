//! From events to what happened: legs, appointments, time of desks.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use serde_json::Value;

use super::desks::{DeskDay, Spell};
use super::plan::{self, Term, Terms};
use super::wall;

/// One leg as it ended.
#[derive(Clone, Debug)]
pub struct Leg {
    pub department: String,
    pub day: NaiveDate,
    pub number: u64,
    pub booked: bool,
    pub service: String,
    pub desk: Option<String>,
    pub person: Option<String>,
    pub began: i64,
    pub first_call: Option<i64>,
    pub last_call: Option<i64>,
    pub walked: Option<i64>,
    pub started: Option<i64>,
    pub ended: Option<i64>,
    pub state: &'static str,
    /// It was the next matter at the same desk.
    pub follows: bool,
}

/// A ticket: its legs in this department, the last one being the present.
#[derive(Clone, Debug)]
struct Ticket {
    legs: Vec<Leg>,
}

/// An appointment.
#[derive(Clone, Debug)]
pub struct Visit {
    pub department: String,
    pub service: String,
    pub start: i64,
    pub state: &'static str,
}

/// Everything that happened.
#[derive(Default)]
pub struct Facts {
    pub legs: Vec<Leg>,
    pub visits: Vec<Visit>,
    pub spells: Vec<Spell>,
    pub terms: Vec<Term>,
}

/// What an undo puts back.
struct Undo {
    before: Vec<(String, Ticket)>,
    implied_at: Option<usize>,
}

/// One department's journal, being read.
struct Reader {
    department: String,
    day: NaiveDate,
    place: usize,
    tickets: BTreeMap<String, Ticket>,
    visits: BTreeMap<String, Visit>,
    desks: BTreeMap<String, DeskDay>,
    undo: BTreeMap<String, Undo>,
    terms: Terms,
    facts: Facts,
}

/// Reads all journals.
pub fn read(events: &[(String, i64, String, Value)]) -> Facts {
    let mut readers: BTreeMap<String, Reader> = BTreeMap::new();
    for (department, at, actor, body) in events {
        let reader = readers.entry(department.clone()).or_insert_with(|| Reader::new(department));
        reader.event(*at, actor, body);
    }
    let mut all = Facts::default();
    for mut reader in readers.into_values() {
        reader.day_ends();
        all.legs.append(&mut reader.facts.legs);
        all.spells.append(&mut reader.facts.spells);
        all.terms.append(&mut reader.facts.terms);
        all.visits.extend(reader.visits.into_values());
    }
    all
}

fn ms(value: &Value) -> i64 {
    let text = value.as_str().expect("an instant");
    DateTime::parse_from_rfc3339(text).expect("an instant").timestamp_millis()
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

impl Reader {
    fn new(department: &str) -> Self {
        Self {
            department: department.to_owned(),
            day: NaiveDate::MIN,
            place: 0,
            tickets: BTreeMap::new(),
            visits: BTreeMap::new(),
            desks: BTreeMap::new(),
            undo: BTreeMap::new(),
            terms: Terms::new(),
            facts: Facts::default(),
        }
    }

    /// Whatever stands at midnight stands so for ever.
    fn day_ends(&mut self) {
        for ticket in std::mem::take(&mut self.tickets).into_values() {
            self.facts.legs.extend(ticket.legs);
        }
        for (desk, day) in std::mem::take(&mut self.desks) {
            self.facts.spells.extend(day.spells(&self.department, &desk, self.day));
        }
        self.undo.clear();
        for ((service, start), places) in std::mem::take(&mut self.terms) {
            self.facts.terms.push(Term { department: self.department.clone(), service, day: self.day, start, places });
        }
    }

    fn event(&mut self, at: i64, actor: &str, body: &Value) {
        self.place += 1;
        let kind = body["kind"].as_str().expect("a kind");
        let id = body["ticket"].as_str().unwrap_or_default().to_owned();
        match kind {
            "day_opened" => {
                self.day_ends();
                self.day = body["day"].as_str().expect("a day").parse().expect("a day");
                self.terms = plan::of(&body["opening"]["config"], self.day);
            }
            "configured" if self.day > NaiveDate::MIN => plan::changes(&mut self.terms, &body["config"], self.day, at),
            "ticket_issued" => self.comes(&id, ms(&body["arrival"]), text(&body["service"]), false),
            "collected" => {
                let visit = self.visits.get_mut(body["appointment"].as_str().expect("an id")).expect("booked before");
                visit.state = "collected";
                let service = visit.service.clone();
                self.comes(&id, ms(&body["arrival"]), service, true);
            }
            "arrived" => self.arrives(&body["ticket"], at),
            "ticket_cancelled" | "check_in_reverted" => self.ends(&id, at, "cancelled"),
            "ticket_closed" => {
                self.desks.values_mut().for_each(|desk| desk.loses(&id));
                self.ends(&id, at, "closed");
            }
            "ticket_changed" => self.leg(&id).service = text(&body["service"]),
            "unheld" => self.leg(&id).state = "waiting",
            "reactivated" => self.comes_back(&id, at),
            "booked" => {
                let visit = Visit {
                    department: self.department.clone(),
                    service: text(&body["service"]),
                    start: ms(&body["start"]),
                    state: "booked",
                };
                self.visits.insert(text(&body["appointment"]), visit);
            }
            "appointment_cancelled" => self.visit(body).state = "cancelled",
            "not_collected" => self.visit(body).state = "not_collected",
            "appointment_moved" => self.visit(body).start = ms(&body["start"]),
            _ => {}
        }
        if kind == "check_in_reverted" {
            self.visit(body).state = "booked";
        }
        if let Some(desk) = body["desk"].as_str() {
            self.at_desk(kind, desk, &id, at, actor, body);
        }
    }

    fn visit(&mut self, body: &Value) -> &mut Visit {
        self.visits.get_mut(body["appointment"].as_str().expect("an id")).expect("booked before")
    }

    fn leg(&mut self, id: &str) -> &mut Leg {
        self.tickets.get_mut(id).and_then(|ticket| ticket.legs.last_mut()).expect("a ticket that is here")
    }

    fn fresh(&self, number: u64, began: i64, service: String, booked: bool) -> Leg {
        Leg {
            department: self.department.clone(),
            day: self.day,
            number,
            booked,
            service,
            desk: None,
            person: None,
            began,
            first_call: None,
            last_call: None,
            walked: None,
            started: None,
            ended: None,
            state: "waiting",
            follows: false,
        }
    }

    fn comes(&mut self, id: &str, began: i64, service: String, booked: bool) {
        let leg = self.fresh(1, began, service, booked);
        self.tickets.insert(id.to_owned(), Ticket { legs: vec![leg] });
    }

    /// From another department. A ticket that was here before has its earlier legs here still.
    fn arrives(&mut self, ticket: &Value, at: i64) {
        let (id, number) = (text(&ticket["id"]), ticket["leg"].as_u64().expect("a leg"));
        let leg = self.fresh(number, at, text(&ticket["service"]), ticket["channel"] == "booked");
        let earlier = self.tickets.remove(&id);
        self.facts.legs.extend(earlier.into_iter().flat_map(|ticket| ticket.legs));
        self.tickets.insert(id, Ticket { legs: vec![leg] });
    }

    fn ends(&mut self, id: &str, at: i64, state: &'static str) {
        let leg = self.leg(id);
        (leg.state, leg.ended) = (state, Some(at));
    }

    fn comes_back(&mut self, id: &str, at: i64) {
        if self.leg(id).state == "finished" {
            self.next_leg(id, at, None);
        }
        let leg = self.leg(id);
        (leg.state, leg.ended) = ("waiting", None);
    }

    fn next_leg(&mut self, id: &str, at: i64, service: Option<String>) {
        let last = self.leg(id).clone();
        let mut next = self.fresh(last.number + 1, at, service.unwrap_or(last.service), last.booked);
        next.desk = last.desk;
        let ticket = self.tickets.get_mut(id).expect("a ticket");
        ticket.legs.last_mut().expect("a leg").state = "finished";
        ticket.legs.push(next);
    }

    fn at_desk(&mut self, kind: &str, desk: &str, id: &str, at: i64, actor: &str, body: &Value) {
        if kind == "undone" {
            for (id, ticket) in self.undo.remove(desk).into_iter().flat_map(|undo| undo.before) {
                self.tickets.insert(id, ticket);
            }
        } else if self.tickets.contains_key(id) {
            self.remember(kind, desk, id, body);
            self.handles(kind, desk, id, at, actor, body);
        }
        if kind == "sent_away" {
            self.undo.remove(desk);
        }
        let at_hand = self.tickets.iter().find_map(|(id, ticket)| {
            let leg = ticket.legs.last().filter(|leg| leg.desk.as_deref() == Some(desk))?;
            ["called", "serving"].contains(&leg.state).then(|| (id.clone(), leg.state))
        });
        self.desks.entry(desk.to_owned()).or_default().command(kind, at, at_hand);
    }

    /// A call right behind the finish that it implied is undone together with it.
    fn remember(&mut self, kind: &str, desk: &str, id: &str, body: &Value) {
        let mut before = vec![(id.to_owned(), self.tickets[id].clone())];
        if let Some(last) = self.undo.remove(desk).filter(|last| last.implied_at == Some(self.place - 1)) {
            before.extend(last.before);
        }
        let implied = kind == "finished" && body["implied"] == true;
        self.undo.insert(desk.to_owned(), Undo { before, implied_at: implied.then_some(self.place) });
    }

    fn handles(&mut self, kind: &str, desk: &str, id: &str, at: i64, actor: &str, body: &Value) {
        let leg = self.leg(id);
        match kind {
            "called" => {
                leg.desk = Some(desk.to_owned());
                leg.first_call = leg.first_call.or(Some(at));
                (leg.last_call, leg.state, leg.ended) = (Some(at), "called", None);
            }
            "started" => {
                leg.walked = leg.walked.or(leg.last_call.map(|call| at - call));
                (leg.started, leg.state, leg.person) = (Some(at), "serving", Some(actor.to_owned()));
            }
            "finished" => (leg.ended, leg.state) = (Some(at), "finished"),
            "no_show" => (leg.ended, leg.state) = (Some(at), "no_show"),
            "returned" => leg.state = "waiting",
            "held" => leg.state = "on_hold",
            "sent_away" => (leg.ended, leg.state) = (Some(at), "in_transit"),
            "transferred" => {
                leg.ended = Some(at);
                self.next_leg(id, at, Some(text(&body["service"])));
            }
            "next_service" => {
                leg.ended = Some(at);
                self.next_leg(id, at, Some(text(&body["service"])));
                let next = self.leg(id);
                (next.first_call, next.started, next.state, next.follows) = (Some(at), Some(at), "serving", true);
                next.person = Some(actor.to_owned());
            }
            _ => {}
        }
    }
}

impl Leg {
    /// The hour of the wall in which it began.
    pub fn hour(&self) -> u32 {
        wall(self.began).1
    }
}
