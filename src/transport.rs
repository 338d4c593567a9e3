//! `okienko import` and `export`: the whole configuration of an office as one file. The stored document is the only truth
//! about it; staff rows follow it and add the secrets that a file never holds.

mod meaning;

use crate::failure::Failure;
use crate::staff;
use crate::terminal::say;
use okienko_actors::{By, accounts, effects_in_store, put_office};
use okienko_queue::office::OfficeFile;
use okienko_queue::time::{Instant, day_of};
use okienko_store::{Engine, Store};
use okienko_web::office_file;
use std::path::Path;

/// The name of the stored document.
pub const DOCUMENT: &str = "office";
/// Who changes the document at the command line, as its history names it.
pub const AUTHOR: &str = "command line";

/// Checks a file and puts it to use: everything or nothing. What it would mean for those who wait and those who booked is told; what
/// leaves somebody unserved has to be confirmed. Answers what to tell the person.
///
/// # Errors
/// Exit code 1 with every problem and its place; nothing was changed then.
pub fn import(store: &Store, file: &Path, is_confirmed: bool) -> Result<String, Failure> {
    let text = std::fs::read_to_string(file);
    let text = text.map_err(|error| Failure::unreadable(format!("{}: {error}", file.display())))?;
    let mut office = read_office(&file.display().to_string(), &text)?;
    let taken = taken(&accounts::provided_logins(store)?, &office);
    if !taken.is_empty() {
        return Err(refused(&file.display().to_string(), &taken));
    }
    let mut appender = store.appender()?;
    let held = store.setting(DOCUMENT)?;
    let before = held.as_ref().map(|held| stored(&held.value)).transpose()?;
    // Files come without secrets; who puts one back takes none away.
    if let (None, Some(before)) = (&office.office.kiosk.pin, &before) {
        office.office.kiosk.pin.clone_from(&before.office.kiosk.pin);
    }
    let revision = held.map_or(0, |held| held.revision);
    let told = match &before {
        Some(before) => meaning::told(&effects_in_store(store, before, &office, now())?, is_confirmed)
            .map_err(|problems| refused(&file.display().to_string(), &problems))?,
        None => Vec::new(),
    };
    let by = By { author: AUTHOR.into(), at: now(), undoes: None };
    if appender.whole(|appender| put_office(appender, before.as_ref(), &office, revision, &by))?.is_none() {
        return Err(Failure::undone("somebody else changed the office at the same time; nothing was imported"));
    }
    let without_password = staff::follow(&mut appender, &office)?;
    let mut words = vec![format!("{} is imported: {}.", office.office.name.pl, counted(&office))];
    if store.engine() == Engine::Postgres {
        words.push("Servers that run over this database take it over within seconds.".into());
    }
    words.push(format!("Not of the file, and left as it is: {}.", office_file::LEFT_OUT.join("; ")));
    words.extend(told);
    words.extend(duties(&office, now()));
    words.extend(without_password.iter().map(|login| format!("No password yet: okienko staff password {login}")));
    Ok(words.join("\n"))
}

/// What the law asks for and the office still owes, in words for whoever looks after it.
pub fn duties(office: &OfficeFile, now: Instant) -> Vec<String> {
    let law = &office.office.law;
    let missing = law.missing();
    let due = law.declaration.review_due_since(day_of(office.office.time_zone, now));
    let owed = (!missing.is_empty())
        .then(|| format!("Not given yet, and shown as such on /accessibility and /privacy: {}", missing.join(", ")));
    let late = due.map(|day| {
        format!("The declaration of accessibility has been due for review since {day}: set declaration.reviewed once it is done")
    });
    owed.into_iter().chain(late).collect()
}

/// Writes the configuration as a file; `-` is standard output.
///
/// # Errors
/// Exit code 1 when there is no office yet or the file cannot be written.
pub fn export(store: &Store, file: &Path) -> Result<(), Failure> {
    let office = configured(store)?.ok_or_else(|| Failure::undone("there is no office yet: okienko import FILE"))?;
    let text = office_file::written(&office).map_err(|error| Failure::undone(error.to_string()))?;
    if file.as_os_str() == "-" {
        say(text.trim_end());
        return Ok(());
    }
    std::fs::write(file, text).map_err(|error| Failure::undone(format!("{}: {error}", file.display())))?;
    say(&format!("{} is written. Left out: {}.", file.display(), office_file::LEFT_OUT.join("; ")));
    Ok(())
}

/// The stored configuration; `None` before the first import.
///
/// # Errors
/// Exit code 1 when the database is away or holds what this program cannot read.
pub fn configured(store: &Store) -> Result<Option<OfficeFile>, Failure> {
    store.setting(DOCUMENT)?.map(|held| stored(&held.value)).transpose()
}

/// Reads an office's file and checks everything; `name` says which in the failure.
///
/// # Errors
/// Exit code 1 with every problem and its place.
pub fn read_office(name: &str, text: &str) -> Result<OfficeFile, Failure> {
    office_file::read(text).map_err(|problems| refused(name, &problems))
}

/// Listed logins that belong to accounts of the identity provider: nobody takes one over by a file.
fn taken(provided: &[String], office: &OfficeFile) -> Vec<String> {
    let listed = office.staff.iter().filter(|person| provided.contains(&person.login));
    listed.map(|person| format!("staff: the login {} has an account of the identity provider", person.login)).collect()
}

fn refused(name: &str, problems: &[String]) -> Failure {
    let lines: Vec<String> = problems.iter().map(|problem| format!("  {problem}")).collect();
    Failure::undone(format!("{name} cannot be used; nothing was changed:\n{}", lines.join("\n")))
}

/// The document as it is stored.
///
/// # Errors
/// Exit code 1; cannot happen for an office that was read from a file.
pub fn written(office: &OfficeFile) -> Result<String, Failure> {
    serde_json::to_string(office).map_err(|error| Failure::undone(error.to_string()))
}

fn stored(document: &str) -> Result<OfficeFile, Failure> {
    let read = serde_json::from_str::<OfficeFile>(document);
    read.map(OfficeFile::settled).map_err(|error| Failure::undone(format!("the stored office cannot be read: {error}")))
}

fn now() -> Instant {
    okienko_queue::time::from_ms(okienko_actors::process_now_ms())
}

fn counted(office: &OfficeFile) -> String {
    let departments = &office.departments;
    let services: usize = departments.iter().map(|one| one.services.len()).sum();
    let desks: usize = departments.iter().map(|one| one.desks.len()).sum();
    let (boards, staff) = (office.boards.len(), office.staff.len());
    format!("departments {}, services {services}, desks {desks}, boards {boards}, staff {staff}", departments.len())
}

#[cfg(test)]
mod tests;
