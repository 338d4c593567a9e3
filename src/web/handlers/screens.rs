//! The live screens: frames without tickets in them; what is live comes by the interface.

use crate::assets::digest;
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::pages::screens::{BoardChoice, BoardPage, DeskLink, DeskPage, DevicesPage, KioskPage, LettersPage, PairPage, StaffPage};
use crate::texts::Texts;
use actix_web::HttpResponse;
use okienko_queue::ids::DeskId;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::day_of;

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
    let (catalogue, id) = (call.office().catalogue(), DeskId::from(call.param("id")));
    let department = catalogue.department_of_desk(&id).ok_or(Refusal::NotFound)?;
    let label = department.desk(&id).map(|desk| desk.label.clone()).unwrap_or_default();
    Ok(html(200, page(&call, Some(id.to_string()), label, Vec::new()).html()))
}

fn page(call: &Call, desk: Option<String>, label: String, desks: Vec<DeskLink>) -> DeskPage {
    DeskPage { t: Texts::new(call.lang()), assets: assets(), office: office(call), desk, label, desks }
}

/// `GET /lobby/{board}`.
pub(crate) async fn lobby(call: Call) -> Result<HttpResponse, Problem> {
    let board = call.param("board").to_owned();
    if !call.office().catalogue().boards.iter().any(|one| one.id.as_str() == board) {
        return Err(Problem::new("not_found"));
    }
    Ok(html(200, BoardPage { t: wished(&call), assets: assets(), office: office(&call), board }.html()))
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
    Ok(html(200, LettersPage { t: Texts::new(call.lang()), assets: assets(), office: office(&call) }.html()))
}

/// A screen of the office speaks Polish unless its address says otherwise: how its browser is set up does not matter.
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
