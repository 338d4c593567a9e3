//! Who calls: devices and staff by bearer token, and what each may do.

use crate::app::State;
use crate::errors::Problem;
use crate::routes::Who;
use actix_web::HttpRequest;
use actix_web::http::header::AUTHORIZATION;
use okienko_queue::ids::{DepartmentId, DeskId};
use okienko_queue::office::{OfficeFile, Role};
use okienko_queue::refusal::Refusal;
use okienko_store::{Fault, Store, hash_token};
use std::sync::Arc;

/// Who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Principal {
    /// Somebody without a token, or with one that this call does not ask for.
    Nobody,
    /// A kiosk.
    Kiosk { id: String },
    /// Another device: a board or a desk screen.
    Screen { id: String },
    /// A member of staff.
    Staff(Arc<Member>),
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub id: String,
    pub role: Role,
    /// The desk they may act at; `None` for any.
    pub desk: Option<DeskId>,
    /// Their departments; empty for all.
    pub departments: Vec<DepartmentId>,
}

impl Principal {
    /// The caller as journals and idempotency records name it; never a visitor's data.
    pub fn actor(&self) -> String {
        match self {
            Self::Nobody => "citizen".to_owned(),
            Self::Kiosk { id } => format!("kiosk:{id}"),
            Self::Screen { id } => format!("device:{id}"),
            Self::Staff(member) => format!("staff:{}", member.id),
        }
    }
}

impl Member {
    /// Whether they may act at a desk: a clerk at the own one, a supervisor in the own departments, an administrator anywhere.
    pub fn may_act_at(&self, desk: &DeskId, office: &OfficeFile) -> Result<(), Refusal> {
        let department = office.department_of_desk(desk).ok_or(Refusal::NotFound)?;
        let inside = self.departments.is_empty() || self.departments.contains(&department.id);
        match self.role {
            Role::Admin => Ok(()),
            Role::Supervisor if inside => Ok(()),
            Role::Supervisor => Err(Refusal::Forbidden),
            Role::Clerk if self.desk.as_ref().is_none_or(|own| own == desk) => Ok(()),
            Role::Clerk => Err(Refusal::NotYourDesk),
        }
    }
}

impl Member {
    /// Whether they look after the work of others: patterns and the access log are theirs to read.
    pub fn oversees(&self) -> bool {
        matches!(self.role, Role::Supervisor | Role::Admin)
    }

    /// Whether they may book beyond the limits per person at a department (R36): who oversees, at their own ones.
    pub fn may_pass_limits(&self, department: &DepartmentId) -> bool {
        let own = self.departments.is_empty() || self.departments.contains(department);
        self.role == Role::Admin || (self.role == Role::Supervisor && own)
    }
}

/// Lets a caller in, or says why not.
pub(crate) async fn admit(who: Who, state: &State, req: &HttpRequest) -> Result<Principal, Problem> {
    let token = match who {
        Who::Public | Who::Link => return Ok(Principal::Nobody),
        Who::DeskSocket => query_token(req),
        _ => bearer(req),
    };
    let caller = resolve(state, token.as_deref().unwrap_or_default()).await?;
    let member = if let Principal::Staff(member) = &caller { Some(member) } else { None };
    let allowed = match who {
        Who::Public | Who::Link => true,
        Who::Kiosk => matches!(caller, Principal::Kiosk { .. }),
        Who::Staff => member.is_some(),
        Who::Supervisor => member.is_some_and(|member| member.oversees()),
        Who::Admin => member.is_some_and(|member| member.role == Role::Admin),
        Who::Clerk | Who::DeskSocket => {
            let member = member.ok_or(Problem::new("forbidden"))?;
            let desk = DeskId::from(req.match_info().query("id"));
            member.may_act_at(&desk, &state.office.catalogue())?;
            true
        }
    };
    if allowed { Ok(caller) } else { Err(Problem::new("forbidden")) }
}

/// The bearer token of a request (RFC 6750 §2.1).
pub(crate) fn bearer(req: &HttpRequest) -> Option<String> {
    let (scheme, token) = req.headers().get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

/// The token of a socket's address: browsers cannot send a header with a handshake.
fn query_token(req: &HttpRequest) -> Option<String> {
    let query = actix_web::web::Query::<Vec<(String, String)>>::from_query(req.query_string()).ok()?;
    query.into_inner().into_iter().find(|(name, _)| name == "token").map(|(_, token)| token)
}

/// Whether a token still means the same caller: a session may end while a stream of it stays open.
pub(crate) async fn is_still(who: &Principal, state: &State, token: &str) -> bool {
    resolve(state, token).await.is_ok_and(|now| now == *who)
}

async fn resolve(state: &State, token: &str) -> Result<Principal, Problem> {
    if token.is_empty() {
        return Err(Problem::new("unauthorized"));
    }
    let (hash, now_ms) = (hash_token(token), state.office.process_now_ms());
    if let Some(known) = state.tokens.find(&hash, now_ms) {
        return Ok(known);
    }
    let token = token.to_owned();
    let found = state.office.read(move |store| look_up(store, &token, now_ms)).await?;
    let (who, ends_ms) = found.ok_or(Problem::new("unauthorized"))?;
    state.tokens.keep(hash, who.clone(), now_ms, ends_ms);
    Ok(who)
}

fn look_up(store: &Store, token: &str, now_ms: i64) -> Result<Option<(Principal, i64)>, Fault> {
    if let Some(device) = store.device_by_token(token)? {
        let who = match device.kind.as_str() {
            "kiosk" => Principal::Kiosk { id: device.id },
            _ => Principal::Screen { id: device.id },
        };
        return Ok(Some((who, i64::MAX)));
    }
    let Some(session) = store.session(token, now_ms)? else { return Ok(None) };
    let staff = session.staff;
    let Some(role) = role(&staff.role) else { return Ok(None) };
    let departments = staff.departments.into_iter().map(DepartmentId::from).collect();
    let member = Member { id: staff.id, role, desk: staff.desk.map(DeskId::from), departments };
    Ok(Some((Principal::Staff(Arc::new(member)), session.expires_ms)))
}

fn role(word: &str) -> Option<Role> {
    match word {
        "clerk" => Some(Role::Clerk),
        "supervisor" => Some(Role::Supervisor),
        "admin" => Some(Role::Admin),
        _ => None,
    }
}
