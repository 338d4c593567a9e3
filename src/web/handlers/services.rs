//! Step 1: the services, all or of one department.

use super::{own_frame, today};
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::pages::booking::linked::Linked;
use crate::pages::booking::{DepartmentServices, ServiceLine, ServicesPage, Words};
use crate::texts::Lang;
use actix_web::HttpResponse;
use okienko_queue::config::{DepartmentConfig, Service};
use okienko_queue::refusal::Refusal;

/// `GET /?q=`.
pub(crate) async fn all(call: Call) -> Result<HttpResponse, Problem> {
    let query: String = call.query().remove("q").unwrap_or_default().chars().take(100).collect();
    let catalogue = call.office().catalogue();
    Ok(page(&call, catalogue.departments.iter(), query, false))
}

/// `GET /d/{department}`.
pub(crate) async fn one(call: Call) -> Result<HttpResponse, Problem> {
    let catalogue = call.office().catalogue();
    let found = catalogue.departments.iter().find(|department| department.id.as_str() == call.param("department"));
    let department = found.ok_or(Refusal::NotFound)?;
    Ok(page(&call, std::iter::once(department), String::new(), true))
}

fn page<'a>(
    call: &Call,
    departments: impl Iterator<Item = &'a DepartmentConfig> + Clone,
    query: String,
    one: bool,
) -> HttpResponse {
    let horizon_days = departments.clone().map(|department| department.booking.horizon_days).max().unwrap_or(0);
    let (frame, catalogue) = (own_frame(call), call.office().catalogue());
    let lang = frame.t.lang;
    let linked = Linked { base: &frame.base_url, lang, today: today(call), office: &catalogue };
    let linked = match departments.clone().next().filter(|_| one) {
        Some(department) => linked.department(department),
        None => linked.office(),
    };
    let departments = departments.map(|department| lines(department, lang)).collect();
    html(200, ServicesPage { frame, query, departments, one_department: one, horizon_days, linked }.html())
}

fn lines(department: &DepartmentConfig, lang: Lang) -> DepartmentServices {
    let services = department.services.iter().map(|service| ServiceLine {
        id: service.id.to_string(),
        letter: service.letter.clone(),
        name: Words::of(&service.name, lang),
        duration_minutes: service.duration_minutes,
        bookable: service.bookable(),
        online: service.card.online.is_some(),
        words: words(department, service),
    });
    DepartmentServices {
        id: department.id.to_string(),
        name: Words::of(&department.name, lang),
        place: Words::of(&department.place, lang),
        services: services.collect(),
    }
}

/// What the search looks in: a page in one language finds a word of another, too.
fn words(department: &DepartmentConfig, service: &Service) -> String {
    let names = [&service.name, &department.name];
    let names = names.into_iter().flat_map(|name| Lang::ALL.map(|lang| name.in_language(lang.code())));
    let words = service.card.words.iter().map(String::as_str);
    [service.letter.as_str()].into_iter().chain(names).chain(words).collect::<Vec<_>>().join(" ")
}
