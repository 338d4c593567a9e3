//! Citizens who come without a visit: tickets at the kiosk by the hour's weight, a few of them before they are called gone.

use super::Streets;
use super::chance::Chance;
use super::day::{walk_ins_a_minute, worth_coming};
use chrono::NaiveDate;
use okienko_queue::config::{DepartmentConfig, Service};
use okienko_queue::time;
use serde_json::{Value, json};
use std::sync::Arc;

/// Somebody looks at the door so often, office minutes.
const STEP: f64 = 1.0;
/// Minutes of arrivals that stand at the door when it opens.
const AT_THE_DOOR: f64 = 15.0;
/// Most minutes made up for after the clock was set.
const MADE_UP: f64 = 5.0;
/// How many hold a ticket of statutory priority, and how many go home.
const PRIORITY: f64 = 0.03;
const GOES_HOME: f64 = 0.03;
/// Mean patience of those who go home, minutes.
const PATIENCE: f64 = 25.0;

/// Comes to the office day after day.
pub async fn arrive(streets: Arc<Streets>) {
    let mut chance = streets.chance(1);
    let mut seen: Vec<Option<NaiveDate>> = vec![None; streets.office.departments.len()];
    let mut before = streets.now();
    while !streets.is_over() {
        let now = streets.now();
        let passed = ((now - before).num_milliseconds() as f64 / 60_000.0).clamp(0.0, MADE_UP);
        before = now;
        for (department, seen) in streets.office.departments.iter().zip(&mut seen) {
            if !worth_coming(department, now) {
                continue;
            }
            let today = time::day_of(department.time_zone, now);
            let first = seen.replace(today) != Some(today);
            let minutes = if first { AT_THE_DOOR } else { passed };
            for service in department.services.iter().filter(|service| service.walk_in) {
                for _ in 0..chance.poisson(walk_ins_a_minute(department, service, now) * minutes) {
                    take(&streets, department, service, &mut chance).await;
                }
            }
        }
        streets.minutes(STEP).await;
    }
}

async fn take(streets: &Arc<Streets>, department: &DepartmentConfig, service: &Service, chance: &mut Chance) {
    let class = chance.happens(PRIORITY).then(|| chance.one_of(&department.priority_classes)).flatten();
    let body = class
        .map_or_else(|| json!({ "service": service.id }), |class| json!({ "service": service.id, "priority": class }));
    let answer = streets.http.post("kiosk/tickets", Some(&streets.kiosk), &body).await;
    let token = answer.text("/ticket/token").to_owned();
    if answer.is_ok() && !token.is_empty() && chance.happens(GOES_HOME) {
        let (streets, patience) = (streets.clone(), chance.exponential(PATIENCE));
        tokio::spawn(async move {
            streets.minutes(patience).await;
            streets.http.post(&format!("tickets/{token}/leave"), None, &Value::Object(serde_json::Map::new())).await;
        });
    }
}
