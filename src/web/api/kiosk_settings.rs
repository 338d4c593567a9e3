//! The office's settings of its kiosks, for the administrator. A change is checked whole and made whole, and holds on every node at once.

use super::paper_preview::checked;
use crate::call::{Call, json};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_paper::TemplateProblem;
use okienko_queue::kiosk::{Kiosk, OFFLINE_BOOKED, OFFLINE_NUMBERS, TEMPLATE_MOST, is_pin};
use okienko_queue::person;
use okienko_store::hash_password;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json as object};

/// What to change: what is left out stays, null takes away.
#[derive(Deserialize)]
struct Change {
    #[serde(default, deserialize_with = "present")]
    alert_mail: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    template: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pin: Option<Option<String>>,
    #[serde(default)]
    offline_numbers: Option<u32>,
    #[serde(default)]
    offline_booked: Option<u32>,
}

pub(super) fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    let given = Option::<String>::deserialize(from)?;
    // An empty field of a form says the same as null.
    Ok(Some(given.map(|text| text.trim_end().to_owned()).filter(|text| !text.trim().is_empty())))
}

/// `GET /kiosk-settings`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    json(&shown(&call.office().catalogue().office.kiosk))
}

/// `POST /kiosk-settings`.
pub(crate) async fn save(call: Call) -> Result<HttpResponse, Problem> {
    let change: Change = call.json()?;
    check(&change)?;
    let pin = match change.pin {
        Some(Some(pin)) => Some(Some(call.office().read(move |_| hash_password(&pin)).await?)),
        Some(None) => Some(None),
        None => None,
    };
    let mut file = (*call.office().catalogue()).clone();
    let kiosk = &mut file.office.kiosk;
    kiosk.pin = pin.unwrap_or(kiosk.pin.take());
    kiosk.template = change.template.unwrap_or(kiosk.template.take());
    kiosk.alert_mail = match change.alert_mail {
        Some(mail) => mail.map(|mail| mail.trim().to_owned()),
        None => kiosk.alert_mail.take(),
    };
    kiosk.offline_numbers = change.offline_numbers.unwrap_or(kiosk.offline_numbers);
    kiosk.offline_booked = change.offline_booked.unwrap_or(kiosk.offline_booked);
    let saved = shown(kiosk);
    call.office().configure(file, &call.who.actor()).await?;
    tracing::info!(by = %call.who.actor(), "the settings of the kiosks were changed");
    json(&saved)
}

/// Everything that is wrong, the fields by name.
fn check(change: &Change) -> Result<(), Problem> {
    let mut wrong = Vec::new();
    if change.alert_mail.iter().flatten().any(|mail| person::email(mail).is_err()) {
        wrong.push(("alert_mail", "invalid_email"));
    }
    if change.pin.iter().flatten().any(|pin| !is_pin(pin)) {
        wrong.push(("pin", "invalid_pin"));
    }
    if change.offline_numbers.is_some_and(|numbers| !OFFLINE_NUMBERS.contains(&numbers)) {
        wrong.push(("offline_numbers", "invalid_number"));
    }
    if change.offline_booked.is_some_and(|numbers| !OFFLINE_BOOKED.contains(&numbers)) {
        wrong.push(("offline_booked", "invalid_number"));
    }
    let template = change.template.iter().flatten().find_map(|template| checked(template).err());
    if template.is_some() {
        wrong.push(("template", "invalid_template"));
    }
    match (wrong.is_empty(), template) {
        (true, _) => Ok(()),
        (false, Some(template)) => Err(Problem::fields(&wrong).with("template", faulty(&template))),
        (false, None) => Err(Problem::fields(&wrong)),
    }
}

/// Where a template is at fault, and the engine's own words.
pub(super) fn faulty(wrong: &TemplateProblem) -> Value {
    object!({ "line": wrong.line, "code": wrong.code, "detail": wrong.detail })
}

/// The settings without the PIN: whether there is one is all that is told.
fn shown(kiosk: &Kiosk) -> Value {
    object!({
        "alert_mail": kiosk.alert_mail,
        "pin_set": kiosk.pin.is_some(),
        "offline_numbers": kiosk.offline_numbers,
        "offline_booked": kiosk.offline_booked,
        "template": kiosk.template,
        "house_template": super::paper_preview::house(),
        "template_most": TEMPLATE_MOST,
        "values": super::paper_preview::values().collect::<Vec<_>>(),
    })
}
