//! The office of a seed: departments, services, desks, rules, discipline and the day.

use crate::chance::Chance;
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::Warsaw;
use okienko_queue::card::Card;
use okienko_queue::config::{Booking, CheckIn, DepartmentConfig, Desk, DeskRules, Range, Service, SlotRule};
use okienko_queue::discipline::Discipline;
use okienko_queue::hours::{Hours, Span};
use okienko_queue::thresholds::Thresholds;
use okienko_queue::time::{self, Instant};

/// An office and its day.
pub struct Plan {
    /// The service day.
    pub day: NaiveDate,
    /// When the doors open, on the day.
    pub opens: Instant,
    /// When they close.
    pub closes: Instant,
    /// The departments.
    pub departments: Vec<DepartmentConfig>,
    /// Walk-ins of a department a day, on average.
    pub walk_ins: f64,
}

/// Ordinary days, holidays' neighbours, both clock changes.
const DAYS: [&str; 7] =
    ["2026-11-23", "2026-12-31", "2026-02-27", "2026-03-29", "2026-10-25", "2026-03-28", "2026-10-26"];

impl Plan {
    /// The plan of a seed.
    pub fn of(chance: &mut Chance) -> Self {
        let day: NaiveDate = chance.one_of(&DAYS).parse().expect("a date");
        // On a day of a clock change the doors stand open across it, else nothing of it would be tested.
        let night = ["2026-03-29", "2026-10-25"].contains(&day.to_string().as_str());
        let (from, to) = if night { (clock(0, 30), clock(8, 0)) } else { (clock(7, 30), clock(16, 0)) };
        let mut hours = Hours::working_days(Span { from: clock(7, 30), to: clock(16, 0) });
        hours.exceptions.insert(day, vec![Span { from, to }]);
        let count = 1 + chance.below(4) as u16;
        let departments = (0..count).map(|ordinal| department(chance, ordinal, &hours, from)).collect();
        let at = |hour| time::at(Warsaw, day, hour).expect("an hour that exists");
        let walk_ins = 10.0 + chance.below(60) as f64;
        Self { day, opens: at(from), closes: at(to), departments, walk_ins }
    }

    /// Noon of the day before: bookings begin.
    pub fn eve(&self) -> Instant {
        let eve = self.day.checked_sub_days(Days::new(1)).expect("a day before");
        time::at(Warsaw, eve, clock(12, 0)).expect("noon")
    }

    /// The first minutes of the day after.
    pub fn morrow(&self) -> Instant {
        time::start_of(Warsaw, self.day.succ_opt().expect("a day after")) + time::minutes(5)
    }
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day")
}

fn department(chance: &mut Chance, ordinal: u16, hours: &Hours, from: NaiveTime) -> DepartmentConfig {
    let services: Vec<Service> = (0..1 + chance.below(4)).map(|n| service(chance, ordinal, n, from)).collect();
    let mut desks: Vec<Desk> = (0..1 + chance.below(5))
        .map(|n| {
            let label = format!("{}{}", ordinal, n);
            let offered = services.iter().filter(|_| chance.with(0.6)).map(|service| service.id.clone()).collect();
            Desk { id: label.as_str().into(), label, services: offered }
        })
        .collect();
    if let Some(first) = desks.first_mut() {
        first.services = services.iter().map(|service| service.id.clone()).collect();
    }
    DepartmentConfig {
        id: format!("d{ordinal}").into(),
        ordinal,
        name: "Wydział".into(),
        place: "".into(),
        time_zone: Warsaw,
        hours: hours.clone(),
        services,
        desks,
        discipline: discipline(chance),
        u_numbers: Range { first: u32::from(ordinal) * 200 + 1, last: u32::from(ordinal) * 200 + 200 },
        booking: booking(chance),
        check_in: CheckIn { opens_minutes: 30, grace_minutes: *chance.one_of(&[0, 0, 0, 5]) },
        desk_rules: rules(chance),
        priority_classes: vec!["act".into(), "disability".into(), "pregnancy".into()],
        close_tickets_after_minutes: *chance.one_of(&[None, None, Some(0), Some(60)]),
        alerts: Default::default(),
        retired: Vec::new(),
    }
}

fn service(chance: &mut Chance, ordinal: u16, n: u64, from: NaiveTime) -> Service {
    let letter = char::from(b'A' + (ordinal as u8) * 4 + n as u8).to_string();
    let (every, capacity) = (*chance.one_of(&[10, 15, 20, 7]), 1 + chance.below(3) as u16);
    let slots = (n == 0 || chance.with(0.6)).then_some(SlotRule { first: from, every_minutes: every, capacity });
    Service {
        id: format!("s{ordinal}-{n}").into(),
        letter,
        name: "Sprawa".into(),
        duration_minutes: *chance.one_of(&[5, 8, 12, 20]),
        walk_in: true,
        slots,
        tickets_per_day: *chance.one_of(&[None, None, Some(8)]),
        card: Card::default(),
        thresholds: Thresholds::default(),
    }
}

fn booking(chance: &mut Chance) -> Booking {
    Booking {
        moves_most: *chance.one_of(&[5, 1]),
        rest_minutes: *chance.one_of(&[None, None, Some(Range { first: 0, last: 45 })]),
        confirm_minutes: *chance.one_of(&[60, 20]),
        ..Booking::default()
    }
}

fn rules(chance: &mut Chance) -> DeskRules {
    DeskRules {
        recall_after_seconds: *chance.one_of(&[0, 0, 20]),
        no_show_after_seconds: *chance.one_of(&[0, 30]),
        no_show_after_recalls: *chance.one_of(&[None, None, Some(1)]),
        return_minutes: *chance.one_of(&[2, 2, 0, 10]),
        undo_seconds: *chance.one_of(&[30, 30, 120]),
        second_matter_for_booked: chance.with(0.5),
    }
}

/// Any discipline; parameters small enough that a day meets them.
pub(super) fn discipline(chance: &mut Chance) -> Discipline {
    let lead = *chance.one_of(&[0, 5, 10]);
    match chance.below(9) {
        0 | 1 => Discipline::Strict,
        2 => Discipline::Fcfs,
        3 => Discipline::Due { lead },
        4 => Discipline::Punctual { lead, cap: 1 + chance.below(4) as u32 },
        5 => Discipline::Ratio { n: 1 + chance.below(3) as u32, lead },
        6 => Discipline::Deadline { minutes: *chance.one_of(&[10, 20, 45]) },
        7 => Discipline::Accumulating { b: *chance.one_of(&[0.25, 0.5, 1.0]) },
        _ => Discipline::MaxWait { minutes: *chance.one_of(&[10, 20, 40]), lead },
    }
}
