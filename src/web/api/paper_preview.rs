//! The printed ticket as a picture, for whoever words the office's template. The one place where the web meets the printed ticket.

use super::kiosk_settings::faulty;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_paper::{Language, PaperFault, Slip, Template, TemplateProblem, Width};
use okienko_queue::office::OfficeFile;
use okienko_queue::time::Instant;
use serde::Deserialize;

/// The number of the made-up ticket: the twelfth of its service.
const NUMBER: &str = "012";

#[derive(Deserialize)]
struct Wish {
    #[serde(default)]
    template: Option<String>,
    language: String,
    width: u32,
}

/// What cannot be shown.
enum Fault {
    /// The template is at fault.
    Template(TemplateProblem),
    /// The house is.
    Paper(PaperFault),
}

/// `POST /kiosk-template/preview`.
pub(crate) async fn preview(call: Call) -> Result<HttpResponse, Problem> {
    let Wish { template, language, width } = call.json()?;
    if !["pl", "en", "uk"].contains(&language.as_str()) {
        return Err(Problem::fields(&[("language", "invalid_language")]));
    }
    let width = match width {
        58 => Width::Mm58,
        80 => Width::Mm80,
        _ => return Err(Problem::malformed("width")),
    };
    let template = template.filter(|template| !template.trim().is_empty());
    let slip = sample(&call.office().catalogue(), Language::of(&language), call.office().clock().now());
    // Drawing takes a while: off the threads that answer.
    let drawn = call.office().read(move |_| Ok(draw(template.as_deref(), &slip, width))).await?;
    match drawn {
        Ok(png) => Ok(HttpResponse::Ok().content_type("image/png").body(png)),
        Err(Fault::Template(wrong)) => {
            Err(Problem::fields(&[("template", "invalid_template")]).with("template", faulty(&wrong)))
        }
        Err(Fault::Paper(fault)) => {
            tracing::error!(%fault, "a ticket cannot be shown");
            Err(Problem::new("try_again"))
        }
    }
}

fn draw(template: Option<&str>, slip: &Slip, width: Width) -> Result<Vec<u8>, Fault> {
    let template = template.map_or_else(|| Ok(Template::house()), Template::new).map_err(Fault::Template)?;
    let picture = okienko_paper::draw(&template, slip, width).map_err(Fault::Paper)?;
    picture.png().map_err(Fault::Paper)
}

/// A made-up ticket of the office's first service, now.
fn sample(file: &OfficeFile, language: Language, now: Instant) -> Slip {
    let tag = language.tag();
    let local = now.with_timezone(&file.office.time_zone);
    let mut slip = Slip {
        office: file.office.name.in_language(tag).to_owned(),
        date: local.format("%d.%m.%Y").to_string(),
        time: local.format("%-H:%M").to_string(),
        ..Slip::sample(language)
    };
    if let Some(department) = file.departments.first() {
        slip.department = department.name.in_language(tag).to_owned();
        slip.place = department.place.in_language(tag).to_owned();
        if let Some(service) = department.services.first() {
            slip.code = format!("{}{NUMBER}", service.letter);
            slip.service = service.title(tag);
        }
    }
    slip
}

/// Whether tickets can be printed with a template.
pub(crate) fn checked(template: &str) -> Result<(), TemplateProblem> {
    Template::new(template).map(drop)
}

/// What is wrong with an office's ticket template, in words for the person who edits the file; `None` when it can be printed.
#[must_use]
pub fn template_problem(template: &str) -> Option<String> {
    checked(template).err().map(|wrong| format!("kiosk.template: {wrong}"))
}

/// What a template may say.
pub(crate) fn values() -> impl Iterator<Item = &'static str> {
    okienko_paper::VALUES.into_iter()
}

/// The house's own template, to begin with.
pub(crate) fn house() -> String {
    Template::house().source().to_owned()
}
