//! The pages: what a browser asks for, filled from the office and written by `pages`.

pub mod act;
pub mod admin;
pub mod calendar_file;
pub mod cancel;
pub mod confirm;
pub mod days;
pub mod erase;
pub mod files;
pub mod form;
pub mod move_visit;
pub mod resend;
pub mod screens;
pub mod services;
pub mod ticket;
pub mod visit;

use crate::app::State;
use crate::call::{Call, html, texts};
use crate::errors::Problem;
use crate::instants::wall;
use crate::pages::booking::{ServiceHead, Term};
use crate::pages::{Frame, ProblemPage};
use crate::texts::Lang;
use actix_web::{HttpRequest, HttpResponse};
use chrono_tz::Tz;
use okienko_queue::Slot;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::ids::ServiceId;
use okienko_queue::office::OfficeFile;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::Instant;

/// What surrounds a page; `path` is the page that the language links lead to.
pub(crate) fn frame(state: &State, req: &HttpRequest, path: &str) -> Frame {
    let in_url =
        req.query_string().split('&').any(|pair| pair.strip_prefix("lang=").and_then(Lang::from_code).is_some());
    Frame {
        t: texts(req),
        lang_in_url: in_url,
        office: state.office.catalogue().office.name.pl.clone(),
        path: path.to_owned(),
        declaration_url: state.settings.declaration_url.clone(),
        privacy_url: state.settings.privacy_url.clone(),
    }
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
    /// The head of every step.
    pub fn head(&self) -> ServiceHead {
        ServiceHead {
            id: self.service.id.to_string(),
            letter: self.service.letter.clone(),
            // Matters and departments keep their official Polish names; the pages mark them as Polish.
            name: self.service.name.pl.clone(),
            department: self.department.name.pl.clone(),
            duration_minutes: self.service.duration_minutes,
        }
    }
}

/// A service that has a queue but no calendar (R2).
pub(crate) fn not_bookable(call: &Call, found: &Found<'_>) -> HttpResponse {
    let way_on = format!("/d/{}", crate::pages::frame::segment(found.department.id.as_str()));
    let page =
        ProblemPage { frame: own_frame(call), status: 404, code: "not_bookable".to_owned(), way_on: Some(way_on) };
    html(404, page.html())
}

/// A free term as pages show it.
pub(crate) fn term(zone: Tz, slot: &Slot) -> Term {
    Term { start: wall(zone, slot.start), free: u32::try_from(slot.free).unwrap_or(u32::MAX) }
}

/// Free terms of which only the beginnings are known.
pub(crate) fn terms(zone: Tz, starts: &[Instant]) -> Vec<Term> {
    starts.iter().map(|start| Term { start: wall(zone, *start), free: 1 }).collect()
}

/// An answer that sends the browser on after a POST, in the language of the form.
pub(crate) fn see_other(call: &Call, path: &str) -> HttpResponse {
    let frame = frame(&call.state, &call.req, path);
    HttpResponse::SeeOther().insert_header(("Location", frame.url(path))).finish()
}
