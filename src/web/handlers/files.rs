//! Files of the build, and the two that browsers and search engines look for by themselves.

use crate::assets;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::{HttpResponse, web};

/// What may be indexed: the booking, and nothing that belongs to one person or screen.
const ROBOTS: &str = "User-agent: *\nDisallow: /a/\nDisallow: /c/\nDisallow: /t/\nDisallow: /api/\nDisallow: /desk\nDisallow: /lobby\nDisallow: /kiosk\nDisallow: /admin\n";

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

/// `GET /robots.txt`.
pub(crate) async fn robots(_: Call) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(ROBOTS))
}
