//! Logs go to standard error: lines for a person at a terminal, JSON for a machine that collects them. No personal data.

use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// Warnings of everything, and what the house itself says.
const USUAL: &str =
    "warn,okienko=info,okienko_actors=info,okienko_web=info,okienko_store=info,okienko_mail=info,okienko_signs=info";

/// Begins to log; `RUST_LOG` sets what. A second beginning changes nothing.
pub fn begin() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(USUAL));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let begun = if std::io::stderr().is_terminal() {
        log.with_target(false).try_init()
    } else {
        log.json().flatten_event(true).try_init()
    };
    if let Err(error) = begun {
        eprintln!("okienko: logging: {error}");
    }
}
