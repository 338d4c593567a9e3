//! What the office does.

use crate::call::{Call, json};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::config::DepartmentConfig;
use serde_json::{Value, json as object};

/// `GET /departments`.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    // Names stay Polish unless a language is asked for by name: programs compare them.
    let language = call.query().remove("lang").unwrap_or_else(|| "pl".to_owned());
    let catalogue = call.office().catalogue();
    json(&catalogue.departments.iter().map(|one| department(one, &language)).collect::<Vec<_>>())
}

fn department(department: &DepartmentConfig, language: &str) -> Value {
    let services = department.services.iter().map(|service| {
        object!({
            "id": service.id,
            "letter": service.letter,
            "name": service.name.in_language(language),
            "duration_minutes": service.duration_minutes,
            "bookable": service.bookable(),
            "walk_in": service.walk_in,
        })
    });
    object!({
        "id": department.id,
        "name": department.name.in_language(language),
        "place": department.place.in_language(language),
        "services": services.collect::<Vec<_>>(),
    })
}
