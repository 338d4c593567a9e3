//! The first administrator: a link by which a password is set, once. There is no default password, ever.

use crate::failure::Failure;
use crate::terminal::say;
use crate::{staff, transport};
use okienko_actors::{By, OfficeClock, accounts, process_now_ms, put_office};
use okienko_queue::office::{OfficeFile, Role, Staff as Listed};
use okienko_queue::rights::Right;
use okienko_store::Store;

/// Who is added where nobody looks after accounts.
const FIRST: &str = "administrator";
/// How long a link holds: a day.
const HOLDS_MS: i64 = 24 * 3_600_000;

/// `okienko staff setup-link [LOGIN]`.
///
/// # Errors
/// Exit code 1 without an office, for an unknown login, or when the database is away.
pub fn run(store: &Store, public_url: &str, login: Option<&str>) -> Result<(), Failure> {
    let none = || Failure::undone("there is no office yet: okienko import FILE");
    // Read before the document: who changes it meanwhile is not written over.
    let revision = store.setting(transport::DOCUMENT)?.map_or(0, |held| held.revision);
    let office = transport::configured(store)?.ok_or_else(none)?;
    let login = match login {
        Some(login) => login.to_owned(),
        None => match first(&office) {
            Some(first) => first.login.clone(),
            None => add_first(store, office, revision)?,
        },
    };
    say(&words(&login, &link(store, public_url, &login)?));
    Ok(())
}

/// A link for the first administrator while nobody who looks after accounts has a password; to be told to whoever starts the server.
///
/// # Errors
/// Exit code 1 when the database is away.
pub fn if_nobody_can_sign_on(store: &Store, public_url: &str, office: &OfficeFile) -> Result<Option<String>, Failure> {
    let Some(first) = first(office) else { return Ok(None) };
    let held = store.staff()?;
    // Whatever is no hash opens for nothing.
    let has_password =
        |listed: &&Listed| held.iter().any(|row| row.login == listed.login && row.password.starts_with('$'));
    if keepers(office).any(|listed| has_password(&listed)) {
        return Ok(None);
    }
    Ok(Some(words(&first.login, &link(store, public_url, &first.login)?)))
}

/// Those who look after accounts everywhere.
fn keepers(office: &OfficeFile) -> impl Iterator<Item = &Listed> {
    let may =
        move |listed: &&Listed| listed.departments.is_empty() && office.rights_of(&listed.role).holds(Right::Staff);
    office.staff.iter().filter(may)
}

/// The first of them, an administrator of everything before others.
fn first(office: &OfficeFile) -> Option<&Listed> {
    keepers(office).find(|listed| listed.role == Role::Admin).or_else(|| keepers(office).next())
}

/// Writes an administrator into the office's document.
fn add_first(store: &Store, before: OfficeFile, revision: i64) -> Result<String, Failure> {
    if before.staff.iter().any(|listed| listed.login == FIRST) {
        return Err(Failure::undone(format!("{FIRST} is there and may not look after accounts: name another LOGIN")));
    }
    if accounts::provided_logins(store)?.iter().any(|login| login == FIRST) {
        return Err(Failure::undone(format!("{FIRST} signs on through the identity provider: name another LOGIN")));
    }
    let mut office = before.clone();
    office.staff.push(Listed { login: FIRST.into(), role: Role::Admin, desk: None, departments: Vec::new() });
    let by = By { author: transport::AUTHOR.into(), at: OfficeClock::real().now(), undoes: None };
    let mut appender = store.appender()?;
    if appender.whole(|appender| put_office(appender, Some(&before), &office, revision, &by))?.is_none() {
        return Err(Failure::undone("somebody else changed the office at the same time; nothing was changed"));
    }
    Ok(FIRST.to_owned())
}

fn link(store: &Store, public_url: &str, login: &str) -> Result<String, Failure> {
    let unknown =
        || Failure::undone(format!("nobody here has the login {login}; logins stand in the office's file, [[staff]]"));
    let person = store.staff_by_login(login)?.ok_or_else(unknown)?;
    staff::has_password_here(&person)?;
    let mut appender = store.appender()?;
    appender.log_access(&[staff::line(&person.id, "link_made")?])?;
    let token = appender.make_account_link(&person.id, process_now_ms() + HOLDS_MS)?;
    Ok(format!("{public_url}/account/password#{token}"))
}

fn words(login: &str, link: &str) -> String {
    format!("The password of {login} is set here, once, within a day:\n  {link}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::sample;
    use okienko_store::verify_password;

    fn store(folder: &std::path::Path) -> Store {
        std::fs::create_dir_all(folder).unwrap();
        Store::open(&format!("sqlite:{}", folder.join("a.db").display())).unwrap()
    }

    fn put(store: &Store, office: &OfficeFile) {
        let mut appender = store.appender().unwrap();
        appender.put_setting(transport::DOCUMENT, &transport::written(office).unwrap(), 0).unwrap();
        staff::follow(&mut appender, office).unwrap();
    }

    #[test]
    fn a_link_is_told_until_an_administrator_has_a_password_which_ends_it() {
        let folder = std::env::temp_dir().join(format!("okienko-{}", okienko_store::new_token().unwrap()));
        let store = store(&folder);
        let office = sample::office().unwrap();
        put(&store, &office);
        let told = if_nobody_can_sign_on(&store, "http://a", &office).unwrap().unwrap();
        let token = told.split('#').nth(1).unwrap();
        assert!(told.contains("http://a/account/password#"));
        assert_eq!(store.account_link(token, process_now_ms()).unwrap().unwrap().login, "administrator");
        staff::set_password(&store, "administrator", "a horse of one's own").unwrap();
        assert!(store.account_link(token, process_now_ms()).unwrap().is_none(), "a password ends the link");
        assert_eq!(if_nobody_can_sign_on(&store, "http://a", &office).unwrap(), None);
        let row = store.staff_by_login("administrator").unwrap().unwrap();
        assert!(verify_password("a horse of one's own", &row.password));
        drop(store);
        let _ = std::fs::remove_dir_all(folder);
    }

    #[test]
    fn an_office_without_anybody_gets_its_first_administrator_and_no_password() {
        let folder = std::env::temp_dir().join(format!("okienko-{}", okienko_store::new_token().unwrap()));
        let store = store(&folder);
        let mut office = sample::office().unwrap();
        office.staff.clear();
        put(&store, &office);
        run(&store, "http://a", None).unwrap();
        let row = store.staff_by_login(FIRST).unwrap().unwrap();
        assert_eq!(row.role, "admin");
        assert_eq!(store.office_changes_since(0).unwrap().len(), 1, "the history tells of it");
        assert!(!row.password.starts_with('$'));
        assert!(run(&store, "http://a", Some("eve")).unwrap_err().to_string().contains("eve"));
        drop(store);
        let _ = std::fs::remove_dir_all(folder);
    }
}
