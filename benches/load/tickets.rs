//! Durable tickets a second over HTTP: the real binary, 64 kept connections, the load on the same cores.

use crate::args::Wish;
use crate::bare::{Bare, Words};
use crate::databases::{Base, Engine};
use crate::durable::{event, tell};
use crate::report::{Report, Target};
use crate::server::Demo;
use crate::storm;
use std::time::Duration;

/// Kept connections.
const CONNECTIONS: usize = 64;

/// The figure of one engine; its limit is a bare group commit of the same rows with as many clients.
pub fn per_second(wish: &Wish, report: &mut Report, engine: Engine) {
    let name = format!("http_tickets_per_s_{}", engine.name());
    if !wish.wants(&name) {
        return;
    }
    if let Some(reason) = engine.missing() {
        return report.cannot(&name, "1/s", reason);
    }
    let demo = Demo::open((engine == Engine::Postgres).then(|| Base::fresh(engine)));
    let services = demo.services(None);
    let wanted = format!("{{\"service\":\"{}\"}}", services[0]);
    let answer = demo.http().post("/api/v1/kiosk/tickets", demo.kiosk_token(), &wanted).to_string();
    let bare = Bare::start(Base::fresh(engine), Words { event: event(), answer });
    let lasts = Duration::from_millis(wish.either(2_000, 700));
    let (mut rounds, mut limits) = (Vec::new(), Vec::new());
    for _ in 0..wish.either(7, 3) {
        limits.push(bare.round(CONNECTIONS, lasts));
        rounds.push(storm::tickets(&demo, &services, CONNECTIONS, lasts, None));
    }
    let target = if engine == Engine::Sqlite { Target::AtLeast(8_000.0) } else { Target::None };
    tell(report, &name, &rounds, &limits, target);
}
