//! The pages the server writes: plain data in, HTML out. Nothing here knows HTTP, actors or the clock.
//!
//! Every page is a struct with public fields and `html()`. All dates and hours in it are the office's local ones; the handler converts.
//! No page holds inline style or script, so `default-src 'self'` stands without exceptions.

pub mod booking;
pub mod dates;
pub mod frame;
pub mod law;
pub(crate) mod menu;
pub mod problem;
pub mod screens;

pub use frame::Frame;
pub use problem::ProblemPage;

use askama::Template;

/// Writes a template out. Writing into memory fails only if a value refuses to be shown; then the citizen still gets a sentence.
pub(crate) fn write(page: &impl Template) -> String {
    page.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a page could not be written");
        "<!doctype html><html lang=\"pl\"><title>Przepraszamy</title><p>Przepraszamy, strona jest chwilowo niedostępna.</p></html>".to_owned()
    })
}
