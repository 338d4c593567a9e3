//! The one table of everything that can be refused or go wrong: stable code → HTTP status. The sentences stand in
//! `displays/texts/*/problems.ftl` under `problem-{code}`.

use crate::instants::local;
use crate::texts::Texts;
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, RETRY_AFTER, VARY, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, HttpResponseBuilder};
use chrono_tz::Tz;
use okienko_actors::Trouble;
use okienko_queue::refusal::Refusal;
use okienko_queue::today::StopReason;
use serde_json::{Map, Value, json};

/// Every code with its status. 409: the state does not allow it now; 422: the request itself cannot be met (law line 37).
pub const TABLE: &[(&str, u16)] = &[
    ("malformed", 400),
    ("unauthorized", 401),
    ("second_factor_required", 401),
    ("second_factor_wrong", 401),
    ("forbidden", 403),
    ("not_your_desk", 403),
    ("beyond_rights", 403),
    ("second_factor_due", 403),
    ("sign_on_foreign", 403),
    ("sign_on_declined", 403),
    ("sign_on_untrue", 403),
    ("no_role", 403),
    ("no_login", 403),
    ("not_found", 404),
    ("kiosk_offline", 404),
    ("method_not_allowed", 405),
    ("slot_taken", 409),
    ("unknown_phone", 409),
    ("not_today", 409),
    ("too_early", 409),
    ("too_late", 409),
    ("appointment_cancelled", 409),
    ("already_collected", 409),
    ("closed", 409),
    ("no_tickets_left", 409),
    ("day_over", 409),
    ("not_leased", 409),
    ("desk_busy", 409),
    ("desk_paused", 409),
    ("no_current_ticket", 409),
    ("wrong_state", 409),
    ("too_soon", 409),
    ("undo_expired", 409),
    ("desk_changed", 409),
    ("note_changed", 409),
    ("board_changed", 409),
    ("board_in_use", 409),
    ("office_changed", 409),
    ("change_in_use", 409),
    ("change_unconfirmed", 409),
    ("undo_conflict", 409),
    ("leaves_waiting", 409),
    ("login_taken", 409),
    ("signs_on_elsewhere", 409),
    ("gone", 410),
    ("sign_on_used", 410),
    ("link_expired", 410),
    ("too_large", 413),
    ("unsupported_media_type", 415),
    ("invalid_name", 422),
    ("invalid_phone", 422),
    ("invalid_email", 422),
    ("invalid_language", 422),
    ("invalid_reason", 422),
    ("invalid_minutes", 422),
    ("invalid_note", 422),
    ("invalid_range", 422),
    ("invalid_period", 422),
    ("invalid_template", 422),
    ("invalid_pin", 422),
    ("invalid_number", 422),
    ("invalid_board", 422),
    ("invalid_office", 422),
    ("invalid_place", 422),
    ("unknown_board", 422),
    ("invalid_layout", 422),
    ("invalid_desk", 422),
    ("wrong_password", 422),
    ("wrong_code", 422),
    ("password_length", 422),
    ("password_common", 422),
    ("password_login", 422),
    ("slot_in_past", 422),
    ("outside_horizon", 422),
    ("not_a_slot", 422),
    ("overlapping_appointment", 422),
    ("limit_reached", 422),
    ("key_reused", 422),
    ("form_expired", 422),
    ("throttled", 429),
    ("proof_required", 429),
    ("try_again", 503),
    ("provider_away", 503),
];

/// Seconds after which asking again makes sense.
const TRY_AGAIN_SECONDS: u32 = 2;
const THROTTLED_SECONDS: u32 = 300;
const PROVIDER_SECONDS: u32 = 60;

/// Something refused or gone wrong, before it is worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The stable code; one of [`TABLE`].
    pub code: &'static str,
    refusal: Option<Refusal>,
    // Boxed: a problem travels in the error of every handler.
    extra: Box<Map<String, Value>>,
    allow: Option<String>,
    sentence: Option<&'static str>,
    after: Option<u32>,
}

impl Problem {
    /// A problem of the table.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self { code, refusal: None, extra: Box::default(), allow: None, sentence: None, after: None }
    }

    /// The way exists, but not by this method; `allow` lists the methods that it knows.
    #[must_use]
    pub fn method(allow: String) -> Self {
        Self { allow: Some(allow), ..Self::new("method_not_allowed") }
    }

    /// A login or password that is not right; it is not told which.
    #[must_use]
    pub fn wrong_sign_on() -> Self {
        Self { sentence: Some("problem-wrong-sign-on"), ..Self::new("unauthorized") }
    }

    /// Fields of the request that cannot be used, each `(field, code)`; the first code is the problem's own.
    #[must_use]
    pub fn fields(errors: &[(&'static str, &'static str)]) -> Self {
        let code = errors.first().map_or("malformed", |(_, code)| code);
        let list: Vec<Value> = errors.iter().map(|(field, code)| json!({ "field": field, "code": code })).collect();
        Self::new(code).with("errors", list.into())
    }

    /// A request that cannot be read, with the field that is at fault.
    #[must_use]
    pub fn malformed(field: &str) -> Self {
        Self::new("malformed").with("field", field.into())
    }

    /// One more member of the answer.
    #[must_use]
    pub fn with(mut self, member: &str, value: Value) -> Self {
        self.extra.insert(member.to_owned(), value);
        self
    }

    /// After how many seconds asking again makes sense, where that is known better than by the code.
    #[must_use]
    pub fn after(self, seconds: u32) -> Self {
        Self { after: Some(seconds), ..self }
    }

    /// The refusal of the core behind it, if there is one.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// The HTTP status of its code.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        let found = TABLE.iter().find(|(code, _)| *code == self.code);
        found.and_then(|(_, status)| StatusCode::from_u16(*status).ok()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The answer of RFC 9457, in a language; instants with the zone's offset.
    #[must_use]
    pub fn json(&self, t: Texts, zone: Tz) -> HttpResponse {
        let status = self.status();
        let mut body = (*self.extra).clone();
        body.extend(
            self.refusal.as_ref().map(|refusal| members(refusal, zone)).unwrap_or_default().into_iter().filter(
                // What a handler looked up (a whole ticket instead of its id) is not overwritten.
                |(member, _)| !self.extra.contains_key(member),
            ),
        );
        body.insert("type".into(), format!("https://okienko.example/problems/{}", self.code).into());
        body.insert("title".into(), t.get(format!("problem-title-{}", self.code)).into());
        body.insert("status".into(), status.as_u16().into());
        body.insert(
            "detail".into(),
            t.get(self.sentence.map_or_else(|| format!("problem-{}", self.code), str::to_owned)).into(),
        );
        body.insert("code".into(), self.code.into());
        let mut answer = HttpResponse::build(status);
        self.headers(&mut answer);
        answer.insert_header((VARY, "Accept-Language"));
        answer.content_type("application/problem+json").body(Value::Object(body).to_string())
    }

    /// The headers that belong to a code, whatever the body is.
    pub fn headers(&self, answer: &mut HttpResponseBuilder) {
        match self.code {
            "unauthorized" | "second_factor_required" | "second_factor_wrong" => {
                answer.insert_header((WWW_AUTHENTICATE, "Bearer realm=\"okienko\""))
            }
            // As soon as the work is done.
            "proof_required" => answer.insert_header((RETRY_AFTER, 1)),
            "throttled" => answer.insert_header((RETRY_AFTER, self.after.unwrap_or(THROTTLED_SECONDS))),
            "try_again" => answer.insert_header((RETRY_AFTER, self.after.unwrap_or(TRY_AGAIN_SECONDS))),
            "provider_away" => answer.insert_header((RETRY_AFTER, PROVIDER_SECONDS)),
            _ => answer,
        };
        if let Some(allow) = &self.allow {
            answer.insert_header((ALLOW, allow.as_str()));
        }
    }
}

fn members(refusal: &Refusal, zone: Tz) -> Map<String, Value> {
    let one = |member: &str, value: Value| Map::from_iter([(member.to_owned(), value)]);
    match refusal {
        Refusal::SlotTaken { nearest } => {
            one("nearest", nearest.iter().map(|start| Value::from(local(zone, *start))).collect())
        }
        Refusal::TooEarly { opens_at } => one("opens_at", local(zone, *opens_at).into()),
        Refusal::Closed { opens_at } => one("opens_at", opens_at.map(|at| local(zone, at)).into()),
        Refusal::TooSoon { from } => one("from", local(zone, *from).into()),
        Refusal::Stopped { reason } => one("reason", reason.as_str().into()),
        Refusal::LeavesWaiting { services } => {
            one("services", services.iter().map(|id| Value::from(id.as_str())).collect())
        }
        Refusal::DeskBusy { ticket } => one("ticket", ticket.as_ref().map(|id| json!({ "id": id.as_str() })).into()),
        _ => Map::new(),
    }
}

/// The sentence that tells citizens why a service gives no tickets today.
pub(crate) fn stop_sentence(reason: StopReason) -> &'static str {
    match reason {
        StopReason::Overload => "stop-overload",
        StopReason::Staff => "stop-staff",
        StopReason::Fault => "stop-fault",
        StopReason::Incident => "stop-incident",
        StopReason::Other => "stop-other",
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let sentence = if let Refusal::Stopped { reason } = refusal { Some(stop_sentence(reason)) } else { None };
        Self { refusal: Some(refusal.clone()), sentence, ..Self::new(refusal.code()) }
    }
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(refusal) => refusal.into(),
            Trouble::KeyReused => Self::new("key_reused"),
            // A fault is logged where it happened; for the caller it is the same as a database that is away.
            Trouble::TryAgain | Trouble::Broken => Self::new("try_again"),
        }
    }
}

#[cfg(test)]
#[path = "errors_tests.rs"]
mod tests;
