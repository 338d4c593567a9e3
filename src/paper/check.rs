//! Whether a layout is good for every ticket: it is tried with all that can be said, and with nothing of it.

use crate::block::{Block, Style};
use crate::layout;
use crate::template::{Template, TemplateProblem};
use crate::words::Words;
use crate::{Language, PaperFault, Slip, Wait, Width, values};

/// A number that no text of a template holds by chance.
const CODE: &str = "Q0917";

/// A paper that says everything, a bare walk-in's, and one given without the server.
pub(crate) fn samples(language: Language) -> [Slip; 3] {
    let bare = Slip { language, code: CODE.to_owned(), ..Slip::default() };
    let long = "Wydział Rozwoju, Przedsiębiorczości i Obsługi Inwestorów";
    let full = Slip {
        code: CODE.to_owned(),
        department: long.to_owned(),
        place: long.to_owned(),
        service: format!("R: {long}, {long}"),
        booked_for: Some("10:20".to_owned()),
        delay: Some(Wait { from_minutes: 5, to_minutes: 20 }),
        priority: Some(long.to_owned()),
        reprint: true,
        ..Slip::sample(language)
    };
    let offline = Slip { offline: true, ..full.clone() };
    [full, bare, offline]
}

/// Whether a template gives a good paper for a slip.
pub(crate) fn holds(template: &Template, slip: &Slip) -> Result<(), TemplateProblem> {
    let values = values::of_slip(slip).map_err(|fault| broken(&fault))?;
    let blocks = template.fill(&values)?;
    let numbered =
        |block: &Block| matches!(block, Block::Text { style: Style::Number, text, .. } if text.contains(CODE));
    if !blocks.iter().any(numbered) {
        return Err(TemplateProblem::new("needs_code", None, ""));
    }
    let one_matter = Words::of(slip.language).say("paper-one-matter", &[]).map_err(|fault| broken(&fault))?;
    let says =
        |block: &Block| matches!(block, Block::Text { text, .. } | Block::Qr(text) if text.contains(&one_matter));
    if !blocks.iter().any(says) {
        return Err(TemplateProblem::new("needs_one_matter", None, ""));
    }
    layout::place(&blocks, slip.status_url.as_deref(), Width::Mm58).map(|_| ()).map_err(|fault| broken(&fault))
}

fn broken(fault: &PaperFault) -> TemplateProblem {
    match fault {
        PaperFault::TooLong => TemplateProblem::new("too_tall", None, ""),
        other => TemplateProblem::new("syntax", None, &other.to_string()),
    }
}
