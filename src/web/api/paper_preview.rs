//! The printed ticket as a picture, for whoever words the office's template. The one place where the web meets the printed ticket.

use super::kiosk_settings::faulty;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::kiosk::TEMPLATE_MOST;
use okienko_queue::office::OfficeFile;
use serde::Deserialize;

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// The line at fault, from 1, where there is one.
    pub line: Option<usize>,
    /// Stable word, such as `syntax`.
    pub code: &'static str,
    /// The engine's own words, or the name at fault.
    pub detail: String,
}

#[derive(Deserialize)]
struct Wish {
    #[serde(default)]
    template: Option<String>,
    language: String,
    width: u32,
}

/// `POST /kiosk-template/preview`.
pub(crate) async fn preview(call: Call) -> Result<HttpResponse, Problem> {
    let Wish { template, language, width } = call.json()?;
    if !["pl", "en", "uk"].contains(&language.as_str()) {
        return Err(Problem::fields(&[("language", "invalid_language")]));
    }
    if ![58, 80].contains(&width) {
        return Err(Problem::malformed("width"));
    }
    let template = template.filter(|template| !template.trim().is_empty());
    let office = call.office().catalogue();
    let drawn = call.office().read(move |_| Ok(draw(&office, template.as_deref(), &language, width))).await?;
    let png =
        drawn.map_err(|wrong| Problem::fields(&[("template", "invalid_template")]).with("template", faulty(&wrong)))?;
    Ok(HttpResponse::Ok().content_type("image/png").body(png))
}

/// Whether tickets can be printed with a template.
pub(crate) fn checked(template: &str) -> Result<(), Wrong> {
    if template.len() > TEMPLATE_MOST {
        return Err(Wrong { line: None, code: "too_long", detail: String::new() });
    }
    Ok(())
}

/// What a template may say.
pub(crate) fn values() -> &'static [&'static str] {
    &[]
}

/// The house's own template, to begin with.
pub(crate) fn house() -> &'static str {
    ""
}

/// The ticket of a made-up visitor as a picture.
fn draw(office: &OfficeFile, template: Option<&str>, language: &str, width: u32) -> Result<Vec<u8>, Wrong> {
    checked(template.unwrap_or_default())?;
    let _ = (office, language, width);
    Err(Wrong { line: None, code: "syntax", detail: "not yet".into() })
}
