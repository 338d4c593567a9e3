//! The boards without a socket: a board's view, and how it is set up.

use crate::app::WebSettings;
use crate::assets;
use crate::call::{Call, json};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::board::{Board, Medium, Way};
use okienko_queue::board_check::FILMS;
use okienko_queue::config::{DepartmentConfig, Service};
use okienko_queue::ids::{BoardId, DepartmentId};
use okienko_queue::office::OfficeFile;
use okienko_queue::text::Text;
use okienko_speech::Language;
use serde_json::{Map, Value, json as object};
use sha2::{Digest, Sha256};

/// Bytes of the digest that make a revision.
const REVISION_BYTES: usize = 8;

/// `GET /boards/{id}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let (_, view) = call.office().board(&BoardId::from(call.param("id"))).await?;
    json(&view)
}

/// `GET /boards/{id}/setup`.
pub(crate) async fn show_setup(call: Call) -> Result<HttpResponse, Problem> {
    let (office, id) = (call.office().catalogue(), call.param("id"));
    let board = office.boards.iter().find(|board| board.id.as_str() == id).ok_or(Problem::new("not_found"))?;
    json(&setup(&office, board, &call.state.settings))
}

/// How a board is set up, as its page and its screen know it.
pub(crate) fn setup(office: &OfficeFile, board: &Board, settings: &WebSettings) -> Value {
    let mut setup = facts(office, board, speech(settings));
    let revision = digest(&setup);
    setup.insert("revision".into(), revision.into());
    Value::Object(setup)
}

/// The revision of a board's setup, and the version of the files that it is shown with.
pub(crate) fn described(office: &OfficeFile, board: &Board, settings: &WebSettings) -> (String, String) {
    (digest(&facts(office, board, speech(settings))), assets::digest().to_owned())
}

/// What the server can say in a voice: the revision of its clips and their languages, or null.
fn speech(settings: &WebSettings) -> Value {
    settings.speech.as_ref().map_or(Value::Null, |speaker| {
        let languages: Vec<&str> = speaker.languages().into_iter().map(Language::code).collect();
        object!({ "revision": speaker.revision(), "languages": languages })
    })
}

fn digest(setup: &Map<String, Value>) -> String {
    let digest = Sha256::digest(object!(setup).to_string());
    digest.iter().take(REVISION_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

fn facts(office: &OfficeFile, board: &Board, speech: Value) -> Map<String, Value> {
    let known = |id: &DepartmentId| office.departments.iter().find(|one| one.id == *id);
    let departments: Vec<&DepartmentConfig> = board.departments.iter().filter_map(known).collect();
    let services =
        departments.iter().flat_map(|department| department.services.iter().map(move |one| (department, one)));
    let services = services.filter(|(_, service)| board.shows_service(&service.id));
    let desks = departments.iter().flat_map(|department| &department.desks);
    let facts = object!({
        "id": board.id, "name": board.name.filled(), "version": assets::digest(),
        "office": { "name": office.office.name.filled() },
        "layout": board.layout, "theme": board.theme, "accent": board.accent, "languages": board.languages,
        "desk": board.desk, "show_waiting": board.show_waiting,
        "departments": departments.iter().map(|one| department(one)).collect::<Vec<_>>(),
        "services": services.map(|(department, one)| service(department, one)).collect::<Vec<_>>(),
        "desks": desks.map(|one| object!({ "id": one.id, "label": one.label, "services": one.services })).collect::<Vec<_>>(),
        "ways": board.ways.iter().map(|(desk, way)| (desk.to_string(), direction(way))).collect::<Map<_, _>>(),
        "ticker": board.ticker.iter().map(Text::filled).collect::<Vec<_>>(),
        "media": board.media.iter().map(medium).collect::<Vec<_>>(),
        "sound": board.sound, "night": board.night, "speech": speech,
    });
    if let Value::Object(facts) = facts { facts } else { Map::new() }
}

fn department(department: &DepartmentConfig) -> Value {
    object!({ "id": department.id, "name": department.name.filled(), "place": department.place.filled() })
}

fn service(department: &DepartmentConfig, service: &Service) -> Value {
    object!({
        "id": service.id, "letter": service.letter, "name": service.name.filled(), "department": department.id,
    })
}

fn direction(way: &Way) -> Value {
    object!({ "arrow": way.arrow, "place": way.place.as_ref().map(Text::filled) })
}

fn medium(medium: &Medium) -> Value {
    let film = FILMS.iter().any(|end| medium.file.ends_with(&format!(".{end}")));
    object!({
        "url": format!("/media/{}", medium.file), "kind": if film { "video" } else { "image" }, "seconds": medium.seconds,
    })
}
