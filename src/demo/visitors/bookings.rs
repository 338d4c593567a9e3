//! Citizens who book: a calendar that is partly full when the demo begins, and somebody new every few minutes.

use super::Streets;
use super::chance::Chance;
use super::check_ins::Visit;
use super::day::room_for_terms;
use super::people::Person;
use chrono::{DateTime, Days, NaiveDate};
use okienko_queue::config::Service;
use okienko_queue::time::{self, Instant};
use serde_json::{Value, json};
use std::sync::Arc;

/// The share of free terms that is booked at the beginning if the desks have room: today, tomorrow and so on.
const FULL: [f64; 6] = [0.45, 0.35, 0.25, 0.2, 0.1, 0.05];
/// Real milliseconds between two bookings of the beginning: polite, and soon done.
const POLITE: u64 = 15;
/// Mean office minutes between two bookings of the day.
const EVERY: f64 = 4.0;
/// A term of today is booked so many minutes before at the latest.
const AHEAD: u32 = 5;

/// Books as long as the demo runs.
pub async fn book(streets: Arc<Streets>) {
    let mut chance = streets.chance(2);
    let departments = &streets.office.departments;
    let services: Vec<Service> =
        departments.iter().flat_map(|one| &one.services).filter(|service| service.bookable()).cloned().collect();
    for department in departments {
        for service in department.services.iter().filter(|service| service.bookable()) {
            fill(&streets, service, room_for_terms(department), &mut chance).await;
        }
    }
    while !streets.is_over() {
        streets.minutes(chance.exponential(EVERY)).await;
        let Some(service) = chance.one_of(&services).cloned() else { return };
        let days = chance.exponential(3.0) as u64;
        let terms = terms(&streets, &service, days.min(14), days.min(14)).await;
        if let Some((start, _)) = chance.one_of(&terms) {
            book_one(&streets, &service, *start, &mut chance).await;
        }
    }
}

async fn fill(streets: &Streets, service: &Service, room: f64, chance: &mut Chance) {
    for (ahead, share) in (0..).zip(FULL) {
        for (start, free) in terms(streets, service, ahead, ahead).await {
            for _ in 0..free {
                if streets.is_over() {
                    return;
                }
                if chance.happens(share * room) {
                    book_one(streets, service, start, chance).await;
                    streets.breathe(POLITE).await;
                }
            }
        }
    }
}

/// Free terms from so many to so many days ahead, with the seats left.
async fn terms(streets: &Streets, service: &Service, from: u64, to: u64) -> Vec<(Instant, u64)> {
    let now = streets.now();
    let today = time::day_of(streets.office.office.time_zone, now);
    let day = |ahead: u64| today.checked_add_days(Days::new(ahead)).unwrap_or(NaiveDate::MAX);
    let answer =
        streets.http.get(&format!("services/{}/slots?from={}&to={}", service.id, day(from), day(to)), None).await;
    let days = answer.body.get("days").and_then(Value::as_array).cloned().unwrap_or_default();
    let slots = days.iter().filter_map(|day| day.get("slots").and_then(Value::as_array)).flatten();
    let terms = slots.filter_map(|slot| {
        let start = DateTime::parse_from_rfc3339(slot.get("start")?.as_str()?).ok()?.to_utc();
        Some((start, slot.get("free")?.as_u64()?))
    });
    terms.filter(|(start, _)| *start > now + time::minutes(AHEAD)).collect()
}

async fn book_one(streets: &Streets, service: &Service, start: Instant, chance: &mut Chance) {
    let person = Person::somebody(streets, chance);
    let zone = streets.office.office.time_zone;
    let form = json!({
        "service": service.id,
        "start": start.with_timezone(&zone).to_rfc3339(),
        "name": person.name,
        "phone": person.phone,
        "email": person.email,
        "language": person.language,
    });
    let answer = streets.http.post("appointments", None, &form).await;
    if answer.is_ok() {
        let (code, token) = (answer.text("/code").to_owned(), answer.text("/token").to_owned());
        streets.visits.add(Visit::planned(service.id.clone(), start, person.phone, code, token, chance));
    }
}
