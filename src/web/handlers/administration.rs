//! The pages on which an office is set up. They hold no document: the token brings it.

use crate::call::{Call, html};
use crate::errors::Problem;
use crate::handlers::staff_frame;
use crate::pages::screens::{DepartmentPage, HistoryPage, LawPage, OfficePage, ServicePage};
use actix_web::HttpResponse;
use okienko_queue::ids::{DepartmentId, ServiceId};
use okienko_queue::refusal::Refusal;

/// `GET /admin/office`.
pub(crate) async fn office(call: Call) -> Result<HttpResponse, Problem> {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, OfficePage { t, assets, office }.html()))
}

/// `GET /admin/departments/{id}`.
pub(crate) async fn department(call: Call) -> Result<HttpResponse, Problem> {
    let (id, catalogue) = (DepartmentId::from(call.param("id")), call.office().catalogue());
    let found = catalogue.departments.iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    let (t, assets, office) = staff_frame(&call);
    let name = found.name.in_language(t.lang.code()).to_owned();
    Ok(html(200, DepartmentPage { t, assets, office, id: id.to_string(), name }.html()))
}

/// `GET /admin/departments/{id}/services/{service}`.
pub(crate) async fn service(call: Call) -> Result<HttpResponse, Problem> {
    let (id, service) = (DepartmentId::from(call.param("id")), ServiceId::from(call.param("service")));
    let catalogue = call.office().catalogue();
    let department = catalogue.departments.iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    let found = department.service(&service).ok_or(Refusal::NotFound)?;
    let (t, assets, office) = staff_frame(&call);
    let department_name = department.name.in_language(t.lang.code()).to_owned();
    let (department, service, name) = (id.to_string(), service.to_string(), found.title(t.lang.code()));
    Ok(html(200, ServicePage { t, assets, office, department, department_name, service, name }.html()))
}

/// `GET /admin/law`.
pub(crate) async fn law(call: Call) -> Result<HttpResponse, Problem> {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, LawPage { t, assets, office }.html()))
}

/// `GET /admin/history`.
pub(crate) async fn history(call: Call) -> Result<HttpResponse, Problem> {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, HistoryPage { t, assets, office }.html()))
}
