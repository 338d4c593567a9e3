//! A report about a year of 500,000 tickets with everything that the page reads: legs, appointments, hours of desks, plans of days; from the facts
//! of its days to all figures by day. Alone: `cargo bench --bench load -- --only reports_year`.

use crate::args::Wish;
use crate::databases::{Base, Engine};
use crate::report::{Figure, Report, Target};
use crate::stats::{median, ms};
use chrono::NaiveDate;
use chrono_tz::Europe::Warsaw;
use okienko_actors::{ReportDay, facts_of};
use okienko_queue::figures::{By, Gatherer, Question};
use okienko_store::{Appender, AppointmentRow, DeskHourRow, PackedDay, PlanRow, PlannedPlaces, Store, VisitRow};
use std::time::Instant;

const DEPARTMENTS: [&str; 4] = ["a", "b", "c", "d"];
/// Working days of a year.
const DAYS: usize = 250;
/// Tickets of each department and day; a quarter of them are booked visits.
const TICKETS: usize = 500;
const DESKS: usize = 6;
const SERVICES: usize = 5;
/// Hours of a working day.
const HOURS: std::ops::Range<u32> = 7..16;
/// What a person waits for without a thought of their own.
const WANTED_MS: f64 = 1_000.0;

/// Milliseconds from the question to the figures, days packed (limit: reading the same texts without a look into them), and from the rows of the
/// read model, as it would be without packing.
pub fn year(wish: &Wish, report: &mut Report) {
    if !wish.wants("reports_year") {
        return;
    }
    let base = Base::fresh(Engine::Sqlite);
    let (store, days) = (base.store(), wish.either(DAYS, DAYS / 10));
    let mut appender = store.appender().expect("a writer");
    for department in DEPARTMENTS {
        fill(&mut appender, department, days);
    }
    let (rows, of_rows) = timed(|| figures(&store));
    let (places, work) = (of_rows.total.capacity.expect("places"), of_rows.total.work.expect("hours of desks"));
    assert!(
        places.planned > 0 && places.collected > 0 && work.serving_ms > 0,
        "everything that the page reads is there"
    );
    for department in DEPARTMENTS {
        pack(&store, &mut appender, department);
    }
    let rounds = wish.either(9, 3);
    let (mut values, mut limits) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        limits.push(timed(|| read(&store)).0);
        let (took, of_packed) = timed(|| figures(&store));
        assert_eq!(of_packed, of_rows, "packed or not, the figures are the same");
        values.push(took);
    }
    let tell = |name: &str, value, limit, target| Figure { name: name.into(), value, unit: "ms", limit, target };
    report.tell(tell("reports_year_ms", median(&values), Some(median(&limits)), Target::AtMost(WANTED_MS)));
    report.tell(tell("reports_year_rows_ms", rows, None, Target::None));
}

fn timed<R>(work: impl FnOnce() -> R) -> (f64, R) {
    let begun = Instant::now();
    let made = work();
    (ms(begun.elapsed()), made)
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date")
}

fn last() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 31).expect("a date")
}

fn facts(store: &Store, department: &str) -> Vec<ReportDay> {
    facts_of(store, Warsaw, department, first(), last()).expect("facts")
}

fn figures(store: &Store) -> okienko_queue::figures::Report {
    let question = Question { from: first(), to: last(), service: None, booked: None, by: By::Day };
    let mut gatherer = Gatherer::new(question, []);
    for department in DEPARTMENTS {
        for day in facts(store, department) {
            gatherer.day(&day.department, day.day, &day.facts);
        }
    }
    gatherer.report()
}

fn read(store: &Store) -> usize {
    let texts = |department: &&str| store.packed_days(department, first(), last()).expect("texts");
    let bytes: usize = DEPARTMENTS.iter().flat_map(texts).map(|day| day.facts.len()).sum();
    assert!(bytes > 0);
    bytes
}

fn pack(store: &Store, appender: &mut Appender, department: &str) {
    let pack = |day: ReportDay| PackedDay { facts: day.facts.packed(), department: day.department, day: day.day };
    let days: Vec<PackedDay> = facts(store, department).into_iter().map(pack).collect();
    appender.put_packed_days(&days).expect("the database takes them");
}

fn fill(appender: &mut Appender, department: &str, days: usize) {
    for (number, day) in first().iter_days().take(days).enumerate() {
        let rows: Vec<VisitRow> = (0..TICKETS).map(|ticket| visit(department, number, ticket, day)).collect();
        appender.put_visits(&rows).expect("the database takes them");
        let visits: Vec<AppointmentRow> =
            (0..TICKETS / 3).map(|one| appointment(department, number, one, day)).collect();
        let hours: Vec<DeskHourRow> =
            (0..DESKS).flat_map(|desk| HOURS.map(move |hour| desk_hour(department, desk, hour, day))).collect();
        appender.put_read_model(&visits, &hours, &[plan(department, day)]).expect("the database takes them");
    }
}

fn at(day: NaiveDate, hour: u32) -> i64 {
    day.and_hms_opt(hour, 0, 0).expect("a time").and_utc().timestamp_millis()
}

/// More are booked than come: some are cancelled, some are not collected.
fn appointment(department: &str, number: usize, one: usize, day: NaiveDate) -> AppointmentRow {
    let state = ["collected", "collected", "collected", "cancelled", "collected", "not_collected"][one % 6];
    AppointmentRow {
        appointment: format!("{department}-a{}", number * TICKETS + one),
        department: department.to_owned(),
        service: format!("{department}-service-{}", one % SERVICES),
        day,
        start_ms: at(day, 7 + (one % 8) as u32),
        state: state.into(),
    }
}

fn desk_hour(department: &str, desk: usize, hour: u32, day: NaiveDate) -> DeskHourRow {
    DeskHourRow {
        department: department.to_owned(),
        desk: format!("{department}-desk-{desk}"),
        hour_ms: at(day, hour),
        day,
        free_ms: 600_000,
        paused_ms: 300_000,
        called_ms: 200_000,
        serving_ms: 2_500_000,
    }
}

fn plan(department: &str, day: NaiveDate) -> PlanRow {
    let places = (0..SERVICES).flat_map(|service| {
        HOURS.map(move |hour| PlannedPlaces { service: format!("{department}-service-{service}"), hour, places: 4 })
    });
    PlanRow { department: department.to_owned(), day, places: places.collect() }
}

/// Times that spread like those of an office; a leg without chance, so that every run counts the same.
fn visit(department: &str, number: usize, ticket: usize, day: NaiveDate) -> VisitRow {
    let seed = (number * TICKETS + ticket) as i64;
    let mixed = |salt: i64, most: i64| ((seed + salt) * 2_654_435_761_i64).rem_euclid(most);
    let began_ms = day.and_hms_opt(6, 30, 0).expect("a time").and_utc().timestamp_millis() + mixed(1, 28_000_000);
    let called = began_ms + mixed(2, 2_400_000);
    let started = called + 5_000 + mixed(3, 60_000);
    let id = format!("{department}-t{seed}");
    VisitRow {
        visit: id.clone(),
        ticket: id,
        leg: 1,
        department: department.to_owned(),
        day,
        code: format!("{}{ticket:03}", department.to_uppercase()),
        channel: if ticket.is_multiple_of(4) { "booked" } else { "walk_in" }.into(),
        service: format!("{department}-service-{}", ticket % SERVICES),
        desk: Some(format!("{department}-desk-{}", ticket % DESKS)),
        priority: None,
        booked_for_ms: None,
        issued_ms: began_ms,
        called_ms: Some(called),
        started_ms: Some(started),
        finished_ms: Some(started + 60_000 + mixed(4, 900_000)),
        state: if ticket.is_multiple_of(20) { "no_show" } else { "finished" }.into(),
        recalls: 0,
        overtakes: 0,
        began_ms,
        walked_ms: Some(started - called),
        served_by: Some(format!("staff:{department}-{}", ticket % DESKS)),
    }
}
