//! The element that another site of the city puts on its pages: `<okienko-booking service="…">`.

use crate::assets;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use serde_json::json;

/// `GET /widget.js`: the module of `displays/booking/widget.js` with what it must know of this office in front: where it is, which sites may
/// frame it, and its own words for a link.
pub(crate) async fn script(call: Call) -> Result<HttpResponse, Problem> {
    let file = assets::asset("booking/widget.js").ok_or(Problem::new("not_found"))?;
    let settings = &call.state.settings;
    let words = crate::texts::Lang::ALL.map(|lang| {
        let t = crate::texts::Texts::new(lang);
        (lang.code().to_owned(), json!({ "link": t.get("web-widget-link"), "frame": t.get("web-widget-frame") }))
    });
    let office = json!({
        "base": settings.base_url.trim_end_matches('/'),
        "hosts": settings.frame_ancestors,
        "words": serde_json::Map::from_iter(words),
    });
    let body = format!("const OFFICE = {office};\n{}", String::from_utf8_lossy(&file.body));
    let answer = HttpResponse::Ok()
        .content_type(file.content_type)
        // A module is asked for with CORS; the address never changes, so it is kept for an hour only.
        .insert_header(("Access-Control-Allow-Origin", "*"))
        .insert_header(("Cache-Control", "public, max-age=3600"))
        .body(body);
    Ok(answer)
}
