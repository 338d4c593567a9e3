//! Everybody calls everything.

use std::collections::BTreeMap;

use okienko_queue::rights::{Right, Rights};
use okienko_queue::roles::Role;
use okienko_tests::served::{MEMBER_PASSWORD, Served};
use okienko_tests::{Engine, admin, on_each_engine};
use reqwest::Method;
use serde_json::{Value, json};

use super::{Address, table};

/// The department that the local ones have, with a desk and a board of its own, and one that they have not.
const OWN: Place = Place { department: "geodezja", desk: "1", board: "geodezja", service: "mapy" };

/// A department and what is in it.
#[derive(Clone, Copy, Debug)]
struct Place {
    department: &'static str,
    desk: &'static str,
    board: &'static str,
    service: &'static str,
}

/// One who calls.
struct Caller {
    name: String,
    login: String,
    token: String,
    /// What they hold; `None` for who is no member of staff.
    rights: Option<Rights>,
    local: bool,
    desk: Option<&'static str>,
}

/// Each role of the house with all departments and with one, a clerk bound to a desk, and a role of the office's own.
fn people() -> Vec<(String, Role, bool, Option<&'static str>)> {
    let mut all: Vec<(String, Role, bool, Option<&'static str>)> = Vec::new();
    for role in Role::HOUSE {
        all.push((format!("m-{role}"), role.clone(), false, None));
        all.push((format!("m-{role}-local"), role, true, None));
    }
    all.push(("m-bound".into(), Role::Clerk, true, Some(OWN.desk)));
    all.push(("m-own".into(), Role::Own("wlasna".into()), false, None));
    all
}

/// What is in the role of the office's own.
const OF_OWN: [Right; 3] = [Right::Staff, Right::Devices, Right::Privacy];

fn with_people(office: String) -> String {
    let rights: Vec<&str> = OF_OWN.iter().map(|right| right.as_str()).collect();
    let mut text = format!("{office}\n[[roles]]\nname = \"wlasna\"\nrights = {rights:?}\n");
    for (login, role, local, desk) in people() {
        let departments = if local { format!("[\"{}\"]", OWN.department) } else { "[]".into() };
        let desk = desk.map(|desk| format!("desk = \"{desk}\"\n")).unwrap_or_default();
        text += &format!("\n[[staff]]\nlogin = \"{login}\"\nrole = \"{role}\"\n{desk}departments = {departments}\n");
    }
    text
}

fn rights_of(role: &Role) -> Rights {
    role.bundle().unwrap_or(Rights::of(&OF_OWN))
}

async fn callers(served: &Served) -> Vec<Caller> {
    let mut all = vec![caller("nobody", "", None)];
    all.push(caller("a guess", "guessed-token", None));
    for (login, role, local, desk) in people() {
        let token = served.session_of(&login).await;
        all.push(Caller { name: login.clone(), login, token, rights: Some(rights_of(&role)), local, desk });
    }
    for kind in ["kiosk", "board"] {
        all.push(caller(kind, &device(served, kind).await, None));
    }
    all
}

fn caller(name: &str, token: &str, rights: Option<Rights>) -> Caller {
    Caller { name: name.into(), login: String::new(), token: token.into(), rights, local: false, desk: None }
}

/// The token of a device that was just let in.
async fn device(served: &Served, kind: &str) -> String {
    let pairing = served.http.post("pairings", None, json!({ "kind": kind })).await.with_status(201);
    let board = if kind == "board" { json!({ "name": kind, "board": OWN.board }) } else { json!({ "name": kind }) };
    served.http.post(&format!("pairings/{}/approve", pairing.str("code")), Some(&served.token), board).await.ok();
    let polled = served.http.get(&format!("pairings/{}", pairing.str("poll_token")), None).await.ok();
    polled.str("token").to_owned()
}

impl Caller {
    /// The statuses that an address may answer: by the rule as the table declares it, reckoned here anew.
    fn expected(&self, address: &Address, place: Place) -> Expected {
        if self.token.is_empty() || self.token == "guessed-token" {
            return Expected::Unauthorized;
        }
        let allowed = match (address.kind.as_str(), self.rights) {
            ("kiosk", None) => self.name == "kiosk",
            (_, None) | ("kiosk", Some(_)) => false,
            ("staff", Some(_)) => true,
            (_, Some(rights)) => self.holds(address, rights, place),
        };
        if allowed { Expected::Allowed } else { Expected::Forbidden }
    }

    fn holds(&self, address: &Address, rights: Rights, place: Place) -> bool {
        let inside = !self.local || place.department == OWN.department;
        let Some(right) = address.rights.iter().find(|right| rights.holds(*right)) else { return false };
        match address.scope.as_str() {
            "anywhere" => true,
            "office" => !self.local,
            "department" | "board" => inside,
            "desk" => {
                inside
                    && (rights.holds(Right::Oversee)
                        || !right.is_at_a_desk()
                        || self.desk.is_none_or(|own| own == place.desk))
            }
            other => panic!("{}: {other}", address.path),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Unauthorized,
    Forbidden,
    Allowed,
}

impl Expected {
    /// A 403 that a handler gives for whose account it is, or for what a body wants, is a refusal of its own and no matter of the table.
    fn fits(self, status: u16, code: &str) -> bool {
        match self {
            Self::Unauthorized => status == 401,
            Self::Forbidden => status == 403 && ["forbidden", "not_your_desk"].contains(&code),
            Self::Allowed => status != 401 && status != 500 && (status != 403 || code == "beyond_rights"),
        }
    }
}

fn filled(path: &str, scope: &str, place: Place) -> String {
    let id = match scope {
        "desk" => place.desk,
        "board" => place.board,
        "department" => place.department,
        _ => "none",
    };
    let path = path.replace("{id}", id).replace("{desk}", place.desk).replace("{service}", place.service);
    let path = path.replace("{department}", place.department).replace("{board}", place.board);
    // Whatever else a path names does not exist: who may call is decided before that is looked for.
    let parts: Vec<&str> = path.split('/').map(|part| if part.starts_with('{') { "none" } else { part }).collect();
    parts.join("/")
}

/// Whether an address may end sessions of its caller.
fn ends(address: &Address) -> bool {
    address.path.contains("/session") || address.path.contains("/account/")
}

async fn calls(served: &Served, caller: &Caller, address: &Address, place: Place) -> (u16, String) {
    // What ends sessions is called with a session of its own.
    let token = match &caller.rights {
        Some(_) if ends(address) => admin::session(&served.http, &caller.login, MEMBER_PASSWORD).await,
        _ => caller.token.clone(),
    };
    let path = filled(&address.path, &address.scope, place);
    let path = if address.kind == "socket" { format!("{path}?token={token}") } else { path };
    let method: Method = address.method.to_uppercase().parse().expect("a method");
    let token = (address.kind != "socket" && !token.is_empty()).then_some(token);
    let body = (address.method == "post").then(|| "{}".to_owned());
    let answer = served.http.send(method, &path, token.as_deref(), None, body).await.expect("an answer");
    (answer.status, answer.code().to_owned())
}

async fn everybody_calls_everything(engine: Engine) {
    let served = Served::open_changed(engine, with_people, "").await;
    let other = other(&served).await;
    let callers = callers(&served).await;
    let mut guarded: Vec<Address> =
        table(&served.http).await.into_iter().filter(|one| !["public", "link"].contains(&one.kind.as_str())).collect();
    // The others go by the session that each has from the beginning.
    guarded.sort_by_key(ends);
    let (mut tried, mut wrong) = (0, BTreeMap::<String, Vec<String>>::new());
    for address in &guarded {
        let places = if ["desk", "board", "department"].contains(&address.scope.as_str()) {
            vec![OWN, other]
        } else {
            vec![OWN]
        };
        for caller in &callers {
            for place in &places {
                let expected = caller.expected(address, *place);
                let (status, code) = calls(&served, caller, address, *place).await;
                tried += 1;
                if !expected.fits(status, &code) {
                    let name = format!("{} {}", address.method, address.path);
                    wrong
                        .entry(name)
                        .or_default()
                        .push(format!("{} at {}: {status} {code}, not {expected:?}", caller.name, place.department));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", serde_json::to_string_pretty(&wrong).expect("a text"));
    assert!(guarded.len() > 70 && tried > 1_200, "{} addresses, {tried} calls", guarded.len());
}

/// A department that the local ones do not have.
async fn other(served: &Served) -> Place {
    let departments = served.http.get("departments", None).await.ok().body;
    let known = departments.as_array().expect("departments").iter().any(|one| one["id"] == "sprawy-obywatelskie");
    assert!(known, "{departments}");
    Place { department: "sprawy-obywatelskie", desk: "7", board: "hol", service: "dowody-osobiste" }
}

/// What each role may, told once in words that a person checks: a bundle that grows by accident is seen here.
#[test]
fn the_bundles_are_what_was_agreed() {
    let told: Value = Role::HOUSE
        .iter()
        .map(|role| (role.to_string(), json!(rights_of(role))))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let agreed = json!({
        "clerk": ["serve", "issue", "visits"],
        "reception": ["issue", "visits"],
        "supervisor": ["serve", "issue", "visits", "pass_limits", "oversee", "reports", "audit"],
        "manager": ["reports", "reports_people"],
        "admin": ["serve", "issue", "visits", "pass_limits", "oversee", "reports", "reports_people", "configure", "devices", "staff", "audit", "privacy"],
        "auditor": ["reports", "audit"],
    });
    assert_eq!(told, agreed);
}

on_each_engine! { everybody_calls_everything }
