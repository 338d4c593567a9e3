//! Ten simulated days, both nights of a clock change among them: every figure equals the recount from the journal, before and after the read model
//! is made anew, and before and after the days are packed.

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use okienko_tests::engine::told;
use okienko_tests::process::runs;
use okienko_tests::{Engine, Office, admin};
use serde_json::Value;

use super::recount::{self, Facts, Leg, agrees, counted};
use super::tables::{journal, lines, read_model};
use super::town::{DAYS, Town, open_at_night};
use super::{all, exports, report};

/// Spans of days that are asked about: all of spring, all of autumn, each clock change alone.
const SPANS: [(&str, &str); 4] = [
    ("2026-03-26", "2026-03-31"),
    ("2026-10-22", "2026-10-28"),
    ("2026-03-29", "2026-03-29"),
    ("2026-10-25", "2026-10-25"),
];

#[test]
fn r34_ten_days_sqlite() {
    told(ten_days(Engine::Sqlite));
}

#[test]
fn r34_ten_days_postgres() {
    told(ten_days(Engine::Postgres));
}

async fn ten_days(engine: Engine) {
    let office = Office::open_at(engine, "2026-03-26T08:00:00+01:00").await;
    office.rewrites(open_at_night).await;
    let mut town = Town::of(&office, 20_260_329).await;
    town.lives().await;
    let secrets = town.secrets.clone();
    let facts = recount::read(&journal(&office));
    enough_happened(&facts);
    every_figure_is_right(&office, &facts).await;
    exports::say_the_same(&office, &secrets).await;
    let before = read_model(&office);
    office.stop();
    runs(&["rebuild"], &office.database_url());
    assert_eq!(read_model(&office), before, "made anew the rows are the same");
    office.restart().await;
    days_are_packed(&office).await;
    every_figure_is_right(&office, &facts).await;
}

/// A report of nothing would be right, too.
fn enough_happened(facts: &Facts) {
    let legs = |state: &str| facts.legs.iter().filter(|leg| leg.state == state).count();
    for state in ["finished", "in_transit", "no_show", "cancelled", "closed"] {
        assert!(legs(state) > 3, "{} legs are {state}", legs(state));
    }
    let visits = |state: &str| facts.visits.iter().filter(|visit| visit.state == state).count();
    for state in ["collected", "cancelled", "not_collected"] {
        assert!(visits(state) > 0, "no visit is {state}");
    }
    for (day, hour) in [("2026-03-29", 1), ("2026-03-29", 3), ("2026-10-25", 2)] {
        let day: NaiveDate = day.parse().expect("a day");
        assert!(facts.legs.iter().any(|leg| leg.day == day && leg.hour() == hour), "{day} {hour}");
    }
    assert!(facts.legs.iter().any(|leg| leg.follows) && facts.legs.iter().any(|leg| leg.number > 2));
    let terms = |day: &str| facts.terms.iter().filter(|term| term.day.to_string() == day).count();
    assert!(["2026-03-29", "2026-10-25", "2026-10-27"].iter().all(|day| terms(day) > 0), "terms were planned");
    let served = |leg: &&Leg| leg.booked && leg.number == 1 && leg.started.is_some() && leg.state == "finished";
    assert!(facts.legs.iter().filter(served).count() > 0, "a place was used");
    for state in ["free", "paused", "called", "serving"] {
        assert!(facts.spells.iter().any(|spell| spell.state == state), "no desk was {state}");
    }
}

/// The days of before are over and packed at the next start, all but the last.
async fn days_are_packed(office: &Office) {
    let begun = Instant::now();
    let wanted = i64::try_from(DAYS.len() - 1).expect("a number");
    let count = "SELECT CAST(count(DISTINCT day) AS TEXT) AS line FROM report_days";
    while lines(office, count)[0].parse::<i64>().expect("a number") < wanted {
        assert!(begun.elapsed() < Duration::from_secs(20), "the days are packed");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn every_figure_is_right(office: &Office, facts: &Facts) {
    let token = admin::token(office).await;
    for (from, to) in SPANS {
        for by in ["day", "hour", "department", "service", "desk", "person"] {
            let told = report(office, &token, &format!("from={from}&to={to}&by={by}")).await;
            rows_are_right(&told, facts, (from, to), by);
        }
    }
    // One service, one channel, one department; and the days before.
    let narrow = "from=2026-03-26&to=2026-03-31&service=rejestracja-pojazdow&channel=booked&by=day";
    let told = report(office, &token, narrow).await;
    let span = ("2026-03-26", "2026-03-31");
    let wanted = counted(
        facts,
        |leg| within(leg.day, span) && leg.service == "rejestracja-pojazdow" && leg.booked,
        |visit| within(visit.day(), span) && visit.service == "rejestracja-pojazdow",
        |_| false,
        |term| within(term.day, span) && term.service == "rejestracja-pojazdow",
    );
    assert!(told["total"]["capacity"]["planned"].as_u64() > Some(0), "{}", told["total"]);
    agrees("one service, booked", &told["total"], &wanted);
    assert!(told["total"]["appointments"].is_object(), "visits are told: {}", told["total"]);
    assert!(told["total"]["desks"].is_null(), "a desk's time is not divided among services");
    let one = report(office, &token, "from=2026-03-30&to=2026-03-31&department=geodezja").await;
    assert_eq!((&one["before"]["from"], &one["before"]["to"]), (&"2026-03-28".into(), &"2026-03-29".into()));
    for (told, span) in
        [(&one["total"], ("2026-03-30", "2026-03-31")), (&one["before"]["total"], ("2026-03-28", "2026-03-29"))]
    {
        let here = |department: &str| department == "geodezja";
        let wanted = counted(
            facts,
            |leg| within(leg.day, span) && here(&leg.department),
            |visit| within(visit.day(), span) && here(&visit.department),
            |spell| within(spell.day, span) && here(&spell.department),
            |term| within(term.day, span) && here(&term.department),
        );
        agrees(&format!("one department, {span:?}"), told, &wanted);
    }
    let quiet = all(office, "from=2026-03-27&to=2026-03-29&by=day").await;
    let saturday = &quiet["rows"][1];
    assert_eq!(
        (&saturday["key"], &saturday["figures"]["all"]["legs"]),
        (&"2026-03-28".into(), &0.into()),
        "a row of zeros"
    );
}

fn within(day: NaiveDate, (from, to): (&str, &str)) -> bool {
    let day = day.to_string();
    day.as_str() >= from && day.as_str() <= to
}

fn rows_are_right(told: &Value, facts: &Facts, span: (&str, &str), by: &str) {
    let all = counted(
        facts,
        |leg| within(leg.day, span),
        |visit| within(visit.day(), span),
        |spell| within(spell.day, span),
        |term| within(term.day, span),
    );
    agrees(&format!("{span:?} by {by}, total"), &told["total"], &all);
    let rows = told["rows"].as_array().expect("rows");
    let mut legs = 0;
    for row in rows {
        let key = row["key"].as_str();
        let wanted = counted(
            facts,
            |leg| {
                let own = match by {
                    "day" => Some(leg.day.to_string()),
                    "hour" => Some(format!("{:02}", leg.hour())),
                    "department" => Some(leg.department.clone()),
                    "service" => Some(leg.service.clone()),
                    "desk" => leg.desk.clone(),
                    _ => leg.person.clone(),
                };
                within(leg.day, span) && own.as_deref() == key
            },
            |visit| {
                let own = match by {
                    "day" => visit.day().to_string(),
                    "hour" => format!("{:02}", visit.hour()),
                    "department" => visit.department.clone(),
                    _ => visit.service.clone(),
                };
                within(visit.day(), span) && Some(own.as_str()) == key
            },
            |spell| {
                let own = match by {
                    "day" => spell.day.to_string(),
                    "hour" => format!("{:02}", spell.hour),
                    "department" => spell.department.clone(),
                    _ => spell.desk.clone(),
                };
                within(spell.day, span) && Some(own.as_str()) == key
            },
            |term| {
                let own = match by {
                    "day" => term.day.to_string(),
                    "hour" => format!("{:02}", term.hour()),
                    "department" => term.department.clone(),
                    _ => term.service.clone(),
                };
                within(term.day, span) && Some(own.as_str()) == key
            },
        );
        legs += wanted.legs.len();
        agrees(&format!("{span:?} by {by}, {key:?}"), &row["figures"], &wanted);
    }
    assert_eq!(legs, all.legs.len(), "{span:?} by {by}: every leg stands in a row");
}
