//! The `[printer]` table of the agent's settings.

use std::path::PathBuf;
use std::time::Duration;

use okienko_paper::{Profile, escpos};
use serde::{Deserialize, Serialize};

use super::connection::Connection;
use super::folder::Folder;
use super::thermal::Thermal;
use super::{NoPrinter, Printer};

/// How long to wait for a printer, in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
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
    /// For the last of a ticket to come out, where no sign is asked for (`confirm = false`).
    pub settle_ms: u64,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect_ms: 1_500, answer_ms: 700, write_ms: 4_000, finish_ms: 5_000, settle_ms: 1_500 }
    }
}

macro_rules! durations {
    ($($name:ident = $field:ident),*) => {
        impl Timeouts {
            $(pub(super) const fn $name(&self) -> Duration {
                Duration::from_millis(self.$field)
            })*
        }
    };
}
durations!(connect = connect_ms, answer = answer_ms, write = write_ms, finish = finish_ms, settle = settle_ms);

/// The `[printer]` table: where the printer is, and what it can do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
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

    /// The printer these settings name; open it once and keep it. Opens no connection yet: a printer that is away is a [`super::Status`], not an error.
    ///
    /// # Errors
    /// A sentence for the person who wrote the settings.
    pub fn open(&self) -> Result<Box<dyn Printer>, String> {
        self.profile.check()?;
        let connection = Connection::read(&self.connection)?;
        Ok(match connection {
            Connection::None => Box::new(NoPrinter),
            Connection::Folder(folder) => Box::new(Folder(folder)),
            connection => Box::new(Thermal {
                connection,
                timeouts: self.timeouts.clone(),
                assume_ready: self.assume_ready,
                recover: escpos::recover(&self.profile),
                wire: None,
                broken: true,
                confirmed: false,
            }),
        })
    }
}
