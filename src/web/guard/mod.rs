//! Against slot trading and bots, at the door of the web: hard limits on writes, soft rules that ask for a proof of work. Reads are not
//! limited here. Limits are of one process; what must hold between nodes (seats, limits per phone and mail) is the core's.
//!
//! * Every write of the public goes through [`admit`], called once for all by `dispatch`.
//! * A program that books calls [`program`]; the page that books calls [`demand`] when it is shown and [`passed`] when it is sent.

mod buckets;
mod origin;
mod page;
mod proof;
mod rules;
mod settings;

pub(crate) use origin::caller;
pub use proof::Demand;
pub use settings::{GuardSettings, Rate};

use crate::call::Call;
use crate::cookies::FormCookie;
use crate::errors::Problem;
use crate::instants::local;
use crate::keys;
use crate::routes::{Kind, Route, Verb, Who};
use actix_web::HttpResponse;
use buckets::{Buckets, Seconds};
use okienko_queue::time::from_ms;
use proof::{Owner, Spent, judge};
use rules::Rule;
use serde::Deserialize;
use std::collections::HashMap;

/// The whole office as one caller of its rule.
const OFFICE: u128 = 0;

/// What the guard remembers.
pub(crate) struct Guard {
    bookings: Buckets,
    changes: Buckets,
    per_link: Buckets,
    soft_address: Rule,
    soft_office: Rule,
    spent: Spent,
    bits: u8,
}

impl Guard {
    /// Nobody has come yet.
    pub fn new(settings: &GuardSettings) -> Self {
        let (keys, minutes) = (settings.keys, settings.soft_minutes);
        Self {
            bookings: Buckets::new(settings.bookings, keys),
            changes: Buckets::new(settings.changes, keys),
            per_link: Buckets::new(settings.per_link, keys),
            soft_address: Rule::new(settings.soft_address, minutes, keys),
            soft_office: Rule::new(settings.soft_office, minutes, 1),
            spent: Spent::new(keys),
            bits: settings.proof_bits,
        }
    }
}

/// Takes one from every bucket that a write is counted in; `Err` says after how many seconds there is room again. Staff and devices are
/// known by their tokens, sign-ons and pairings have throttles of their own, one-time links cannot be guessed.
pub(crate) fn admit(row: &Route, call: &Call) -> Result<(), Seconds> {
    let of_their_own = [
        "/api/v1/session",
        "/api/v1/session/openid",
        "/api/v1/pairings",
        "/api/v1/account-links/show",
        "/api/v1/account-links/use",
    ];
    if row.verb == Verb::Get || of_their_own.contains(&row.path) {
        return Ok(());
    }
    let (guard, caller) = (&call.state.guard, origin::caller(call));
    match row.who {
        Who::Public => guard.bookings.take(caller),
        Who::Link => {
            guard.changes.take(caller)?;
            match call.param("token") {
                "" => Ok(()),
                token => guard.per_link.take(origin::link(token)),
            }
        }
        _ => Ok(()),
    }
}

/// The answer to a write that was not admitted: for a person a page from which the same form can be sent again.
pub(crate) fn turned_away(kind: Kind, call: &Call, seconds: Seconds) -> Result<HttpResponse, Problem> {
    let problem = Problem::new("throttled").after(seconds);
    if !kind.is_page() {
        return Err(problem);
    }
    call.state.counts.refused(problem.code);
    page::again(call, &problem, seconds)
}

/// A proof, as a program sends it back.
#[derive(Deserialize)]
pub(crate) struct Proof {
    challenge: String,
    answer: String,
}

/// A program that books: admitted, or told to prove its work first. Refusals are not kept under an idempotency key, so the same key is
/// sent again with the proof.
pub(crate) fn program(call: &Call, proof: Option<&Proof>) -> Result<(), Problem> {
    let owner = Owner::Caller(origin::caller(call));
    let key = keys::of(call.req.headers())?.unwrap_or_default();
    let given = proof.map(|proof| (proof.challenge.as_str(), proof.answer.as_str()));
    if !counted(call) || spent(call, owner, given, &key) {
        return Ok(());
    }
    let asked = Demand::fresh(call, owner, call.state.guard.bits).ok_or(Problem::new("try_again"))?;
    let expires = local(call.office().zone(), from_ms(asked.expires_ms));
    let problem = Problem::new("proof_required").with("challenge", asked.challenge.into());
    Err(problem.with("bits", asked.bits.into()).with("algorithm", "SHA-256".into()).with("expires_at", expires.into()))
}

/// What the page that books asks for when it is shown: usually nothing.
pub(crate) fn demand(call: &Call, cookie: &FormCookie) -> Option<Demand> {
    let guard = &call.state.guard;
    let asks = guard.soft_office.is_tripped(OFFICE) || guard.soft_address.is_tripped(origin::caller(call));
    asks.then(|| Demand::fresh(call, Owner::Browser(cookie), guard.bits)).flatten()
}

/// How a form that books came through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Passed {
    /// Nothing was asked for, or it was proven.
    Freely,
    /// Asked for and not proven, perhaps because there is no script: the visit is booked and must be confirmed by mail in its time.
    ToConfirm,
    /// The rule tripped after the page was shown: it is shown again, with this.
    Asked(Demand),
}

/// Counts a booking by form. `fields` are those of the form, `key` the idempotency key that it books under.
pub(crate) fn passed(call: &Call, cookie: &FormCookie, fields: &HashMap<String, String>, key: &str) -> Passed {
    if !counted(call) {
        return Passed::Freely;
    }
    let owner = Owner::Browser(cookie);
    let field = |name: &str| fields.get(name).map(String::as_str);
    let Some(challenge) = field("proof_challenge") else {
        return Demand::fresh(call, owner, call.state.guard.bits).map_or(Passed::ToConfirm, Passed::Asked);
    };
    let given = Some((challenge, field("proof_answer").unwrap_or_default()));
    if spent(call, owner, given, key) { Passed::Freely } else { Passed::ToConfirm }
}

/// Counts a booking in both rules; whether one of them asks for a proof.
fn counted(call: &Call) -> bool {
    let guard = &call.state.guard;
    let (by_address, by_office) = (guard.soft_address.count(origin::caller(call)), guard.soft_office.count(OFFICE));
    by_address || by_office
}

fn spent(call: &Call, owner: Owner<'_>, given: Option<(&str, &str)>, key: &str) -> bool {
    let proven = given.and_then(|(challenge, answer)| judge(call, owner, challenge, answer));
    proven.is_some_and(|proven| call.state.guard.spent.spend(proven, key, call.office().process_now_ms()))
}

#[cfg(test)]
mod tests;
