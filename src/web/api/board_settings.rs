//! How boards are set up, for the administrator. A board is checked whole and changed whole, and holds on every node at once. Of two who
//! edit one board the second is told: nobody's work is lost in silence.

use super::board_shapes::{Edited, Seen, choices, faulty, most, refused, revision, shown, tidied};
use super::boards::setup;
use crate::call::{Call, json};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::board::Board;
use okienko_queue::board_check::Fault;
use okienko_queue::office::OfficeFile;
use okienko_queue::refusal::Refusal;
use okienko_queue::rights::Right;
use okienko_store::{Device, DeviceKind};
use serde_json::{Value, json as object};

/// `GET /board-settings`.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let boards: Vec<Value> = office.boards.iter().map(shown).collect();
    json(&object!({ "boards": boards, "choices": choices(&call, &office).await?, "most": most() }))
}

/// `POST /board-settings`.
pub(crate) async fn create(call: Call) -> Result<HttpResponse, Problem> {
    let Edited { board, .. } = call.json()?;
    let (board, t) = (Board { emergency: None, ..tidied(board) }, crate::texts::Texts::new(call.lang()));
    let made = call.office().amend(call.who.actor(), |file| {
        // The same once more is a repeated request: its answer was lost on the way.
        if file.boards.contains(&board) {
            return Ok(board.clone());
        }
        let mut faults = board.faults(file);
        if file.boards.iter().any(|one| one.id == board.id) {
            faults.push(Fault::new("id", "taken", &board.id));
        }
        if !faults.is_empty() {
            return Err(refused(&faults, t));
        }
        file.boards.push(board.clone());
        Ok(board.clone())
    });
    let made = made.await?;
    tracing::info!(by = %call.who.actor(), board = %made.id, "a board was created");
    let mut answer = json(&shown(&made))?;
    *answer.status_mut() = actix_web::http::StatusCode::CREATED;
    Ok(answer)
}

/// `POST /board-settings/{id}`.
pub(crate) async fn save(call: Call) -> Result<HttpResponse, Problem> {
    let Edited { board, revision: seen } = call.json()?;
    let seen = seen.ok_or_else(|| Problem::malformed("revision"))?;
    let (board, t, id) = (tidied(board), crate::texts::Texts::new(call.lang()), call.param("id").to_owned());
    // The address admits to the board as it is; what it becomes is the caller's, too.
    own(&call, &board)?;
    let saved = call.office().amend(call.who.actor(), |file| {
        let place = place(file, &id)?;
        let held = file.boards.get(place).ok_or(Refusal::NotFound)?;
        let wanted = Board { emergency: held.emergency.clone(), ..board.clone() };
        if *held == wanted {
            return Ok(wanted);
        }
        unchanged(held, &seen)?;
        let mut faults = wanted.faults(file);
        if wanted.id.as_str() != id {
            faults.push(Fault::new("id", "fixed", &id));
        }
        if !faults.is_empty() {
            return Err(refused(&faults, t));
        }
        if let Some(held) = file.boards.get_mut(place) {
            *held = wanted.clone();
        }
        Ok(wanted)
    });
    let saved = saved.await?;
    tracing::info!(by = %call.who.actor(), board = %saved.id, "a board was changed");
    json(&shown(&saved))
}

/// `POST /board-settings/{id}/remove`.
pub(crate) async fn remove(call: Call) -> Result<HttpResponse, Problem> {
    let Seen { revision: seen } = call.json()?;
    let id = call.param("id").to_owned();
    let devices = call.office().read(|store| store.devices()).await?;
    let screens: Vec<&str> = devices.iter().filter(|one| shows(one, &id)).map(|one| one.name.as_str()).collect();
    let removed = call.office().amend(call.who.actor(), |file| {
        let place = place(file, &id)?;
        unchanged(file.boards.get(place).ok_or(Refusal::NotFound)?, &seen)?;
        // A screen of a board that is gone would stay dark, and nobody would know why.
        if !screens.is_empty() {
            return Err(Problem::new("board_in_use").with("screens", screens.clone().into()));
        }
        Ok(file.boards.remove(place))
    });
    let removed = removed.await?;
    tracing::info!(by = %call.who.actor(), board = %removed.id, "a board was removed");
    json(&object!({ "id": removed.id }))
}

/// `POST /board-settings/preview`: how a board would be shown; what is wrong with it is named beside.
pub(crate) async fn preview(call: Call) -> Result<HttpResponse, Problem> {
    let Edited { board, .. } = call.json()?;
    let (board, office) = (tidied(board), call.office().catalogue());
    let errors = faulty(&board.faults(&office), crate::texts::Texts::new(call.lang()));
    json(&object!({ "setup": setup(&office, &board, &call.state.settings), "errors": errors }))
}

/// Whether everything that a board shows belongs to the caller.
fn own(call: &Call, board: &Board) -> Result<(), Problem> {
    let holder = &call.member()?.holder;
    let all = board.departments.iter().all(|department| holder.may(Right::Configure, department).is_ok());
    let everywhere = holder.holds(Right::Configure) && holder.departments.is_empty();
    if everywhere || (all && !board.departments.is_empty()) { Ok(()) } else { Err(Problem::new("forbidden")) }
}

fn place(file: &OfficeFile, id: &str) -> Result<usize, Problem> {
    let place = file.boards.iter().position(|board| board.id.as_str() == id);
    Ok(place.ok_or(Refusal::NotFound)?)
}

/// Whether a board is still what somebody saw; otherwise they get what they saw by name, and what there is now.
fn unchanged(held: &Board, seen: &str) -> Result<(), Problem> {
    if revision(held) == seen {
        return Ok(());
    }
    Err(Problem::new("board_changed").with("revision", seen.into()).with("current", shown(held)))
}

/// Whether a screen that is let in shows a board.
fn shows(device: &Device, board: &str) -> bool {
    let config: Value = serde_json::from_str(&device.config).unwrap_or_default();
    device.kind == DeviceKind::Board.as_str()
        && device.state == "active"
        && config.get("board").and_then(Value::as_str) == Some(board)
}
