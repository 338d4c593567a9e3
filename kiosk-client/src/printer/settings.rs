//! The `[printer]` table of the agent's settings.

use std::path::PathBuf;

use okienko_paper::Profile;
use serde::Deserialize;

use super::Printer;

/// How long to wait for a printer, in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Timeouts {
    /// For a connection.
    pub connect_ms: u64,
    /// For the answer to a question about its state.
    pub answer_ms: u64,
    /// For the next part of a job to be taken.
    pub write_ms: u64,
    /// For the sign that a job is through.
    pub finish_ms: u64,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect_ms: 1_500, answer_ms: 700, write_ms: 4_000, finish_ms: 5_000 }
    }
}

/// The `[printer]` table: where the printer is, and what it can do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `tcp:192.0.2.7:9100`, `device:/dev/usb/lp0`, `serial:/dev/ttyS0@19200`, `folder:/tmp/papers`, or `none` (the default).
    pub connection: String,
    /// What the model can do.
    pub profile: Profile,
    /// Waiting times.
    pub timeouts: Timeouts,
    /// For models that never answer: take silence for readiness.
    pub assume_ready: bool,
}

impl Settings {
    /// The settings of `--simulate-printer DIR`.
    #[must_use]
    pub fn simulated(folder: PathBuf) -> Self {
        Self { connection: format!("folder:{}", folder.display()), ..Self::default() }
    }

    /// The printer these settings name. Opens no connection yet: a printer that is away is a [`super::Status`], not an error.
    ///
    /// # Errors
    /// A sentence for the person who wrote the settings.
    pub fn open(&self) -> Result<Box<dyn Printer>, String> {
        Err("not yet".to_owned())
    }
}
