//! Memory: a thousand departments, and a thousand screens.

use crate::args::Wish;
use crate::databases::{Base, Engine};
use crate::journal;
use crate::offices::{self, BOARD};
use crate::report::{Figure, Report, Target};
use crate::screens::Screens;
use crate::server::Server;
use okienko_actors::process_now_ms;
use okienko_queue::time::from_ms;
use std::time::Duration;

const DEPARTMENTS: usize = 1_000;
const SCREENS: usize = 1_000;
/// Events of today and tickets that wait in each department.
const EVENTS: usize = 60;
const WAITING: usize = 10;
/// The first forecasts are made within this time of the start; their memory counts.
const SETTLED: Duration = Duration::from_secs(3);

/// Resident memory of the server with a thousand departments (limit: with one), and what each department and each
/// screen adds.
pub fn departments_1000(wish: &Wish, report: &mut Report) {
    if !["departments_1000", "memory_per"].iter().any(|name| wish.wants(name)) {
        return;
    }
    let small = serve(1);
    let alone = small.rss_kib();
    let screens = Screens::connect(small.address(), &format!("/ws/boards/{BOARD}"), SCREENS);
    std::thread::sleep(SETTLED);
    let watched = small.rss_kib();
    drop((screens, small));
    let large = serve(DEPARTMENTS);
    let full = large.rss_kib();
    let figure = |name: &str, value, unit, limit, target| Figure { name: name.into(), value, unit, limit, target };
    let per_department = (full - alone) / (DEPARTMENTS - 1) as f64;
    let per_screen = (watched - alone) / SCREENS as f64;
    let start = large.started.as_secs_f64() * 1e3;
    let most = Target::AtMost(512.0);
    report.tell(figure("departments_1000_rss_mib", full / 1024.0, "MiB", Some(alone / 1024.0), most));
    report.tell(figure("departments_1000_start_ms", start, "ms", None, Target::None));
    report.tell(figure("memory_per_department_kib", per_department, "KiB", None, Target::None));
    report.tell(figure("memory_per_socket_kib", per_screen, "KiB", None, Target::None));
}

/// A server over so many departments in the middle of a day; its database is not needed to stay.
fn serve(departments: usize) -> Running {
    let (base, now) = (Base::fresh(Engine::Sqlite), from_ms(process_now_ms()));
    let office = offices::office(departments, now);
    let store = base.store();
    journal::import(&store, &office);
    let mut appender = store.appender().expect("a writer");
    for (n, config) in office.departments.iter().enumerate() {
        journal::append(&mut appender, config, &journal::morning(config, n, now, EVENTS, WAITING));
    }
    drop((appender, store));
    let server = Server::serve(&base);
    std::thread::sleep(SETTLED);
    Running { server, _base: base }
}

/// The server ends before its database goes.
struct Running {
    server: Server,
    _base: Base,
}

impl std::ops::Deref for Running {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}
