//! Who calls: devices and staff by bearer token, and what each may do.

use crate::app::State;
use crate::errors::Problem;
use crate::routes::Who;
use actix_web::HttpRequest;
use actix_web::http::header::AUTHORIZATION;
use okienko_queue::ids::{DepartmentId, DeskId};
use okienko_queue::office::{OfficeFile, Role};
use okienko_queue::refusal::Refusal;
use okienko_queue::rights::{Holder, Right};
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
    /// Opaque id, as journals and logs name them.
    pub id: String,
    /// What they hold, and where, by the office's configuration of a moment ago.
    pub holder: Holder,
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
    /// Whether they may do something at a desk.
    pub fn may_at_desk(&self, right: Right, desk: &DeskId, office: &OfficeFile) -> Result<(), Refusal> {
        let department = office.department_of_desk(desk).ok_or(Refusal::NotFound)?;
        self.holder.may_at_desk(right, &department.id, desk)
    }

    /// Whether they look after the work of others: patterns are theirs to read, and visits of earlier days.
    pub fn oversees(&self) -> bool {
        self.holder.holds(Right::Oversee)
    }

    /// Whether they may book beyond the limits per person at a department (R36).
    pub fn may_pass_limits(&self, department: &DepartmentId) -> bool {
        self.holder.may(Right::PassLimits, department).is_ok()
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
        Who::Admin => member.is_some_and(|member| member.holder.holds(Right::Configure)),
        Who::Clerk | Who::DeskSocket => {
            let member = member.ok_or(Problem::new("forbidden"))?;
            let desk = DeskId::from(req.match_info().query("id"));
            member.may_at_desk(Right::Serve, &desk, &state.office.catalogue())?;
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

async fn resolve(state: &State, token: &str) -> Result<Principal, Problem> {
    if token.is_empty() {
        return Err(Problem::new("unauthorized"));
    }
    let (hash, now_ms) = (hash_token(token), state.office.process_now_ms());
    if let Some(known) = state.tokens.find(&hash, now_ms) {
        return Ok(known);
    }
    let (token, office) = (token.to_owned(), state.office.catalogue());
    let found = state.office.read(move |store| look_up(store, &office, &token, now_ms)).await?;
    let (who, ends_ms) = found.ok_or(Problem::new("unauthorized"))?;
    state.tokens.keep(hash, who.clone(), now_ms, ends_ms);
    Ok(who)
}

fn look_up(store: &Store, office: &OfficeFile, token: &str, now_ms: i64) -> Result<Option<(Principal, i64)>, Fault> {
    if let Some(device) = store.device_by_token(token)? {
        let who = match device.kind.as_str() {
            "kiosk" => Principal::Kiosk { id: device.id },
            _ => Principal::Screen { id: device.id },
        };
        return Ok(Some((who, i64::MAX)));
    }
    let Some(session) = store.session(token, now_ms)? else { return Ok(None) };
    let staff = session.staff;
    let holder = Holder {
        rights: office.rights_of(&Role::from(staff.role)),
        departments: staff.departments.into_iter().map(DepartmentId::from).collect(),
        desk: staff.desk.map(DeskId::from),
    };
    Ok(Some((Principal::Staff(Arc::new(Member { id: staff.id, holder })), session.expires_ms)))
}
