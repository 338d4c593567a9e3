//! `GET /office/history`, `POST /office/history/{revision}/undo`.

use super::{TRIES, checked, edits, effects, places};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use crate::texts::Texts;
use actix_web::HttpResponse;
use okienko_actors::Trouble;
use okienko_actors::history::{at, moved_on, office, plain, undo as take_back};
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::{Fault, OfficeChange, Staff, Store};
use serde::Deserialize;
use serde_json::{Value, json as object};

/// Changes told at once.
const MOST: i64 = 50;

#[derive(Deserialize, Default)]
struct Confirm {
    #[serde(default)]
    confirmed: bool,
}

/// `GET /office/history?before=REVISION`.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    let before = match call.query().get("before") {
        Some(text) => text.parse::<i64>().map_err(|_| Problem::malformed("before"))?,
        None => i64::MAX,
    };
    // One more than is told: whether there are earlier ones.
    let read = move |store: &Store| Ok::<_, Fault>((store.office_changes(before, MOST + 1)?, store.staff()?));
    let (changes, staff) = call.office().read(read).await?;
    let more = changes.len() as i64 > MOST;
    let told: Vec<Value> = changes.iter().take(MOST as usize).map(|one| shown(&call, one, &staff)).collect();
    json(&object!({ "changes": told, "more": more }))
}

fn shown(call: &Call, change: &OfficeChange, staff: &[Staff]) -> Value {
    let (office, edits, t) = (call.office().catalogue(), edits(change), Texts::new(call.lang()));
    let id = change.author.strip_prefix("staff:").unwrap_or_default();
    let login = staff.iter().find(|row| row.id == id).map(|row| row.login.as_str());
    object!({
        "revision": change.revision, "at": local(office.office.time_zone, from_ms(change.at_ms)),
        "author": change.author, "login": login, "undoes": change.undoes, "can_undo": !edits.is_empty(),
        "places": places::worded(&edits, &office, t),
    })
}

/// `POST /office/history/{revision}/undo`: a new change, back to what was before, for exactly the places that were changed.
pub(crate) async fn undo(call: Call) -> Result<HttpResponse, Problem> {
    let revision: i64 = call.param("revision").parse().map_err(|_| Refusal::NotFound)?;
    let (Confirm { confirmed }, t): (Confirm, Texts) = (call.json()?, Texts::new(call.lang()));
    let change = call.office().read(move |store| store.office_change(revision)).await?.ok_or(Refusal::NotFound)?;
    let edits = edits(&change);
    if edits.is_empty() {
        return Err(Refusal::WrongState.into());
    }
    for _ in 0..TRIES {
        let held = call.office().document().await?;
        let mut document = plain(&held.0).map_err(broken)?;
        if edits.iter().all(|edit| at(&document, &edit.path) == edit.before) {
            return json(&object!({ "revision": held.1, "changes": [] }));
        }
        let moved = moved_on(&document, &edits);
        if !moved.is_empty() {
            let later: Vec<_> = edits.iter().filter(|edit| moved.contains(&edit.path)).cloned().collect();
            return Err(Problem::new("undo_conflict").with("changes", places::worded(&later, &held.0, t)));
        }
        if !take_back(&mut document, &edits) {
            return Err(Problem::new("undo_conflict").with("changes", places::worded(&edits, &held.0, t)));
        }
        let wanted = office(document).map_err(broken)?;
        let told = checked(&call, &held, &wanted, confirmed).await?;
        let effects = effects::worded(&call, &told, &held.0, &wanted).await?;
        if let Some(revision) = call.office().replace(&held, wanted, &call.who.actor(), Some(revision)).await? {
            tracing::info!(by = %call.who.actor(), revision, "a change of the office's document was taken back");
            return json(&object!({ "revision": revision, "changes": [], "effects": effects }));
        }
    }
    Err(Problem::new("try_again"))
}

fn broken(error: serde_json::Error) -> Problem {
    tracing::error!(%error, "the office's document cannot be read or written");
    Trouble::Broken.into()
}
