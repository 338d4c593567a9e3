//! The live screens: frames without tickets in them; what is live comes by the interface.

use crate::api::boards;
use crate::assets::digest;
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::handlers::staff_frame;
use crate::pages::screens::{
    BoardChoice, BoardPage, BoardsPage, DeskLink, DeskPage, DevicesPage, KioskPage, LettersPage, PairPage, StaffPage,
    WallPage,
};
use crate::texts::{Lang, Texts};
use actix_web::HttpResponse;
use okienko_queue::board::Board;
use okienko_queue::ids::DeskId;
use okienko_queue::office::OfficeFile;
use okienko_queue::refusal::Refusal;
use okienko_queue::text::Language;
use okienko_queue::time::day_of;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;

/// `GET /desk`.
pub(crate) async fn desks(call: Call) -> Result<HttpResponse, Problem> {
    let catalogue = call.office().catalogue();
    let of_department = catalogue.departments.iter().flat_map(|department| {
        department.desks.iter().map(|desk| DeskLink {
            id: desk.id.to_string(),
            label: desk.label.clone(),
            department: department.name.pl.clone(),
        })
    });
    let mut desks: Vec<DeskLink> = of_department.collect();
    // "2" comes before "10": numbers by value, everything else behind them by letters.
    desks.sort_by_cached_key(|desk| (desk.label.parse::<u32>().unwrap_or(u32::MAX), desk.label.clone()));
    Ok(html(200, page(&call, None, String::new(), desks).html()))
}

/// `GET /desk/{id}`.
pub(crate) async fn desk(call: Call) -> Result<HttpResponse, Problem> {
    one_desk(&call, false)
}

/// `GET /desk/{id}/bar`: the same page, narrow; the desk's own page may show it in a small window of its own.
pub(crate) async fn desk_bar(call: Call) -> Result<HttpResponse, Problem> {
    one_desk(&call, true)
}

fn one_desk(call: &Call, bar: bool) -> Result<HttpResponse, Problem> {
    let (catalogue, id) = (call.office().catalogue(), DeskId::from(call.param("id")));
    let department = catalogue.department_of_desk(&id).ok_or(Refusal::NotFound)?;
    let label = department.desk(&id).map(|desk| desk.label.clone()).unwrap_or_default();
    let page = page(call, Some(id.to_string()), label, Vec::new());
    Ok(html(200, DeskPage { bar, ..page }.html()))
}

fn page(call: &Call, desk: Option<String>, label: String, desks: Vec<DeskLink>) -> DeskPage {
    DeskPage { t: Texts::new(call.lang()), assets: assets(), office: office(call), desk, label, desks, bar: false }
}

/// `GET /lobby/{board}`. What its address wishes (`layout`, `theme`, `lang`, `desk`) is stronger than the office's setting, so one board
/// may hang in several places; a wish that means nothing is none.
pub(crate) async fn lobby(call: Call) -> Result<HttpResponse, Problem> {
    let (catalogue, settings, id) = (call.office().catalogue(), &call.state.settings, call.param("board"));
    let board = catalogue.boards.iter().find(|one| one.id.as_str() == id).ok_or(Problem::new("not_found"))?;
    let shown = wished_board(&catalogue, board, &call.query());
    let mut setup = boards::setup(&catalogue, &shown, settings);
    // The revision is that of the board itself: by it a screen learns of a change.
    if let Some(revision) = setup.get_mut("revision") {
        *revision = boards::described(&catalogue, board, settings).0.into();
    }
    let language = shown.languages.first().copied().unwrap_or(Language::Pl);
    let t = Texts::new(Lang::from_code(language.code()).unwrap_or_default());
    let office = catalogue.office.name.in_language(language.code()).to_owned();
    Ok(html(200, BoardPage { t, assets: assets(), office, board: shown, setup, version: digest() }.html()))
}

/// A board as the query of an address wishes it.
fn wished_board(office: &OfficeFile, board: &Board, query: &HashMap<String, String>) -> Board {
    let mut shown = board.clone();
    let wish = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    if let Some(layout) = named(wish("layout")) {
        shown.layout = layout;
    }
    if let Some(theme) = named(wish("theme")) {
        shown.theme = theme;
    }
    let desk = DeskId::from(wish("desk"));
    if office.departments.iter().any(|one| board.departments.contains(&one.id) && one.desk(&desk).is_some()) {
        shown.desk = Some(desk);
    }
    let mut languages: Vec<Language> = Vec::new();
    for language in wish("lang").split(',').filter_map(named) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    if !languages.is_empty() {
        shown.languages = languages;
    }
    shown
}

/// One of the words that the office file has for a setting.
fn named<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::from(word)).ok()
}

/// `GET /lobby`: a screen that is to be let in.
pub(crate) async fn pair(call: Call) -> Result<HttpResponse, Problem> {
    Ok(html(200, PairPage { t: wished(&call), assets: assets(), office: office(&call) }.html()))
}

/// `GET /kiosk`.
pub(crate) async fn kiosk(call: Call) -> Result<HttpResponse, Problem> {
    Ok(html(
        200,
        KioskPage { t: wished(&call), assets: assets(), office: office(&call), api: "/api/v1".to_owned() }.html(),
    ))
}

/// `GET /staff`.
pub(crate) async fn staff(call: Call) -> Result<HttpResponse, Problem> {
    let today = day_of(call.office().zone(), call.office().clock().now()).to_string();
    let t = Texts::new(call.lang());
    Ok(html(200, StaffPage { t, assets: assets(), office: office(&call), today }.html()))
}

/// `GET /wall`.
pub(crate) async fn wall(call: Call) -> Result<HttpResponse, Problem> {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, WallPage { t, assets, office }.html()))
}

/// `GET /admin` and `GET /admin/devices`.
pub(crate) async fn devices(call: Call) -> Result<HttpResponse, Problem> {
    let (catalogue, lang) = (call.office().catalogue(), call.lang());
    let boards = catalogue.boards.iter().map(|board| {
        let own = catalogue.departments.iter().filter(|department| board.departments.contains(&department.id));
        let desks = own.flat_map(|department| &department.desks);
        BoardChoice {
            id: board.id.to_string(),
            name: board.name.in_language(lang.code()).to_owned(),
            desks: desks.map(|desk| (desk.id.to_string(), desk.label.clone())).collect(),
        }
    });
    let boards = boards.collect();
    Ok(html(200, DevicesPage { t: Texts::new(lang), assets: assets(), office: office(&call), boards }.html()))
}

/// `GET /admin/letters`.
pub(crate) async fn letters(call: Call) -> Result<HttpResponse, Problem> {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, LettersPage { t, assets, office }.html()))
}

/// `GET /admin/boards`.
pub(crate) async fn boards(call: Call) -> Result<HttpResponse, Problem> {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, BoardsPage { t, assets, office }.html()))
}

/// A kiosk speaks Polish unless its address says otherwise: how its browser is set up does not matter.
fn wished(call: &Call) -> Texts {
    let lang = call.query().get("lang").and_then(|code| crate::texts::Lang::from_code(code));
    Texts::new(lang.unwrap_or_default())
}

fn assets() -> String {
    format!("/assets/{}", digest())
}

fn office(call: &Call) -> String {
    call.office().catalogue().office.name.pl.clone()
}
