//! Whether an office's document can be used: where and why not, for programs and for the person who edits it. The words here are for
//! the file and the command line; pages have their own under the same codes.

use crate::config::{Booking, DepartmentConfig, DeskRules, Service};
use crate::hours::Hours;
use crate::ids::DepartmentId;
use crate::kiosk::SILENT_SECONDS;
use crate::office::OfficeFile;
use std::collections::BTreeSet;

/// Minutes that a visit or a grid may have.
const MINUTES: std::ops::RangeInclusive<u32> = 1..=480;
/// Minutes of a day.
const DAY_MINUTES: u32 = 24 * 60;
/// Seconds for which a desk may have to wait before it recalls or says that nobody came.
const PATIENCE_MOST: u32 = 3_600;
/// Seconds within which a command may be undone: beyond ten minutes a call left in peace would be pulled off the boards.
const UNDO_MOST: u32 = 600;
/// Letters that a name may have.
pub const NAME_MOST: usize = 200;
/// Letters that a desk's label may have: it stands on every board.
pub const LABEL_MOST: usize = 20;
/// Days ahead that may be bookable.
pub const HORIZON_MOST: u32 = 366;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: the keys of the document with dots between them, places in lists from 0: `departments.0.services.2.letter`.
    pub field: String,
    /// What, for programs.
    pub code: &'static str,
    /// What it is about: the bound that was passed, the id that is not known.
    pub what: String,
    /// In words, for the file.
    pub words: String,
}

impl Fault {
    pub(crate) fn new(
        field: impl Into<String>,
        code: &'static str,
        what: impl Into<String>,
        words: impl Into<String>,
    ) -> Self {
        Self { field: field.into(), code, what: what.into(), words: words.into() }
    }

    fn below(mut self, field: &str, words: &str) -> Self {
        self.field = format!("{field}.{}", self.field);
        self.words = format!("{words}: {}", self.words);
        self
    }
}

impl OfficeFile {
    /// Everything that is wrong; empty when it can be used.
    pub fn faults(&self) -> Vec<Fault> {
        let mut found = self.twice();
        for (n, department) in self.departments.iter().enumerate() {
            let named = format!("department {}", department.id);
            found.extend(department.faults().into_iter().map(|one| one.below(&format!("departments.{n}"), &named)));
        }
        if self.office.name.pl.trim().is_empty() {
            found.push(Fault::new("office.name.pl", "missing", "", "office.name: is missing"));
        }
        let plain = |field: &'static str, problems: Vec<String>| {
            problems.into_iter().map(move |words| Fault::new(field, "words", words.clone(), words))
        };
        let law = self.office.law.faults().into_iter();
        found
            .extend(law.map(|(field, code, what, words)| Fault::new(format!("office.law.{field}"), code, what, words)));
        let notices = self.office.notices.problems().into_iter();
        found.extend(notices.map(|words| Fault::new("office.notices.reminder_hour", "not_at_two", "", words)));
        found.extend(self.role_faults());
        found.extend(plain("office.kiosk", self.office.kiosk.problems(&self.office.priority_classes)));
        found.extend(self.kiosk_faults());
        self.ranges(&mut found);
        self.references(&mut found);
        found
    }

    /// What is wrong with the kiosks' settings that have fields of their own.
    fn kiosk_faults(&self) -> Vec<Fault> {
        let kiosk = &self.office.kiosk;
        let unnamed = kiosk.priority_names.iter().filter(|(_, name)| name.pl.trim().is_empty());
        let mut found: Vec<Fault> = unnamed
            .map(|(class, _)| {
                let words = format!("kiosk.priority_names.{class}: is missing in Polish");
                Fault::new(format!("office.kiosk.priority_names.{class}.pl"), "missing", "", words)
            })
            .collect();
        if !SILENT_SECONDS.contains(&kiosk.silent_seconds) {
            let words = "kiosk.silent_seconds: 15 to 3600";
            found.push(Fault::new("office.kiosk.silent_seconds", "out_of_range", "15–3600", words));
        }
        found
    }

    /// The same in words for the person who edits the file.
    pub fn problems(&self) -> Vec<String> {
        self.faults().into_iter().map(|fault| fault.words).collect()
    }

    fn twice(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        let departments = || self.departments.iter().enumerate();
        let services = || {
            let of = departments().flat_map(|(n, one)| one.services.iter().enumerate().map(move |(m, s)| (n, m, s)));
            of.map(|(n, m, service)| (format!("departments.{n}.services.{m}"), service))
        };
        let desks = departments().flat_map(|(n, one)| {
            one.desks
                .iter()
                .enumerate()
                .map(move |(m, desk)| (format!("departments.{n}.desks.{m}.id"), desk.id.as_str()))
        });
        unique(
            "department",
            departments().map(|(n, one)| (format!("departments.{n}.id"), one.id.as_str())),
            &mut found,
        );
        unique("service", services().map(|(at, one)| (format!("{at}.id"), one.id.as_str())), &mut found);
        unique("letter", services().map(|(at, one)| (format!("{at}.letter"), one.letter.as_str())), &mut found);
        unique("desk", desks, &mut found);
        let boards = self.boards.iter().enumerate();
        unique("board", boards.map(|(n, one)| (format!("boards.{n}.id"), one.id.as_str())), &mut found);
        let classes = self.office.priority_classes.iter().enumerate();
        let named = classes.map(|(n, class)| (format!("office.priority_classes.{n}"), class.as_str()));
        unique("priority class", named, &mut found);
        let roles = self.roles.iter().enumerate();
        unique("role", roles.map(|(n, one)| (format!("roles.{n}.name"), one.name.as_str())), &mut found);
        let staff = self.staff.iter().enumerate();
        unique("login", staff.map(|(n, one)| (format!("staff.{n}.login"), one.login.as_str())), &mut found);
        found
    }

    fn ranges(&self, found: &mut Vec<Fault>) {
        for (n, one) in self.departments.iter().enumerate() {
            for (m, other) in self.departments.iter().enumerate().skip(n + 1) {
                if one.u_numbers.first <= other.u_numbers.last && other.u_numbers.first <= one.u_numbers.last {
                    let words = format!("u_numbers of {} and {} overlap", one.id, other.id);
                    found.push(Fault::new(
                        format!("departments.{n}.u_numbers.first"),
                        "overlap",
                        other.id.as_str(),
                        &*words,
                    ));
                    found.push(Fault::new(
                        format!("departments.{m}.u_numbers.first"),
                        "overlap",
                        one.id.as_str(),
                        words,
                    ));
                }
            }
        }
    }

    fn references(&self, found: &mut Vec<Fault>) {
        let known = |id: &DepartmentId| self.departments.iter().any(|department| department.id == *id);
        for (n, board) in self.boards.iter().enumerate() {
            let problems = board.problems(self).into_iter().map(|what| format!("board {}: {what}", board.id));
            found.extend(problems.map(|words| Fault::new(format!("boards.{n}"), "words", words.clone(), words)));
        }
        for (n, person) in self.staff.iter().enumerate() {
            let at = |key: &str| format!("staff.{n}.{key}");
            if person.login.trim().is_empty() || person.login.contains(char::is_whitespace) {
                found.push(Fault::new(
                    at("login"),
                    "not_a_login",
                    &*person.login,
                    "staff: a login has letters and no spaces",
                ));
            }
            let desk = person.desk.as_ref().filter(|desk| self.department_of_desk(desk).is_none());
            found.extend(desk.map(|desk| {
                let words = format!("staff {}: unknown desk {desk}", person.login);
                Fault::new(at("desk"), "unknown_desk", format!("{desk} ({})", person.login), words)
            }));
            found.extend(person.departments.iter().filter(|id| !known(id)).map(|id| {
                let words = format!("staff {}: unknown department {id}", person.login);
                Fault::new(at("departments"), "unknown_department", format!("{id} ({})", person.login), words)
            }));
        }
    }
}

impl DepartmentConfig {
    fn faults(&self) -> Vec<Fault> {
        let mut found = self.hours.faults();
        let usable = |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !usable(self.id.as_str()) {
            found.push(Fault::new("id", "not_an_id", self.id.as_str(), "id: letters, digits and hyphens only"));
        }
        found.extend(name("name.pl", &self.name.pl));
        found.extend(self.discipline.problem().map(|words| Fault::new("discipline", "parameters", "", words)));
        let rules = [("booking", self.booking.faults()), ("desk_rules", self.desk_rules.faults())];
        for (section, faults) in rules {
            let named = faults.into_iter();
            found.extend(
                named.map(|(field, code, what, words)| Fault::new(format!("{section}.{field}"), code, what, words)),
            );
        }
        if self.close_tickets_after_minutes.is_some_and(|minutes| minutes > DAY_MINUTES) {
            let words = "close_tickets_after_minutes: 0 to 1440";
            found.push(Fault::new("close_tickets_after_minutes", "out_of_range", "0–1440", words));
        }
        if self.u_numbers.first == 0 || self.u_numbers.first > self.u_numbers.last {
            let words = "u_numbers: first must be at least 1 and not above last";
            found.push(Fault::new("u_numbers.first", "not_a_range", "", words));
        }
        let alerts = self.alerts.faults().into_iter();
        found.extend(alerts.map(|(field, code, what, words)| Fault::new(field, code, what, words)));
        for (n, service) in self.services.iter().enumerate() {
            let named = format!("service {}", service.id);
            found.extend(service.faults().into_iter().map(|one| one.below(&format!("services.{n}"), &named)));
        }
        for (n, desk) in self.desks.iter().enumerate() {
            let at = |key: &str| format!("desks.{n}.{key}");
            if !is_id(desk.id.as_str()) {
                let words = format!("desk {}: id: no spaces and no signs of addresses", desk.id);
                found.push(Fault::new(at("id"), "not_an_id", desk.id.as_str(), words));
            }
            let long = desk.label.chars().count() > LABEL_MOST;
            if desk.label.trim().is_empty() || long {
                let (code, words) = if long { ("too_long", "too long") } else { ("missing", "missing") };
                let words = format!("desk {}: label: is {words}", desk.id);
                found.push(Fault::new(at("label"), code, LABEL_MOST.to_string(), words));
            }
            found.extend(desk.services.iter().filter(|id| self.service(id).is_none()).map(|id| {
                let words = format!("desk {}: unknown service {id}", desk.id);
                Fault::new(at("services"), "unknown_service", id.as_str(), words)
            }));
        }
        found
    }
}

impl Service {
    fn faults(&self) -> Vec<Fault> {
        let mut found: Vec<Fault> = name("name.pl", &self.name.pl).into_iter().collect();
        if !is_id(self.id.as_str()) {
            found.push(Fault::new("id", "not_an_id", self.id.as_str(), "id: no spaces and no signs of addresses"));
        }
        let letters = (1..=2).contains(&self.letter.len()) && self.letter.chars().all(|c| c.is_ascii_uppercase());
        if !letters || self.letter == "U" {
            let words = format!("letter {}: one or two of A to Z, and never U", self.letter);
            found.push(Fault::new("letter", "not_a_letter", &*self.letter, words));
        }
        let minutes = |field: &str| Fault::new(field, "out_of_range", "1–480", format!("{field}: 1 to 480"));
        if !MINUTES.contains(&self.duration_minutes) {
            found.push(minutes("duration_minutes"));
        }
        let card = self.card.faults().into_iter();
        found.extend(card.map(|(field, code, words)| Fault::new(field, code, "", words)));
        let marks = self.thresholds.faults().into_iter();
        found.extend(marks.map(|(field, most, words)| Fault::new(field, "not_marks", most, words)));
        if self.tickets_per_day == Some(0) {
            found.push(Fault::new(
                "tickets_per_day",
                "out_of_range",
                "1–",
                "tickets_per_day: at least 1; leave it out for no limit",
            ));
        }
        if let Some(rule) = &self.slots {
            if !MINUTES.contains(&rule.every_minutes) {
                found.push(minutes("slots.every_minutes"));
            }
            if rule.capacity == 0 {
                found.push(Fault::new("slots.capacity", "out_of_range", "1–", "slots.capacity: at least 1"));
            }
        }
        found
    }
}

/// Field, code, what, words.
type Plain = (&'static str, &'static str, &'static str, &'static str);

impl Booking {
    fn faults(&self) -> Vec<Plain> {
        let mut found = Vec::new();
        if self.rest_minutes.is_some_and(|rest| rest.first > rest.last || rest.last > DAY_MINUTES) {
            let words = "booking.rest_minutes: first not above last, last at most 1440";
            found.push(("rest_minutes", "not_a_range", "", words));
        }
        if self.horizon_days > HORIZON_MOST {
            found.push(("horizon_days", "out_of_range", "0–366", "booking.horizon_days: 0 to 366"));
        }
        if self.confirm_minutes == 0 {
            found.push(("confirm_minutes", "out_of_range", "1–", "booking.confirm_minutes: at least 1"));
        }
        let zeros = [
            ("per_phone_and_day", self.per_phone_and_day == 0),
            ("per_email_and_day", self.per_email_and_day == Some(0)),
            ("open_per_phone", self.open_per_phone == Some(0)),
        ];
        let words = "booking: a limit of 0 would allow nothing; leave it out for none";
        let zeros = zeros.into_iter().filter(|(_, zero)| *zero);
        found.extend(zeros.map(|(field, _)| (field, "out_of_range", "1–", words)));
        found
    }
}

impl DeskRules {
    fn faults(&self) -> Vec<Plain> {
        let recalls = self.no_show_after_recalls.is_some_and(|recalls| !(1..=20).contains(&recalls));
        let bounds: [(bool, Plain); 5] = [
            (
                self.recall_after_seconds > PATIENCE_MOST,
                ("recall_after_seconds", "out_of_range", "0–3600", "desk_rules.recall_after_seconds: 0 to 3600"),
            ),
            (
                self.no_show_after_seconds > PATIENCE_MOST,
                ("no_show_after_seconds", "out_of_range", "0–3600", "desk_rules.no_show_after_seconds: 0 to 3600"),
            ),
            (recalls, ("no_show_after_recalls", "out_of_range", "1–20", "desk_rules.no_show_after_recalls: 1 to 20")),
            (
                self.return_minutes > DAY_MINUTES,
                ("return_minutes", "out_of_range", "0–1440", "desk_rules.return_minutes: 0 to 1440"),
            ),
            (
                self.undo_seconds > UNDO_MOST,
                ("undo_seconds", "out_of_range", "0–600", "desk_rules.undo_seconds: 0 to 600"),
            ),
        ];
        bounds.into_iter().filter_map(|(wrong, fault)| wrong.then_some(fault)).collect()
    }
}

impl Hours {
    /// What is wrong with the hours.
    fn faults(&self) -> Vec<Fault> {
        let unknown = self.unknown_weekdays().map(|key| {
            Fault::new(format!("hours.week.{key}"), "unknown_weekday", key, format!("hours: unknown weekday `{key}`"))
        });
        let mut found: Vec<Fault> = unknown.collect();
        let named = self.week.iter().map(|(name, spans)| (format!("hours.week.{name}"), name.clone(), spans));
        let dated =
            self.exceptions.iter().map(|(day, spans)| (format!("hours.exceptions.{day}"), day.to_string(), spans));
        for (field, when, spans) in named.chain(dated) {
            let ordered = spans.windows(2).all(|pair| matches!(pair, [a, b] if a.to <= b.from));
            if !ordered || spans.iter().any(|span| span.from >= span.to) {
                let words = format!("hours: spans of {when} must each end after they begin and not overlap");
                found.push(Fault::new(field, "spans", &*when, words));
            }
        }
        found
    }
}

/// Ids stand in addresses.
fn is_id(id: &str) -> bool {
    !id.is_empty() && !id.chars().any(|c| c.is_whitespace() || c.is_control() || "/?#%".contains(c))
}

fn name(field: &str, words: &str) -> Option<Fault> {
    if words.trim().is_empty() {
        return Some(Fault::new(field, "missing", "", "name: is missing"));
    }
    let long = words.chars().count() > NAME_MOST;
    long.then(|| Fault::new(field, "too_long", NAME_MOST.to_string(), format!("name: at most {NAME_MOST} letters")))
}

fn unique<'a>(what: &str, names: impl Iterator<Item = (String, &'a str)>, found: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    let again = names.filter(|(_, name)| !seen.insert(*name));
    found.extend(again.map(|(field, name)| Fault::new(field, "taken", name, format!("{what} {name} stands twice"))));
}
