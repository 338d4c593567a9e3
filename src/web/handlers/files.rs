//! Files of the build, and the one that browsers look for by themselves.

use crate::assets;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use actix_web::http::header::ACCEPT_ENCODING;

/// `GET /assets/{digest}/{path}`.
pub(crate) async fn asset(call: Call) -> Result<HttpResponse, Problem> {
    let accepted = call.req.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let served = assets::serve(call.param("digest"), call.param("path"), accepted);
    served.ok_or(Problem::new("not_found"))
}

/// `GET /favicon.ico`: some ask for it whatever a page says.
pub(crate) async fn icon(_: Call) -> Result<HttpResponse, Problem> {
    let icon = assets::asset("shared/crest.svg").ok_or(Problem::new("not_found"))?;
    Ok(HttpResponse::Ok()
        .content_type(icon.content_type)
        .insert_header(("Cache-Control", "public, max-age=86400"))
        .body(icon.body))
}
