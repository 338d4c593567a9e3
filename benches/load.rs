//! The load: what the program does in a second, and how far that is from the raw limits of the same run.
//!
//! `cargo bench --bench load -- [--json] [--quick] [--only NAME]`. Each figure is measured in short rounds that
//! alternate with its own limit (a bare group commit, a bare broadcast), because machines are noisy; medians are told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "load/args.rs"]
mod args;
#[path = "load/bare.rs"]
mod bare;
#[path = "load/broadcast.rs"]
mod broadcast;
#[path = "load/call_next.rs"]
mod call_next;
#[path = "load/change.rs"]
mod change;
#[path = "load/databases.rs"]
mod databases;
#[path = "load/durable.rs"]
mod durable;
#[path = "load/http.rs"]
mod http;
#[path = "load/journal.rs"]
mod journal;
#[path = "load/machine.rs"]
mod machine;
#[path = "load/memory.rs"]
mod memory;
#[path = "load/offices.rs"]
mod offices;
#[path = "load/paper.rs"]
mod paper;
#[path = "load/pixels.rs"]
mod pixels;
#[path = "load/press.rs"]
mod press;
#[path = "load/replay.rs"]
mod replay;
#[path = "load/report.rs"]
mod report;
#[path = "load/reports.rs"]
mod reports;
#[path = "load/rush.rs"]
mod rush;
#[path = "load/screens.rs"]
mod screens;
#[path = "load/server.rs"]
mod server;
#[path = "load/stats.rs"]
mod stats;
#[path = "load/storm.rs"]
mod storm;
#[path = "load/tickets.rs"]
mod tickets;

use args::Wish;
use databases::Engine;
use report::Report;

fn main() {
    let wish = Wish::read(std::env::args().skip(1)).unwrap_or_else(|advice| {
        eprintln!("{advice}");
        std::process::exit(2);
    });
    // A thousand screens need a thousand files on either side.
    let open = rustix::process::Resource::Nofile;
    let limit = rustix::process::getrlimit(open);
    let raised = rustix::process::Rlimit { current: limit.maximum, ..limit };
    let _ = rustix::process::setrlimit(open, raised);
    let mut report = Report::begin(&wish);
    machine::decide_apply(&wish, &mut report);
    machine::forecast_100(&wish, &mut report);
    for engine in [Engine::Sqlite, Engine::Postgres] {
        durable::commands(&wish, &mut report, engine);
    }
    for engine in [Engine::Sqlite, Engine::Postgres] {
        tickets::per_second(&wish, &mut report, engine);
    }
    call_next::over_http(&wish, &mut report);
    press::to_screen(&wish, &mut report);
    pixels::from_press(&wish, &mut report);
    paper::from_touch(&wish, &mut report);
    rush::of_the_released_day(&wish, &mut report);
    change::to_seen(&wish, &mut report);
    replay::events_20000(&wish, &mut report);
    reports::year(&wish, &mut report);
    memory::departments_1000(&wish, &mut report);
    report.end();
}
