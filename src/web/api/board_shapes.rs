//! What the administrator's page of boards sends and gets.

use crate::call::Call;
use crate::errors::Problem;
use crate::texts::Texts;
use okienko_queue::board::{Arrow, Board, Layout, Theme};
use okienko_queue::board_check::{
    Fault, HOURS_MOST, MEDIA_MOST, MEDIUM_SECONDS, NAME_MOST, PLACE_MOST, SENTENCE_MOST, TICKER_MOST,
};
use okienko_queue::office::OfficeFile;
use okienko_queue::text::Text;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Bytes that a board's settings may have: twenty sentences in three languages, fifty files, a way for every desk.
pub(crate) const MOST: usize = 128 * 1024;
/// Bytes of the digest that make a revision.
const REVISION_BYTES: usize = 8;

/// Every layout that can be chosen.
pub(crate) const LAYOUTS: [Layout; 4] = [Layout::Hall, Layout::List, Layout::Desk, Layout::Door];
/// Every direction that can be chosen.
pub(crate) const ARROWS: [Arrow; 9] = [
    Arrow::Left,
    Arrow::Right,
    Arrow::Up,
    Arrow::Down,
    Arrow::UpLeft,
    Arrow::UpRight,
    Arrow::DownLeft,
    Arrow::DownRight,
    Arrow::Here,
];

/// A board with the revision that was edited; none for a new one.
#[derive(Deserialize)]
pub(super) struct Edited {
    pub board: Board,
    #[serde(default)]
    pub revision: Option<String>,
}

/// The revision of what is to be removed.
#[derive(Deserialize)]
pub(super) struct Seen {
    pub revision: String,
}

/// Another one with every change of what an administrator edits. The message over everything is not part of it: it may come and go
/// while somebody edits.
pub(super) fn revision(board: &Board) -> String {
    let edited = Board { emergency: None, ..board.clone() };
    Sha256::digest(json!(edited).to_string()).iter().take(REVISION_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// A board as an administrator gets it.
pub(super) fn shown(board: &Board) -> Value {
    json!({ "revision": revision(board), "board": board })
}

/// The words as people mean them: without spaces around, and an empty translation is none.
pub(super) fn tidy(text: &mut Text) {
    let trimmed = |words: &mut Option<String>| {
        *words = words.take().map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    };
    text.pl = text.pl.trim().to_owned();
    trimmed(&mut text.en);
    trimmed(&mut text.uk);
}

/// A board as people mean it.
pub(super) fn tidied(mut board: Board) -> Board {
    let places = board.ways.values_mut().filter_map(|way| way.place.as_mut());
    for text in std::iter::once(&mut board.name).chain(&mut board.ticker).chain(places) {
        tidy(text);
    }
    board.accent = board.accent.to_ascii_lowercase();
    board
}

/// What is wrong, field by field, in words for a person.
pub(super) fn faulty(faults: &[Fault], t: Texts) -> Value {
    faults.iter().map(|fault| json!({ "field": fault.field, "code": fault.code, "detail": worded(fault, t) })).collect()
}

fn worded(fault: &Fault, t: Texts) -> String {
    t.with(&format!("boards-fault-{}", fault.code), "what", &fault.what)
}

/// The refusal of a board that cannot be used.
pub(super) fn refused(faults: &[Fault], t: Texts) -> Problem {
    Problem::new("invalid_board").with("errors", faulty(faults, t))
}

/// What can be chosen for a board, in the caller's language.
pub(super) async fn choices(call: &Call, office: &OfficeFile) -> Result<Value, Problem> {
    let language = call.lang().code();
    let departments = office.departments.iter().map(|department| {
        let services = department
            .services
            .iter()
            .map(|one| json!({ "id": one.id, "letter": one.letter, "name": one.name.in_language(language) }));
        let desks = department.desks.iter().map(|one| json!({ "id": one.id, "label": one.label }));
        json!({
            "id": department.id, "name": department.name.in_language(language),
            "services": services.collect::<Vec<_>>(), "desks": desks.collect::<Vec<_>>(),
        })
    });
    Ok(json!({
        "departments": departments.collect::<Vec<_>>(), "layouts": LAYOUTS, "themes": [Theme::Dark, Theme::Light],
        "languages": ["pl", "en", "uk"], "arrows": ARROWS, "media": super::media::listed(call).await?,
    }))
}

/// How much of everything there may be.
pub(super) fn most() -> Value {
    json!({
        "name": NAME_MOST, "sentence": SENTENCE_MOST, "place": PLACE_MOST, "ticker": TICKER_MOST, "media": MEDIA_MOST,
        "seconds": [MEDIUM_SECONDS.start(), MEDIUM_SECONDS.end()], "hours": HOURS_MOST,
    })
}
