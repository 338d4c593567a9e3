//! The printed ticket: what stands on it, as dots and as the printer wants them.
//!
//! A [`Slip`] is everything one paper says, as plain data. A [`Template`] is the office's layout of it, a small text that a person
//! can read and edit. [`draw`] makes dots of both ([`Bitmap`]): the same picture is printed, shown to an administrator as preview
//! and compared dot by dot in the tests. [`escpos::raster`] wraps the dots for a thermal printer; [`text::bytes`] sends letters
//! instead, for slow serial lines, and refuses what the printer's code page does not hold.
//!
//! The crate is pure: no files, no sockets, no clock. Times come as they are to be shown.
//!
//! Deliberately absent: status and transport (they live with the agent that owns the printer), colours, pictures of the office's own
//! (a coat of arms in 1-bit at 203 dpi is a blot, and each row of it costs time and paper), personal data.

mod bitmap;
mod block;
mod check;
mod codepage;
pub mod escpos;
mod fault;
mod font;
mod layout;
mod picture;
mod profile;
mod slip;
pub mod template;
pub mod text;
mod values;
mod width;
mod words;

pub use bitmap::Bitmap;
pub use fault::PaperFault;
pub use profile::{CodePage, Cut, Mode, Profile};
pub use slip::{Language, Slip, Wait};
pub use template::{Template, TemplateProblem};
pub use values::VALUES;
pub use width::Width;

/// The dots of a ticket on paper of one width.
///
/// # Errors
/// [`PaperFault`] when the template cannot be filled or the picture cannot be made.
pub fn draw(template: &Template, slip: &Slip, width: Width) -> Result<Bitmap, PaperFault> {
    let blocks = template.blocks(slip)?;
    picture::draw(&layout::place(&blocks, slip.status_url.as_deref(), width)?)
}
