//! Signing on with what the identity provider sent a browser back with. Each answer of the provider counts once, in the browser that began.

use crate::api::session;
use crate::audit;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::guard;
use crate::provider::{self, Kept, LASTS_MS};
use crate::texts::Texts;
use actix_web::HttpResponse;
use okienko_actors::provided::{Admission, Arrival, Given, admit};
use okienko_openid::{Flaw, Grant, Person, Provider, Trouble};
use okienko_queue::office::Role;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::from_ms;
use okienko_store::{Identity, Staff, hash_token};
use serde::Deserialize;
use serde_json::json as object;
use std::sync::atomic::Ordering::Relaxed;

/// Bytes of a code, a state or an issuer that are looked at.
const MOST: usize = 4_096;
/// The budget of returns from one address that bring nothing. Whoever began one is never kept out by others' tries.
const DEED: &str = "openid";

#[derive(Deserialize)]
struct Return {
    state: String,
    #[serde(default)]
    code: String,
    /// The provider's name (RFC 9207), where it says it.
    iss: Option<String>,
    /// Why there is no code (RFC 6749 §4.1.2.1).
    error: Option<String>,
}

/// Why somebody is not let in: the code for them, the word for the log, and whose account it is, if that is known.
struct Refused {
    code: &'static str,
    word: &'static str,
    whose: Option<String>,
}

/// `GET /sign-on`: for the button above the fields.
pub(crate) async fn offered(call: Call) -> Result<HttpResponse, Problem> {
    let told = call.state.settings.openid.as_ref().map(|provider| {
        let name = &provider.settings().name;
        object!({ "name": name, "label": Texts::new(call.lang()).with("sign-on-through", "name", name) })
    });
    json(&object!({ "provider": told }))
}

/// `POST /session/openid`.
pub(crate) async fn open(call: Call) -> Result<HttpResponse, Problem> {
    let provider = provider::provider(&call)?;
    let returned: Return = call.json()?;
    let all = [Some(&returned.state), Some(&returned.code), returned.iss.as_ref()];
    if all.into_iter().flatten().any(|text| text.len() > MOST) {
        return Err(Problem::new("malformed"));
    }
    let staff = match arrive(&call, &provider, returned).await? {
        Ok(staff) => staff,
        Err(refused) => return Err(missed(&call, refused).await?),
    };
    // A role may have changed just now, and sessions with it.
    call.state.tokens.clear();
    let line = audit::own(&call, &staff, "signed_on", "provider")?;
    let mut answer = json(&session::begin(&call, &staff, false, line).await?)?;
    Kept::forget(&call, &mut answer);
    Ok(answer)
}

/// Who comes, with an account that says what they may from now on.
async fn arrive(call: &Call, provider: &Provider, returned: Return) -> Result<Result<Staff, Refused>, Problem> {
    let Some(kept) = Kept::of(call).filter(|kept| hash_token(&kept.pending.state) == hash_token(&returned.state))
    else {
        stranger(call)?;
        return Ok(Err(refused("sign_on_foreign", "foreign_browser")));
    };
    let (state, expires_ms) = (hash_token(&returned.state), call.office().process_now_ms() + LASTS_MS);
    if !call.office().write(move |appender| appender.use_openid_state(&state, expires_ms)).await? {
        stranger(call)?;
        return Ok(Err(refused("sign_on_used", "used_again")));
    }
    if returned.iss.is_some_and(|issuer| issuer != provider.settings().issuer) {
        return Ok(Err(told(&Trouble::Untrue(Flaw::Issuer))));
    }
    if returned.error.is_some() || returned.code.is_empty() {
        stranger(call)?;
        return Ok(Err(refused("sign_on_declined", "declined")));
    }
    match provider::ask(call, move |provider, now| provider.finish(&returned.code, &kept.pending, now)).await {
        Ok(person) => received(call, provider, person).await,
        Err(trouble) => Ok(Err(told(&trouble))),
    }
}

/// Makes or follows the account of somebody whom the provider vouches for.
async fn received(call: &Call, provider: &Provider, person: Person) -> Result<Result<Staff, Refused>, Problem> {
    let office = call.office().catalogue();
    let known = |grant: &&Grant| office.knows_role(&Role::from(grant.role.clone()));
    let given = provider.settings().grant(&person.groups).filter(known).map(|grant| Given {
        role: grant.role.clone(),
        departments: grant.departments.clone(),
        desk: grant.desk.clone(),
    });
    let arrival = Arrival {
        identity: Identity { issuer: provider.settings().issuer.clone(), subject: person.subject },
        login: person.login,
        given,
        at_ms: call.office().clock().now().timestamp_millis(),
    };
    Ok(match call.office().write(move |appender| admit(appender, &arrival)).await? {
        Admission::Admitted(staff) => Ok(staff),
        Admission::NoRole(whose) => {
            call.state.tokens.clear();
            Err(Refused { whose, ..refused("no_role", "no_role") })
        }
        Admission::LoginTaken => Err(refused("login_taken", "login_taken")),
    })
}

fn refused(code: &'static str, word: &'static str) -> Refused {
    Refused { code, word, whose: None }
}

/// Counts a return that cannot sign anybody on; many of them are not even looked at.
fn stranger(call: &Call) -> Result<(), Problem> {
    let (address, now) = (guard::caller(call), from_ms(call.office().process_now_ms()));
    if !call.state.sign_ons.admits_deed(DEED, address, now) {
        return Err(Refusal::Throttled.into());
    }
    call.state.sign_ons.tried_deed(DEED, address, false, now);
    Ok(())
}

fn told(trouble: &Trouble) -> Refused {
    match trouble {
        Trouble::Away(_) => refused("provider_away", "provider_away"),
        Trouble::NoLogin => refused("no_login", "no_login"),
        Trouble::Refused => refused("sign_on_untrue", "code_refused"),
        Trouble::Untrue(flaw) => refused("sign_on_untrue", flaw.word()),
    }
}

/// Logs a try that failed, without anything that came with it.
async fn missed(call: &Call, refused: Refused) -> Result<Problem, Problem> {
    call.state.counts.sign_ons_failed.fetch_add(1, Relaxed);
    let who = refused.whose.as_deref().map_or_else(|| session::NOBODY.to_owned(), audit::name);
    call.office().log_access(vec![audit::line(call, &who, "sign_on_failed", refused.word)?]).await?;
    Ok(Problem::new(refused.code))
}
