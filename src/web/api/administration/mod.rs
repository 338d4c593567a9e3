//! The office's document for the administrator: read whole, tried, changed in parts or whole, taken back. Of two who change one place the
//! second is told; who changes another place disturbs nobody.

mod effects;
pub mod file;
pub mod history;
mod places;
pub mod settings;
mod wish;

use crate::call::Call;
use crate::errors::Problem;
use crate::office_file;
use crate::texts::Texts;
use okienko_actors::accounts::provided_logins;
use okienko_actors::history::Edit;
use okienko_queue::change::OfficeEffects;
use okienko_queue::office::{OfficeFile, Staff};
use okienko_queue::office_check::Fault;
use okienko_queue::rights;
use okienko_store::OfficeChange;
use serde_json::{Value, json};
use std::sync::Arc;

/// Bytes that a document may have: a hundred departments.
pub(crate) const MOST: usize = 1024 * 1024;
/// How often others may be faster before the caller is asked to try again.
const TRIES: usize = 5;

/// The document that holds, with its revision.
type Held = (Arc<OfficeFile>, i64);

/// Nobody gives more than they hold, and accounts are for who looks after them.
fn may_grant(call: &Call, held: &OfficeFile, wanted: &OfficeFile) -> Result<(), Problem> {
    Ok(rights::may_grant_all(&call.member()?.holder, held, wanted)?)
}

/// Everything that is wrong with a new document.
fn faults(held: &OfficeFile, wanted: &OfficeFile) -> Vec<Fault> {
    let mut found = office_file::problems(wanted);
    if held.has_admin() && !wanted.has_admin() {
        let words = "nobody would be an administrator".to_owned();
        found.push(Fault { field: "staff".into(), code: "no_admin", what: String::new(), words });
    }
    found
}

/// Logins that belong to accounts of the identity provider: nobody takes one over by the document either.
fn taken(provided: &[String], wanted: &OfficeFile) -> Vec<Fault> {
    let listed = wanted.staff.iter().enumerate().filter(|(_, person)| provided.contains(&person.login));
    let fault = |(n, person): (usize, &Staff)| Fault {
        field: format!("staff.{n}.login"),
        code: "login_provided",
        what: person.login.clone(),
        words: format!("staff: the login {} has an account of the identity provider", person.login),
    };
    listed.map(fault).collect()
}

fn refused(faults: &[Fault], t: Texts) -> Problem {
    Problem::new("invalid_office").with("errors", faulty(faults, t))
}

/// What is wrong, field by field, in words for a person.
fn faulty(faults: &[Fault], t: Texts) -> Value {
    let one = |fault: &Fault| {
        let detail = match fault.code {
            "words" => fault.words.clone(),
            code => t.with(&format!("office-fault-{}", code.replace('_', "-")), "what", &fault.what),
        };
        json!({ "field": fault.field, "code": fault.code, "detail": detail })
    };
    faults.iter().map(one).collect()
}

/// What was changed with a revision; one that cannot be read is none.
fn edits(change: &OfficeChange) -> Vec<Edit> {
    serde_json::from_str(&change.changes).unwrap_or_default()
}

/// Whether a new document may come: all is right with it, nobody in use is removed, and who would be unserved was confirmed.
async fn checked(call: &Call, held: &Held, wanted: &OfficeFile, is_confirmed: bool) -> Result<OfficeEffects, Problem> {
    may_grant(call, &held.0, wanted)?;
    let mut found = faults(&held.0, wanted);
    found.extend(taken(&call.office().read(provided_logins).await?, wanted));
    if !found.is_empty() {
        return Err(refused(&found, Texts::new(call.lang())));
    }
    let told = call.office().effects(wanted).await?;
    let code = match (told.is_refused(), told.asks() && !is_confirmed) {
        (true, _) => "change_in_use",
        (false, true) => "change_unconfirmed",
        (false, false) => return Ok(told),
    };
    Err(Problem::new(code).with("effects", effects::worded(call, &told, &held.0, wanted).await?))
}
