//! The one-time link by which a password is set. The token comes in the body: a page has it behind `#`, so that it reaches no log.

use super::password::hashed;
use crate::audit;
use crate::call::{Call, json};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_store::Staff;
use serde::Deserialize;
use serde_json::json as object;

#[derive(Deserialize)]
struct Token {
    token: String,
}

#[derive(Deserialize)]
struct Set {
    token: String,
    password: String,
}

/// `POST /account-links/show`: whose link it is. Changes nothing, so a link that is only looked at holds on.
pub(crate) async fn look(call: Call) -> Result<HttpResponse, Problem> {
    let Token { token } = call.json()?;
    json(&object!({ "login": whose(&call, token).await?.login }))
}

/// `POST /account-links/use`: sets the password; the link holds no more, and every session of the account ends.
pub(crate) async fn spend(call: Call) -> Result<HttpResponse, Problem> {
    let Set { token, password } = call.json()?;
    let staff = whose(&call, token.clone()).await?;
    let hash = hashed(&staff.login, password).await?;
    let (line, id, now_ms) =
        (audit::own(&call, &staff, "password_set", "link")?, staff.id, call.office().process_now_ms());
    let done = call.office().write(move |appender| {
        // Whoever comes second finds nothing to use.
        if !appender.use_account_link(&token, now_ms)? {
            return Ok(false);
        }
        appender.set_password(&id, &hash)?;
        appender.log_access(&[line])?;
        Ok(true)
    });
    if !done.await? {
        return Err(Problem::new("link_expired"));
    }
    call.state.tokens.clear();
    json(&object!({ "login": staff.login }))
}

async fn whose(call: &Call, token: String) -> Result<Staff, Problem> {
    let now_ms = call.office().process_now_ms();
    let found = call.office().read(move |store| store.account_link(&token, now_ms)).await?;
    found.ok_or(Problem::new("link_expired"))
}
