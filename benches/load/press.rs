//! From a clerk's press to the last screen, against a bare broadcast of frames as long to as many sockets.

use crate::args::Wish;
use crate::broadcast::Broadcast;
use crate::http::Http;
use crate::report::{Figure, Report, Target};
use crate::screens::Screens;
use crate::server::Demo;
use crate::stats::quantile;
use chrono::{DateTime, FixedOffset, TimeDelta};
use std::time::Instant;

/// Presses, then as many broadcasts, in turn.
const IN_TURN: usize = 10;
/// Office time between two presses: a busy lobby, where five minutes hold thirty calls.
const BETWEEN: TimeDelta = TimeDelta::seconds(10);

/// The figures with 1, 100 and 1,000 boards, and with one desk's screen.
pub fn to_screen(wish: &Wish, report: &mut Report) {
    for count in [1, 100, 1_000] {
        let name = format!("press_to_screen_{count}");
        if wish.wants(&name) {
            let target = if count == 1_000 { Target::RatioAtMost(3.0) } else { Target::None };
            run(wish, report, &name, Shown::Board(count), target);
        }
    }
    if wish.wants("press_to_desk_screen") {
        run(wish, report, "press_to_desk_screen", Shown::Desk, Target::None);
    }
}

#[derive(Clone, Copy)]
enum Shown {
    Board(usize),
    Desk,
}

fn run(wish: &Wish, report: &mut Report, name: &str, shown: Shown, target: Target) {
    let mut lobby = Lobby::open(shown);
    let mut bare = Broadcast::open(lobby.count);
    let (mut presses, mut limits) = (Vec::new(), Vec::new());
    for turn in 0..wish.either(31, 6) {
        for _ in 0..IN_TURN {
            let took = lobby.press();
            // The first turn warms both sides.
            if turn > 0 {
                presses.push(took * 1e3);
            }
        }
        for _ in 0..IN_TURN {
            let took = bare.once(lobby.screens.length());
            if turn > 0 {
                limits.push(took * 1e3);
            }
        }
    }
    for (end, of, target) in [("p50", 0.5, Target::None), ("p99", 0.99, target)] {
        report.tell(Figure {
            name: format!("{name}_{end}_ms"),
            value: quantile(&presses, of),
            unit: "ms",
            limit: Some(quantile(&limits, of)),
            target,
        });
    }
    let length = lobby.screens.length() as f64;
    report.tell(Figure {
        name: format!("{name}_frame"),
        value: length,
        unit: "byte",
        limit: Some(length),
        target: Target::None,
    });
}

/// The screens go home before the demo ends.
struct Lobby {
    screens: Screens,
    demo: Demo,
    count: usize,
    http: Http,
    clerk: String,
    admin: String,
    desk: String,
    service: String,
    now: DateTime<FixedOffset>,
}

impl Lobby {
    fn open(shown: Shown) -> Self {
        let demo = Demo::open(None);
        let (clerk, admin) = (demo.session("/clerks/0"), demo.session("/admin"));
        let desk = demo.text("/clerks/0/desk").to_owned();
        let (path, count) = match shown {
            Shown::Board(count) => (format!("/ws/boards/{}", demo.text("/board/id")), count),
            Shown::Desk => (format!("/ws/desks/{desk}?token={clerk}"), 1),
        };
        let screens = Screens::connect(demo.address(), &path, count);
        let service = demo.services(Some(&desk)).remove(0);
        let now = DateTime::parse_from_rfc3339("2026-11-23T08:05:00+01:00").expect("an instant");
        let mut lobby = Self { http: demo.http(), demo, screens, count, clerk, admin, desk, service, now };
        (0..10).for_each(|_| lobby.ticket());
        lobby
    }

    /// Seconds from the press to the last screen.
    fn press(&mut self) -> f64 {
        self.now += BETWEEN;
        let body = format!("{{\"now\":\"{}\"}}", self.now.to_rfc3339());
        self.http.post("/demo/clock", &self.admin, &body);
        self.ticket();
        let took = self.at_desk("call-next");
        self.at_desk("start");
        took
    }

    /// One ticket; all screens have seen it.
    fn ticket(&mut self) {
        let body = format!("{{\"service\":\"{}\"}}", self.service);
        self.screens.arm();
        self.http.post("/api/v1/kiosk/tickets", self.demo.kiosk_token(), &body);
        self.screens.wait();
    }

    fn at_desk(&mut self, verb: &str) -> f64 {
        let path = format!("/api/v1/desks/{}/{verb}", self.desk);
        self.screens.arm();
        let begun = Instant::now();
        self.http.post(&path, &self.clerk, "{}");
        (self.screens.wait() - begun).as_secs_f64()
    }
}
