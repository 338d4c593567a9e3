//! From an administrator's press to what it changes, while visitors come as fast as they are answered: free terms and a board.

use crate::args::Wish;
use crate::http::Http;
use crate::report::{Figure, Report, Target};
use crate::server::Demo;
use crate::stats::{median, ms, quantile};
use crate::storm;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const DEPARTMENT: &str = "sprawy-obywatelskie";
const SERVICE: &str = "dowody-osobiste";
/// A Tuesday; the demo begins on the Monday before it.
const TERMS: &str = "/api/v1/services/dowody-osobiste/slots?from=2026-11-24&to=2026-11-24";
/// Kiosks that ask for tickets meanwhile.
const KIOSKS: usize = 8;
/// How soon the office wants to see a change everywhere.
const WANTED_MS: f64 = 2_000.0;
/// What does not show by then is a fault and no figure.
const PATIENCE: Duration = Duration::from_secs(30);

/// Milliseconds from sending a change to seeing it. The terms follow shorter hours, the board a service's new name.
pub fn to_seen(wish: &Wish, report: &mut Report) {
    if !wish.wants("change_seen") {
        return;
    }
    let (demo, over) = (Demo::open(None), AtomicBool::new(false));
    let services = demo.services(None);
    let (mut terms, mut boards) = (Vec::new(), Vec::new());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                storm::tickets(&demo, &services, KIOSKS, Duration::from_secs(1), None);
            }
        });
        let _over = Over(&over);
        let mut keeper = Keeper::of(&demo);
        for turn in 0..wish.either(40, 8) {
            terms.push(keeper.changes_hours(turn % 2 == 0));
            boards.push(keeper.renames(&format!("Dowody {turn}")));
        }
    });
    for (name, took) in [("terms", &terms), ("board", &boards)] {
        let tell = |end: &str, value, target| Figure {
            name: format!("change_seen_{name}_{end}_ms"),
            value,
            unit: "ms",
            limit: None,
            target,
        };
        report.tell(tell("p50", median(took), Target::None));
        report.tell(tell("p99", quantile(took, 0.99), Target::AtMost(WANTED_MS)));
    }
}

/// Ends the storm, whether the changes were seen or a fault was met.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The administrator, and a citizen who looks.
struct Keeper {
    http: Http,
    token: String,
    looks: Http,
}

impl Keeper {
    fn of(demo: &Demo) -> Self {
        Self { http: demo.http(), token: demo.session("/admin"), looks: demo.http() }
    }

    fn changes_hours(&mut self, shorter: bool) -> f64 {
        let before = self.terms();
        let closing = if shorter { "12:00" } else { "16:00" };
        let change = |one: &mut Value| one["hours"]["week"]["tuesday"] = json!([format!("07:30-{closing}")]);
        let begun = self.changes(change);
        until(begun, || {
            let now = self.terms();
            if shorter { now < before } else { now > before }
        })
    }

    fn renames(&mut self, name: &str) -> f64 {
        let change = |one: &mut Value| {
            let services = one["services"].as_array_mut().expect("services");
            let service = services.iter_mut().find(|service| service["id"] == SERVICE).expect("the service");
            service["name"]["pl"] = json!(name);
        };
        let begun = self.changes(change);
        until(begun, || self.looks.get_json("/api/v1/boards/sprawy-obywatelskie", "").to_string().contains(name))
    }

    /// Saves a change of the department; answers when it was sent.
    fn changes(&mut self, change: impl Fn(&mut Value)) -> Instant {
        let office = self.http.get_json("/api/v1/office", &self.token);
        let departments = office["document"]["departments"].as_array().expect("departments");
        let mut department = departments.iter().find(|one| one["id"] == DEPARTMENT).expect("the department").clone();
        change(&mut department);
        let changes = json!([{ "path": ["departments", DEPARTMENT], "value": department }]);
        let body = json!({ "revision": office["revision"], "changes": changes, "confirmed": true }).to_string();
        let begun = Instant::now();
        self.http.post("/api/v1/office", &self.token, &body);
        begun
    }

    /// How many terms there are.
    fn terms(&mut self) -> usize {
        self.looks.get_json(TERMS, "").to_string().matches("\"start\"").count()
    }
}

fn until(begun: Instant, mut is: impl FnMut() -> bool) -> f64 {
    while !is() {
        assert!(begun.elapsed() < PATIENCE, "the change is never seen");
    }
    ms(begun.elapsed())
}
