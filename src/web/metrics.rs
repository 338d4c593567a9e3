//! What this process has done and holds, in the text format of Prometheus 0.0.4. Written by hand: a dozen lines need no library.

use crate::errors::TABLE;
use actix_web::http::StatusCode;
use okienko_store::LetterCounts;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

/// Counts of the web; those of the office are the actors'.
pub(crate) struct Counts {
    boot: u32,
    begun: AtomicU64,
    by_class: [AtomicU64; 5],
    by_code: Vec<AtomicU64>,
    /// Sockets open now.
    pub sockets: AtomicI64,
    /// Sockets ever opened.
    pub connected: AtomicU64,
    /// Calls that boards said they announced.
    pub announced: AtomicU64,
    /// Sign-ons with a wrong login or password.
    pub sign_ons_failed: AtomicU64,
}

impl Default for Counts {
    fn default() -> Self {
        Self {
            boot: getrandom::u32().unwrap_or_default(),
            begun: AtomicU64::new(0),
            by_class: Default::default(),
            by_code: TABLE.iter().map(|_| AtomicU64::new(0)).collect(),
            sockets: AtomicI64::new(0),
            connected: AtomicU64::new(0),
            announced: AtomicU64::new(0),
            sign_ons_failed: AtomicU64::new(0),
        }
    }
}

impl Counts {
    /// A request begins; its id, unique among all processes as good as certainly.
    pub fn begin(&self) -> String {
        format!("{:08x}-{}", self.boot, self.begun.fetch_add(1, Relaxed) + 1)
    }

    /// A request is answered.
    pub fn answered(&self, status: StatusCode) {
        let class = usize::from(status.as_u16() / 100).saturating_sub(1);
        if let Some(count) = self.by_class.get(class) {
            count.fetch_add(1, Relaxed);
        }
    }

    /// A request was refused under a code.
    pub fn refused(&self, code: &str) {
        let place = TABLE.iter().position(|(known, _)| *known == code);
        if let Some(count) = place.and_then(|place| self.by_code.get(place)) {
            count.fetch_add(1, Relaxed);
        }
    }

    /// The web's part of the text.
    pub fn write(&self, text: &mut String) {
        head(text, "okienko_http_requests_total", "counter", "Requests answered, by class of status.");
        for (class, count) in self.by_class.iter().enumerate() {
            line(text, "okienko_http_requests_total", &format!("{{class=\"{}xx\"}}", class + 1), count.load(Relaxed));
        }
        head(text, "okienko_problems_total", "counter", "Requests refused, by code.");
        for ((code, _), count) in TABLE.iter().zip(&self.by_code) {
            line(text, "okienko_problems_total", &format!("{{code=\"{code}\"}}"), count.load(Relaxed));
        }
        gauge(text, "okienko_sockets", "Sockets open now.", self.sockets.load(Relaxed));
        counter(text, "okienko_announced_total", "Calls that boards announced.", self.announced.load(Relaxed));
        counter(
            text,
            "okienko_sign_ons_failed_total",
            "Sign-ons with a wrong login or password.",
            self.sign_ons_failed.load(Relaxed),
        );
    }
}

/// What another room lets `/metrics` tell.
#[derive(Clone)]
pub struct Gauge {
    name: &'static str,
    help: &'static str,
    labels: String,
    value: Arc<dyn Fn() -> i64 + Send + Sync>,
}

impl Gauge {
    /// A value that is read whenever somebody asks; those of one name stand together, told apart by their label.
    pub fn new(
        name: &'static str,
        help: &'static str,
        (label, whose): (&str, String),
        value: impl Fn() -> i64 + Send + Sync + 'static,
    ) -> Self {
        let whose = whose.replace('\\', "\\\\").replace('"', "\\\"");
        Self { name, help, labels: format!("{{{label}=\"{whose}\"}}"), value: Arc::new(value) }
    }
}

impl std::fmt::Debug for Gauge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.name, self.labels)
    }
}

/// The gauges of other rooms, in their order.
pub(crate) fn write_gauges(text: &mut String, gauges: &[Gauge]) {
    let mut before = "";
    for one in gauges {
        if one.name != before {
            head(text, one.name, "gauge", one.help);
        }
        line(text, one.name, &one.labels, (one.value)());
        before = one.name;
    }
}

/// The office's part of the text: the actors' counts.
pub(crate) fn write_office(text: &mut String, counts: &[(&'static str, u64)]) {
    for (name, value) in counts {
        let words = format!("Office: {} since the start of this process.", name.replace('_', " "));
        counter(text, &format!("okienko_office_{name}_total"), &words, *value);
    }
}

/// The office's part of the text: one gauge of one department.
pub(crate) fn write_waiting(text: &mut String, waiting: &[(String, usize)]) {
    head(text, "okienko_waiting", "gauge", "Tickets waiting now, by department.");
    for (department, count) in waiting {
        line(text, "okienko_waiting", &format!("{{department=\"{department}\"}}"), count);
    }
}

/// The outbox.
pub(crate) fn write_letters(text: &mut String, counts: LetterCounts) {
    head(text, "okienko_letters", "gauge", "Letters in the outbox, by state.");
    for (state, count) in [("queued", counts.queued), ("sent", counts.sent), ("dead", counts.dead)] {
        line(text, "okienko_letters", &format!("{{state=\"{state}\"}}"), count);
    }
}

/// The kiosks that report: how long ago, in what state their printers are, what they have not handed in.
pub(crate) fn write_kiosks(text: &mut String, kiosks: &[KioskLine]) {
    head(text, "okienko_kiosk_last_seen_seconds", "gauge", "Seconds since a kiosk's last report.");
    for one in kiosks {
        line(text, "okienko_kiosk_last_seen_seconds", &format!("{{kiosk=\"{}\"}}", one.id), one.quiet_seconds);
    }
    head(text, "okienko_kiosk_printer", "gauge", "The state of a kiosk's printer at its last report.");
    for one in kiosks {
        let labels = format!("{{kiosk=\"{}\",state=\"{}\"}}", one.id, one.printer);
        line(text, "okienko_kiosk_printer", &labels, 1);
    }
    head(text, "okienko_kiosk_unsynced", "gauge", "Tickets given without the network and not handed in yet.");
    for one in kiosks {
        line(text, "okienko_kiosk_unsynced", &format!("{{kiosk=\"{}\"}}", one.id), one.unsynced);
    }
}

/// The lobby screens that report: how long ago, and whether they can be heard.
pub(crate) fn write_screens(text: &mut String, screens: &[ScreenLine]) {
    head(text, "okienko_screen_last_seen_seconds", "gauge", "Seconds since a lobby screen's last report.");
    for one in screens {
        line(text, "okienko_screen_last_seen_seconds", &format!("{{screen=\"{}\"}}", one.id), one.quiet_seconds);
    }
    head(text, "okienko_screen_sound", "gauge", "The sound of a lobby screen at its last report.");
    for one in screens {
        let labels = format!("{{screen=\"{}\",state=\"{}\"}}", one.id, one.sound);
        line(text, "okienko_screen_sound", &labels, 1);
    }
}

/// A lobby screen by its id.
pub(crate) struct ScreenLine {
    pub id: String,
    pub quiet_seconds: i64,
    pub sound: String,
}

/// A kiosk by its id; its name is given by a person and stays inside.
pub(crate) struct KioskLine {
    pub id: String,
    pub quiet_seconds: i64,
    pub printer: String,
    pub unsynced: u32,
}

pub(crate) fn gauge(text: &mut String, name: &str, help: &str, value: impl std::fmt::Display) {
    head(text, name, "gauge", help);
    line(text, name, "", value);
}

fn counter(text: &mut String, name: &str, help: &str, value: impl std::fmt::Display) {
    head(text, name, "counter", help);
    line(text, name, "", value);
}

fn head(text: &mut String, name: &str, kind: &str, help: &str) {
    // Writing into a String cannot fail.
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn line(text: &mut String, name: &str, labels: &str, value: impl std::fmt::Display) {
    let _ = writeln!(text, "{name}{labels} {value}");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    #[test]
    fn every_line_ends_with_a_number_and_every_name_has_a_type() {
        let counts = Counts::default();
        assert_ne!(counts.begin(), counts.begin());
        counts.answered(StatusCode::CREATED);
        counts.refused("slot_taken");
        let mut text = String::new();
        counts.write(&mut text);
        write_office(&mut text, &[("heads_moved", 3)]);
        write_waiting(&mut text, &[("so".into(), 2)]);
        let kiosk = KioskLine { id: "d-1".into(), quiet_seconds: 7, printer: "paper_end".into(), unsynced: 2 };
        write_kiosks(&mut text, &[kiosk]);
        write_screens(&mut text, &[ScreenLine { id: "d-2".into(), quiet_seconds: 4, sound: "blocked".into() }]);
        assert!(text.contains("okienko_screen_sound{screen=\"d-2\",state=\"blocked\"} 1\n"));
        assert!(text.contains("okienko_kiosk_printer{kiosk=\"d-1\",state=\"paper_end\"} 1\n"));
        let sign = |whose: &str| Gauge::new("okienko_sign_online", "Answers.", ("address", whose.into()), || 1);
        write_gauges(&mut text, &[sign("tcp://a:1"), sign("b\"c")]);
        assert!(
            text.contains("okienko_sign_online{address=\"tcp://a:1\"} 1\nokienko_sign_online{address=\"b\\\"c\"} 1\n")
        );
        assert!(text.contains("okienko_http_requests_total{class=\"2xx\"} 1\n"));
        assert!(text.contains("okienko_problems_total{code=\"slot_taken\"} 1\n"));
        assert!(text.contains("okienko_office_heads_moved_total 3\n"));
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (name, value) = line.rsplit_once(' ').unwrap();
            assert!(value.parse::<f64>().is_ok(), "{line}");
            let bare = name.split('{').next().unwrap();
            assert!(text.contains(&format!("# TYPE {bare} ")), "{line}");
        }
    }
}
