//! For the data-protection officer: what is held about one person, and its erasure (GDPR Art. 15 and 17, law line 22). By POST, so that no
//! phone and no address stands in a URL; each use is in the access log, which holds ids only.

use super::desk_notes;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use chrono::NaiveDate;
use chrono_tz::Tz;
use okienko_actors::Ask;
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::Command;
use okienko_queue::ids::AppointmentId;
use okienko_queue::office::OfficeFile;
use okienko_queue::person;
use okienko_queue::time::{day_of, from_ms};
use okienko_store::{Access, AccessQuery, Contact, Fault, Letter, NoteRow, Store, VisitRow};
use serde::Deserialize;
use serde_json::{Value, json as object};

/// Visits that one call may erase.
const MOST: usize = 100;
/// Lines of the access log about one visit that are handed out.
const MOST_LINES: i64 = 1_000;
/// Where these lines come from.
const HERE: &str = "privacy";

/// Whose data: by the phone or by the address, not both.
#[derive(Deserialize)]
struct Whose {
    phone: Option<String>,
    email: Option<String>,
}

#[derive(Deserialize)]
struct Which {
    appointments: Vec<String>,
}

/// A wish that can be looked up.
enum Wanted {
    Phone(String),
    Email(String),
}

impl Whose {
    fn wanted(self) -> Result<Wanted, Problem> {
        match (self.phone, self.email) {
            (Some(phone), None) => match person::phone(&phone) {
                Ok(phone) => Ok(Wanted::Phone(phone)),
                Err(refusal) => Err(Problem::fields(&[("phone", refusal.code())])),
            },
            (None, Some(email)) => match person::email(&email) {
                Ok(email) => Ok(Wanted::Email(email)),
                Err(refusal) => Err(Problem::fields(&[("email", refusal.code())])),
            },
            _ => Err(Problem::malformed("phone")),
        }
    }
}

impl Wanted {
    /// All visits that still hold the person's data.
    fn contacts(&self, store: &Store) -> Result<Vec<Contact>, Fault> {
        match self {
            Self::Phone(phone) => {
                store.contacts_of_person(&store.secrets().person_hash(phone), NaiveDate::MIN.max(first_day()))
            }
            Self::Email(email) => store.contacts_of_email(email),
        }
    }
}

/// Days are compared as texts: one that sorts before every visit.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or(NaiveDate::MIN)
}

/// `POST /privacy/find {phone}` or `{email}`.
pub(crate) async fn find(call: Call) -> Result<HttpResponse, Problem> {
    let wanted = call.json::<Whose>()?.wanted()?;
    let found = call.office().read(move |store| wanted.contacts(store)).await?;
    log(&call, "found", &found).await?;
    let office = call.office().catalogue();
    json(&object!({ "appointments": found.iter().map(|contact| shown(contact, &office)).collect::<Vec<_>>() }))
}

/// `POST /privacy/export {phone}` or `{email}`: all that is held, as a file to hand out.
pub(crate) async fn export(call: Call) -> Result<HttpResponse, Problem> {
    let wanted = call.json::<Whose>()?.wanted()?;
    let found = call.office().read(move |store| wanted.contacts(store)).await?;
    log(&call, "exported", &found).await?;
    let (office, zone, now) = (call.office().catalogue(), call.office().zone(), call.office().clock().now());
    let mut appointments = Vec::new();
    for contact in found {
        let ticket = call.office().appointment(&contact.appointment.as_str().into()).await?.ticket;
        let id = contact.appointment.clone();
        let about = call.office().read(move |store| About::read(store, &id, ticket.map(|id| id.to_string()))).await?;
        let mut shown = shown(&contact, &office);
        if let Value::Object(members) = &mut shown {
            members.insert("phone_hash".into(), contact.person.clone().into());
            members.insert("network_address_hash".into(), contact.origin.clone().into());
            members.extend(about.members(zone));
        }
        appointments.push(shown);
    }
    let body = object!({
        "office": office.office.name.pl, "generated_at": local(zone, now), "appointments": appointments,
    });
    let mut answer = json(&body)?;
    let name = format!("attachment; filename=\"okienko-{}.json\"", day_of(zone, now));
    if let Ok(value) = name.parse() {
        answer.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    Ok(answer)
}

/// `POST /privacy/erase {appointments}`: visits still ahead are cancelled first. Asked again it answers the same.
pub(crate) async fn erase(call: Call) -> Result<HttpResponse, Problem> {
    let Which { appointments } = call.json()?;
    if appointments.is_empty() || appointments.len() > MOST {
        return Err(Problem::malformed("appointments"));
    }
    let (mut erased, mut unknown) = (Vec::new(), Vec::new());
    for id in appointments {
        if erase_one(&call, &id).await? { erased.push(id) } else { unknown.push(id) }
    }
    tracing::info!(visits = erased.len(), by = %call.who.actor(), "personal data was erased by request");
    json(&object!({ "erased": erased, "unknown": unknown }))
}

/// Whether there is such a visit; its data is gone then.
async fn erase_one(call: &Call, id: &str) -> Result<bool, Problem> {
    let appointment = AppointmentId::from(id);
    let facts = match call.office().appointment(&appointment).await.map_err(Problem::from) {
        Ok(facts) => facts,
        Err(problem) if problem.code == "not_found" => return Ok(false),
        Err(problem) => return Err(problem),
    };
    let (now_ms, who) = (call.office().clock().now().timestamp_millis(), call.who.actor());
    let line = Access::new(now_ms, &who, "erased", id, HERE).map_err(okienko_actors::Trouble::from)?;
    if facts.state == AppointmentState::Booked && facts.person.is_some() {
        let command = Command::CancelAppointment { appointment, by: By::Staff, chance: 0 };
        let ask = Ask { department: facts.department, command, actor: who, key: None, person: facts.person };
        match call.office().ask(ask).await.map_err(Problem::from) {
            // What staff cancel is in the log with the event itself.
            Ok(_) => {}
            // Its hour has passed meanwhile, or its department knows it no more: there is nothing left to cancel.
            Err(problem) if problem.refusal().is_some() => {}
            Err(problem) => return Err(problem),
        }
    }
    let id = id.to_owned();
    // The line first: a use that is in the log and was not done does no harm, the other way round does.
    let done = call.office().write(move |appender| {
        appender.log_access(&[line])?;
        appender.erase_contact(&id, now_ms)
    });
    done.await?;
    Ok(true)
}

/// One line for each visit that was seen; a search that found nothing is a use too.
async fn log(call: &Call, action: &'static str, found: &[Contact]) -> Result<(), Problem> {
    let (now_ms, who) = (call.office().clock().now().timestamp_millis(), call.who.actor());
    let ids: Vec<String> = found.iter().map(|contact| contact.appointment.clone()).collect();
    let write = call.office().write(move |appender| {
        let none = [String::new()];
        let about = if ids.is_empty() { none.as_slice() } else { ids.as_slice() };
        let lines: Result<Vec<Access>, Fault> =
            about.iter().map(|id| Access::new(now_ms, &who, action, id, HERE)).collect();
        appender.log_access(&lines?)
    });
    Ok(write.await?)
}

fn shown(contact: &Contact, office: &OfficeFile) -> Value {
    let zone = office.office.time_zone;
    let department = office.departments.iter().find(|one| one.id.as_str() == contact.department);
    let service = department.and_then(|one| one.service(&contact.service.as_str().into()));
    object!({
        "id": contact.appointment,
        "department": contact.department,
        "service": contact.service,
        "service_name": service.map(|service| service.title("pl")),
        "start": local(zone, from_ms(contact.start_ms)),
        "state": contact.state,
        "booked_at": (contact.booked_ms > 0).then(|| local(zone, from_ms(contact.booked_ms))),
        "code": contact.code,
        "name": contact.name,
        "phone": contact.phone,
        "email": contact.email,
        "language": contact.language,
        "mail_fails": contact.mail == "failed",
    })
}

/// What else is held about one visit.
struct About {
    letters: Vec<Letter>,
    accesses: Vec<Access>,
    legs: Vec<VisitRow>,
    notes: Vec<(NoteRow, Option<String>)>,
}

impl About {
    fn read(store: &Store, appointment: &str, ticket: Option<String>) -> Result<Self, Fault> {
        let lines = AccessQuery {
            before_ms: i64::MAX,
            appointment: appointment.to_owned(),
            limit: MOST_LINES,
            ..AccessQuery::default()
        };
        let opened = |row: NoteRow| {
            let text = desk_notes::opened(store.secrets(), &row);
            (row, text)
        };
        Ok(Self {
            letters: store.letters_about(appointment)?,
            accesses: store.accesses(&lines)?,
            legs: ticket.map(|id| store.visit_legs(&id)).transpose()?.unwrap_or_default(),
            notes: store.notes_about(appointment)?.into_iter().map(opened).collect(),
        })
    }

    fn members(&self, zone: Tz) -> serde_json::Map<String, Value> {
        let at = |ms: i64| local(zone, from_ms(ms));
        let letters = self.letters.iter().map(|one| {
            object!({ "kind": one.kind, "channel": one.channel, "written_at": at(one.created_ms), "state": one.state })
        });
        // The person learns that staff looked, not who of them (CJEU C-579/21): the log itself names the member of staff.
        let accesses = self.accesses.iter().map(|one| {
            let who = one.who.split(':').next().unwrap_or_default();
            object!({ "at": at(one.at_ms), "who": who, "action": one.action, "detail": one.detail })
        });
        let legs = self.legs.iter().map(|one| {
            let at = |ms: Option<i64>| ms.map(at);
            object!({
                "code": one.code, "service": one.service, "desk": one.desk, "state": one.state, "issued_at": at(Some(one.issued_ms)),
                "called_at": at(one.called_ms), "finished_at": at(one.finished_ms),
            })
        });
        let notes = self.notes.iter().map(|(row, text)| object!({ "written_at": at(row.at_ms), "text": text }));
        let lists = [
            ("letters", letters.collect()),
            ("accesses", accesses.collect()),
            ("notes", notes.collect()),
            ("ticket", legs.collect::<Vec<Value>>()),
        ];
        lists.into_iter().map(|(name, list)| (name.to_owned(), Value::Array(list))).collect()
    }
}
