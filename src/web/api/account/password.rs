//! Another password, by who knows the one of now.

use super::own;
use crate::api::session;
use crate::audit;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::guard;
use crate::known_browser;
use crate::sign_on::Caller;
use actix_web::HttpResponse;
use okienko_queue::password::{LONGEST, judge};
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::{Appender, Staff, hash_password};
use serde::Deserialize;

#[derive(Deserialize)]
struct Change {
    current: String,
    password: String,
}

/// `POST /account/password`: every session of the account ends; the caller goes on with a new one.
pub(crate) async fn change(call: Call) -> Result<HttpResponse, Problem> {
    let Change { current, password } = call.json()?;
    let staff = own(&call).await?;
    confirm(&call, &staff, current).await?;
    let hash = hashed(&staff.login, password).await?;
    let line = audit::own(&call, &staff, "password_changed", "")?;
    let (id, kept) = (staff.id.clone(), hash.clone());
    let changed = Staff { password: hash, ..staff };
    let set = move |appender: &mut Appender| appender.set_password(&id, &kept).map(drop);
    let begun = session::begin_after(&call, &changed, is_limited(&call), line, set).await?;
    call.state.tokens.clear();
    let mut answer = json(&begun)?;
    known_browser::mark(&call, &changed, &mut answer);
    Ok(answer)
}

/// A password that is asked for once more before something weighty; wrong ones count as failed sign-ons do.
pub(super) async fn confirm(call: &Call, staff: &Staff, password: String) -> Result<(), Problem> {
    if staff.is_provided() {
        return Err(Problem::new("signs_on_elsewhere"));
    }
    let browser = known_browser::of(call, staff);
    let caller = Caller { login: staff.login.clone(), address: guard::caller(call), browser };
    let now = from_ms(call.office().process_now_ms());
    if !call.state.sign_ons.enters(&caller, now) {
        return Err(Refusal::Throttled.into());
    }
    // One that is too long to be anybody's is a miss like any other; no work is done for it.
    let is_right =
        password.len() <= LONGEST && call.state.sign_ons.verify(password, Some(staff.password.clone())).await?;
    if is_right {
        call.state.sign_ons.succeeded(&caller);
        return Ok(());
    }
    session::missed(call, &caller, &audit::name(&staff.id), "own_account").await?;
    Err(Problem::new("wrong_password"))
}

/// The hash of a password that may be had with a login.
pub(super) async fn hashed(login: &str, password: String) -> Result<String, Problem> {
    judge(login, &password).map_err(|weakness| Problem::new(weakness.code()))?;
    let hashed = actix_web::web::block(move || hash_password(&password)).await;
    let hashed = hashed.map_err(|_| Problem::new("try_again"))?;
    Ok(hashed.map_err(okienko_actors::Trouble::from)?)
}

/// Whether the caller's session is for setting up the second factor only.
fn is_limited(call: &Call) -> bool {
    call.member().is_ok_and(|member| member.limited)
}
