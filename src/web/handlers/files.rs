//! Files of the build, and the two that browsers and search engines look for by themselves.

use crate::assets;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use actix_web::http::header::ACCEPT_ENCODING;

/// What may be indexed: the booking, and nothing that belongs to one person or screen.
const ROBOTS: &str = "User-agent: *\nDisallow: /a/\nDisallow: /c/\nDisallow: /t/\nDisallow: /api/\nDisallow: /desk\nDisallow: /lobby\nDisallow: /kiosk\nDisallow: /admin\n";

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

/// `GET /robots.txt`.
pub(crate) async fn robots(call: Call) -> Result<HttpResponse, Problem> {
    let body = format!("{ROBOTS}\nSitemap: {}/sitemap.xml\n", call.office().links().public_url());
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(body))
}
