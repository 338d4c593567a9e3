//! Lines 26, 29, 30 as a citizen meets them: Polish first, statutory days off, the nights when clocks change.

use okienko_tests::engine::told;
use okienko_tests::page::Window;
use okienko_tests::time::written;
use okienko_tests::{Engine, Office, on_both_engines};

/// The starts that the calendar of the shared service lists on a day, as they are written.
async fn starts(office: &Office, day: &str) -> Vec<String> {
    let service = office.sample.shared_service();
    let answer = office.http.get(&format!("services/{}/slots?from={day}&to={day}", service.id), None).await.ok();
    let slots = answer.body["days"][0]["slots"].as_array().cloned().unwrap_or_default();
    slots.iter().map(|slot| slot["start"].as_str().expect("a start").to_owned()).collect()
}

on_both_engines! {
    async fn law_26_polish_comes_first_with_its_forms_dates_and_hours(office: Office) {
        let base = &office.sample.base_url;
        let page = Window::opens(&format!("{base}/")).await;
        assert!(page.html.contains("<html lang=\"pl\"") && page.html.contains("<meta charset=\"utf-8\">"));
        let count = async |query: &str| {
            let page = Window::opens(&format!("{base}/?q={query}")).await.text();
            page.split("Znaleziono ").nth(1).map(|rest| rest.split(" dla").next().unwrap_or("").to_owned()).unwrap_or_default()
        };
        assert_eq!(count("taxi").await, "1 sprawę");
        let many = count("a").await;
        let number: u32 = many.split(' ').next().and_then(|digits| digits.parse().ok()).expect("a number");
        assert!(number >= 5 && many.ends_with(if (2..=4).contains(&(number % 10)) && number / 10 != 1 { "sprawy" } else { "spraw" }), "{many}");
        let service = office.sample.shared_service();
        let hours = Window::opens(&format!("{base}/s/{}/2026-11-24", service.id)).await.text();
        assert!(hours.contains("09:00") && !hours.contains(" AM") && hours.contains("24 listopada"), "{hours}");
        let unknown = office.http.get("/api/v1/appointments/x", None).await.with_status(404);
        assert!(unknown.str("detail").contains(|sign: char| "ąćęłńóśźż".contains(sign)), "Polish: {}", unknown.text);
    }
}

on_both_engines! {
    async fn law_29_christmas_eve_and_all_computed_holidays_have_no_terms(office: Office) {
        office.clock(okienko_tests::time::warsaw("2026-12-14", "08:00")).await;
        assert!(starts(&office, "2026-12-24").await.is_empty(), "24 December is a day off since 2025");
        assert!(starts(&office, "2026-12-25").await.is_empty());
        assert!(!starts(&office, "2026-12-23").await.is_empty());
    }
}

#[test]
fn law_30_around_the_change_of_clocks_every_term_has_the_offset_of_its_own_day() {
    told(async {
        for (engine, start, before, after) in [
            (Engine::Sqlite, "2027-03-25T08:00:00+01:00", ("2027-03-26", "+01:00"), ("2027-03-30", "+02:00")),
            (Engine::Postgres, "2026-10-22T08:00:00+02:00", ("2026-10-23", "+02:00"), ("2026-10-26", "+01:00")),
        ] {
            let office = Office::open_at(engine, start).await;
            for (day, offset) in [before, after] {
                let starts = starts(&office, day).await;
                assert!(!starts.is_empty() && starts.iter().all(|start| start.ends_with(offset)), "{day}: {starts:?}");
                assert!(starts[0].contains("T09:00:00"), "the wall clock stays: {}", starts[0]);
            }
            let citizen = office.citizen();
            let slot = citizen.slots_on(&office.sample.shared_service().id, after.0).await.remove(0);
            let visit = citizen.books(&office.sample.shared_service().id, slot.start).await.with_status(201);
            assert_eq!(visit.str("start"), written(slot.start));
            assert!(visit.str("start").contains("T09:00:00"));
        }
    });
}
