//! What a kiosk needs to know: the office as it is set up, and what a ticket taken now would get.

use crate::auth::Principal;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use crate::texts::{Lang, Texts};
use actix_web::HttpResponse;
use chrono_tz::Tz;
use okienko_actors::Outlook;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::forecast::Wait;
use okienko_queue::ids::ServiceId;
use okienko_queue::office::{Office, OfficeFile};
use okienko_queue::refusal::Refusal;
use okienko_queue::text::Text;
use okienko_queue::{Department, Prospect};
use okienko_store::Device;
use serde_json::{Value, json as object};
use sha2::{Digest, Sha256};

/// Bytes of the digest that make a revision.
const REVISION_BYTES: usize = 8;

/// `GET /kiosk/setup`.
pub(crate) async fn setup(call: Call) -> Result<HttpResponse, Problem> {
    let device = own(&call).await?;
    let mut setup = facts(&call.office().catalogue(), &device);
    let revision = digest(&setup);
    if let Value::Object(members) = &mut setup {
        members.insert("revision".into(), revision.into());
    }
    json(&setup)
}

/// The kiosk that calls.
pub(super) async fn own(call: &Call) -> Result<Device, Problem> {
    let Principal::Kiosk { id } = call.who.clone() else { return Err(Problem::new("forbidden")) };
    let device = call.office().read(move |store| store.device(&id)).await?;
    Ok(device.ok_or(Refusal::NotFound)?)
}

/// The revision of a kiosk's setup: another one with every change of anything in it.
pub(super) fn revision(office: &OfficeFile, device: &Device) -> String {
    digest(&facts(office, device))
}

fn digest(setup: &Value) -> String {
    let digest = Sha256::digest(setup.to_string());
    digest.iter().take(REVISION_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

fn facts(file: &OfficeFile, device: &Device) -> Value {
    let (office, kiosk) = (&file.office, &file.office.kiosk);
    object!({
        "kiosk": { "id": device.id, "name": device.name },
        "office": {
            "id": office.id, "name": words(&office.name), "time_zone": office.time_zone.name(), "website": office.website,
        },
        "languages": Lang::ALL.map(Lang::code),
        "version": env!("CARGO_PKG_VERSION"),
        "departments": file.departments.iter().map(department).collect::<Vec<_>>(),
        "priority_classes": office.priority_classes.iter().map(|class| priority(office, class)).collect::<Vec<_>>(),
        "template": kiosk.template,
        "service_pin": kiosk.pin,
        "offline": { "numbers": kiosk.offline_numbers, "booked": kiosk.offline_booked },
    })
}

fn department(department: &DepartmentConfig) -> Value {
    let services = department.services.iter().map(|service| {
        object!({
            "id": service.id, "letter": service.letter, "name": words(&service.name),
            "duration_minutes": service.duration_minutes, "walk_in": service.walk_in,
        })
    });
    object!({
        "id": department.id, "name": words(&department.name), "place": words(&department.place),
        "services": services.collect::<Vec<_>>(),
    })
}

/// A class in the office's own words, in the house's, or by its id.
fn priority(office: &Office, class: &str) -> Value {
    let key = format!("desk-priority-{class}");
    let name = match office.kiosk.priority_names.get(class) {
        Some(name) => words(name),
        None => {
            let said = |lang: Lang| Some(Texts::new(lang)).filter(|t| t.has(&key)).map(|t| t.get(&key));
            let [pl, en, uk] = Lang::ALL.map(|lang| said(lang).unwrap_or_else(|| class.to_owned()));
            object!({ "pl": pl, "en": en, "uk": uk })
        }
    };
    object!({ "id": class, "name": name })
}

/// A text in each language, the Polish one where another is missing.
fn words(text: &Text) -> Value {
    object!({ "pl": text.pl, "en": text.in_language("en"), "uk": text.in_language("uk") })
}

/// `GET /kiosk/services`.
pub(crate) async fn services(call: Call) -> Result<HttpResponse, Problem> {
    let (office, zone) = (call.office(), call.office().zone());
    let mut services = Vec::new();
    for department in &office.catalogue().departments {
        // One that is out of service gives no tickets; the others do.
        services.extend(office.look(&department.id, prospects).await.unwrap_or_default());
    }
    let services: Vec<Value> = services.iter().map(|(id, prospect, wait)| shown(zone, id, prospect, *wait)).collect();
    json(&object!({ "now": local(zone, office.clock().now()), "services": services }))
}

type Expected = (ServiceId, Prospect, Option<Wait>);

fn prospects(department: &Department, outlook: &Outlook, now: okienko_queue::time::Instant) -> Vec<Expected> {
    let services = department.config().services.iter().filter(|service| service.walk_in);
    let expected = |service: &okienko_queue::config::Service| {
        (service.id.clone(), department.prospect(service, now), outlook.newcomer(&service.id))
    };
    services.map(expected).collect()
}

fn shown(zone: Tz, id: &ServiceId, prospect: &Prospect, wait: Option<Wait>) -> Value {
    let opens_at = match &prospect.refusal {
        Some(Refusal::Closed { opens_at }) => opens_at.map(|at| local(zone, at)),
        _ => None,
    };
    let stopped = match &prospect.refusal {
        Some(Refusal::Stopped { reason }) => Some(reason.as_str()),
        _ => None,
    };
    object!({
        "id": id,
        "open": prospect.refusal.is_none(),
        "reason": prospect.refusal.as_ref().map(Refusal::code),
        "stopped": stopped,
        "opens_at": opens_at,
        "people_ahead": prospect.people_ahead,
        "wait": wait.filter(|_| prospect.refusal.is_none()),
        "tickets_left": prospect.tickets_left,
    })
}
