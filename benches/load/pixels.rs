//! From a clerk's press to the pixels of a lobby screen: the real page in Chromium, a thousand other sockets on the same board.

use crate::args::Wish;
use crate::http::Http;
use crate::report::{Figure, Report, Target};
use crate::screens::Screens;
use crate::server::Demo;
use crate::stats::quantile;
use chrono::{DateTime, FixedOffset, TimeDelta};
use okienko_tests::browser::Browser;
use okienko_tests::engine::told;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// Sockets that are sent the same picture meanwhile.
const OTHERS: usize = 1_000;
/// Presses that are not counted: fonts, styles and code of a fresh page.
const WARM: usize = 10;
/// Office time between two presses, as in a busy lobby.
const BETWEEN: TimeDelta = TimeDelta::seconds(10);

/// Presses by the page's own clock: from sending the command to the frame after the one in which the number was drawn.
const PRESS: &str = "const [desk, token, key] = arguments, done = arguments[arguments.length - 1]; \
    const known = new Set(Array.from(document.querySelectorAll('[data-part=code], [data-part=row-code]'), one => one.textContent)); \
    const begun = performance.now(); \
    const fresh = () => Array.from(document.querySelectorAll('[data-part=code], [data-part=row-code]')) \
        .some(one => one.textContent && !known.has(one.textContent) && one.offsetParent); \
    const look = new MutationObserver(() => { if (!fresh()) return; look.disconnect(); \
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun))); }); \
    look.observe(document.body, { childList: true, characterData: true, subtree: true }); \
    fetch(`/api/v1/desks/${desk}/call-next`, { method: 'POST', body: '{}', \
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': key } });";

/// The figure `press_to_pixels`; p99 is to be at most 150 ms.
pub fn from_press(wish: &Wish, report: &mut Report) {
    let name = "press_to_pixels";
    if !wish.wants(name) {
        return;
    }
    let driver = std::env::var("OKIENKO_CHROMEDRIVER").unwrap_or_else(|_| "/usr/bin/chromedriver".into());
    if !Path::new(&driver).exists() {
        return report.cannot(name, "ms", "there is no chromedriver; apt-get install chromium chromium-driver");
    }
    let mut took = Vec::new();
    told(async { took = presses(wish.either(200, 40)).await });
    for (end, of, target) in [("p50", 0.5, Target::None), ("p99", 0.99, Target::AtMost(150.0))] {
        let value = quantile(&took, of);
        report.tell(Figure { name: format!("{name}_{end}_ms"), value, unit: "ms", limit: None, target });
    }
}

async fn presses(count: usize) -> Vec<f64> {
    let mut lobby = Lobby::open();
    let screen = Browser::opens(1920, 1080).await;
    screen.goes_to(&format!("http://{}/lobby/{}", lobby.demo.address(), lobby.demo.text("/board/id"))).await;
    screen.sees("[data-part=empty]").await;
    let mut took = Vec::new();
    for number in 0..WARM + count {
        lobby.prepares();
        let press = vec![json!(lobby.desk), json!(lobby.clerk), json!(format!("pixels-{number}"))];
        let painted = screen.driver().execute_async(PRESS, press).await.expect("the number is drawn");
        if number >= WARM {
            took.push(painted.json().as_f64().expect("milliseconds"));
        }
        lobby.starts();
    }
    screen.closes().await;
    took
}

/// The office with its thousand other screens, which go home before it ends.
struct Lobby {
    _others: Screens,
    demo: Demo,
    http: Http,
    clerk: String,
    admin: String,
    desk: String,
    service: String,
    now: DateTime<FixedOffset>,
}

impl Lobby {
    fn open() -> Self {
        let demo = Demo::open(None);
        let (clerk, admin) = (demo.session("/clerks/0"), demo.session("/admin"));
        let desk = demo.text("/clerks/0/desk").to_owned();
        let others = Screens::connect(demo.address(), &format!("/ws/boards/{}", demo.text("/board/id")), OTHERS);
        let service = demo.services(Some(&desk)).remove(0);
        let now = DateTime::parse_from_rfc3339("2026-11-23T08:05:00+01:00").expect("an instant");
        Self { _others: others, http: demo.http(), demo, clerk, admin, desk, service, now }
    }

    /// Somebody waits, and the pictures of it have come and gone.
    fn prepares(&mut self) {
        self.now += BETWEEN;
        self.http.post("/demo/clock", &self.admin, &json!({ "now": self.now.to_rfc3339() }).to_string());
        let wanted = json!({ "service": self.service }).to_string();
        self.http.post("/api/v1/kiosk/tickets", self.demo.kiosk_token(), &wanted);
        std::thread::sleep(Duration::from_millis(150));
    }

    fn starts(&mut self) {
        let path = format!("/api/v1/desks/{}/start", self.desk);
        self.http.post(&path, &self.clerk, "{}");
    }
}
