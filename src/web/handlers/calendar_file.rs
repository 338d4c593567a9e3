//! The visit as a file for the citizen's own calendar.

use super::act;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use okienko_queue::appointment::AppointmentState;

/// `GET /a/{token}/visit.ics`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    let file = call.office().calendar_file(&facts, call.lang().code()).ok_or(Problem::new("not_found"))?;
    let method = if facts.state == AppointmentState::Cancelled { "CANCEL" } else { "PUBLISH" };
    Ok(HttpResponse::Ok()
        .content_type(format!("text/calendar; charset=utf-8; method={method}"))
        // Shown in place, so that a phone offers its calendar; the page's other link downloads it.
        .insert_header((CONTENT_DISPOSITION, "inline; filename=\"wizyta.ics\""))
        .body(file))
}
