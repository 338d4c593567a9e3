//! Staff rows follow the office's document; passwords come from a person, never from a document.

use okienko_queue::office::{OfficeFile, Staff as Listed};
use okienko_store::{Appender, Fault, Staff, Store, new_token};

/// Stands where no password was set; it is no hash, so nothing verifies against it.
const NO_PASSWORD: &str = "!";

/// Adds and changes rows until they say what the document says; passwords stay. Answers who has none yet.
///
/// # Errors
/// [`Fault::Away`] when the database does not answer.
pub fn follow(appender: &mut Appender, office: &OfficeFile) -> Result<Vec<String>, Fault> {
    let held = appender.store().staff()?;
    let mut changed = Vec::new();
    let mut without_password = Vec::new();
    for listed in &office.staff {
        let before = held.iter().find(|row| row.login == listed.login);
        if before.is_some_and(Staff::is_provided) {
            // Checks before an import or a change refuse it; in a race the one who is there keeps the login.
            tracing::warn!(
                "a login of the office's document belongs to an account of the identity provider; it is left alone"
            );
            continue;
        }
        let id = before.map_or_else(new_id, |row| Ok(row.id.clone()))?;
        let password = before.map_or(NO_PASSWORD, |row| &row.password);
        if password == NO_PASSWORD {
            without_password.push(listed.login.clone());
        }
        let row = row(listed, id, password.to_owned());
        if before != Some(&row) {
            changed.push(row);
        }
    }
    if !changed.is_empty() {
        appender.put_staff(&changed)?;
    }
    Ok(without_password)
}

/// Removes, with their sessions, people who were in the document before and are not any more.
///
/// # Errors
/// [`Fault::Away`] when the database does not answer.
pub fn dismiss(appender: &mut Appender, before: Option<&OfficeFile>, now: &OfficeFile) -> Result<(), Fault> {
    let gone =
        before.iter().flat_map(|file| &file.staff).filter(|one| now.staff.iter().all(|other| other.login != one.login));
    let provided = provided_logins(appender.store())?;
    for person in gone.filter(|one| !provided.contains(&one.login)) {
        appender.remove_staff(&person.login)?;
    }
    Ok(())
}

/// Logins of people whom the identity provider vouches for: no document may list one.
///
/// # Errors
/// [`Fault::Away`] when the database does not answer.
pub fn provided_logins(store: &Store) -> Result<Vec<String>, Fault> {
    Ok(store.staff()?.into_iter().filter(Staff::is_provided).map(|row| row.login).collect())
}

/// The row of a listed person.
pub fn row(listed: &Listed, id: String, password: String) -> Staff {
    Staff {
        id,
        login: listed.login.clone(),
        password,
        role: listed.role.to_string(),
        desk: listed.desk.as_ref().map(ToString::to_string),
        departments: listed.departments.iter().map(ToString::to_string).collect(),
    }
}

/// A fresh opaque id, that says nothing of the person.
///
/// # Errors
/// [`Fault::Broken`] when the system gives no randomness.
pub fn new_id() -> Result<String, Fault> {
    Ok(format!("s{}", new_token()?.chars().filter(char::is_ascii_alphanumeric).take(12).collect::<String>()))
}
