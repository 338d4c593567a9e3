//! `GET /office/file`: the whole configuration as a file to keep, edit and put back.

use crate::call::Call;
use crate::errors::Problem;
use crate::office_file;
use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use okienko_actors::Trouble;
use okienko_queue::time::day_of;

/// `GET /office/file`.
pub(crate) async fn download(call: Call) -> Result<HttpResponse, Problem> {
    let (held, _) = call.office().document().await?;
    let text = office_file::written(&held).map_err(|error| {
        tracing::error!(%error, "the office's file cannot be written");
        Problem::from(Trouble::Broken)
    })?;
    let day = day_of(call.office().zone(), call.office().clock().now());
    let mut answer = HttpResponse::Ok().content_type("application/toml; charset=utf-8").body(text);
    if let Ok(value) = format!("attachment; filename=\"{}-{day}.toml\"", held.office.id).parse() {
        answer.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    Ok(answer)
}
