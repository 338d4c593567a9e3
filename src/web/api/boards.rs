//! A lobby screen's view, for programs and for screens without a socket.

use crate::call::{Call, json};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::ids::BoardId;

/// `GET /boards/{id}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let (_, view) = call.office().board(&BoardId::from(call.param("id"))).await?;
    json(&view)
}
