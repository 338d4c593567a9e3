//! Accounts of others: how they sign on, and help for who cannot. Nobody touches the account of somebody who holds more.

use crate::audit;
use crate::auth::{Principal, departments_of, holder};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::local;
use crate::second_factor::is_asked;
use actix_web::HttpResponse;
use okienko_queue::refusal::Refusal;
use okienko_queue::rights::may_grant;
use okienko_queue::time::from_ms;
use okienko_store::Staff;
use serde_json::{Value, json as object};

/// How long a link to set a password holds: a day.
const LINK_MS: i64 = 24 * 3_600_000;

/// `GET /accounts`: of the caller's departments.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    let now_ms = call.office().process_now_ms();
    let found =
        call.office().read(move |store| Ok((store.staff()?, store.with_second_factor()?, store.signed_on(now_ms)?)));
    let (staff, with_factor, signed_on) = found.await?;
    let member = call.member()?;
    let theirs = |one: &&Staff| member.holder.spans(&departments_of(one));
    let told = |one: &Staff| -> Value {
        object!({
            "login": one.login,
            "role": one.role,
            "departments": one.departments,
            "desk": one.desk,
            // What no password was set for holds no hash.
            "has_password": one.password.starts_with('$'),
            "provided": one.is_provided(),
            "second_factor": with_factor.contains(&one.id),
            "second_factor_required": !one.is_provided() && is_asked(&call, &one.role),
            "sessions": signed_on.iter().filter(|id| **id == one.id).count(),
            "mine_to_change": helped(&call, one).is_ok(),
        })
    };
    json(&object!({ "accounts": staff.iter().filter(theirs).map(told).collect::<Vec<_>>() }))
}

/// `POST /accounts/{login}/link`: a link by which its owner sets a password, once; told to who made it, and to nobody else.
pub(crate) async fn link(call: Call) -> Result<HttpResponse, Problem> {
    let staff = whose(&call).await?;
    if staff.is_provided() {
        return Err(Problem::new("signs_on_elsewhere"));
    }
    let expires_ms = call.office().process_now_ms() + LINK_MS;
    let (line, id) = (audit::about(&call, &staff, "link_made")?, staff.id);
    let token = call.office().write(move |appender| {
        appender.log_access(&[line])?;
        appender.make_account_link(&id, expires_ms)
    });
    let url = format!("{}/account/password#{}", call.state.settings.base_url, token.await?);
    json(&object!({ "url": url, "expires_at": local(call.office().zone(), from_ms(expires_ms)) }))
}

/// `POST /accounts/{login}/second-factor/remove`: for who has lost phone and codes.
pub(crate) async fn remove_factor(call: Call) -> Result<HttpResponse, Problem> {
    let staff = whose(&call).await?;
    let (line, id) = (audit::about(&call, &staff, "second_factor_removed")?, staff.id);
    let done = call.office().write(move |appender| {
        appender.log_access(&[line])?;
        appender.end_sessions(&id, |_| true)?;
        appender.remove_second_factor(&id)
    });
    done.await?;
    call.state.tokens.clear();
    list(call).await
}

/// `POST /accounts/{login}/sign-out`: everywhere.
pub(crate) async fn sign_out(call: Call) -> Result<HttpResponse, Problem> {
    let staff = whose(&call).await?;
    let (line, id) = (audit::about(&call, &staff, "signed_out")?, staff.id);
    let done = call.office().write(move |appender| {
        appender.log_access(&[line])?;
        appender.end_sessions(&id, |_| true)
    });
    done.await?;
    call.state.tokens.clear();
    list(call).await
}

/// `POST /accounts/{login}/remove`: an account of the identity provider, for who has left or comes from another provider now. Whoever is
/// listed in the office's document is removed there.
pub(crate) async fn remove(call: Call) -> Result<HttpResponse, Problem> {
    let staff = whose(&call).await?;
    if !staff.is_provided() {
        return Err(Refusal::WrongState.into());
    }
    let line = audit::about(&call, &staff, "account_removed")?;
    let done = call.office().write(move |appender| {
        appender.log_access(&[line])?;
        appender.remove_staff(&staff.login)
    });
    done.await?;
    call.state.tokens.clear();
    list(call).await
}

/// The account that the path names, if the caller may change it.
async fn whose(call: &Call) -> Result<Staff, Problem> {
    // The router leaves these three as they came.
    let login = call.param("login").replace("%2B", "+").replace("%2F", "/").replace("%25", "%");
    let staff = call.office().read(move |store| store.staff_by_login(&login)).await?;
    let staff = staff.ok_or(Refusal::NotFound)?;
    helped(call, &staff)?;
    Ok(staff)
}

/// Whether the caller may help with an account. The own one is changed by who knows its password, at `/account`: a window left open
/// must not be enough.
fn helped(call: &Call, staff: &Staff) -> Result<(), Refusal> {
    if call.who.actor() == audit::name(&staff.id) {
        return Err(Refusal::Forbidden);
    }
    granted(call, staff)
}

fn granted(call: &Call, staff: &Staff) -> Result<(), Refusal> {
    let Principal::Staff(member) = &call.who else { return Err(Refusal::Forbidden) };
    may_grant(&member.holder, &holder(&call.office().catalogue(), staff))
}
