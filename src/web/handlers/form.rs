//! Step 4: one form. A good one is kept as a draft and leads to its review; a refused one is shown again with what was typed.

use super::terms::{address, named, nearest, refused};
use super::{Found, frame, not_bookable, see_other, service};
use crate::api::appointments::person_of;
use crate::call::{Call, html};
use crate::cookies::FormCookie;
use crate::draft::{Draft, Kept};
use crate::errors::Problem;
use crate::keys;
use crate::mail_typos;
use crate::pages::booking::{FieldError, FormPage, FormValues, Term};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderName, HeaderValue};
use chrono::NaiveDateTime;
use okienko_queue::ids::ServiceId;
use okienko_store::new_token;
use std::collections::HashMap;

/// Signs of a phone number that are kept as typed; a longer one is kept as the office reads it.
const PHONE_MOST: usize = 30;

/// What a form page shows beyond the service.
#[derive(Default)]
pub(super) struct Shown {
    pub start: NaiveDateTime,
    pub values: FormValues,
    pub errors: Vec<FieldError>,
    pub nearest: Vec<Term>,
    /// The values come from a draft.
    pub kept: bool,
}

/// `GET /s/{service}/{date}/{time}`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let start = address(&call)?;
    if !found.service.bookable() {
        return Ok(not_bookable(&call, &found));
    }
    let draft = Kept::draft(&call);
    let kept = draft.is_some();
    let values = draft.map(|draft| FormValues { name: draft.name, phone: draft.phone, email: draft.email });
    let (status, errors, nearest) = judged(&call, &found, start).await?;
    write(&call, &found, status, Shown { start, values: values.unwrap_or_default(), errors, nearest, kept })
}

/// `POST /s/{service}/{date}/{time}`: nothing is booked or held by it.
pub(crate) async fn send(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let fields = call.form()?;
    let field = |name: &str| fields.get(name).map_or("", String::as_str);
    let start = named(field("start")).map_or_else(|| address(&call), Ok)?;
    let values = typed(&fields);
    let again = |status, errors, nearest| {
        write(&call, &found, status, Shown { start, values: values.clone(), errors, nearest, kept: false })
    };
    let cookie = FormCookie::of(&call)?;
    if !cookie.admits(&call, &form_name(&found.service.id), field("csrf")) {
        // Without any cookie the browser refuses them: sending again would never help.
        let code = if cookie.holder().is_some() { "form_expired" } else { "cookies_off" };
        return again(422, vec![FieldError::new("form", code)], Vec::new());
    }
    let person = match person_of(&values.name, &values.phone, &values.email) {
        Ok(person) => person,
        Err(errors) => {
            return again(422, errors.iter().map(|(field, code)| FieldError::new(*field, *code)).collect(), Vec::new());
        }
    };
    let (status, errors, nearest) = judged(&call, &found, start).await?;
    if !errors.is_empty() {
        return again(status, errors, nearest);
    }
    let phone = values.phone.trim().to_owned();
    let draft = Draft {
        service: found.service.id.to_string(),
        start,
        name: person.name,
        phone: if phone.len() <= PHONE_MOST { phone } else { person.phone },
        email: person.email,
        key: keys::checked(field("key")).or_else(|_| fresh_key())?,
    };
    let mut answer = see_other(&call, &found.head().review_path(start));
    Kept::Draft(draft).put(&call, &mut answer)?;
    Ok(answer)
}

/// What was typed; the button of the hint puts the address in that was meant.
fn typed(fields: &HashMap<String, String>) -> FormValues {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let email = field("email");
    let meant = fields.contains_key("fix").then(|| mail_typos::meant(&email)).flatten();
    FormValues { name: field("name"), phone: field("phone"), email: meant.unwrap_or(email) }
}

/// Whether a term can be booked now: the status of the page, what it says, and what it offers instead.
pub(super) async fn judged(
    call: &Call,
    found: &Found<'_>,
    start: NaiveDateTime,
) -> Result<(u16, Vec<FieldError>, Vec<Term>), Problem> {
    let Some(refusal) = refused(call, found, start).await? else { return Ok((200, Vec::new(), Vec::new())) };
    let nearest = nearest(call, found, &refusal, start).await?;
    let error = FieldError::new("start", refusal.code());
    Ok((Problem::from(refusal).status().as_u16(), vec![error], nearest))
}

/// The form with what is known.
pub(super) fn write(call: &Call, found: &Found<'_>, status: u16, shown: Shown) -> Result<HttpResponse, Problem> {
    let cookie = FormCookie::of(call)?;
    let (head, csrf) = (found.head_in(call.lang()), cookie.token(call, &form_name(&found.service.id)));
    let personal = shown.values != FormValues::default();
    let page = FormPage {
        frame: frame(&call.state, &call.req, &head.term_path(shown.start)),
        service: head,
        term: Term { start: shown.start, free: 1 },
        meant: mail_typos::meant(&shown.values.email).filter(|_| !shown.errors.is_empty()),
        values: shown.values,
        errors: shown.errors,
        nearest: shown.nearest,
        kept: shown.kept,
        keep_days: call.office().catalogue().office.law.retention.contact_days,
        key: fresh_key()?,
        csrf,
    };
    let mut answer = html(status, page.html());
    let headers = answer.headers_mut();
    // The empty form is as public as the hours before it; a filled one belongs to one person.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if personal {
        headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    }
    cookie.put(call, &mut answer);
    Ok(answer)
}

/// A fresh idempotency key.
pub(super) fn fresh_key() -> Result<String, Problem> {
    new_token().map_err(|fault| {
        tracing::error!(%fault, "no randomness");
        Problem::new("try_again")
    })
}

fn form_name(service: &ServiceId) -> String {
    format!("book {service}")
}
