//! The whole life of the agent: its threads, its web server, its end.

use crate::agent::{Agent, RESTART};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::{health, keeper, press, touch, watch, web};
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// How long an end may wait for a paper that is being printed; systemd and the kiosk's users wait for 2 s.
const LAST_PAPER: Duration = Duration::from_millis(1_200);

/// Runs until SIGTERM, SIGINT or a wish for a new start.
///
/// # Errors
/// Exit codes as in [`Failure`].
pub fn run(settings: Settings) -> Result<ExitCode, Failure> {
    let address = settings.listen()?;
    let agent = Agent::new(settings)?;
    touch::settle::papers(&agent)?;
    for (name, thread) in [
        ("press", press::run as fn(&Agent)),
        ("keeper", keeper::run),
        ("health", health::run),
        ("watchdog", watch::run),
    ] {
        spawn(&agent, name, thread)?;
    }
    let served = actix_web::rt::System::new().block_on(web::serve(agent.clone(), address, |bound| {
        tracing::info!(%bound, version = env!("CARGO_PKG_VERSION"), "the touch page is served");
        // For a person and for scripts that asked for any free port.
        let _ = writeln!(std::io::stdout(), "http://{bound}/");
        watch::ready();
    }));
    agent.stop(agent.exit());
    agent.press.finish(LAST_PAPER);
    served.map_err(|error| Failure::undone(format!("{address}: {error}")))?;
    tracing::info!("the end");
    Ok(ExitCode::from(agent.exit()))
}

fn spawn(agent: &Arc<Agent>, name: &str, thread: fn(&Agent)) -> Result<(), Failure> {
    let shared = Guarded(agent.clone());
    let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(move || thread(&shared.0));
    spawned.map(drop).map_err(|error| Failure::undone(format!("the thread {name}: {error}")))
}

/// A thread that dies of a fault takes the whole agent with it: systemd starts it anew, and the journal says what to do.
struct Guarded(Arc<Agent>);

impl Drop for Guarded {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop(RESTART);
        }
    }
}
