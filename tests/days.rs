//! Whole office days under the eye of the independent auditor, and proof that the auditor can complain.
//!
//! `OKIENKO_DAYS` sets how many days (500 without it, 10,000 under `OKIENKO_FULL=1`), `OKIENKO_SEED` the first seed,
//! `OKIENKO_ARRIVALS` the arrivals of each queueing formula (4,000,000 under `OKIENKO_FULL=1`).

use chrono::NaiveDate;
use okienko_queue::command::{Command, DeskAction, Paper, Terms};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::{Event, Record};
use okienko_queue::time::{self, Instant};
use okienko_queue::{Answer, Department};
use okienko_tests::chance::Chance;
use okienko_tests::counts::count;
use okienko_tests::days::auditor::Auditor;
use okienko_tests::days::{Plan, Town, formulas, office_days};

#[test]
fn office_days_keep_every_invariant() {
    let first = std::env::var("OKIENKO_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let count = count("OKIENKO_DAYS", 500, 10_000) as u64;
    // Two halves at once: the days of different seeds know nothing of each other.
    let halves = std::thread::scope(|scope| {
        let second = scope.spawn(|| office_days(first + count / 2, count - count / 2));
        [office_days(first, count / 2), second.join().expect("no panic in a day")]
    });
    let mut all = okienko_tests::days::Tally::default();
    for half in halves {
        all += half.unwrap_or_else(|complaint| panic!("{complaint}"));
    }
    println!("{all:?}");
    assert_eq!(all.days, count);
    let met =
        [all.calls, all.undos, all.overseen, all.hand_overs, all.replays, all.refusals, all.papers, all.conflicts];
    assert!(count < 100 || met.iter().all(|many| *many > count / 10), "too little happened: {all:?}");
}

#[test]
fn a_seed_tells_the_same_day_again() {
    let journals = || {
        let mut town = Town::of(7);
        town.live_through_the_day().unwrap_or_else(|complaint| panic!("{complaint}"));
        town.houses().iter().map(|house| house.journal().to_vec()).collect::<Vec<_>>()
    };
    assert_eq!(journals(), journals());
}

#[test]
fn the_order_of_calls_meets_the_formulas() {
    let arrivals = count("OKIENKO_ARRIVALS", 150_000, 4_000_000) as u64;
    for model in formulas::models() {
        let measured = formulas::measure(&model, arrivals, 2026);
        for (exact, estimate) in model.waits.iter().zip(measured.waits) {
            println!("{}: exact {exact}, measured {estimate:?}", model.name);
            let off = (estimate.mean - exact).abs();
            assert!(off <= 3.0 * estimate.half_width, "{}: {exact} is not {estimate:?}", model.name);
            let most = if arrivals >= 4_000_000 { 0.015 } else { 0.25 };
            assert!(off <= most * exact, "{}: {exact} is not {estimate:?}", model.name);
        }
        if let Some(exact) = model.beyond_ten {
            let most = if arrivals >= 4_000_000 { 0.015 } else { 0.1 };
            assert!((measured.beyond_ten - exact).abs() <= most * exact, "{}: P {}", model.name, measured.beyond_ten);
        }
    }
}

/// A morning at one department, in which a doctored record can be planted.
struct Morning {
    live: Department,
    records: Vec<Record>,
    now: Instant,
}

impl Morning {
    fn begins() -> Self {
        let mut config = Plan::of(&mut Chance::of(3)).departments.remove(0);
        let day: NaiveDate = "2026-11-23".parse().expect("a date");
        config.hours.exceptions.clear();
        config.discipline = okienko_queue::discipline::Discipline::Strict;
        config.services.truncate(1);
        config.services[0].tickets_per_day = None;
        let mut second = config.desks[0].clone();
        (second.id, second.label) = ("second".into(), "second".into());
        config.desks = vec![config.desks[0].clone(), second];
        config.desks.iter_mut().for_each(|desk| desk.services = vec![config.services[0].id.clone()]);
        let nine = time::start_of(config.time_zone, day) + time::minutes(9 * 60);
        let mut morning = Self { live: Department::new(config.clone()), records: vec![], now: nine };
        morning.does(Command::Configure(Box::new(config)));
        morning
    }

    fn config(&self) -> &DepartmentConfig {
        self.live.config()
    }

    fn does(&mut self, command: Command) -> Answer {
        self.does_as("staff:s1", command)
    }

    fn does_as(&mut self, actor: &str, command: Command) -> Answer {
        self.now += time::seconds(10);
        let step = self.live.step(&command, actor, self.now);
        self.records.extend(step.records);
        step.outcome.expect("a command that is allowed")
    }

    fn three_come(&mut self) {
        for _ in 0..3 {
            let service = self.config().services[0].id.clone();
            self.does(Command::IssueTicket { service, priority: None, language: None });
        }
    }

    fn call(&mut self, desk: usize) -> usize {
        let desk = self.config().desks[desk].id.clone();
        self.does(Command::AtDesk { desk, action: DeskAction::CallNext });
        self.records.len() - 1
    }

    fn judge(&self) -> Result<(), String> {
        let mut auditor = Auditor::new(self.config().clone());
        self.records.iter().try_for_each(|record| auditor.read(record))
    }

    fn complaint(&self) -> String {
        self.judge().expect_err("a complaint about the doctored record")
    }
}

#[test]
fn the_auditor_is_content_with_an_honest_morning() {
    let mut morning = Morning::begins();
    morning.three_come();
    morning.call(0);
    morning.call(1);
    assert_eq!(morning.judge(), Ok(()));
}

#[test]
fn the_auditor_sees_one_ticket_called_at_two_desks() {
    let mut morning = Morning::begins();
    morning.three_come();
    let first = morning.call(0);
    let second = morning.call(1);
    let twice = morning.records[first].event.clone();
    let (Event::Called { ticket: doubled, .. }, Event::Called { ticket, .. }) =
        (&twice, &mut morning.records[second].event)
    else {
        panic!("two calls")
    };
    *ticket = doubled.clone();
    assert!(morning.complaint().contains("called of a ticket that is called"), "{}", morning.complaint());
}

#[test]
fn the_auditor_sees_a_desk_with_two_tickets() {
    let mut morning = Morning::begins();
    morning.three_come();
    morning.call(0);
    let second = morning.call(1);
    let here = morning.config().desks[0].id.clone();
    let Event::Called { desk, .. } = &mut morning.records[second].event else { panic!("a call") };
    *desk = here;
    assert!(morning.complaint().contains("at hand"), "{}", morning.complaint());
}

#[test]
fn the_auditor_sees_the_wrong_next() {
    let mut morning = Morning::begins();
    morning.three_come();
    let call = morning.call(0);
    let youngest = morning.live.tickets().last().expect("a ticket").id.clone();
    let Event::Called { ticket, .. } = &mut morning.records[call].event else { panic!("a call") };
    *ticket = youngest;
    assert!(morning.complaint().contains("was next"), "{}", morning.complaint());
}

#[test]
fn the_auditor_sees_a_gap_in_the_codes_and_in_the_journal() {
    let mut morning = Morning::begins();
    morning.three_come();
    let last = morning.records.len() - 1;
    let Event::TicketIssued { code, .. } = &mut morning.records[last].event else { panic!("a ticket") };
    *code = format!("{}009", &code[..1]);
    assert!(morning.complaint().contains("a gap or a repetition"), "{}", morning.complaint());
    morning.records.remove(last - 1);
    assert!(morning.complaint().contains("follows"), "{}", morning.complaint());
}

#[test]
fn the_auditor_sees_a_slot_over_its_capacity_and_a_second_collection() {
    let mut morning = Morning::begins();
    let service = morning.config().services[0].clone();
    let day = morning.live.service_day(morning.now);
    let start = morning.live.free_slots(&service, day, morning.now)[0].start;
    let capacity = service.slots.as_ref().expect("a calendar").capacity;
    for _ in 0..capacity {
        morning.does(Command::Book { service: service.id.clone(), start, terms: Terms::default() });
    }
    let honest = morning.records.clone();
    let mut one_more = morning.records.last().expect("a booking").clone();
    one_more.seq += 1;
    let Event::Booked { appointment, seat, .. } = &mut one_more.event else { panic!("a booking") };
    let known = appointment.clone();
    (*appointment, *seat) = ("one-more".into(), capacity);
    morning.records.push(one_more);
    assert!(morning.complaint().contains("over its capacity"), "{}", morning.complaint());
    morning.records = honest;
    morning.now = start - time::minutes(20);
    morning.does(Command::CheckIn { appointment: known, language: None });
    let mut again = morning.records.last().expect("a check-in").clone();
    again.seq += 1;
    morning.records.push(again);
    assert!(morning.complaint().contains("is collected, not booked"), "{}", morning.complaint());
}

#[test]
fn the_auditor_sees_a_lent_number_told_twice_or_by_another_kiosk_or_at_a_time_that_cannot_be() {
    let mut morning = Morning::begins();
    morning.does_as("kiosk:k1", Command::LeaseNumbers { kiosk: "k1".into(), walk_in: 20, booked: 5 });
    let (service, at) = (morning.config().services[0].id.clone(), morning.now);
    let paper = Paper { kiosk: "k1".into(), number: 7, at, language: None };
    morning.does_as("kiosk:k1", Command::SettleOfflineTicket { paper, service, priority: None });
    assert_eq!(morning.judge(), Ok(()));
    let (honest, last) = (morning.records.clone(), morning.records.len() - 1);
    let mut again = honest[last].clone();
    again.seq += 1;
    morning.records.push(again);
    assert!(morning.complaint().contains("told twice"), "{}", morning.complaint());
    morning.records.clone_from(&honest);
    morning.records[last].actor = "kiosk:k2".into();
    assert!(morning.complaint().contains("was told by kiosk:k2"), "{}", morning.complaint());
    for seconds in [-60, 60] {
        morning.records.clone_from(&honest);
        let Event::TicketIssued { arrival, .. } = &mut morning.records[last].event else { panic!("a ticket") };
        *arrival += chrono::Duration::seconds(seconds);
        assert!(morning.complaint().contains("was printed at"), "{}", morning.complaint());
    }
}

#[test]
fn the_auditor_sees_an_empty_answer_while_somebody_waits() {
    let mut morning = Morning::begins();
    morning.three_come();
    let mut auditor = Auditor::new(morning.config().clone());
    morning.records.iter().try_for_each(|record| auditor.read(record)).expect("honest records");
    let desk = morning.config().desks[0].id.clone();
    assert!(auditor.told_empty(&desk).is_err());
    assert!(auditor.day_ended().is_err());
}
