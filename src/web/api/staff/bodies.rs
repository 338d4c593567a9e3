//! What the phone line's calls take.

use crate::errors::Problem;
use okienko_actors::{Person, Wanted};
use okienko_queue::person;
use serde::Deserialize;

/// Signs of a code or an id that are looked at.
const MOST_SIGNS: usize = 80;
const LANGUAGES: [&str; 3] = ["pl", "en", "uk"];

/// What the caller tells: exactly one of them.
#[derive(Deserialize)]
pub(super) struct Search {
    phone: Option<String>,
    code: Option<String>,
    appointment: Option<String>,
}

/// A booking for a caller. Without e-mail no letter is sent; the code is spoken or printed.
#[derive(Deserialize)]
pub(super) struct Booking {
    pub service: String,
    pub start: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    phone: String,
    email: Option<String>,
    language: Option<String>,
    #[serde(default)]
    pub beyond_limits: bool,
}

/// Another term.
#[derive(Deserialize)]
pub(super) struct Move {
    pub start: String,
    #[serde(default)]
    pub beyond_limits: bool,
}

impl Search {
    /// What is wanted, checked.
    pub fn wanted(self) -> Result<Wanted, Problem> {
        match (self.phone, self.code, self.appointment) {
            (Some(phone), None, None) => {
                let digits = person::phone(&phone).map_err(|refusal| Problem::fields(&[("phone", refusal.code())]))?;
                Ok(Wanted::Phone(digits))
            }
            (None, Some(code), None) => {
                let digits: String = code.chars().filter(char::is_ascii_digit).take(MOST_SIGNS).collect();
                if digits.is_empty() { Err(Problem::malformed("code")) } else { Ok(Wanted::Code(digits)) }
            }
            (None, None, Some(id)) if id.len() <= MOST_SIGNS => Ok(Wanted::Visit(id)),
            _ => Err(Problem::malformed("phone")),
        }
    }
}

impl Booking {
    /// The caller, checked in the order of the contract; all that is wrong at once. An address that is left out or
    /// empty is none; one that is given must be right.
    pub fn person(&self) -> Result<Person, Problem> {
        let email = self.email.as_deref().map_or("", str::trim);
        let email = if email.is_empty() { Ok(String::new()) } else { person::email(email) };
        let language = self.language.as_deref().unwrap_or("pl");
        let known = LANGUAGES.contains(&language);
        match (person::name(&self.name), person::phone(&self.phone), email) {
            (Ok(name), Ok(phone), Ok(email)) if known => {
                Ok(Person { name, phone, email, language: language.to_owned(), code: None, origin: None })
            }
            (name, phone, email) => {
                let mut errors: Vec<(&'static str, &'static str)> =
                    [("name", name.err()), ("phone", phone.err()), ("email", email.err())]
                        .into_iter()
                        .filter_map(|(field, refusal)| Some((field, refusal?.code())))
                        .collect();
                if !known {
                    errors.push(("language", "invalid_language"));
                }
                Err(Problem::fields(&errors))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use serde_json::{Value, json};

    fn wanted(body: Value) -> Result<Wanted, Problem> {
        serde_json::from_value::<Search>(body).unwrap().wanted()
    }

    #[test]
    fn r36_a_caller_tells_a_phone_or_a_code_or_staff_know_the_id() {
        assert_eq!(wanted(json!({ "phone": "+48 662-138-278" })).unwrap(), Wanted::Phone("48662138278".into()));
        assert_eq!(wanted(json!({ "code": "123 456" })).unwrap(), Wanted::Code("123456".into()));
        assert_eq!(wanted(json!({ "appointment": "so-a1" })).unwrap(), Wanted::Visit("so-a1".into()));
        assert_eq!(wanted(json!({ "phone": "12" })).unwrap_err().code, "invalid_phone");
        for bad in [
            json!({}),
            json!({ "code": "abc" }),
            json!({ "phone": "662138278", "code": "1" }),
            json!({ "appointment": "x".repeat(81) }),
        ] {
            assert_eq!(wanted(bad).unwrap_err().code, "malformed");
        }
    }

    #[test]
    fn r36_an_address_may_be_missing_but_not_wrong() {
        let person = |email: Value| {
            let body = json!({ "service": "s", "start": "x", "name": "Anna", "phone": "662138278", "email": email });
            serde_json::from_value::<Booking>(body).unwrap().person()
        };
        assert_eq!(person(Value::Null).unwrap().email, "");
        assert_eq!(person(json!("  ")).unwrap().email, "");
        assert_eq!(person(json!("a@example.org")).unwrap().email, "a@example.org");
        assert_eq!(person(json!("a@")).unwrap_err().code, "invalid_email");
        let nothing: Booking =
            serde_json::from_value(json!({ "service": "s", "start": "x", "language": "de" })).unwrap();
        assert_eq!(nothing.person().unwrap_err().code, "invalid_name");
    }
}
