//! The message over everything: put up and taken down in one step, on some boards or on all. Supervisors may do it too, on every board of
//! the office: who sees the smoke first should not look for somebody else.

use super::board_shapes::{refused, tidy};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::texts::{Lang, Texts};
use actix_web::HttpResponse;
use okienko_queue::board::Board;
use okienko_queue::board_check::{Fault, SENTENCE_MOST, check_text};
use okienko_queue::office::OfficeFile;
use okienko_queue::text::Text;
use serde::Deserialize;
use serde_json::{Value, json as object};

/// Words that are ready, under `boards-ready-{name}` and `boards-ready-{name}-words` in the texts.
pub(crate) const READY: [&str; 3] = ["leave", "break", "early"];
/// What stands for every board.
const ALL: &str = "all";

/// What is to stand where; without words it is taken down.
#[derive(Deserialize)]
struct Message {
    /// Null must be said: what is left out by mistake takes nothing down.
    #[serde(deserialize_with = "Option::deserialize")]
    text: Option<Text>,
    boards: Where,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Where {
    All(String),
    Named(Vec<String>),
}

impl Where {
    fn holds(&self, board: &Board) -> bool {
        match self {
            Self::All(_) => true,
            Self::Named(ids) => ids.iter().any(|id| id == board.id.as_str()),
        }
    }
}

/// `GET /boards/emergency`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    json(&shown(&call, &call.office().catalogue()))
}

/// `POST /boards/emergency`.
pub(crate) async fn put(call: Call) -> Result<HttpResponse, Problem> {
    let Message { mut text, boards } = call.json()?;
    if let Some(text) = &mut text {
        tidy(text);
    }
    let t = Texts::new(call.lang());
    let office = call.office().amend(call.who.actor(), |file| {
        let faults = faults(file, text.as_ref(), &boards);
        if !faults.is_empty() {
            return Err(refused(&faults, t));
        }
        for board in file.boards.iter_mut().filter(|board| boards.holds(board)) {
            board.emergency.clone_from(&text);
        }
        Ok(file.clone())
    });
    let office = office.await?;
    let on: Vec<&str> = office.boards.iter().filter(|one| boards.holds(one)).map(|one| one.id.as_str()).collect();
    let what = if text.is_some() { "a message was put over boards" } else { "messages over boards were taken down" };
    tracing::warn!(by = %call.who.actor(), boards = %on.join(" "), "{what}");
    json(&shown(&call, &office))
}

fn faults(file: &OfficeFile, text: Option<&Text>, boards: &Where) -> Vec<Fault> {
    let mut found = text.map(|text| check_text("text", text, SENTENCE_MOST)).unwrap_or_default();
    match boards {
        Where::All(word) if word == ALL => {}
        Where::All(word) => found.push(Fault::new("boards", "unknown", word)),
        Where::Named(ids) if ids.is_empty() => found.push(Fault::new("boards", "missing", "")),
        Where::Named(ids) => {
            let unknown = ids.iter().filter(|id| file.boards.iter().all(|board| board.id.as_str() != id.as_str()));
            found.extend(unknown.map(|id| Fault::new("boards", "unknown", id)));
        }
    }
    found
}

fn shown(call: &Call, office: &OfficeFile) -> Value {
    let language = call.lang().code();
    let boards = office.boards.iter().map(
        |board| object!({ "id": board.id, "name": board.name.in_language(language), "emergency": board.emergency }),
    );
    let ready = READY.iter().map(|name| {
        let words = |lang| Texts::new(lang).get(format!("boards-ready-{name}-words"));
        object!({ "id": name, "words": Text::new(&words(Lang::Pl), &words(Lang::En), &words(Lang::Uk)) })
    });
    object!({ "boards": boards.collect::<Vec<_>>(), "ready": ready.collect::<Vec<_>>(), "most": SENTENCE_MOST })
}
