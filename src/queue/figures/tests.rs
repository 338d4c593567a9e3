#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use crate::appointment::AppointmentState;
use crate::work::DeskTimes;
use chrono_tz::Europe::Warsaw;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn question(from: &str, to: &str, by: By) -> Question {
    Question { from: day(from), to: day(to), service: None, booked: None, by }
}

proptest! {
    #[test]
    fn percentiles_are_those_of_the_sorted_times(mut times in prop::collection::vec(0_u32..5_000_000, 1..400)) {
        let told = Spread::of(&mut times.clone());
        times.sort_unstable();
        let nearest = |percent: f64| times[((percent / 100.0 * times.len() as f64).ceil() as usize).max(1) - 1];
        prop_assert_eq!((told.median_ms, told.p90_ms, told.p95_ms), (nearest(50.0), nearest(90.0), nearest(95.0)));
        prop_assert_eq!((told.count as usize, told.max_ms), (times.len(), times[times.len() - 1]));
        let mean = times.iter().map(|time| f64::from(*time)).sum::<f64>() / times.len() as f64;
        prop_assert!((told.mean_ms - mean).abs() < 1e-6 * mean.max(1.0));
    }

    #[test]
    fn packed_facts_are_the_same_facts(seeds in prop::collection::vec(any::<u64>(), 0..40)) {
        let mut facts = DayFacts { names: vec!["so-r".into(), "so-1".into(), "staff:s1".into()], ..DayFacts::default() };
        for seed in seeds {
            let some = |bits: u32| ((seed >> bits) & 1 == 1).then_some((seed >> bits) as u32 & 0xff_ffff);
            facts.legs.push(LegFact {
                service: (seed & 3) as u32, desk: some(2), person: some(5), booked: seed & 8 > 0, first: seed & 16 > 0,
                hour: (seed % 24) as u32,
                outcome: [Outcome::Open, Outcome::Served, Outcome::PassedOn, Outcome::NoShow, Outcome::GaveUp, Outcome::Lost][(seed % 6) as usize],
                waiting_ms: some(7), walking_ms: some(11), service_ms: some(13),
            });
            facts.visits.push(VisitFact { service: 0, hour: (seed % 24) as u32, state: AppointmentState::NotCollected });
            let times = DeskTimes { free_ms: (seed % 3_600_001) as i64, paused_ms: 0, called_ms: 7, serving_ms: 3_600_000 };
            facts.work.push(WorkFact { desk: 1, hour: 9, times });
            facts.plan.push(PlanFact { service: 0, hour: (seed % 24) as u32, places: (seed >> 40) as u32 });
        }
        prop_assert_eq!(DayFacts::unpacked(&facts.packed()), Some(facts));
    }
}

#[test]
fn what_is_no_packed_day_is_told_from_one() {
    assert_eq!(DayFacts::unpacked(""), Some(DayFacts::default()));
    for wrong in ["a\nx1", "a\nl1 2 x", "a\nl1 9 0 0 0 0 0 0 0 0", "a\n\n"] {
        assert_eq!(DayFacts::unpacked(wrong), None, "{wrong:?}");
    }
}

#[test]
fn of_no_time_there_is_nothing_to_tell_and_of_one_it_is_everything() {
    assert_eq!(Spread::of(&mut []), Spread::default());
    let one = Spread::of(&mut [7]);
    assert_eq!((one.count, one.median_ms, one.p90_ms, one.p95_ms, one.max_ms), (1, 7, 7, 7, 7));
    let twenty = Spread::of(&mut (1..=20).rev().collect::<Vec<_>>());
    assert_eq!((twenty.median_ms, twenty.p90_ms, twenty.p95_ms), (10, 18, 19));
}

fn leg<'a>(state: &'a str, began: &str, called: i64, started: Option<i64>, finished: Option<i64>) -> LegTold<'a> {
    let began_ms = began.parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp_millis();
    LegTold {
        number: 1,
        service: "r",
        desk: Some("1"),
        state,
        began_ms,
        called_ms: Some(began_ms + called),
        walked_ms: started.map(|started| started - called),
        started_ms: started.map(|at| began_ms + at),
        finished_ms: finished.map(|at| began_ms + at),
        ..LegTold::default()
    }
}

#[test]
fn a_waiting_time_over_the_clock_change_is_what_passed_and_counts_in_the_hour_of_the_wall() {
    let mut notebook = Notebook::new(Warsaw);
    notebook.leg(&leg("finished", "2026-03-29T00:50:00Z", 600_000, Some(660_000), Some(900_000)));
    notebook.leg(&leg("no_show", "2026-03-29T01:10:00Z", 60_000, None, Some(90_000)));
    let facts = notebook.facts();
    let mut gatherer = Gatherer::new(question("2026-03-28", "2026-03-30", By::Hour), []);
    gatherer.day("d", day("2026-03-29"), &facts);
    gatherer.day("d", day("2026-03-27"), &facts);
    let report = gatherer.report();
    let hours: Vec<_> = report.rows.iter().map(|(key, figures)| (key.clone(), figures.all.counts.legs)).collect();
    assert_eq!(hours, [(Key::Hour(1), 1), (Key::Hour(2), 0), (Key::Hour(3), 1)], "02 is a row of zeros");
    assert_eq!((report.total.all.waiting.max_ms, report.total.all.walking.max_ms), (600_000, 60_000));
    assert_eq!(report.total.all.service.count, 1);
    assert_eq!(report.total.all.counts.no_show_percent(), Some(50.0));
}

#[test]
fn quiet_days_are_rows_and_a_share_of_nothing_is_none() {
    let report = Gatherer::new(question("2026-03-28", "2026-03-30", By::Day), []).report();
    assert_eq!(report.rows.len(), 3);
    assert!(report.rows.iter().all(|(_, figures)| *figures == report.total));
    assert_eq!(report.total.all.counts.no_show_percent(), None);
    assert_eq!(report.total.work.unwrap().utilisation_percent(), None);
}

#[test]
fn a_next_matter_at_the_same_desk_neither_waits_nor_walks() {
    let mut notebook = Notebook::new(Warsaw);
    let next =
        LegTold { number: 2, walked_ms: None, ..leg("finished", "2026-03-30T08:00:00Z", 0, Some(0), Some(60_000)) };
    notebook.leg(&next);
    notebook.visit("r", next.began_ms, "not_collected");
    notebook.work("1", next.began_ms, DeskTimes { free_ms: 1, paused_ms: 2, called_ms: 0, serving_ms: 3 });
    let mut gatherer = Gatherer::new(question("2026-03-30", "2026-03-30", By::Desk), [Key::Named("2".into())]);
    gatherer.day("d", day("2026-03-30"), &notebook.facts());
    let report = gatherer.report();
    let all = report.total.all;
    assert_eq!((all.counts.tickets, all.counts.served, all.waiting.count, all.walking.count), (0, 1, 0, 0));
    assert_eq!((all.service.count, all.service.max_ms), (1, 60_000));
    assert_eq!(report.total.visits.unwrap().not_collected_percent(), Some(100.0));
    assert_eq!(report.rows.len(), 2, "desk 1, and desk 2 where nothing happened");
    assert_eq!(report.rows[0].1.work.unwrap().utilisation_percent(), Some(75.0));
    assert!(report.rows[0].1.visits.is_none(), "an appointment belongs to no desk");
}

#[test]
fn a_question_about_one_service_or_channel_tells_no_time_of_desks() {
    let mut notebook = Notebook::new(Warsaw);
    notebook.leg(&leg("finished", "2026-03-30T08:00:00Z", 1_000, Some(2_000), Some(3_000)));
    notebook.leg(&LegTold { service: "s", booked: true, ..leg("closed", "2026-03-30T08:00:00Z", 1_000, None, None) });
    let facts = notebook.facts();
    let tell = |service: Option<&str>, booked| {
        let question =
            Question { service: service.map(Into::into), booked, ..question("2026-03-30", "2026-03-30", By::Service) };
        let mut gatherer = Gatherer::new(question, []);
        gatherer.day("d", day("2026-03-30"), &facts);
        gatherer.report()
    };
    assert_eq!(tell(Some("r"), None).total.all.counts.served, 1);
    assert!(tell(Some("r"), None).total.work.is_none() && tell(None, None).total.work.is_some());
    assert_eq!(tell(Some("unknown"), None).total.all.counts.legs, 0);
    let booked = tell(None, Some(true));
    assert_eq!((booked.total.all.counts.lost, booked.total.walk_in.counts.legs, booked.rows.len()), (1, 0, 1));
    assert!(tell(None, Some(false)).total.visits.is_none());
}

#[test]
fn periods_are_compared_with_the_same_days_before() {
    let today = day("2026-03-31");
    let both = |period: Period| {
        let ((from, to), (before, until)) = (period.days(today), period.before(today));
        [from, to, before, until].map(|day| day.to_string())
    };
    assert_eq!(both(Period::Today), ["2026-03-31", "2026-03-31", "2026-03-30", "2026-03-30"]);
    assert_eq!(both(Period::Week), ["2026-03-30", "2026-03-31", "2026-03-23", "2026-03-24"]);
    assert_eq!(both(Period::Month), ["2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"]);
    assert_eq!(both(Period::Year), ["2026-01-01", "2026-03-31", "2025-01-01", "2025-03-31"]);
    let between = Period::Between(day("2026-03-10"), day("2026-03-12"));
    assert_eq!(both(between), ["2026-03-10", "2026-03-12", "2026-03-07", "2026-03-09"]);
    assert!(between.is_sound(today) && !Period::Between(day("2026-03-12"), day("2026-03-10")).is_sound(today));
    assert!(!Period::Between(day("2025-03-12"), day("2026-03-31")).is_sound(today), "more than a year");
    assert!(!Period::Between(day("0001-03-12"), day("0001-03-31")).is_sound(today));
}
