//! Names that a person reads, for what figures call by ids.

use super::Asked;
use crate::texts::Texts;
use okienko_queue::figures::{By, Key};
use okienko_queue::office::OfficeFile;
use okienko_store::Staff;

/// How an office names its things, in one language.
pub(crate) struct Labels<'a> {
    t: Texts,
    office: &'a OfficeFile,
    staff: &'a [Staff],
}

impl<'a> Labels<'a> {
    /// The names of an office and its staff.
    pub fn new(t: Texts, office: &'a OfficeFile, staff: &'a [Staff]) -> Self {
        Self { t, office, staff }
    }

    /// A row's name.
    pub fn key(&self, by: By, key: &Key) -> String {
        match key {
            Key::Day(day) => {
                let weekday = self.t.weekday_short(chrono::Datelike::weekday(day).number_from_monday());
                format!("{} {weekday}", self.t.day_digits(day))
            }
            Key::Hour(hour) => format!("{hour:02}:00–{:02}:00", hour + 1),
            Key::Nobody if by == By::Desk => self.t.get("reports-no-desk"),
            Key::Nobody => self.t.get("reports-no-person"),
            Key::Named(id) => self.named(by, id).unwrap_or_else(|| id.clone()),
        }
    }

    fn named(&self, by: By, id: &str) -> Option<String> {
        match by {
            By::Department => self.department(id),
            By::Service => self.service(id),
            By::Desk => {
                let mut all =
                    self.office.departments.iter().flat_map(|one| one.desks.iter().map(move |desk| (one, desk)));
                let (department, desk) = all.find(|(_, desk)| desk.id.as_str() == id)?;
                let name = self.t.with("reports-desk", "desk", &desk.label);
                Some(format!("{name} – {}", department.name.in_language(self.t.lang.code())))
            }
            By::Person => {
                let known = self.staff.iter().find(|member| id.strip_prefix("staff:") == Some(member.id.as_str()));
                known.map(|member| member.login.clone())
            }
            By::Day | By::Hour => None,
        }
    }

    fn department(&self, id: &str) -> Option<String> {
        let found = self.office.departments.iter().find(|one| one.id.as_str() == id)?;
        Some(found.name.in_language(self.t.lang.code()).to_owned())
    }

    fn service(&self, id: &str) -> Option<String> {
        let mut services = self.office.departments.iter().flat_map(|one| &one.services);
        services.find(|service| service.id.as_str() == id).map(|service| service.title(self.t.lang.code()))
    }

    /// Department, service and channel that were asked about.
    pub fn about(&self, asked: &Asked) -> Vec<String> {
        let department = asked.department.as_ref().and_then(|id| self.department(id.as_str()));
        let all = || {
            self.t.get(if asked.departments.len() == self.office.departments.len() {
                "reports-all-departments"
            } else {
                "reports-own-departments"
            })
        };
        let service = asked.question.service.as_deref().and_then(|id| self.service(id));
        let channel = asked.question.booked.map(|booked| self.t.get(channel(booked)));
        std::iter::once(department.unwrap_or_else(all)).chain(service).chain(channel).collect()
    }
}

/// The text of a channel.
pub(crate) fn channel(booked: bool) -> &'static str {
    if booked { "reports-booked" } else { "reports-walk_in" }
}
