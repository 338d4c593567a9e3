//! `GET /office`, `POST /office/preview`, `POST /office`, `GET /office/unserved`.

use super::wish::Wish;
use super::{Held, TRIES, checked, edits, effects, faults, faulty, places, taken};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::texts::Texts;
use actix_web::HttpResponse;
use actix_web::http::header::{ETAG, HeaderValue};
use okienko_actors::accounts::provided_logins;
use okienko_actors::history::{diff, plain};
use okienko_actors::{Outlook, Trouble};
use okienko_queue::Department;
use okienko_queue::office::OfficeFile;
use okienko_store::OfficeChange;
use serde_json::{Value, json as object};

/// `GET /office`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let (office, revision) = call.office().document().await?;
    let mut answer = json(&object!({ "revision": revision, "document": open(&office)? }))?;
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{revision}\"")) {
        answer.headers_mut().insert(ETAG, tag);
    }
    Ok(answer)
}

/// `POST /office/preview`.
pub(crate) async fn preview(call: Call) -> Result<HttpResponse, Problem> {
    let (wish, t): (Wish, Texts) = (call.json()?, Texts::new(call.lang()));
    let held = call.office().document().await?;
    let wanted = wish.over(&held.0, t)?;
    let mut found = faults(&held.0, &wanted);
    found.extend(taken(&call.office().read(provided_logins).await?, &wanted));
    // Fields of the only place that is edited are named as its form names them.
    if let Some(stem) = wish.only_place().and_then(|place| stem(place, &wanted)) {
        for fault in &mut found {
            if let Some(short) = fault.field.strip_prefix(&stem).map(str::to_owned) {
                fault.field = short;
            }
        }
    }
    let told = call.office().effects(&wanted).await?;
    json(&object!({
        "revision": held.1, "errors": faulty(&found, t),
        "effects": effects::worded(&call, &told, &held.0, &wanted).await?,
        "changes": changes(&held.0, &wanted, t)?,
    }))
}

/// `POST /office`. The same once more, as by a client whose answer was lost, is the same answer.
pub(crate) async fn save(call: Call) -> Result<HttpResponse, Problem> {
    let (wish, t): (Wish, Texts) = (call.json()?, Texts::new(call.lang()));
    for _ in 0..TRIES {
        let held = call.office().document().await?;
        let wanted = wish.over(&held.0, t)?;
        if wanted == *held.0 {
            return json(&object!({ "revision": held.1, "changes": [] }));
        }
        unchanged(&call, &wish, &held).await?;
        let told = checked(&call, &held, &wanted, wish.confirmed).await?;
        let changes = changes(&held.0, &wanted, t)?;
        let effects = effects::worded(&call, &told, &held.0, &wanted).await?;
        if let Some(revision) = call.office().replace(&held, wanted, &call.who.actor(), None).await? {
            tracing::info!(by = %call.who.actor(), revision, "the office's document was changed");
            return json(&object!({ "revision": revision, "changes": changes, "effects": effects }));
        }
    }
    Err(Problem::new("try_again"))
}

/// `GET /office/unserved`: who waits and cannot be called, with the reason.
pub(crate) async fn unserved(call: Call) -> Result<HttpResponse, Problem> {
    let (office, t, mut all) = (call.office().catalogue(), Texts::new(call.lang()), Vec::new());
    for department in &office.departments {
        let look = |department: &Department, _: &Outlook, _| {
            let found = department.unserved();
            found.map(|(ticket, why)| (ticket.code.clone(), ticket.service.clone(), why)).collect::<Vec<_>>()
        };
        // One that is out of service is told of elsewhere.
        for (code, service, why) in call.office().look(&department.id, look).await.unwrap_or_default() {
            let words = t.with(&format!("office-unserved-{}", why.code().replace('_', "-")), "code", &code);
            all.push(object!({
                "department": department.id, "code": code, "service": service, "why": why.code(), "words": words,
            }));
        }
    }
    json(&object!({ "tickets": all }))
}

/// How faults begin that are about a department, or about a service of one: there places of lists are numbers.
fn stem(place: &[String], office: &OfficeFile) -> Option<String> {
    let [list, id, inside @ ..] = place else { return None };
    let n = office.departments.iter().position(|one| list == "departments" && one.id.as_str() == id)?;
    match inside {
        [] => Some(format!("departments.{n}.")),
        [list, id] if list == "services" => {
            let services = &office.departments.get(n)?.services;
            let m = services.iter().position(|one| one.id.as_str() == id)?;
            Some(format!("departments.{n}.services.{m}."))
        }
        _ => None,
    }
}

/// Whether the places of a wish are still as they were seen; otherwise it is told what changed there, and by the revision that holds now.
async fn unchanged(call: &Call, wish: &Wish, held: &Held) -> Result<(), Problem> {
    let (seen, t) = (wish.revision, Texts::new(call.lang()));
    let since: Vec<OfficeChange> = call.office().read(move |store| store.office_changes_since(seen)).await?;
    let met: Vec<_> = since.iter().flat_map(edits).filter(|edit| wish.meets(std::slice::from_ref(edit))).collect();
    // A revision of which no history is kept any more, or none that ever was: nobody can say what changed.
    let untold = since.first().map_or(seen != held.1, |one| one.revision != seen + 1);
    let unknown = seen > held.1 || untold;
    if met.is_empty() && !unknown {
        return Ok(());
    }
    let words = places::worded(&met, &held.0, t);
    Err(Problem::new("office_changed").with("revision", held.1.into()).with("changes", words))
}

fn changes(held: &OfficeFile, wanted: &OfficeFile, t: Texts) -> Result<Value, Problem> {
    let plain = |office: &OfficeFile| plain(office).map_err(broken);
    Ok(places::worded(&diff(&plain(held)?, &plain(wanted)?), wanted, t))
}

/// The document as it may be seen: without secrets.
fn open(office: &OfficeFile) -> Result<Value, Problem> {
    let mut open = office.clone();
    open.office.kiosk.pin = None;
    plain(&open).map_err(broken)
}

fn broken(error: serde_json::Error) -> Problem {
    tracing::error!(%error, "the office's document cannot be written");
    Trouble::Broken.into()
}
