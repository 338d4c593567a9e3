//! The whole configuration of an office as one file that a person can read and edit: read with everything that is wrong, and written.

mod form;

pub use form::{LEFT_OUT, written};

use okienko_queue::office::OfficeFile;
use okienko_queue::office_check::Fault;
use toml::Value;

/// Reads an office's file and checks everything.
///
/// # Errors
/// Every problem with its place, in words.
pub fn read(text: &str) -> Result<OfficeFile, Vec<String>> {
    let office = parsed(text)?;
    let problems: Vec<String> = problems(&office).into_iter().map(|fault| fault.words).collect();
    if problems.is_empty() { Ok(office.settled()) } else { Err(problems) }
}

/// Reads an office's file as far as its form goes; whether it can be used is [`problems`]' matter.
///
/// # Errors
/// What cannot be read, and keys that mean nothing.
pub fn parsed(text: &str) -> Result<OfficeFile, Vec<String>> {
    let office: OfficeFile = toml::from_str(text).map_err(|error| vec![error.to_string().trim_end().to_owned()])?;
    let given: Value = toml::from_str(text).map_err(|error| vec![error.to_string()])?;
    let understood = Value::try_from(&office).map_err(|error| vec![error.to_string()])?;
    let mut unknown = Vec::new();
    unknown_keys("", &given, &understood, &mut unknown);
    if !unknown.is_empty() {
        // All at once: whoever corrects a file wants to do it once.
        unknown.extend(problems(&office).into_iter().map(|fault| fault.words));
        return Err(unknown);
    }
    Ok(office)
}

/// Everything that is wrong with an office, the texts and templates of the rooms above the core included.
pub fn problems(office: &OfficeFile) -> Vec<Fault> {
    let mut found = office.faults();
    let words =
        |field: &str, words: String| Fault { field: field.to_owned(), code: "words", what: words.clone(), words };
    let templates = okienko_mail::check_templates(&office.office.notices.templates);
    found.extend(templates.iter().map(|one| words("office.notices.templates", one.to_string())));
    let ticket = office.office.kiosk.template.as_deref().and_then(crate::api::paper_preview::template_problem);
    found.extend(ticket.map(|one| words("office.kiosk.template", one)));
    found.extend(crate::texts::problems(&office.office.texts).into_iter().map(|one| words("office.texts", one)));
    found
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
