//! Makers of rows, so that tests read like sentences.

use crate::{AnswerRow, Batch, Claim, Contact, Enclosure, EventRow, NewLetter, VisitRow};
use chrono::NaiveDate;

pub fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
}

pub fn event(department: &str, seq: i64) -> EventRow {
    EventRow {
        department: department.to_owned(),
        seq,
        at_ms: 1_795_000_000_000 + seq,
        day: day(23),
        kind: "issued".to_owned(),
        actor: "kiosk-1".to_owned(),
        body: format!(r#"{{"ticket":"{department}-t{seq}","note":"zażółć"}}"#),
    }
}

/// `count` events that follow `expected`.
pub fn batch(department: &str, expected: i64, count: i64) -> Batch {
    Batch {
        department: department.to_owned(),
        expected,
        events: (1..=count).map(|n| event(department, expected + n)).collect(),
        enclosure: Enclosure::default(),
    }
}

impl Batch {
    pub fn claiming(mut self, command: usize, key: &str, ordinals: i32, owner: &str) -> Self {
        self.enclosure.claims.push(Claim {
            command,
            kind: "day_limit".to_owned(),
            key: key.to_owned(),
            ordinals,
            owner: owner.to_owned(),
        });
        self
    }

    pub fn answering(mut self, command: usize, key: &str) -> Self {
        self.enclosure.answers.push(answer(command, key));
        self
    }
}

pub fn answer(command: usize, key: &str) -> AnswerRow {
    AnswerRow {
        command,
        key: key.to_owned(),
        body_hash: "h".to_owned(),
        answer: r#"{"ticket":{"code":"R001"}}"#.to_owned(),
        created_ms: 1_000,
    }
}

pub fn contact(appointment: &str, code: &str) -> Contact {
    Contact {
        command: 4,
        appointment: appointment.to_owned(),
        department: "g".to_owned(),
        day: day(24),
        start_ms: 1_795_086_400_000,
        service: "g-R".to_owned(),
        person: "p1".to_owned(),
        name: "Łucja".to_owned(),
        phone: "48662138278".to_owned(),
        email: "lucja@example.pl".to_owned(),
        language: "pl".to_owned(),
        code: code.to_owned(),
        erased_ms: None,
        state: "booked".to_owned(),
        booked_ms: 1_000,
        origin: "o1".to_owned(),
        mail: "fine".to_owned(),
    }
}

pub fn letter(key: &str) -> NewLetter {
    NewLetter {
        dedupe_key: key.to_owned(),
        kind: "confirmation".to_owned(),
        appointment: "g-a1".to_owned(),
        language: "pl".to_owned(),
        params: "{}".to_owned(),
        created_ms: 1_000,
        next_ms: 1_000,
        not_after_ms: None,
        channel: "mail",
    }
}

pub fn visit(department: &str, number: i64, leg: i32) -> VisitRow {
    VisitRow {
        ticket: format!("{department}-t{number}"),
        leg,
        visit: format!("{department}-t{number}"),
        department: department.to_owned(),
        day: day(23),
        code: format!("{}{number:03}", department.to_uppercase()),
        channel: "walk_in".to_owned(),
        service: format!("{department}-R"),
        desk: None,
        priority: None,
        booked_for_ms: None,
        issued_ms: 1_795_000_000_000 + number,
        called_ms: None,
        started_ms: None,
        finished_ms: None,
        state: "waiting".to_owned(),
        recalls: 0,
        overtakes: 0,
        began_ms: 1_795_000_000_000 + number,
        walked_ms: None,
        served_by: None,
    }
}
