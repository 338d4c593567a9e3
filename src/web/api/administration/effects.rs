//! What a change would mean, in words for the administrator.

use crate::call::Call;
use crate::errors::Problem;
use crate::instants::{local, wall};
use crate::texts::{TextArg, Texts};
use okienko_queue::change::{Blocked, Effects, OfficeEffects, Outside, Places, Unknown};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::ids::{DepartmentId, DeskId, ServiceId};
use okienko_queue::office::OfficeFile;
use okienko_store::{Fault, Store};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Visits of one department that are listed; the others are counted.
const LISTED: usize = 50;
/// Days that are told one by one; the others are counted.
const DAYS: usize = 7;

/// Everything that the pages show of the effects.
pub(super) async fn worded(
    call: &Call,
    told: &OfficeEffects,
    held: &OfficeFile,
    wanted: &OfficeFile,
) -> Result<Value, Problem> {
    let mut departments = Vec::new();
    for (id, effects) in &told.departments {
        let teller = Teller { t: Texts::new(call.lang()), held, wanted, id };
        let codes = codes(call, &effects.outside).await?;
        departments.push(teller.department(effects, &codes));
    }
    Ok(json!({ "refused": told.is_refused(), "asks": told.asks(), "departments": departments }))
}

/// The codes of visits, by which the desk and the citizen know them.
async fn codes(call: &Call, outside: &[Outside]) -> Result<BTreeMap<String, String>, Problem> {
    let ids: Vec<String> = outside.iter().take(LISTED).map(|one| one.appointment.to_string()).collect();
    let read = move |store: &Store| {
        let mut found = BTreeMap::new();
        for id in ids {
            let code = store.contact(&id)?.map(|contact| contact.code).unwrap_or_default();
            found.insert(id, code);
        }
        Ok::<_, Fault>(found)
    };
    Ok(call.office().read(read).await?)
}

/// One department's effects, told with the names of both documents.
struct Teller<'a> {
    t: Texts,
    held: &'a OfficeFile,
    wanted: &'a OfficeFile,
    id: &'a DepartmentId,
}

impl Teller<'_> {
    fn department(&self, effects: &Effects, codes: &BTreeMap<String, String>) -> Value {
        let outside = effects.outside.iter().take(LISTED).map(|one| self.outside(one, codes));
        let stranded = effects.stranded.iter().map(|one| {
            let words =
                self.t.with(&format!("office-unserved-{}", one.why.code().replace('_', "-")), "code", &one.code);
            json!({ "code": one.code, "service": one.service, "why": one.why.code(), "words": words })
        });
        let more = effects.outside.len().saturating_sub(LISTED);
        json!({
            "id": self.id, "name": self.name(), "places": self.places(&effects.days), "days": self.days(&effects.days),
            "outside": outside.collect::<Vec<_>>(), "outside_more": more,
            "outside_words": self.outside_words(effects), "unknown": self.unknown(effects),
            "stranded": stranded.collect::<Vec<_>>(),
            "blocked": effects.blocked.iter().map(|one| json!({ "code": one.code(), "id": id(one), "words": self.blocked(one) })).collect::<Vec<_>>(),
        })
    }

    fn both<T>(&self, find: impl Fn(&DepartmentConfig) -> Option<T>) -> Option<T> {
        let all = self.wanted.departments.iter().chain(&self.held.departments);
        all.filter(|one| one.id == *self.id).find_map(find)
    }

    fn name(&self) -> String {
        let name = self.both(|one| Some(one.name.in_language(self.t.lang.code()).to_owned()));
        name.unwrap_or_else(|| self.id.to_string())
    }

    fn service(&self, id: &ServiceId) -> String {
        let title = self.both(|one| one.service(id).map(|service| service.title(self.t.lang.code())));
        title.unwrap_or_else(|| id.to_string())
    }

    fn desk(&self, id: &DeskId) -> String {
        self.both(|one| one.desk(id).map(|desk| desk.label.clone())).unwrap_or_else(|| id.to_string())
    }

    /// `Jutro, wtorek, 24 listopada 2026: 84 miejsca (było 90).`
    fn places(&self, days: &[Places]) -> Option<String> {
        days.first().map(|first| self.day("office-effect-tomorrow", first))
    }

    /// Further days on which it is not as it was.
    fn days(&self, days: &[Places]) -> Vec<String> {
        let changed: Vec<&Places> = days.iter().skip(1).filter(|one| one.before != one.after).collect();
        let mut told: Vec<String> = changed.iter().take(DAYS).map(|one| self.day("office-effect-day", one)).collect();
        let more = changed.len().saturating_sub(DAYS);
        told.extend((more > 0).then(|| self.t.with("office-effect-more-days", "count", count(more))));
        told
    }

    fn day(&self, key: &str, places: &Places) -> String {
        let (day, before, after) = (self.t.day_long(places.day), count(places.before), count(places.after));
        let key = if before == after { format!("{key}-same") } else { key.to_owned() };
        self.t.fill(&key, [("day", day.value()), ("before", before.value()), ("count", after.value())])
    }

    fn outside(&self, visit: &Outside, codes: &BTreeMap<String, String>) -> Value {
        let zone = self.wanted.office.time_zone;
        let code = codes.get(visit.appointment.as_str()).cloned().unwrap_or_default();
        let why = self.t.get(format!("office-misfit-{}", visit.why.code().replace('_', "-")));
        json!({
            "appointment": visit.appointment, "code": code, "service": visit.service, "start": local(zone, visit.start),
            "why": visit.why.code(), "moment": self.t.moment(wall(zone, visit.start)),
            "service_name": self.service(&visit.service), "words": why,
        })
    }

    /// That nobody can say, for a department that is out of service.
    fn unknown(&self, effects: &Effects) -> Option<String> {
        let key = match effects.unknown? {
            Unknown::Untouched => "office-effect-unknown",
            Unknown::Changed => "office-effect-unknown-changed",
        };
        Some(self.t.with(key, "name", self.name()))
    }

    /// How many there are, and what happens to them.
    fn outside_words(&self, effects: &Effects) -> Option<String> {
        let all = effects.outside.len();
        (all > 0).then(|| self.t.with("office-effect-outside", "count", count(all)))
    }

    fn blocked(&self, what: &Blocked) -> String {
        let name = match what {
            Blocked::Service { service, .. } | Blocked::Letter { service, .. } => self.service(service),
            Blocked::Desk { desk, .. } => self.desk(desk),
            Blocked::Department { .. } | Blocked::Numbers { .. } => self.name(),
        };
        let (tickets, visits, detail) = match what {
            Blocked::Service { tickets, visits, .. } | Blocked::Department { tickets, visits, .. } => {
                (count(*tickets), count(*visits), String::new())
            }
            Blocked::Desk { codes, .. } => (count(codes.len()), 0, codes.join(", ")),
            Blocked::Letter { letter, .. } => (0, 0, letter.clone()),
            Blocked::Numbers { last } => (0, 0, last.to_string()),
        };
        let key = format!("office-blocked-{}", what.code().replace('_', "-"));
        let args = [
            ("name", name.value()),
            ("tickets", tickets.value()),
            ("visits", visits.value()),
            ("what", detail.value()),
        ];
        self.t.fill(&key, args)
    }
}

/// What is in use.
fn id(what: &Blocked) -> Option<&str> {
    match what {
        Blocked::Service { service, .. } | Blocked::Letter { service, .. } => Some(service.as_str()),
        Blocked::Desk { desk, .. } => Some(desk.as_str()),
        Blocked::Department { department, .. } => Some(department.as_str()),
        Blocked::Numbers { .. } => None,
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
