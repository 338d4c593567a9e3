//! The two faces of a letter: plain text and HTML (R21), from the templates in `templates/`.

use askama::Template;

use crate::fault::Fault;
use crate::wording::Wording;

#[derive(Template)]
#[template(path = "letter.txt", escape = "none")]
struct TextPage<'a> {
    w: &'a Wording,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct HtmlPage<'a> {
    w: &'a Wording,
}

/// The letter as plain text, one sentence a line, so that mail programs wrap it as they like.
///
/// # Errors
/// [`Fault::Assembly`] when the template fails.
pub(crate) fn text(wording: &Wording) -> Result<String, Fault> {
    TextPage { w: wording }.render().map_err(assembly)
}

/// The letter as an HTML document, everything escaped, styles inline because mail programs drop the rest.
///
/// # Errors
/// [`Fault::Assembly`] when the template fails.
pub(crate) fn html(wording: &Wording) -> Result<String, Fault> {
    HtmlPage { w: wording }.render().map_err(assembly)
}

fn assembly(error: askama::Error) -> Fault {
    Fault::Assembly(error.to_string())
}
