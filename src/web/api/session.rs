//! Signing on and off. What was wrong is not told; what happened is logged.

use crate::audit;
use crate::auth::bearer;
use crate::browser_kind;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::guard;
use crate::instants::local;
use crate::known_browser;
use crate::second_factor::{self, Step};
use crate::sign_on::Caller;
use actix_web::HttpResponse;
use okienko_queue::office::Role;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::{Access, Appender, Fault, NewSession, Staff, hash_token};
use serde::Deserialize;
use serde_json::{Value, json as object};
use std::sync::atomic::Ordering::Relaxed;

/// How long a sign-on lasts: a working day with room on both sides.
const SESSION_MS: i64 = 12 * 3_600_000;
/// Bytes of a login, a password or a code that are looked at.
const MOST: usize = 256;
/// How the log names a login that nobody has: what was typed may be anything, a password too.
pub(crate) const NOBODY: &str = "nobody";

#[derive(Deserialize)]
struct SignOn {
    login: String,
    password: String,
    /// Of the person's application, or a recovery code.
    #[serde(default)]
    code: String,
}

/// `POST /session`. A session that the caller presents ends: a token from before a sign-on never lives on behind it.
pub(crate) async fn open(call: Call) -> Result<HttpResponse, Problem> {
    let SignOn { login, password, code } = call.json()?;
    if [&login, &password, &code].iter().any(|text| text.len() > MOST) {
        return Err(Problem::wrong_sign_on());
    }
    let name = login.clone();
    let staff = call.office().read(move |store| store.staff_by_login(&name)).await?;
    let browser = staff.as_ref().and_then(|staff| known_browser::of(&call, staff));
    let caller = Caller { login, address: guard::caller(&call), browser };
    let now = from_ms(call.office().process_now_ms());
    if !call.state.sign_ons.enters(&caller, now) {
        return Err(Refusal::Throttled.into());
    }
    // What is no hash takes as long as a login that nobody has.
    let hash = staff.as_ref().map(|staff| staff.password.clone()).filter(|hash| hash.starts_with('$'));
    let right = call.state.sign_ons.verify(password, hash).await?;
    let who = staff.as_ref().map_or_else(|| NOBODY.to_owned(), |staff| audit::name(&staff.id));
    let Some(staff) = staff.filter(|_| right) else {
        missed(&call, &caller, &who, "password").await?;
        return Err(Problem::wrong_sign_on());
    };
    let step = second_factor::take(&call, &staff, &code).await?;
    match step {
        Step::Missing => {
            call.state.sign_ons.forgiven(&caller);
            return Err(Problem::new("second_factor_required"));
        }
        Step::Wrong => {
            missed(&call, &caller, &who, step.word()).await?;
            return Err(Problem::new("second_factor_wrong"));
        }
        _ => call.state.sign_ons.succeeded(&caller),
    }
    let line = audit::own(&call, &staff, "signed_on", step.word())?;
    let mut answer = json(&begin(&call, &staff, step == Step::Due, line).await?)?;
    known_browser::mark(&call, &staff, &mut answer);
    Ok(answer)
}

/// Logs a try that failed, and that it was the last one for now.
pub(crate) async fn missed(call: &Call, caller: &Caller, who: &str, what: &str) -> Result<(), Problem> {
    call.state.counts.sign_ons_failed.fetch_add(1, Relaxed);
    let last = call.state.sign_ons.is_closed(caller, from_ms(call.office().process_now_ms()));
    let mut lines = vec![audit::line(call, who, "sign_on_failed", what)?];
    if last {
        lines.push(audit::line(call, who, "locked_out", if caller.browser.is_some() { "own_browser" } else { "" })?);
    }
    Ok(call.office().log_access(lines).await?)
}

/// Begins a session in the place of the one that the caller came with, if any; with its line of the log in one transaction.
pub(crate) async fn begin(call: &Call, staff: &Staff, limited: bool, line: Access) -> Result<Value, Problem> {
    begin_after(call, staff, limited, line, |_| Ok(())).await
}

/// As [`begin`], with `first` before it in the same transaction: the session begins with what was written, or nothing happened.
pub(crate) async fn begin_after(
    call: &Call,
    staff: &Staff,
    limited: bool,
    line: Access,
    first: impl FnOnce(&mut Appender) -> Result<(), Fault> + Send + 'static,
) -> Result<Value, Problem> {
    let now_ms = call.office().process_now_ms();
    let (expires_ms, before, browser) = (now_ms + SESSION_MS, bearer(&call.req), browser_kind::of(&call.req));
    if let Some(before) = &before {
        call.state.tokens.forget(&hash_token(before));
    }
    let id = staff.id.clone();
    let token = call.office().write(move |appender| {
        first(appender)?;
        if let Some(before) = &before {
            appender.delete_session(before)?;
        }
        appender.log_access(&[line])?;
        appender.create_session(NewSession { staff: &id, now_ms, expires_ms, browser: &browser, limited })
    });
    let token = token.await?;
    let rights = call.office().catalogue().rights_of(&Role::from(staff.role.clone()));
    Ok(object!({
        "token": token,
        "expires_at": local(call.office().zone(), from_ms(expires_ms)),
        "role": staff.role,
        "rights": rights,
        "desk": staff.desk,
        "second_factor_due": limited,
    }))
}

/// `DELETE /session`.
pub(crate) async fn close(call: Call) -> Result<HttpResponse, Problem> {
    let token = bearer(&call.req).ok_or(Problem::new("unauthorized"))?;
    call.state.tokens.forget(&hash_token(&token));
    let line = audit::line(&call, &call.who.actor(), "signed_off", "")?;
    let ended = call.office().write(move |appender| {
        appender.log_access(&[line])?;
        appender.delete_session(&token)
    });
    ended.await?;
    Ok(HttpResponse::NoContent().finish())
}
