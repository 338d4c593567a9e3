//! Journals made by driving the core, and appended through the store.

use crate::offices::{desk_id, service_id};
use okienko_queue::Department;
use okienko_queue::command::{Command, DeskAction};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::Record;
use okienko_queue::office::OfficeFile;
use okienko_queue::time::Instant;
use okienko_store::{Appender, Batch, Enclosure, EventRow, Store};

/// Events in one transaction.
const TOGETHER: usize = 1_000;

/// Puts an office into an empty database.
pub fn import(store: &Store, office: &OfficeFile) {
    let document = serde_json::to_string(office).expect("an office as JSON");
    let mut appender = store.appender().expect("a writer");
    let written = appender.put_setting("office", &document, 0);
    assert_eq!(written.expect("the database answers"), Some(1));
}

/// A morning at department `n`: tickets, and at each of `desks` desks calls, starts and finishes, until there are about
/// so many events; `waiting` tickets are left.
pub fn morning(config: &DepartmentConfig, n: usize, now: Instant, events: usize, waiting: usize) -> Vec<Record> {
    let mut department = Department::new(config.clone());
    let mut records = Vec::new();
    let mut tell = |command: &Command, actor: &str| {
        let step = department.step(command, actor, now);
        assert!(step.outcome.is_ok(), "{command:?}: {:?}", step.outcome);
        records.extend(step.records);
        department.take_touched();
        records.len()
    };
    let issue =
        |number: usize| Command::IssueTicket { service: service_id(n, number % 2), priority: None, language: None };
    tell(&Command::Configure(Box::new(config.clone())), "configuration");
    for number in 0..waiting {
        tell(&issue(number), "kiosk:load");
    }
    for number in 0.. {
        let desk = desk_id(n, number % 3);
        let at_desk = |action| Command::AtDesk { desk: desk.clone(), action };
        if tell(&Command::Tick, "timer") + 5 > events {
            break;
        }
        tell(&issue(number), "kiosk:load");
        tell(&at_desk(DeskAction::CallNext), "staff:load");
        tell(&at_desk(DeskAction::Start), "staff:load");
        tell(&at_desk(DeskAction::Finish), "staff:load");
    }
    records
}

/// Appends a department's records to an empty journal.
pub fn append(appender: &mut Appender, config: &DepartmentConfig, records: &[Record]) {
    let day = |record: &Record| okienko_queue::time::day_of(config.time_zone, record.at);
    let row = |record: &Record| EventRow {
        department: config.id.to_string(),
        seq: i64::try_from(record.seq).expect("a position"),
        at_ms: record.at.timestamp_millis(),
        day: day(record),
        kind: record.event.kind().to_owned(),
        actor: record.actor.clone(),
        body: serde_json::to_string(&record.event).expect("an event as JSON"),
    };
    for part in records.chunks(TOGETHER) {
        let events: Vec<EventRow> = part.iter().map(row).collect();
        let batch = Batch {
            department: config.id.to_string(),
            expected: events.first().map_or(0, |first| first.seq - 1),
            events,
            enclosure: Enclosure::default(),
        };
        appender.append(&[batch]).expect("the journal takes them");
    }
}
