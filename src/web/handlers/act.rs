//! What every change by a visit's link asks for (law line 33): the form of a page that this browser was shown, and one human act: the last
//! digits of the phone, which a mail scanner that follows links and presses buttons does not know.

use super::frame;
use super::visit::{alive, shown};
use crate::api::appointments::facts;
use crate::call::{Call, html};
use crate::cookies::FormCookie;
use crate::errors::Problem;
use crate::guard;
use crate::pages::booking::{Act, ActPage, Deed, FieldError, Why};
use actix_web::HttpResponse;
use actix_web::http::header::{HeaderValue, RETRY_AFTER};
use chrono::Days;
use okienko_actors::AppointmentFacts;
use okienko_queue::appointment::AppointmentState;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::new_token;
use std::collections::HashMap;

/// The fields of a form.
pub(crate) type Fields = HashMap<String, String>;

/// How many digits of the phone are asked for.
const DIGITS: usize = 3;
/// Seconds after which a refusal for haste may be tried again.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("300");

/// Why an act is not done, on its own page.
pub(crate) struct Refused {
    pub status: u16,
    pub error: FieldError,
}

impl Refused {
    /// A refusal about the form as a whole.
    pub fn form(problem: &Problem) -> Self {
        Self { status: problem.status().as_u16(), error: FieldError::new("form", problem.code) }
    }
}

/// The visit of the link, for a page: gone (410) once its data is erased and the time is over for which it would have been kept.
pub(crate) async fn visit(call: &Call) -> Result<AppointmentFacts, Problem> {
    still_there(call, facts(call).await?)
}

/// As [`visit`], of facts already read.
pub(crate) fn still_there(call: &Call, facts: AppointmentFacts) -> Result<AppointmentFacts, Problem> {
    let kept = u64::from(call.office().catalogue().office.law.retention.contact_days);
    let over = facts.start.checked_add_days(Days::new(kept)).is_some_and(|end| end <= call.office().clock().now());
    if facts.person.is_none() && over { Err(Problem::new("gone")) } else { Ok(facts) }
}

/// Why a booked visit cannot be changed (any more): the core says the same, and decides.
pub(crate) fn closed(call: &Call, facts: &AppointmentFacts) -> Option<Why> {
    match facts.state {
        _ if facts.person.is_none() => Some(Why::Erased),
        AppointmentState::Cancelled => Some(Why::Cancelled),
        AppointmentState::Collected => Some(Why::Collected),
        AppointmentState::Booked if alive(call, facts) => None,
        AppointmentState::Booked | AppointmentState::NotCollected => Some(Why::Past),
    }
}

/// Lets an act through. `what` names the form, so that the form of one act does not serve for another.
pub(crate) fn admit(call: &Call, facts: &AppointmentFacts, what: &str, fields: &Fields) -> Result<(), Refused> {
    let cookie = FormCookie::of(call).map_err(|problem| Refused::form(&problem))?;
    if !cookie.admits(call, &form_name(call, what), field(fields, "csrf")) {
        return Err(Refused::form(&Problem::new("form_expired")));
    }
    digits(call, facts, field(fields, "digits"))
}

/// A field of a form, without the spaces around it; empty when it is missing.
pub(crate) fn field<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.get(name).map_or("", |text| text.trim())
}

/// Guesses are throttled by visit and address.
fn digits(call: &Call, facts: &AppointmentFacts, typed: &str) -> Result<(), Refused> {
    let (now, address) = (from_ms(call.office().process_now_ms()), guard::caller(call));
    let what = facts.id.as_str();
    if !call.state.sign_ons.admits_deed(what, address, now) {
        return Err(Refused::form(&Refusal::Throttled.into()));
    }
    let right = typed.len() == DIGITS && facts.person.as_ref().is_some_and(|person| person.phone.ends_with(typed));
    call.state.sign_ons.tried_deed(what, address, right, now);
    if right { Ok(()) } else { Err(Refused { status: 422, error: FieldError::new("digits", "wrong_digits") }) }
}

fn form_name(call: &Call, what: &str) -> String {
    format!("{what} {}", call.param("token"))
}

/// The form of an act that posts to `path`.
pub(crate) fn form(
    call: &Call,
    what: &str,
    path: String,
    errors: Vec<FieldError>,
) -> Result<(FormCookie, Act), Problem> {
    let cookie = FormCookie::of(call)?;
    let csrf = cookie.token(call, &form_name(call, what));
    Ok((cookie, Act { path, csrf, key: new_token().unwrap_or_default(), errors }))
}

/// A page with a form, with the cookie that the form is bound to.
pub(crate) fn answer(call: &Call, cookie: &FormCookie, status: u16, page: String) -> HttpResponse {
    let mut answer = html(status, page);
    cookie.put(call, &mut answer);
    if status == 429 {
        answer.headers_mut().insert(RETRY_AFTER, RETRY_SECONDS);
    }
    answer
}

/// The page of an act under the address `path`.
pub(crate) fn page(
    call: &Call,
    facts: &AppointmentFacts,
    deed: Deed,
    path: &str,
    said: Result<Option<Why>, Refused>,
) -> Result<HttpResponse, Problem> {
    let (status, closed, errors) = match said {
        Ok(closed) => (200, closed, Vec::new()),
        Err(refused) => (refused.status, None, vec![refused.error]),
    };
    let (cookie, act) = form(call, deed.key(), path.to_owned(), errors)?;
    let frame = frame(&call.state, &call.req, path);
    let page = ActPage { frame, visit: shown(call, facts), deed, closed, act };
    Ok(answer(call, &cookie, status, page.html()))
}
