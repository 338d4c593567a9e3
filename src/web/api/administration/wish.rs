//! How somebody wishes the document to be: some of its places, the whole of it, or a file.

use crate::errors::Problem;
use crate::office_file;
use crate::texts::Texts;
use okienko_actors::history::{self, Edit};
use okienko_queue::office::OfficeFile;
use okienko_queue::office_check::Fault;
use serde::Deserialize;
use serde_json::Value;

/// A new document, or what is new in it; one of the three.
#[derive(Deserialize)]
pub(super) struct Wish {
    /// The revision that was seen.
    pub revision: i64,
    /// The whole document.
    #[serde(default)]
    document: Option<Value>,
    /// Some places of it.
    #[serde(default)]
    changes: Vec<Place>,
    /// The whole as the text of a file.
    #[serde(default)]
    text: Option<String>,
    /// Yes to what leaves somebody unserved.
    #[serde(default)]
    pub confirmed: bool,
}

/// A place with what shall stand there; null takes away what does.
#[derive(Deserialize)]
struct Place {
    path: Vec<String>,
    #[serde(default)]
    value: Value,
}

impl Wish {
    /// The document that holds, as it is wished.
    pub fn over(&self, held: &OfficeFile, t: Texts) -> Result<OfficeFile, Problem> {
        let mut wanted = match (&self.text, &self.document) {
            (Some(text), _) => office_file::parsed(text).map_err(|words| unreadable(words, t))?.settled(),
            (None, Some(document)) => read(document.clone(), t)?,
            (None, None) if self.changes.is_empty() => return Err(Problem::malformed("changes")),
            (None, None) => self.changed(held, t)?,
        };
        // Documents go out without secrets; who sends one back takes none away.
        if wanted.office.kiosk.pin.is_none() {
            wanted.office.kiosk.pin.clone_from(&held.office.kiosk.pin);
        }
        Ok(wanted)
    }

    fn changed(&self, held: &OfficeFile, t: Texts) -> Result<OfficeFile, Problem> {
        let mut plain = history::plain(held).map_err(|error| unreadable(vec![error.to_string()], t))?;
        for place in &self.changes {
            if place.path.is_empty() || !history::put(&mut plain, &place.path, place.value.clone()) {
                return Err(Problem::new("not_found").with("path", place.path.clone().into()));
            }
        }
        read(plain, t)
    }

    /// Whether somebody else's change is about a place of this one.
    pub fn meets(&self, other: &[Edit]) -> bool {
        let whole = self.changes.is_empty();
        other.iter().any(|edit| whole || self.changes.iter().any(|place| history::meet(&place.path, &edit.path)))
    }

    /// The only place of a wish that has one.
    pub fn only_place(&self) -> Option<&[String]> {
        match self.changes.as_slice() {
            [place] => Some(&place.path),
            _ => None,
        }
    }
}

fn read(mut document: Value, t: Texts) -> Result<OfficeFile, Problem> {
    tidy(&mut document);
    history::office(document).map_err(|error| unreadable(vec![error.to_string()], t))
}

fn unreadable(words: Vec<String>, t: Texts) -> Problem {
    let fault = |words: String| Fault { field: String::new(), code: "words", what: String::new(), words };
    super::refused(&words.into_iter().map(fault).collect::<Vec<_>>(), t)
}

/// Texts as people mean them: without spaces around, and an empty translation is none.
fn tidy(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(tidy),
        Value::Object(map) => {
            if map.get("pl").is_some_and(Value::is_string) {
                for text in map.values_mut() {
                    let trimmed = text.as_str().map(|words| words.trim().to_owned());
                    *text = trimmed.map_or_else(|| text.take(), Value::from);
                }
                map.retain(|language, text| language == "pl" || text != "");
            }
            map.values_mut().for_each(tidy);
        }
        _ => {}
    }
}
