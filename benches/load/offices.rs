//! Offices of any size that are always open.

use chrono::{DateTime, Days, NaiveTime};
use okienko_queue::card::Card;
use okienko_queue::config::{DepartmentConfig, Desk, Range, Service};
use okienko_queue::discipline::Discipline;
use okienko_queue::hours::{Hours, Span};
use okienko_queue::ids::{DepartmentId, DeskId, ServiceId};
use okienko_queue::law::Law;
use okienko_queue::notices::Notices;
use okienko_queue::office::{Board, Office, OfficeFile};
use okienko_queue::time::{Instant, day_of};
use std::collections::BTreeMap;

/// The lobby's board; it shows the first four departments.
pub const BOARD: &str = "hall";

/// An ordinary Monday, half an hour after the doors opened.
pub fn monday() -> Instant {
    let monday = DateTime::parse_from_rfc3339("2026-11-23T08:00:00+01:00");
    monday.expect("an instant").to_utc()
}

/// So many departments, each with two services and three desks; open all day on the day of `now` and the next.
pub fn office(departments: usize, now: Instant) -> OfficeFile {
    let departments: Vec<_> = (0..departments).map(|n| department(n, now)).collect();
    let shown = departments.iter().take(4).map(|one| one.id.clone());
    let board = Board::new(BOARD.into(), "Hall".into(), shown.collect());
    let office = Office {
        id: "load".into(),
        name: "Office under load".into(),
        address: String::new(),
        phone: String::new(),
        mail_from: "Office <no-reply@office.example>".into(),
        mail_reply_to: None,
        time_zone: chrono_tz::Europe::Warsaw,
        priority_classes: Vec::new(),
        website: None,
        texts: BTreeMap::new(),
        notices: Notices::default(),
        law: Law::default(),
        kiosk: Default::default(),
        security: Default::default(),
    };
    let file = OfficeFile { office, roles: Vec::new(), staff: Vec::new(), boards: vec![board], departments };
    file.settled()
}

/// The department of a number.
pub fn department_id(n: usize) -> DepartmentId {
    format!("department-{n}").into()
}

/// The first (0) or second (1) service of a department.
pub fn service_id(department: usize, which: usize) -> ServiceId {
    format!("service-{department}-{which}").into()
}

/// One of the three desks of a department.
pub fn desk_id(department: usize, which: usize) -> DeskId {
    format!("desk-{department}-{which}").into()
}

fn department(n: usize, now: Instant) -> DepartmentConfig {
    let service = |which| Service {
        id: service_id(n, which),
        letter: letters(2 * n + which),
        name: "Matter of the citizens".into(),
        duration_minutes: 10,
        walk_in: true,
        slots: None,
        tickets_per_day: None,
        card: Card::default(),
        thresholds: Default::default(),
    };
    let desk = |which| Desk {
        id: desk_id(n, which),
        label: (3 * n + which + 1).to_string(),
        services: vec![service_id(n, 0), service_id(n, 1)],
    };
    let first = u32::try_from(n * 100 + 1).expect("a small number");
    DepartmentConfig {
        id: department_id(n),
        ordinal: 0,
        name: "Department of Citizens' Matters".into(),
        place: "Ground floor".into(),
        time_zone: chrono_tz::Europe::Warsaw,
        hours: open_on(now),
        services: (0..2).map(service).collect(),
        desks: (0..3).map(desk).collect(),
        discipline: Discipline::default(),
        u_numbers: Range { first, last: first + 99 },
        booking: Default::default(),
        check_in: Default::default(),
        desk_rules: Default::default(),
        priority_classes: Vec::new(),
        close_tickets_after_minutes: None,
        alerts: Default::default(),
        retired: Vec::new(),
    }
}

fn open_on(now: Instant) -> Hours {
    let all_day = Span { from: NaiveTime::MIN, to: NaiveTime::from_hms_opt(23, 59, 59).expect("a time") };
    let today = day_of(chrono_tz::Europe::Warsaw, now);
    let mut hours = Hours::working_days(all_day);
    for day in [today, today + Days::new(1)] {
        hours.exceptions.insert(day, vec![all_day]);
    }
    hours
}

/// `A`, `B` … `ZZZ`, without U; longer ones than a real office may have, for a thousand departments.
fn letters(n: usize) -> String {
    let mut rest = n;
    let mut name = Vec::new();
    loop {
        name.push(b"ABCDEFGHIJKLMNOPQRSTVWXYZ"[rest % 25]);
        if rest < 25 {
            break;
        }
        rest = rest / 25 - 1;
    }
    name.reverse();
    String::from_utf8(name).expect("letters")
}
