//! Logs go to standard error, as JSON for the journal of the system or as lines for a person at a terminal. The last lines are kept in
//! memory for the service menu. Nothing personal is logged: no digits that were typed, no codes of visits, no names.

use std::collections::VecDeque;
use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

const USUAL: &str = "warn,okienko_kiosk=info";
const KEPT: usize = 100;
const LONGEST: usize = 600;

static LAST: Mutex<VecDeque<String>> = Mutex::new(VecDeque::new());

/// Begins to log; `RUST_LOG` sets what. A second beginning changes nothing.
pub fn begin() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(USUAL));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(Both);
    let begun = if io::stderr().is_terminal() {
        log.with_target(false).with_ansi(false).try_init()
    } else {
        log.json().flatten_event(true).try_init()
    };
    if let Err(error) = begun {
        eprintln!("okienko-kiosk: logging: {error}");
    }
}

/// The last lines, oldest first.
pub fn last() -> Vec<String> {
    LAST.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
}

/// Writes to standard error and to the memory of the last lines.
struct Both;

impl Write for Both {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let line: String = String::from_utf8_lossy(bytes).trim_end().chars().take(LONGEST).collect();
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        if last.len() >= KEPT {
            last.pop_front();
        }
        last.push_back(line);
        drop(last);
        io::stderr().write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

impl MakeWriter<'_> for Both {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        Self
    }
}
