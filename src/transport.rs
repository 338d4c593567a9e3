//! `okienko import` and `export`: the whole configuration of an office as one file. The stored document is the only truth
//! about it; staff rows follow it and add the secrets that a file never holds.

mod form;

use crate::failure::Failure;
use crate::staff;
use crate::terminal::say;
use okienko_queue::office::OfficeFile;
use okienko_queue::time::{Instant, day_of};
use okienko_store::{Engine, Store};
use std::path::Path;
use toml::Value;

/// The name of the stored document.
pub const DOCUMENT: &str = "office";

/// Checks a file and puts it to use: everything or nothing. Answers what to tell the person.
///
/// # Errors
/// Exit code 1 with every problem and its place; nothing was changed then.
pub fn import(store: &Store, file: &Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(file);
    let text = text.map_err(|error| Failure::unreadable(format!("{}: {error}", file.display())))?;
    let office = read_office(&file.display().to_string(), &text)?;
    let mut appender = store.appender()?;
    let held = store.setting(DOCUMENT)?;
    let before = held.as_ref().map(|held| stored(&held.value)).transpose()?;
    let revision = held.map_or(0, |held| held.revision);
    if appender.put_setting(DOCUMENT, &written(&office)?, revision)?.is_none() {
        return Err(Failure::undone("somebody else changed the office at the same time; nothing was imported"));
    }
    staff::dismiss(&mut appender, before.as_ref(), &office)?;
    let without_password = staff::follow(&mut appender, &office)?;
    let mut words = vec![format!("{} is imported: {}.", office.office.name.pl, counted(&office))];
    if store.engine() == Engine::Postgres {
        words.push("Servers that run over this database take it over within seconds.".into());
    }
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
    let text = form::written(&office)?;
    if file.as_os_str() == "-" {
        say(text.trim_end());
        return Ok(());
    }
    std::fs::write(file, text).map_err(|error| Failure::undone(format!("{}: {error}", file.display())))
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
    let refused = |problems: Vec<String>| {
        let lines: Vec<String> = problems.iter().map(|problem| format!("  {problem}")).collect();
        Failure::undone(format!("{name} cannot be used; nothing was changed:\n{}", lines.join("\n")))
    };
    let office: OfficeFile =
        toml::from_str(text).map_err(|error| refused(vec![error.to_string().trim_end().to_owned()]))?;
    let given: Value = toml::from_str(text).map_err(|error| refused(vec![error.to_string()]))?;
    let understood = Value::try_from(&office).map_err(|error| refused(vec![error.to_string()]))?;
    let mut problems = office.problems();
    let templates = okienko_mail::check_templates(&office.office.notices.templates);
    problems.extend(templates.iter().map(ToString::to_string));
    problems.extend(office.office.kiosk.template.as_deref().and_then(okienko_web::template_problem));
    problems.extend(okienko_web::texts::problems(&office.office.texts));
    unknown_keys("", &given, &understood, &mut problems);
    if problems.is_empty() { Ok(office.settled()) } else { Err(refused(problems)) }
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

/// Keys that were given and mean nothing: serde passes over them, a person who mistyped one should learn it.
fn unknown_keys(place: &str, given: &Value, understood: &Value, found: &mut Vec<String>) {
    match (given, understood) {
        (Value::Table(given), Value::Table(understood)) => {
            for (key, value) in given {
                match understood.get(key) {
                    Some(known) => unknown_keys(&format!("{place}{key}."), value, known, found),
                    // An empty section says nothing, and what says nothing is not written again.
                    None if value.as_table().is_some_and(toml::Table::is_empty) => {}
                    None => found.push(format!("{place}{key}: there is no such key")),
                }
            }
        }
        (Value::Array(given), Value::Array(understood)) => {
            let stem = place.trim_end_matches('.');
            for (n, (one, other)) in given.iter().zip(understood).enumerate() {
                let name = one.get("id").or_else(|| one.get("login")).and_then(Value::as_str);
                let name = name.map_or_else(|| (n + 1).to_string(), str::to_owned);
                unknown_keys(&format!("{stem} {name}: "), one, other, found);
            }
        }
        _ => {}
    }
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
