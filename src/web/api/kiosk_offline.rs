//! What a kiosk needs to go on without us, and what it tells afterwards: numbers lent to it, the day list, the papers.

use crate::auth::{Principal, bearer};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::etag;
use crate::instants::{local, parse};
use crate::keys;
use actix_web::HttpResponse;
use okienko_actors::{DayList, Key, Reply, Trouble};
use okienko_queue::command::Paper;
use okienko_queue::ids::{DepartmentId, ServiceId};
use okienko_queue::lease::Lease;
use okienko_queue::text::Language;
use okienko_queue::time::day_of;
use serde::Deserialize;
use serde_json::{Map, Value, json as object};

/// Papers told at once.
const ENTRIES_MOST: usize = 50;

/// The papers that a kiosk tells of.
#[derive(Deserialize)]
struct Sync {
    entries: Vec<Value>,
}

/// One of them.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Entry {
    /// A walk-in ticket.
    Ticket { service: String, number: u32, issued_at: String, priority: Option<String>, language: Option<String> },
    /// A booked visit's ticket; `service` gives a place where the visit is not known any more.
    CheckIn { entry: String, number: u32, collected_at: String, service: Option<String>, language: Option<String> },
}

/// `POST /kiosk/leases`.
pub(crate) async fn leases(call: Call) -> Result<HttpResponse, Problem> {
    let rules = &call.office().catalogue().office.kiosk;
    let leases = call.office().lease_numbers(kiosk(&call)?, rules.offline_numbers, rules.offline_booked).await?;
    let (zone, now) = (call.office().zone(), call.office().clock().now());
    let blocks = leases.chunk_by(|one, other| (&one.0, &one.1.series) == (&other.0, &other.1.series));
    json(&object!({
        "now": local(zone, now),
        "day": day_of(zone, now),
        "leases": blocks.filter_map(|block| shown(&call, block)).collect::<Vec<_>>(),
    }))
}

fn shown(call: &Call, block: &[(DepartmentId, Lease)]) -> Option<Value> {
    let (department, first) = block.first()?;
    let links = call.office().links();
    let number = |(_, lease): &(DepartmentId, Lease)| {
        let token = links.ticket_token(&lease.ticket);
        object!({
            "number": lease.number, "code": lease.code(), "ticket": lease.ticket,
            "status_url": links.status_url(&token), "token": token,
        })
    };
    let numbers: Vec<Value> = block.iter().map(number).collect();
    Some(object!({
        "department": department, "service": first.service, "series": first.series, "numbers": numbers,
    }))
}

/// `GET /kiosk/day`.
pub(crate) async fn day(call: Call) -> Result<HttpResponse, Problem> {
    let list = day_list(&call).await?;
    let zone = call.office().zone();
    let visits = list.visits().iter().map(|visit| {
        let listed = &visit.listed;
        object!({
            "entry": list.entry(visit), "department": visit.department, "service": listed.service,
            "start": local(zone, listed.start), "opens_at": local(zone, listed.opens_at),
            "until": local(zone, listed.until), "state": listed.state,
        })
    });
    let answer = json(&object!({ "day": list.day, "visits": visits.collect::<Vec<_>>() }))?;
    Ok(etag::tagged(answer, &call.req))
}

async fn day_list(call: &Call) -> Result<DayList, Problem> {
    let token = bearer(&call.req).ok_or(Problem::new("unauthorized"))?;
    Ok(call.office().day_list(&token).await?)
}

/// `POST /kiosk/sync`. Each paper is settled by itself, in the order in which they come; where the database goes away in
/// between, the whole may be sent again.
pub(crate) async fn sync(call: Call) -> Result<HttpResponse, Problem> {
    let id = kiosk(&call)?;
    let Sync { entries } = call.json()?;
    if entries.is_empty() || entries.len() > ENTRIES_MOST {
        return Err(Problem::malformed("entries"));
    }
    let checks_in = entries.iter().any(|entry| entry["kind"] == "check_in");
    let list = if checks_in { Some(day_list(&call).await?) } else { None };
    let mut results = Vec::new();
    for entry in &entries {
        let settled = settle(&call, id, entry, list.as_ref()).await;
        results.push(result(id, entry, settled)?);
    }
    let now = local(call.office().zone(), call.office().clock().now());
    json(&object!({ "now": now, "results": results }))
}

async fn settle(call: &Call, kiosk: &str, asked: &Value, list: Option<&DayList>) -> Result<Reply, Problem> {
    let key = key(call, asked)?;
    let entry = Entry::deserialize(asked).map_err(|_| Problem::new("malformed"))?;
    // A paper that is in somebody's hand is not refused for a language that we do not know.
    let paper = |number, at: &str, language: Option<String>| {
        let at = parse(at).ok_or(Problem::new("malformed"))?;
        Ok::<_, Problem>(Paper {
            kiosk: kiosk.to_owned(),
            number,
            at,
            language: language.and_then(|code| Language::from_code(&code)),
        })
    };
    let office = call.office();
    Ok(match entry {
        Entry::Ticket { service, number, issued_at, priority, language } => {
            office.settle_ticket(paper(number, &issued_at, language)?, service.into(), priority, key).await?
        }
        Entry::CheckIn { entry, number, collected_at, service, language } => {
            let visit = list.and_then(|list| list.find(&entry)).map(|visit| visit.listed.appointment.clone());
            let service = service.map(ServiceId::from);
            office.settle_check_in(paper(number, &collected_at, language)?, visit, service, key).await?
        }
    })
}

/// The key of one paper, bound to what is said of it.
fn key(call: &Call, asked: &Value) -> Result<Key, Problem> {
    let key = keys::checked(asked["key"].as_str().ok_or(Problem::malformed("key"))?)?;
    Ok(keys::key(key, "POST", call.req.path(), &call.who.actor(), asked))
}

/// What became of one paper; only what sending again can mend is a problem of the whole.
fn result(kiosk: &str, asked: &Value, settled: Result<Reply, Problem>) -> Result<Value, Problem> {
    let (state, code, ticket) = match settled {
        Ok(reply) => {
            let mut answer: Map<String, Value> = serde_json::from_str(&reply.body).unwrap_or_default();
            let ticket = answer.remove("ticket").unwrap_or_default();
            let conflict = ticket.get("conflict").cloned().unwrap_or_default();
            (if conflict.is_null() { "accepted" } else { "conflict" }, conflict, ticket)
        }
        Err(problem) if problem == Problem::from(Trouble::TryAgain) => return Err(problem),
        Err(problem) => ("refused", problem.code.into(), Value::Null),
    };
    if state != "accepted" {
        let number = asked["number"].as_u64();
        tracing::warn!(kiosk, number, state, code = code.as_str(), "an offline paper was not simply accepted");
    }
    Ok(object!({ "key": asked["key"], "state": state, "code": code, "ticket": ticket }))
}

fn kiosk(call: &Call) -> Result<&str, Problem> {
    match &call.who {
        Principal::Kiosk { id } => Ok(id),
        _ => Err(Problem::new("forbidden")),
    }
}
