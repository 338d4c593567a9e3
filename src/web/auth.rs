//! Who calls: devices and staff by bearer token, and what each may do.

use crate::app::State;
use crate::errors::Problem;
use crate::routes::{Scope, Who};
use actix_web::HttpRequest;
use actix_web::http::header::AUTHORIZATION;
use okienko_queue::ids::{DepartmentId, DeskId};
use okienko_queue::office::{OfficeFile, Role};
use okienko_queue::refusal::Refusal;
use okienko_queue::rights::{Holder, Right, Rights};
use okienko_store::{Fault, Staff, Store, hash_token};
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
    /// They have yet to set up the second factor that the office asks for, and can do nothing else.
    pub limited: bool,
}

/// A session that was last seen so long ago is seen again, milliseconds: a write now and then, not with every call.
const SEEN_MS: i64 = 5 * 60_000;

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
    /// Whether they look after the work of others: visits of earlier days are theirs to read.
    pub fn oversees(&self) -> bool {
        self.holder.holds(Right::Oversee)
    }

    /// Whether they may book beyond the limits per person at a department (R36).
    pub fn may_pass_limits(&self, department: &DepartmentId) -> bool {
        self.holder.may(Right::PassLimits, department).is_ok()
    }

    /// Whether they may do one of these at a desk.
    fn may_at_desk(&self, rights: Rights, desk: &DeskId, office: &OfficeFile) -> Result<(), Refusal> {
        let department = office.department_of_desk(desk).ok_or(Refusal::NotFound)?;
        let right = rights.iter().find(|right| self.holder.holds(*right)).ok_or(Refusal::Forbidden)?;
        self.holder.may_at_desk(right, &department.id, desk)
    }

    /// Whether they hold a right in a place of the path. A place that does not exist is left to the handler, for who may everywhere.
    fn may(&self, right: Right, scope: Scope, req: &HttpRequest, office: &OfficeFile) -> Result<(), Refusal> {
        let part = |name: &str| req.match_info().query(name).to_owned();
        let places: Vec<DepartmentId> = match scope {
            Scope::Anywhere => return if self.holder.holds(right) { Ok(()) } else { Err(Refusal::Forbidden) },
            Scope::Office => Vec::new(),
            Scope::Department(name) => vec![part(name).into()],
            Scope::Board(name) => {
                let id = part(name);
                let board = office.boards.iter().find(|board| board.id.as_str() == id);
                board.map(|board| board.departments.clone()).unwrap_or_default()
            }
        };
        let everywhere = self.holder.holds(right) && self.holder.departments.is_empty();
        let there = !places.is_empty() && places.iter().all(|place| self.holder.may(right, place).is_ok());
        if everywhere || there { Ok(()) } else { Err(Refusal::Forbidden) }
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
    if matches!(&caller, Principal::Staff(member) if member.limited && who != Who::Staff) {
        return Err(Problem::new("second_factor_due"));
    }
    allowed(who, &caller, state, req)?;
    Ok(caller)
}

fn allowed(who: Who, caller: &Principal, state: &State, req: &HttpRequest) -> Result<(), Refusal> {
    let member = if let Principal::Staff(member) = caller { Ok(member) } else { Err(Refusal::Forbidden) };
    let rights = match who {
        Who::Public | Who::Link => return Ok(()),
        Who::Kiosk if matches!(caller, Principal::Kiosk { .. }) => return Ok(()),
        Who::Kiosk => return Err(Refusal::Forbidden),
        Who::Staff => return member.map(|_| ()),
        Who::Right(right, scope) => return member?.may(right, scope, req, &state.office.catalogue()),
        Who::Desk(rights) => rights,
        Who::DeskSocket => Rights::of(&[Right::Serve, Right::Issue]),
    };
    let desk = DeskId::from(req.match_info().query("id"));
    member?.may_at_desk(rights, &desk, &state.office.catalogue())
}

/// The bearer token of a request (RFC 6750 §2.1).
pub(crate) fn bearer(req: &HttpRequest) -> Option<String> {
    let (scheme, token) = req.headers().get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

/// The token of a socket's address: browsers cannot send a header with a handshake.
pub(crate) fn query_token(req: &HttpRequest) -> Option<String> {
    let query = actix_web::web::Query::<Vec<(String, String)>>::from_query(req.query_string()).ok()?;
    query.into_inner().into_iter().find(|(name, _)| name == "token").map(|(_, token)| token)
}

/// Whether a token still means the same caller: a session may end while a stream of it stays open. Unknown while the database is away.
pub(crate) async fn still_means(who: &Principal, state: &State, token: &str) -> Option<bool> {
    match resolve(state, token).await {
        Ok(now) => Some(now == *who),
        Err(problem) if problem.code == "unauthorized" => Some(false),
        Err(_) => None,
    }
}

/// As [`still_means`], where what is not known is not shown.
pub(crate) async fn is_still(who: &Principal, state: &State, token: &str) -> bool {
    still_means(who, state, token).await == Some(true)
}

async fn resolve(state: &State, token: &str) -> Result<Principal, Problem> {
    if token.is_empty() {
        return Err(Problem::new("unauthorized"));
    }
    let (hash, now_ms) = (hash_token(token), state.office.process_now_ms());
    if let Some(known) = state.tokens.find(&hash, now_ms) {
        return Ok(known);
    }
    let (wanted, office) = (token.to_owned(), state.office.catalogue());
    let found = state.office.read(move |store| look_up(store, &office, &wanted, now_ms)).await?;
    let found = found.ok_or(Problem::new("unauthorized"))?;
    if found.seen_ms < now_ms - SEEN_MS {
        let token = token.to_owned();
        state.office.write(move |appender| appender.session_seen(&token, now_ms)).await?;
    }
    state.tokens.keep(hash, found.who.clone(), now_ms, found.ends_ms);
    Ok(found.who)
}

/// Who a token belongs to.
struct Found {
    who: Principal,
    ends_ms: i64,
    /// For ever, for a device: its reports say when it was seen.
    seen_ms: i64,
}

fn look_up(store: &Store, office: &OfficeFile, token: &str, now_ms: i64) -> Result<Option<Found>, Fault> {
    if let Some(device) = store.device_by_token(token)? {
        let who = match device.kind.as_str() {
            "kiosk" => Principal::Kiosk { id: device.id },
            _ => Principal::Screen { id: device.id },
        };
        return Ok(Some(Found { who, ends_ms: i64::MAX, seen_ms: i64::MAX }));
    }
    let Some(session) = store.session(token, now_ms)? else { return Ok(None) };
    let (ends_ms, seen_ms) = (session.expires_ms, session.seen_ms);
    // A rule that came after the sign-on binds too.
    let asked = office.office.security.second_factor.contains(&Role::from(session.staff.role.clone()));
    // Whom the provider vouches for has the second factor there.
    let due = asked
        && !session.staff.is_provided()
        && store.second_factor(&session.staff.id)?.is_none_or(|held| held.confirmed_ms.is_none());
    let limited = session.limited || due;
    let member = Member { holder: holder(office, &session.staff), id: session.staff.id, limited };
    Ok(Some(Found { who: Principal::Staff(Arc::new(member)), ends_ms, seen_ms }))
}

/// The departments of an account; none for all of them.
pub(crate) fn departments_of(staff: &Staff) -> Vec<DepartmentId> {
    staff.departments.iter().map(|id| DepartmentId::from(id.as_str())).collect()
}

/// What an account comes to by the office's file.
pub(crate) fn holder(office: &OfficeFile, staff: &Staff) -> Holder {
    Holder {
        rights: office.rights_of(&Role::from(staff.role.clone())),
        departments: departments_of(staff),
        desk: staff.desk.as_deref().map(DeskId::from),
    }
}
