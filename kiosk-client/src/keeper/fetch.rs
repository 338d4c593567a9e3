//! What the agent keeps of the server for the time without it. Each answers false when the server did not.

use crate::agent::Agent;
use crate::failure::Failure;
use crate::journal::{Lease, Visit};
use crate::upstream::Call;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use std::time::Duration;

const WITHIN: Duration = Duration::from_secs(5);
/// Below this many leased numbers they are filled up at once.
const LOW: i64 = 10;

/// `GET /kiosk/setup`.
pub fn setup(agent: &Agent, token: &str) -> Result<bool, Failure> {
    let Ok(answer) = agent.ask(Call::new("/api/v1/kiosk/setup", Some(token), WITHIN), None) else { return Ok(false) };
    if answer.is_ok() && answer.body.is_object() {
        agent.catalogue.set_setup(&agent.journal, answer.body)?;
        let setup = agent.catalogue.setup();
        if let Ok(zone) = setup.office.time_zone.parse() {
            agent.clock.set_zone(zone);
        }
        agent.catalogue.name(&setup.revision);
        return Ok(true);
    }
    refused("the setup", answer.status)
}

/// `GET /kiosk/services`.
pub fn services(agent: &Agent, token: &str) -> Result<bool, Failure> {
    let Ok(answer) = agent.ask(Call::new("/api/v1/kiosk/services", Some(token), WITHIN), None) else {
        return Ok(false);
    };
    if answer.is_ok() && answer.body.is_object() {
        agent.catalogue.set_services(&agent.journal, answer.body)?;
        return Ok(true);
    }
    refused("the services", answer.status)
}

/// Whether numbers were used so that fewer are left than should be; asked for again once for each number that went.
pub fn is_low(agent: &Agent) -> Result<bool, Failure> {
    let day = agent.day();
    let left = agent.journal.leases_left(&day)?;
    let before = agent.leases.load(Ordering::Acquire);
    Ok(left < before && (left < LOW || before - left >= LOW / 2))
}

#[derive(Deserialize)]
struct Leases {
    day: String,
    leases: Vec<Block>,
}

#[derive(Deserialize)]
struct Block {
    department: String,
    service: Option<String>,
    numbers: Vec<Number>,
}

#[derive(Deserialize)]
struct Number {
    number: i32,
    code: String,
    ticket: String,
    status_url: String,
    token: String,
}

/// `POST /kiosk/leases`.
pub fn leases(agent: &Agent, token: &str) -> Result<bool, Failure> {
    let call = Call::new("/api/v1/kiosk/leases", Some(token), WITHIN);
    let Ok(answer) = agent.ask(call, Some(&json!({}))) else { return Ok(false) };
    if !answer.is_ok() {
        return refused("the leases", answer.status);
    }
    let told: Leases = serde_json::from_value(answer.body)?;
    let rows: Vec<Lease> = told.leases.into_iter().flat_map(|block| rows(&told.day, block)).collect();
    agent.journal.set_leases(&told.day, &rows)?;
    agent.leases.store(agent.journal.leases_left(&told.day)?, Ordering::Release);
    Ok(true)
}

fn rows(day: &str, block: Block) -> Vec<Lease> {
    let Block { department, service, numbers } = block;
    let row = |one: Number| Lease {
        ticket: one.ticket,
        day: day.to_owned(),
        department: department.clone(),
        service: service.clone(),
        number: one.number,
        code: one.code,
        status_url: one.status_url,
        token: one.token,
        used: false,
    };
    numbers.into_iter().map(row).collect()
}

/// `GET /kiosk/day`, fetched whole only when it has changed.
pub fn day_list(agent: &Agent, token: &str) -> Result<bool, Failure> {
    let known = agent.journal.note::<String>("day");
    let call = Call { etag: known.as_deref(), ..Call::new("/api/v1/kiosk/day", Some(token), WITHIN) };
    let Ok(answer) = agent.ask(call, None) else { return Ok(false) };
    if answer.status == 304 {
        return Ok(true);
    }
    if !answer.is_ok() {
        return refused("the day list", answer.status);
    }
    let day = answer.body.get("day").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut visits: Vec<Visit> = serde_json::from_value(answer.body.get("visits").cloned().unwrap_or_default())?;
    for visit in &mut visits {
        visit.day.clone_from(&day);
    }
    agent.journal.set_visits(&day, &visits)?;
    agent.journal.remember("visits_day", &day)?;
    agent.journal.remember("day", &answer.etag.unwrap_or_default())?;
    Ok(true)
}

fn refused(what: &str, status: u16) -> Result<bool, Failure> {
    if status != 401 {
        tracing::warn!(what, status, "the server does not give it");
    }
    Ok(false)
}
