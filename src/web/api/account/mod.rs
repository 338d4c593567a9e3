//! A person's own account: password, second factor, sessions; and the one-time link by which a password is set.

pub mod factor;
pub mod link;
pub mod password;
pub mod sessions;

use crate::auth::bearer;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use crate::second_factor::is_asked;
use actix_web::HttpResponse;
use okienko_queue::office::Role;
use okienko_queue::time::from_ms;
use okienko_store::{Staff, session_name};
use serde_json::{Value, json as object};

/// The caller's own row.
async fn own(call: &Call) -> Result<Staff, Problem> {
    let id = call.member()?.id.clone();
    let staff = call.office().read(okienko_store::Store::staff).await?;
    staff.into_iter().find(|staff| staff.id == id).ok_or(Problem::new("unauthorized"))
}

/// The caller's bearer token; the URL table has seen to it that there is one.
fn token(call: &Call) -> Result<String, Problem> {
    bearer(&call.req).ok_or(Problem::new("unauthorized"))
}

/// `GET /account`: who the caller is, what they may, how they sign on and where.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    json(&told(&call).await?)
}

async fn told(call: &Call) -> Result<Value, Problem> {
    let (staff, here) = (own(call).await?, session_name(&token(call)?));
    let (id, now_ms) = (staff.id.clone(), call.office().process_now_ms());
    let found = call.office().read(move |store| {
        let factor = store.second_factor(&id)?.filter(|factor| factor.confirmed_ms.is_some());
        Ok((store.sessions_of(&id, now_ms)?, factor.is_some(), store.recovery_codes_left(&id)?))
    });
    let (sessions, has_factor, left) = found.await?;
    let zone = call.office().zone();
    let sessions: Vec<Value> = sessions
        .into_iter()
        .map(|one| {
            object!({
                "id": one.name,
                "begun_at": local(zone, from_ms(one.begun_ms)),
                "seen_at": local(zone, from_ms(one.seen_ms)),
                "browser": one.browser,
                "current": one.name == here,
            })
        })
        .collect();
    Ok(object!({
        "login": staff.login,
        "role": staff.role,
        "rights": call.office().catalogue().rights_of(&Role::from(staff.role.clone())),
        "departments": staff.departments,
        "desk": staff.desk,
        "provided": staff.is_provided(),
        "second_factor": { "active": has_factor, "required": !staff.is_provided() && is_asked(call, &staff.role), "recovery_codes_left": left },
        "sessions": sessions,
    }))
}
