//! The ticket printer: the only door to it.
//!
//! [`Settings`] (the agent's `[printer]` table) name a connection and a profile; [`Settings::open`] gives a [`Printer`].
//! [`print_slip`] prints one paper and says honestly what became of it.

mod answers;
mod connection;
mod folder;
mod line;
mod outcome;
mod settings;
mod status;
mod thermal;

pub use outcome::{Outcome, Reason};
pub use settings::{Settings, Timeouts};
pub use status::Status;

use okienko_paper::{Bitmap, Mode, PaperFault, Profile, Slip, Template, draw, escpos, text};

/// One paper on its way to a printer.
#[derive(Debug, Clone)]
pub struct Job {
    /// The number on the paper, e.g. `R012`; names a simulated paper's file.
    pub code: String,
    /// What a real printer is sent.
    pub bytes: Vec<u8>,
    /// The same as a picture, where it was drawn.
    pub picture: Option<Bitmap>,
}

/// Why a job did not go out whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrinterFault {
    /// The printer could not be reached; nothing was sent.
    Away,
    /// The job broke off in the middle: a part of it may be on paper, a whole ticket is not.
    Broken,
    /// The job went out whole; whether it was printed is not known.
    Unsure,
}

/// A printer. Calls block for at most the time-outs of its settings: use a thread of its own.
pub trait Printer: Send {
    /// How the printer is, asked now.
    fn status(&mut self) -> Status;

    /// Sends a job and waits until it is through.
    ///
    /// # Errors
    /// See [`PrinterFault`].
    fn print(&mut self, job: &Job) -> Result<(), PrinterFault>;

    /// Whether a job needs its picture.
    fn wants_picture(&self) -> bool {
        false
    }
}

/// A kiosk without a printer.
struct NoPrinter;

impl Printer for NoPrinter {
    fn status(&mut self) -> Status {
        Status::None
    }

    fn print(&mut self, _job: &Job) -> Result<(), PrinterFault> {
        Err(PrinterFault::Away)
    }
}

/// Prints one paper: asks the printer before, sends, waits and asks until it is through, and says what is known.
/// Blocks for at most the time-outs of the settings. It never prints a second time by itself.
pub fn print_slip(printer: &mut dyn Printer, template: &Template, slip: &Slip, profile: &Profile) -> Outcome {
    let before = printer.status();
    if before == Status::None {
        return Outcome::NoPrinter;
    }
    if !before.can_print() {
        return Outcome::Failed(Reason::of(before));
    }
    let job = match job(template, slip, profile, printer.wants_picture()) {
        Ok(job) => job,
        Err(fault) => {
            tracing::error!(%fault, "a ticket could not be drawn");
            return Outcome::Failed(Reason::Error);
        }
    };
    match printer.print(&job) {
        Ok(()) => Outcome::Printed,
        Err(PrinterFault::Away) => Outcome::Failed(Reason::Away),
        Err(PrinterFault::Broken) => Outcome::Failed(Reason::of(printer.status())),
        Err(PrinterFault::Unsure) => match printer.status() {
            // It is there and well, and yet nobody knows: what failed is the way to it.
            Status::Ready | Status::NearEnd => Outcome::Unsure(Reason::Away),
            trouble => Outcome::Unsure(Reason::of(trouble)),
        },
    }
}

/// The ticket as bytes: letters where the profile asks for them and its code pages allow, else dots. An office's layout that fails
/// with this slip gives way to the house's: a plain ticket is better than none.
fn job(template: &Template, slip: &Slip, profile: &Profile, picture: bool) -> Result<Job, PaperFault> {
    match job_with(template, slip, profile, picture) {
        Err(fault @ (PaperFault::Template(_) | PaperFault::TooLong)) => {
            tracing::warn!(%fault, "the office's ticket layout failed; the house's is used");
            job_with(&Template::house(), slip, profile, picture)
        }
        job => job,
    }
}

fn job_with(template: &Template, slip: &Slip, profile: &Profile, picture: bool) -> Result<Job, PaperFault> {
    let letters = match profile.mode {
        Mode::Raster => None,
        Mode::Text => match text::bytes(template, slip, profile) {
            Ok(bytes) => Some(bytes),
            Err(PaperFault::Unprintable(_)) => None,
            Err(fault) => return Err(fault),
        },
    };
    let drawn = if letters.is_none() || picture { Some(draw(template, slip, profile.width)?) } else { None };
    let bytes = letters.or_else(|| drawn.as_ref().map(|drawn| escpos::raster(drawn, profile))).unwrap_or_default();
    Ok(Job { code: slip.code.clone(), bytes, picture: drawn })
}
