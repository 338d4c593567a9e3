//! Signing on and off.

use crate::auth::bearer;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::hash_token;
use serde::Deserialize;
use serde_json::json as object;
use std::sync::atomic::Ordering::Relaxed;

/// How long a sign-on lasts: a working day with room on both sides.
const SESSION_MS: i64 = 12 * 3_600_000;
/// Bytes of a login or a password that are looked at.
const MOST: usize = 256;

#[derive(Deserialize)]
struct SignOn {
    login: String,
    password: String,
}

/// `POST /session`. What was wrong is not told.
pub(crate) async fn open(call: Call) -> Result<HttpResponse, Problem> {
    let SignOn { login, password } = call.json()?;
    let (now_ms, address) = (call.office().process_now_ms(), call.address());
    if login.len() > MOST || password.len() > MOST {
        return Err(Problem::wrong_sign_on());
    }
    if !call.state.sign_ons.admits(&login, &address, from_ms(now_ms)) {
        return Err(Refusal::Throttled.into());
    }
    let name = login.clone();
    let staff = call.office().read(move |store| store.staff_by_login(&name)).await?;
    let hash = staff.as_ref().map(|staff| staff.password.clone());
    let right = call.state.sign_ons.verify(password, hash).await?;
    call.state.sign_ons.tried(&login, &address, right, from_ms(now_ms));
    let Some(staff) = staff.filter(|_| right) else {
        call.state.counts.sign_ons_failed.fetch_add(1, Relaxed);
        return Err(Problem::wrong_sign_on());
    };
    let expires_ms = now_ms + SESSION_MS;
    let (id, role, desk) = (staff.id, staff.role, staff.desk);
    let token = call.office().write(move |appender| appender.create_session(&id, expires_ms)).await?;
    let expires_at = local(call.office().zone(), from_ms(expires_ms));
    json(&object!({ "token": token, "expires_at": expires_at, "role": role, "desk": desk }))
}

/// `DELETE /session`.
pub(crate) async fn close(call: Call) -> Result<HttpResponse, Problem> {
    let token = bearer(&call.req).ok_or(Problem::new("unauthorized"))?;
    call.state.tokens.forget(&hash_token(&token));
    call.office().write(move |appender| appender.delete_session(&token)).await?;
    Ok(HttpResponse::NoContent().finish())
}
