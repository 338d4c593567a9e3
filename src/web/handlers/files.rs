//! Files of the build, and the one that browsers look for by themselves.

use crate::assets;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::{HttpResponse, web};

/// `GET /assets/{digest}/{path}`.
pub(crate) async fn asset(call: Call) -> Result<HttpResponse, Problem> {
    let path = call.param("path").to_owned();
    if assets::asset(&path).is_none() {
        return Err(Problem::new("not_found"));
    }
    Ok(assets::serve(web::Path::from((call.param("digest").to_owned(), path))).await)
}

/// `GET /favicon.ico`: some ask for it whatever a page says.
pub(crate) async fn icon(_: Call) -> Result<HttpResponse, Problem> {
    let icon = assets::asset("shared/crest.svg").ok_or(Problem::new("not_found"))?;
    Ok(HttpResponse::Ok()
        .content_type(icon.content_type)
        .insert_header(("Cache-Control", "public, max-age=86400"))
        .body(icon.body))
}
