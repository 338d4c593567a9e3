//! Accounts of people whom the identity provider vouches for. They stand beside the office's document, not in it: an import, an export or a
//! step back in its history neither loses nor revives one, and none of them counts as the administrator that an office must keep.

use crate::accounts::new_id;
use okienko_store::{Access, Appender, Fault, Identity, Staff};

/// Somebody who comes from the provider.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Who it is.
    pub identity: Identity,
    /// The login that the provider shows them by.
    pub login: String,
    /// What their groups give them here; `None` when none of them means anything.
    pub given: Option<Given>,
    /// Now, milliseconds of the office clock.
    pub at_ms: i64,
}

/// What groups give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The name of a role.
    pub role: String,
    /// Ids of departments; empty for all.
    pub departments: Vec<String>,
    /// Id of the only desk.
    pub desk: Option<String>,
}

/// What becomes of an arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission {
    /// The account as it is from now on.
    Admitted(Staff),
    /// No group means anything here; whoever's account it was (by id) has been signed out everywhere.
    NoRole(Option<String>),
    /// Somebody else has the login; nobody takes it over.
    LoginTaken,
}

/// Makes or follows the account of an arrival, as a part of one transaction. What changes rights ends its sessions, as an administrator's
/// change does, and leaves a line of the log.
///
/// # Errors
/// [`Fault::Away`] when the database does not answer.
pub fn admit(appender: &mut Appender, arrival: &Arrival) -> Result<Admission, Fault> {
    let held = appender.openid_account(&arrival.identity)?;
    let Some(given) = &arrival.given else {
        if let Some(held) = &held {
            appender.end_sessions(&held.id, |_| true)?;
        }
        return Ok(Admission::NoRole(held.map(|held| held.id)));
    };
    if let Some(held) = held {
        return follow(appender, held, arrival, given).map(Admission::Admitted);
    }
    let member = member(new_id()?, arrival.login.clone(), String::new(), given);
    if appender.make_openid_account(&arrival.identity, &member)? {
        log(appender, &member.id, "account_made", arrival)?;
        return made(appender, arrival);
    }
    // Another node may have made it in this very moment.
    match appender.openid_account(&arrival.identity)? {
        Some(held) => follow(appender, held, arrival, given).map(Admission::Admitted),
        None => Ok(Admission::LoginTaken),
    }
}

fn made(appender: &mut Appender, arrival: &Arrival) -> Result<Admission, Fault> {
    let held = appender.openid_account(&arrival.identity)?;
    held.map(Admission::Admitted).ok_or_else(|| Fault::Broken("an account that was just made is not there".into()))
}

fn follow(appender: &mut Appender, held: Staff, arrival: &Arrival, given: &Given) -> Result<Staff, Fault> {
    let mut login = held.login.clone();
    // A person may get another name. Where somebody here has it already, they go on under the old one.
    if login != arrival.login && appender.rename_openid_account(&held.id, &arrival.login)? {
        login.clone_from(&arrival.login);
    }
    let now = member(held.id.clone(), login.clone(), held.password.clone(), given);
    if now != (Staff { login, ..held }) {
        appender.put_staff(std::slice::from_ref(&now))?;
        log(appender, &now.id, "rights_changed", arrival)?;
    }
    Ok(now)
}

fn log(appender: &mut Appender, id: &str, action: &str, arrival: &Arrival) -> Result<(), Fault> {
    appender.log_access(&[Access::new(arrival.at_ms, &format!("staff:{id}"), action, "", "provider")?])
}

fn member(id: String, login: String, password: String, given: &Given) -> Staff {
    let Given { role, departments, desk } = given.clone();
    Staff { id, login, password, role, desk, departments }
}
