//! The pages: what a browser asks for, filled from the office and written by `pages`.

pub mod account;
pub mod act;
pub mod administration;
pub mod calendar_file;
pub mod cancel;
pub mod confirm;
pub mod days;
pub mod erase;
pub mod files;
pub mod form;
pub mod law;
pub mod move_visit;
pub mod resend;
pub mod review;
pub mod screens;
pub mod sent;
pub mod services;
pub mod sign_on;
pub mod sitemap;
pub mod terms;
pub mod ticket;
pub mod visit;
pub mod widget;

use crate::app::State;
use crate::assets::digest;
use crate::call::{Call, html, texts};
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::{CardView, Opening, ServiceHead, Words};
use crate::pages::{Frame, ProblemPage};
use crate::texts::{Lang, Texts};
use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::ids::ServiceId;
use okienko_queue::office::OfficeFile;
use okienko_queue::refusal::Refusal;

/// What surrounds a page of staff: the texts, the prefix of embedded files, the office's name.
pub(crate) fn staff_frame(call: &Call) -> (Texts, String, String) {
    let office = call.office().catalogue().office.name.pl.clone();
    (Texts::new(call.lang()), format!("/assets/{}", digest()), office)
}

/// What surrounds a page; `path` is the page that the language links lead to.
pub(crate) fn frame(state: &State, req: &HttpRequest, path: &str) -> Frame {
    let in_url =
        req.query_string().split('&').any(|pair| pair.strip_prefix("lang=").and_then(Lang::from_code).is_some());
    let (t, catalogue) = (texts(req), state.office.catalogue());
    let office = Words::of(&catalogue.office.name, t.lang);
    let frame = Frame {
        t,
        lang_in_url: in_url,
        office: office.text,
        office_lang: office.lang,
        base_url: state.settings.base_url.trim_end_matches('/').to_owned(),
        embed: req.method() == Method::GET && req.query_string().split('&').any(|pair| pair == "embed=1"),
        path: path.to_owned(),
        declaration_url: state.settings.declaration_url.clone(),
        privacy_url: state.settings.privacy_url.clone(),
    };
    law::with_own_pages(frame)
}

/// The surroundings of a page under its own address.
pub(crate) fn own_frame(call: &Call) -> Frame {
    frame(&call.state, &call.req, call.req.path())
}

/// A problem as a page, with a page to go on with.
pub(crate) fn problem(state: &State, req: &HttpRequest, problem: &Problem, way_on: Option<String>) -> HttpResponse {
    let status = problem.status();
    let frame = frame(state, req, req.path());
    let page = ProblemPage { frame, status: status.as_u16(), code: problem.code.to_owned(), way_on };
    let mut answer = HttpResponse::build(status);
    problem.headers(&mut answer);
    answer.content_type("text/html; charset=utf-8").body(page.html())
}

/// A service of the office with the department that it belongs to.
pub(crate) struct Found<'a> {
    pub department: &'a DepartmentConfig,
    pub service: &'a okienko_queue::config::Service,
}

/// The service of an address.
pub(crate) fn service<'a>(office: &'a OfficeFile, id: &str) -> Result<Found<'a>, Problem> {
    let id = ServiceId::from(id);
    let found = office.departments.iter().find_map(|department| Some((department, department.service(&id)?)));
    let (department, service) = found.ok_or(Refusal::NotFound)?;
    Ok(Found { department, service })
}

impl Found<'_> {
    /// The head of every step, with the office's Polish names.
    pub fn head(&self) -> ServiceHead {
        self.head_in(Lang::Pl)
    }

    /// The head of every step in the language of a page.
    pub fn head_in(&self, lang: Lang) -> ServiceHead {
        let (name, department) = (Words::of(&self.service.name, lang), Words::of(&self.department.name, lang));
        ServiceHead {
            id: self.service.id.to_string(),
            letter: self.service.letter.clone(),
            name: name.text,
            lang: name.lang,
            department: department.text,
            department_lang: department.lang,
            place: Words::of(&self.department.place, lang),
            duration_minutes: self.service.duration_minutes,
        }
    }

    /// The card of the service in the language of a page, as of a day.
    pub fn card(&self, call: &Call, lang: Lang) -> CardView {
        let (card, own) = (&self.service.card, |text| Words::of(text, lang));
        let place = own(card.place.as_ref().unwrap_or(&self.department.place));
        CardView {
            bring: card.bring.iter().map(own).collect(),
            fee: card.fee.as_ref().map(own),
            place: Some(place).filter(|place| !place.is_empty()),
            online: card.online.as_ref().map(|online| (own(&online.note), online.url.clone())),
            opening: Opening::of(&self.department.hours, today(call)),
            phone: call.office().catalogue().office.phone.clone(),
        }
    }
}

/// The office's day.
pub(crate) fn today(call: &Call) -> NaiveDate {
    wall(call.office().zone(), call.office().clock().now()).date()
}

/// A service that has a queue but no calendar (R2).
pub(crate) fn not_bookable(call: &Call, found: &Found<'_>) -> HttpResponse {
    let way_on = format!("/d/{}", crate::pages::frame::segment(found.department.id.as_str()));
    let page =
        ProblemPage { frame: own_frame(call), status: 404, code: "not_bookable".to_owned(), way_on: Some(way_on) };
    html(404, page.html())
}

/// An answer that sends the browser on after a POST, in the language of the form.
pub(crate) fn see_other(call: &Call, path: &str) -> HttpResponse {
    let frame = frame(&call.state, &call.req, path);
    HttpResponse::SeeOther().insert_header(("Location", frame.url(path))).finish()
}
