//! One running server, whoever started it: opens the office, answers, and ends gracefully.

use crate::failure::Failure;
use actix_web::dev::ServerHandle;
use okienko_actors::{Office, OfficeClock, Settings as OfficeSettings};
use okienko_mail::Ways;
use okienko_queue::throttle::Limit;
use okienko_signs::Signs;
use okienko_store::Store;
use okienko_web::{Drain, Gauge, WebSettings};
use socket2::SockRef;
use std::net::TcpListener;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// How long answers that are under way may take once the end was asked for; sockets that stay open are cut then.
const GRACE: Duration = Duration::from_secs(5);
/// Connections that may wait until the server takes them; the kernel allows at most `net.core.somaxconn`, 4096 on Debian.
const WAITING_AT_THE_DOOR: i32 = 4096;

/// What a server is made of.
pub struct Server {
    /// The database.
    pub store: Store,
    /// The ways out for letters and text messages.
    pub ways: Ways,
    /// The office clock.
    pub clock: OfficeClock,
    /// Unknown numbers let through at one kiosk (R25).
    pub throttle: Limit,
    /// Where it listens.
    pub listener: TcpListener,
    /// Threads that answer HTTP.
    pub workers: usize,
    /// LED signs and the MQTT broker.
    pub signs: okienko_signs::Settings,
    /// What the web needs to know; [`WebSettings::drain`] is begun at the end.
    pub web: WebSettings,
}

impl Server {
    /// Serves until SIGTERM or SIGINT; `ready` runs once requests are answered. A second signal ends the process at once.
    ///
    /// # Errors
    /// Exit code 1 when the office cannot be opened or the server cannot go on.
    pub fn run(self, ready: impl FnOnce(&Office) -> Result<(), Failure>) -> Result<(), Failure> {
        actix::System::new().block_on(self.serve(ready))
    }

    async fn serve(mut self, ready: impl FnOnce(&Office) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut signals = Signals::listen()?;
        let settings = OfficeSettings { public_url: self.web.base_url.clone(), throttle: self.throttle };
        let office = Office::open(self.store, self.ways, self.clock, settings).await?;
        let signs = Signs::start(&office, self.signs).map_err(|error| Failure::undone(format!("signs: {error}")))?;
        self.web.gauges = signs.iter().flat_map(Signs::gauges).map(gauge).collect();
        let drain = self.web.drain.clone();
        let server = okienko_web::server(office.clone(), self.web, self.listener, self.workers);
        let server = server.map_err(|error| Failure::undone(format!("the server cannot start: {error}")))?;
        let handle = server.handle();
        let mut running = actix::spawn(server);
        for duty in crate::transport::duties(&office.catalogue(), office.clock().now()) {
            tracing::warn!("{duty}");
        }
        ready(&office)?;
        tokio::select! {
            () = signals.next() => tracing::info!("ending: what is in hand is finished first"),
            ended = &mut running => {
                let why = ended.map_or_else(|error| error.to_string(), |ended| format!("{ended:?}"));
                return Err(Failure::undone(format!("the server ended by itself: {why}")));
            }
        }
        tokio::select! {
            () = signals.next() => return Err(Failure::undone("ended at once by a second signal")),
            () = end(&drain, &office, &handle, signs) => {}
        }
        tracing::info!("ended");
        Ok(())
    }
}

/// Readiness first, so that nobody new comes; then the commands in hand; then the connections.
async fn end(drain: &Drain, office: &Office, handle: &ServerHandle, signs: Option<Signs>) {
    drain.begin();
    office.stop().await;
    if let Some(signs) = signs {
        signs.stop().await;
    }
    // An error is the end of patience: what is still open is cut when the process ends.
    let _ = tokio::time::timeout(GRACE, handle.stop(true)).await;
}

fn gauge(gauge: okienko_signs::Gauge) -> Gauge {
    let help = "Whether the other end answers: 1 or 0.";
    Gauge::new(gauge.name, help, ("address", gauge.address.clone()), move || i64::from(gauge.is_on()))
}

struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn listen() -> Result<Self, Failure> {
        let listen = |kind| signal(kind).map_err(|error| Failure::undone(format!("signals: {error}")));
        Ok(Self { terminate: listen(SignalKind::terminate())?, interrupt: listen(SignalKind::interrupt())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Takes an address.
///
/// # Errors
/// Exit code 1 when it is taken or none of this machine's.
pub fn bind(listen: &str) -> Result<TcpListener, Failure> {
    let bound = TcpListener::bind(listen).and_then(|listener| {
        // The standard library asks for 128: of a rush, the others would knock again a second later, then after three.
        SockRef::from(&listener).listen(WAITING_AT_THE_DOOR)?;
        Ok(listener)
    });
    bound.map_err(|error| Failure::undone(format!("cannot listen on {listen}: {error}")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::net::TcpStream;

    #[test]
    fn a_crowd_that_comes_in_one_moment_need_not_knock_twice() {
        let door = bind("127.0.0.1:0").unwrap();
        let address = door.local_addr().unwrap();
        // Nobody opens: all of them stand in the kernel's queue. One that finds it full would time out here.
        let knock = |_| TcpStream::connect_timeout(&address, Duration::from_millis(500)).unwrap();
        let crowd: Vec<_> = (0..600).map(knock).collect();
        assert_eq!(crowd.len(), 600);
    }
}
