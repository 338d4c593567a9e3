//! Suspicious patterns in bookings, for supervisors: kinds, counts and ids of visits.

use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use serde_json::{Value, json as object};

/// `GET /staff/patterns`. Nothing personal: who has a reason looks a visit up by its id, and that is logged.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    let (found, zone) = (call.office().patterns(&call.who.actor()).await?, call.office().zone());
    let patterns = found.patterns.iter().map(|pattern| {
        object!({
            "kind": pattern.kind,
            "count": pattern.count,
            "from": local(zone, pattern.from),
            "until": local(zone, pattern.until),
            "appointments": pattern.appointments,
        })
    });
    let patterns: Vec<Value> = patterns.collect();
    json(&object!({ "patterns": patterns, "bookings": found.bookings, "complete": found.complete }))
}
