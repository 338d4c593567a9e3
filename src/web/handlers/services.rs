//! Step 1: the services, all or of one department.

use super::own_frame;
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::pages::booking::{DepartmentServices, ServiceLine, ServicesPage};
use actix_web::HttpResponse;
use okienko_queue::config::DepartmentConfig;
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
    let departments = departments.map(lines).collect();
    html(200, ServicesPage { frame: own_frame(call), query, departments, one_department: one, horizon_days }.html())
}

fn lines(department: &DepartmentConfig) -> DepartmentServices {
    let services = department.services.iter().map(|service| ServiceLine {
        id: service.id.to_string(),
        letter: service.letter.clone(),
        name: service.name.pl.clone(),
        duration_minutes: service.duration_minutes,
        bookable: service.bookable(),
    });
    DepartmentServices { id: department.id.to_string(), name: department.name.pl.clone(), services: services.collect() }
}
