//! Call-next over HTTP with a short and with a long queue. The presses at both alternate.

use crate::args::Wish;
use crate::bare::{Bare, Words};
use crate::databases::{Base, Engine};
use crate::durable::event;
use crate::http::Http;
use crate::report::{Figure, Report, Target};
use crate::server::Demo;
use crate::stats::{median, ms, quantile};
use crate::storm;
use std::time::{Duration, Instant};

/// Presses before the first that counts.
const WARM: usize = 20;

/// Median milliseconds of a full press: it finishes the visit at hand and calls the next.
pub fn over_http(wish: &Wish, report: &mut Report) {
    if !wish.wants("call_next_http") {
        return;
    }
    let (mut short, mut long) = (Desk::open(10), Desk::open(10_000));
    let bare = Bare::start(Base::fresh(Engine::Sqlite), Words { event: event(), answer: "x".repeat(500) });
    let (mut few, mut many, mut limits) = (Vec::new(), Vec::new(), Vec::new());
    for press in 0..WARM + wish.either(600, 120) {
        let found = (short.press(), long.press(), bare.one());
        if press >= WARM {
            few.push(found.0);
            many.push(found.1);
            limits.push(found.2);
        }
    }
    let figure = |name: &str, value, limit, target| Figure {
        name: format!("call_next_http_{name}"),
        value,
        unit: "ms",
        limit: Some(limit),
        target,
    };
    report.tell(figure("10", median(&few), median(&limits), Target::None));
    report.tell(figure("10000", median(&many), median(&few), Target::RatioAtMost(1.5)));
    report.tell(figure("10000_p99", quantile(&many, 0.99), quantile(&few, 0.99), Target::None));
}

/// A clerk at the first desk of a demo of their own.
struct Desk {
    demo: Demo,
    http: Http,
    token: String,
    desk: String,
    services: Vec<String>,
    presses: usize,
}

impl Desk {
    fn open(waiting: u64) -> Self {
        let demo = Demo::open(None);
        let desk = demo.text("/clerks/0/desk").to_owned();
        let services = demo.services(Some(&desk));
        let connections = usize::try_from(waiting.min(64)).expect("a small number");
        storm::tickets(&demo, &services, connections, Duration::from_secs(60), Some(waiting));
        let (http, token) = (demo.http(), demo.session("/clerks/0"));
        let mut clerk = Self { demo, http, token, desk, services, presses: 0 };
        let waits = clerk.http.get_json(&format!("/api/v1/desks/{}", clerk.desk), &clerk.token);
        let waits = waits["counts"]["waiting"].as_u64();
        assert_eq!(waits, Some(waiting), "all of them wait");
        clerk
    }

    /// Milliseconds of one call-next; the queue is as long afterwards as before.
    fn press(&mut self) -> f64 {
        let (answer, took) = self.at_desk("call-next");
        assert!(answer["ticket"].is_object(), "{answer}");
        self.at_desk("start");
        let body = format!("{{\"service\":\"{}\"}}", self.services[self.presses % self.services.len()]);
        self.http.post("/api/v1/kiosk/tickets", self.demo.kiosk_token(), &body);
        self.presses += 1;
        took
    }

    fn at_desk(&mut self, verb: &str) -> (serde_json::Value, f64) {
        let path = format!("/api/v1/desks/{}/{verb}", self.desk);
        let begun = Instant::now();
        let answer = self.http.post(&path, &self.token, "{}");
        (answer, ms(begun.elapsed()))
    }
}
