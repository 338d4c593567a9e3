//! What search engines and assistants read (schema.org, JSON-LD): the office, its departments, a service and how to book it. The block is
//! data, not script, so the strict content policy stands.

use chrono::NaiveDate;
use okienko_queue::config::{DepartmentConfig, Service};
use okienko_queue::hours::Span;
use okienko_queue::office::OfficeFile;
use serde_json::{Value, json};

use super::opening::{Opening, WEEKDAYS};
use crate::pages::frame::segment;
use crate::texts::Lang;

/// Whose addresses and language the data is written with.
pub(crate) struct Linked<'a> {
    /// The address the office is reached under, without a slash at the end.
    pub base: &'a str,
    /// The language of the names.
    pub lang: Lang,
    /// The office's day, from which special hours are told.
    pub today: NaiveDate,
    /// The office.
    pub office: &'a OfficeFile,
}

impl Linked<'_> {
    /// The office with all its departments.
    pub fn office(&self) -> String {
        let departments: Value = self.office.departments.iter().map(|one| self.department_object(one)).collect();
        block(with(self.organisation(), "department", departments))
    }

    /// One department with the services that it offers.
    pub fn department(&self, department: &DepartmentConfig) -> String {
        let offered = department.services.iter().map(|service| self.service_object(department, service));
        let offers: Value = offered.map(|service| json!({ "@type": "Offer", "itemOffered": service })).collect();
        block(with(self.department_object(department), "makesOffer", offers))
    }

    /// One service: by whom, where, and how a visit is booked.
    pub fn service(&self, department: &DepartmentConfig, service: &Service) -> String {
        block(with(self.service_object(department, service), "provider", self.department_object(department)))
    }

    fn organisation(&self) -> Value {
        let of = &self.office.office;
        let office = json!({
            "@type": "GovernmentOffice",
            "@id": format!("{}/#office", self.base),
            "name": of.name.in_language(self.lang.code()),
            "url": format!("{}/", self.base),
        });
        // Left out rather than empty: an empty address is worse than none.
        let facts = [("address", of.address.as_str()), ("telephone", of.phone.as_str())];
        let website = of.website.as_deref().map(|website| ("sameAs", website));
        let facts = facts.into_iter().chain(website).filter(|(_, fact)| !fact.is_empty());
        facts.fold(office, |office, (name, fact)| with(office, name, fact))
    }

    fn department_object(&self, department: &DepartmentConfig) -> Value {
        let url = format!("{}/d/{}", self.base, segment(department.id.as_str()));
        let opening = Opening::of(&department.hours, self.today);
        let week = opening.week.iter().flat_map(|(days, spans)| spans.iter().map(move |span| usual(days, *span)));
        let special = opening.special.iter().flat_map(|(day, spans)| single(*day, spans));
        json!({
            "@type": "GovernmentOffice",
            "@id": url,
            "name": department.name.in_language(self.lang.code()),
            "url": url,
            "parentOrganization": self.organisation(),
            "openingHoursSpecification": week.collect::<Vec<_>>(),
            "specialOpeningHoursSpecification": special.collect::<Vec<_>>(),
        })
    }

    fn service_object(&self, department: &DepartmentConfig, service: &Service) -> Value {
        let (code, url) = (self.lang.code(), format!("{}/s/{}", self.base, segment(service.id.as_str())));
        let mut object = json!({
            "@type": "GovernmentService",
            "@id": url,
            "name": service.name.in_language(code),
            "url": url,
            "serviceOperator": { "@id": format!("{}/d/{}", self.base, segment(department.id.as_str())) },
            "availableChannel": { "@type": "ServiceChannel", "serviceUrl": url, "availableLanguage": ["pl", "en", "uk"] },
        });
        if let Some(online) = &service.card.online {
            object = with(object, "description", online.note.in_language(code));
        }
        if service.bookable() {
            let target = json!({
                "@type": "EntryPoint",
                "urlTemplate": url,
                "inLanguage": code,
                "actionPlatform": ["https://schema.org/DesktopWebPlatform", "https://schema.org/MobileWebPlatform"],
            });
            let result = json!({ "@type": "Reservation", "name": service.name.in_language(code) });
            let action = json!({ "@type": "ReserveAction", "target": target, "result": result });
            object = with(object, "potentialAction", action);
        }
        object
    }
}

fn usual(days: &[u32], span: Span) -> Value {
    let capital = |name: &str| {
        let mut letters = name.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        format!("https://schema.org/{}", first.into_iter().chain(letters).collect::<String>())
    };
    let index = |day: &u32| usize::try_from(day.saturating_sub(1)).unwrap_or(0);
    let days: Vec<String> = days.iter().filter_map(|day| WEEKDAYS.get(index(day))).map(|name| capital(name)).collect();
    json!({ "@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": hour(span.from), "closes": hour(span.to) })
}

/// A day of its own; a closed one opens and closes at midnight, as search engines understand it.
fn single(day: NaiveDate, spans: &[Span]) -> Vec<Value> {
    let one = |opens: String, closes: String| json!({ "@type": "OpeningHoursSpecification", "validFrom": day, "validThrough": day, "opens": opens, "closes": closes });
    if spans.is_empty() {
        return vec![one("00:00".into(), "00:00".into())];
    }
    spans.iter().map(|span| one(hour(span.from), hour(span.to))).collect()
}

fn hour(time: chrono::NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// One more member of an object.
fn with(mut object: Value, member: &str, value: impl Into<Value>) -> Value {
    if let Value::Object(members) = &mut object {
        members.insert(member.to_owned(), value.into());
    }
    object
}

/// The text of a data block: nothing in it can end the element it stands in.
fn block(object: Value) -> String {
    with(object, "@context", "https://schema.org").to_string().replace('<', "\\u003c")
}
