//! The second factor of one's own account (RFC 6238): shared by a QR code, in force once a code of it came back.

use super::password::confirm;
use super::{own, token};
use crate::audit;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::second_factor::{is_asked, recovery_codes};
use crate::totp;
use actix_web::HttpResponse;
use okienko_actors::Trouble;
use okienko_queue::refusal::Refusal;
use serde::Deserialize;
use serde_json::json as object;

#[derive(Deserialize)]
struct Proof {
    password: String,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

/// `POST /account/second-factor`: a fresh secret, told once, as a picture and as text.
pub(crate) async fn begin(call: Call) -> Result<HttpResponse, Problem> {
    let Proof { password } = call.json()?;
    let staff = own(&call).await?;
    confirm(&call, &staff, password).await?;
    let secret = totp::fresh_secret().map_err(Trouble::from)?;
    let (id, kept) = (staff.id.clone(), secret.clone());
    if !call.office().write(move |appender| appender.begin_second_factor(&id, &kept)).await? {
        return Err(Refusal::WrongState.into());
    }
    let issuer = call.office().catalogue().office.name.pl.clone();
    let address = totp::address(&secret, &issuer, &staff.login).ok_or(Problem::new("try_again"))?;
    let picture = totp::picture(&address).ok_or(Problem::new("try_again"))?;
    json(&object!({ "secret": totp::grouped(&secret), "address": address, "picture": picture }))
}

/// `POST /account/second-factor/confirm`: the code of the application puts it in force; the recovery codes are told, once.
pub(crate) async fn put_in_force(call: Call) -> Result<HttpResponse, Problem> {
    let Code { code } = call.json()?;
    let staff = own(&call).await?;
    let (id, now_ms) = (staff.id.clone(), call.office().process_now_ms());
    let held = call.office().read(move |store| store.second_factor(&id)).await?;
    let held = held.filter(|held| held.confirmed_ms.is_none()).ok_or(Refusal::WrongState)?;
    let step = totp::step_of(&held.secret, code.trim(), now_ms).ok_or(Problem::new("wrong_code"))?;
    let codes = recovery_codes().map_err(Trouble::from)?;
    let line = audit::own(&call, &staff, "second_factor_on", "")?;
    let (kept, id, token) = (codes.clone(), staff.id.clone(), token(&call)?);
    let own_token = token.clone();
    let done = call.office().write(move |appender| {
        if !appender.confirm_second_factor(&id, step, now_ms)? {
            return Ok(false);
        }
        appender.put_recovery_codes(&id, &kept)?;
        appender.unlimit_session(&token)?;
        appender.log_access(&[line])?;
        Ok(true)
    });
    if !done.await? {
        return Err(Refusal::WrongState.into());
    }
    call.state.tokens.forget(&okienko_store::hash_token(&own_token));
    json(&object!({ "recovery_codes": codes }))
}

/// `POST /account/recovery-codes`: ten new ones; the earlier ones open nothing any more.
pub(crate) async fn renew(call: Call) -> Result<HttpResponse, Problem> {
    let Proof { password } = call.json()?;
    let staff = own(&call).await?;
    confirm(&call, &staff, password).await?;
    let id = staff.id.clone();
    let held = call.office().read(move |store| store.second_factor(&id)).await?;
    held.filter(|held| held.confirmed_ms.is_some()).ok_or(Refusal::WrongState)?;
    let codes = recovery_codes().map_err(Trouble::from)?;
    let (line, id, kept) = (audit::own(&call, &staff, "recovery_codes_renewed", "")?, staff.id, codes.clone());
    let done = call.office().write(move |appender| {
        appender.put_recovery_codes(&id, &kept)?;
        appender.log_access(&[line])
    });
    done.await?;
    json(&object!({ "recovery_codes": codes }))
}

/// `POST /account/second-factor/remove`: refused where the office asks for one.
pub(crate) async fn remove(call: Call) -> Result<HttpResponse, Problem> {
    let Proof { password } = call.json()?;
    let staff = own(&call).await?;
    confirm(&call, &staff, password).await?;
    if is_asked(&call, &staff.role) {
        return Err(Refusal::Forbidden.into());
    }
    let (line, id) = (audit::own(&call, &staff, "second_factor_off", "")?, staff.id);
    let done = call.office().write(move |appender| {
        appender.log_access(&[line])?;
        appender.remove_second_factor(&id)
    });
    done.await?;
    super::show(call).await
}
