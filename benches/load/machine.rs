//! The pure core alone: no disk, no network.

use crate::args::Wish;
use crate::offices::{department_id, desk_id, monday, office, service_id};
use crate::report::{Figure, Report, Target};
use crate::stats::{median, ms};
use chrono::TimeDelta;
use okienko_queue::Department;
use okienko_queue::command::{Command, DeskAction};
use okienko_queue::forecast::forecast;
use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Instant;

/// Commands timed in one round.
const COMMANDS: usize = 2_000;

/// A walk-in ticket and a call of the next, with 10 and with 10,000 waiting; limit: one change of an ordered set.
pub fn decide_apply(wish: &Wish, report: &mut Report) {
    if !wish.wants("decide_apply") {
        return;
    }
    let mut few = (Vec::new(), Vec::new(), Vec::new());
    let mut many = (Vec::new(), Vec::new(), Vec::new());
    let (short, long) = (queue(10), queue(10_000));
    for _ in 0..wish.either(9, 3) {
        for (waiting, department, found) in [(10, &short, &mut few), (10_000, &long, &mut many)] {
            let (issue, call) = round(department.clone());
            found.0.push(issue);
            found.1.push(call);
            found.2.push(bare(waiting));
        }
    }
    for (what, at_10, at_10_000) in [("issue", &few.0, &many.0), ("call_next", &few.1, &many.1)] {
        let figure = |waiting, value, limit, target| Figure {
            name: format!("decide_apply_ns_{what}_{waiting}"),
            value,
            unit: "ns",
            limit: Some(limit),
            target,
        };
        let (short, long) = (median(at_10), median(at_10_000));
        report.tell(figure("10", short, median(&few.2), Target::None));
        report.tell(figure("10000", long, median(&many.2), Target::None));
        report.tell(figure("10000_by_10", long, short, Target::None));
    }
}

/// A department where so many wait.
pub fn queue(waiting: usize) -> Department {
    let config = office(1, monday()).departments.remove(0);
    let mut department = Department::new(config.clone());
    let now = monday();
    department.step(&Command::Configure(Box::new(config)), "load", now);
    for n in 0..waiting {
        department.step(&issue(n), "kiosk:load", now);
    }
    department.take_touched();
    department
}

fn issue(n: usize) -> Command {
    Command::IssueTicket { service: service_id(0, n % 2), priority: None, language: None }
}

/// A command at a desk of the first department.
pub fn at_desk(which: usize, action: DeskAction) -> Command {
    Command::AtDesk { desk: desk_id(0, which), action }
}

/// Nanoseconds of one issue and of one call.
fn round(mut department: Department) -> (f64, f64) {
    assert_eq!(department.config().id, department_id(0));
    let now = monday() + TimeDelta::seconds(1);
    let (mut issues, mut calls) = (0.0, 0.0);
    let call = at_desk(0, DeskAction::CallNext);
    for n in 0..COMMANDS {
        let command = issue(n);
        let begun = Instant::now();
        let step = black_box(department.step(&command, "kiosk:load", now));
        issues += begun.elapsed().as_nanos() as f64;
        let begun = Instant::now();
        let called = black_box(department.step(&call, "staff:load", now));
        calls += begun.elapsed().as_nanos() as f64;
        assert!(step.outcome.is_ok() && called.outcome.is_ok());
        department.step(&at_desk(0, DeskAction::Start), "staff:load", now);
        department.take_touched();
    }
    (issues / COMMANDS as f64, calls / COMMANDS as f64)
}

/// Nanoseconds of taking the first out of an ordered set and putting another in.
fn bare(waiting: usize) -> f64 {
    let mut set: BTreeSet<(i64, u64, String)> = BTreeSet::new();
    let spot = |n: usize| (n as i64, n as u64, format!("department-0-t{n}"));
    set.extend((0..waiting).map(spot));
    let next: Vec<_> = (waiting..waiting + COMMANDS).map(spot).collect();
    let begun = Instant::now();
    for one in next {
        black_box(set.pop_first());
        set.insert(one);
    }
    begun.elapsed().as_nanos() as f64 / COMMANDS as f64
}

/// The forecast of a department where a hundred wait and three desks work.
pub fn forecast_100(wish: &Wish, report: &mut Report) {
    if !wish.wants("forecast_100_waiting_ms") {
        return;
    }
    let mut department = queue(103);
    for which in 0..3 {
        for action in [DeskAction::CallNext, DeskAction::Start] {
            department.step(&at_desk(which, action), "staff:load", monday());
        }
    }
    let input = department.forecast_input(monday() + TimeDelta::minutes(1));
    assert_eq!((input.waiting.len(), input.desks.len()), (100, 3));
    let mut spans = Vec::new();
    for seed in 0..wish.either(30, 8) {
        let begun = Instant::now();
        black_box(forecast(&input, 200, seed));
        spans.push(ms(begun.elapsed()));
    }
    report.tell(Figure {
        name: "forecast_100_waiting_ms".into(),
        value: median(&spans),
        unit: "ms",
        limit: None,
        target: Target::AtMost(20.0),
    });
}
