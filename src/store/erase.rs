//! Erasing personal data (law lines 21, 22): the contact stays as a blank row, its code and day still taken; with it goes what else holds
//! the same data, in the same transaction.

use crate::access::Access;
use crate::append::Appender;
use crate::bulk;
use crate::connection::Connection;
use crate::fault::Fault;
use crate::notes;
use crate::schema::{answers, claims, contacts, letters};
use diesel::prelude::*;
use serde_json::Value;

/// Until when contacts are erased, milliseconds since 1970 of booked hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Every visit booked for before this instant.
    pub all_before_ms: i64,
    /// Visits that were cancelled or not collected, booked for before this instant.
    pub ended_before_ms: i64,
}

impl Appender {
    /// Erases name, phone, e-mail, person and origin of one appointment, also from answers kept under idempotency keys; letters to it that
    /// still wait are dropped. Answers whether there was anything to erase.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn erase_contact(&mut self, appointment: &str, now_ms: i64) -> Result<bool, Fault> {
        self.run(|c| erase(c, &[appointment.to_owned()], now_ms).map(|erased| erased > 0))
    }

    /// Erases the personal data of at most `limit` visits whose time is over, the longest over first, gives their claims back and writes one
    /// line of the access log as proof; answers how many contacts.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer; then nothing was erased.
    pub fn erase_due(&mut self, due: Due, now_ms: i64, limit: i64) -> Result<usize, Fault> {
        let proof = Access::new(now_ms, "timer", "erased", "", "")?;
        self.run(|c| {
            let ids = due_ids(c, due, limit)?;
            if ids.is_empty() {
                return Ok(0);
            }
            let erased = erase(c, &ids, now_ms)?;
            if erased == 0 {
                return Ok(0); // Another node was faster.
            }
            // Rules that span departments ask about today and later; a claim of a visit long over holds nothing but the person's hash.
            diesel::delete(claims::table.filter(claims::owner.eq_any(&ids))).execute(c)?;
            let proof = Access { detail: format!("retention {erased}"), ..proof };
            bulk::insert(c, &[&proof])?;
            Ok(erased)
        })
    }

    /// Forgets at most `limit` letters that were sent or dropped and written before an instant (process clock); answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn forget_letters_before(&mut self, created_ms: i64, limit: i64) -> Result<usize, Fault> {
        self.run(|c| {
            let old: Vec<String> = letters::table
                .filter(letters::created_ms.lt(created_ms))
                .filter(letters::state.eq_any(["sent", "dropped"]))
                .order((letters::created_ms, letters::id))
                .limit(limit)
                .select(letters::id)
                .load(c)?;
            diesel::delete(letters::table.filter(letters::id.eq_any(old))).execute(c)
        })
    }
}

fn due_ids(c: &mut Connection, due: Due, limit: i64) -> QueryResult<Vec<String>> {
    let ended = contacts::start_ms.lt(due.ended_before_ms).and(contacts::state.eq_any(["cancelled", "not_collected"]));
    contacts::table
        .filter(contacts::erased_ms.is_null())
        .filter(contacts::start_ms.lt(due.all_before_ms).or(ended))
        .order((contacts::start_ms, contacts::appointment))
        .limit(limit)
        .select(contacts::appointment)
        .load(c)
}

/// Blanks contacts, erases clerks' notes on the visits, drops their waiting letters, takes what they said out of answers kept; answers how many contacts had something to erase.
pub(crate) fn erase(c: &mut Connection, ids: &[String], now_ms: i64) -> QueryResult<usize> {
    let unerased = contacts::table.filter(contacts::appointment.eq_any(ids)).filter(contacts::erased_ms.is_null());
    let erased = diesel::update(unerased).set(blank(now_ms)).execute(c)?;
    let waiting = letters::table.filter(letters::appointment.eq_any(ids)).filter(letters::state.eq("queued"));
    diesel::update(waiting)
        .set((letters::state.eq("dropped"), letters::last_error.eq("the contact was erased")))
        .execute(c)?;
    if erased > 0 {
        scrub_answers(c, ids)?;
    }
    notes::erase(c, ids)?;
    Ok(erased)
}

/// The answer to a booking tells the phone and stays for a day under its idempotency key: asked again it tells the rest only.
fn scrub_answers(c: &mut Connection, ids: &[String]) -> QueryResult<()> {
    let telling: Vec<(String, String)> = answers::table
        .filter(answers::answer.like("%\"phone\":\"%"))
        .select((answers::key, answers::answer))
        .load(c)?;
    for (key, answer) in telling {
        let Ok(Value::Object(mut said)) = serde_json::from_str::<Value>(&answer) else { continue };
        let about = said.get("id").and_then(Value::as_str).is_some_and(|id| ids.iter().any(|erased| erased == id));
        if !about {
            continue;
        }
        for member in ["code", "email", "name", "phone"] {
            said.entry(member).and_modify(|value| *value = Value::Null);
        }
        diesel::update(answers::table.find(&key))
            .set(answers::answer.eq(Value::Object(said).to_string()))
            .execute(c)?;
    }
    Ok(())
}

#[derive(AsChangeset)]
#[diesel(table_name = contacts)]
pub(crate) struct Blank {
    person: &'static str,
    name: &'static str,
    phone: &'static str,
    email: &'static str,
    origin: &'static str,
    erased_ms: i64,
}

fn blank(now_ms: i64) -> Blank {
    Blank { person: "", name: "", phone: "", email: "", origin: "", erased_ms: now_ms }
}
