//! What is read of an ID token whose signature has been checked.

use crate::fault::{Flaw, Trouble};
use crate::settings::Settings;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use serde_json::Value;

/// Bytes that a login may have.
const LONGEST: usize = 128;

/// Somebody whom the provider vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The provider's name for the person; with the issuer it is who they are.
    pub subject: String,
    /// The login that they are shown by.
    pub login: String,
    /// Their groups.
    pub groups: Vec<String>,
}

/// The person of a checked token; `whole` is the token, `subject` its checked subject.
pub fn person(whole: &str, subject: String, settings: &Settings) -> Result<Person, Trouble> {
    let claims = body(whole).ok_or(Trouble::Untrue(Flaw::Missing))?;
    let login = claims.get(&settings.login_claim).and_then(Value::as_str).map(str::trim).unwrap_or_default();
    // What the office's document asks of a login, too.
    if login.is_empty()
        || login.len() > LONGEST
        || login.contains(|sign: char| sign.is_whitespace() || sign.is_control())
    {
        return Err(Trouble::NoLogin);
    }
    Ok(Person { subject, login: login.to_owned(), groups: groups(&claims, &settings.groups_claim) })
}

fn body(token: &str) -> Option<Value> {
    let bytes = BASE64.decode(token.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// A claim's texts: a list, or one text. A name with dots is looked for as it is first, then as a way inside.
fn groups(claims: &Value, name: &str) -> Vec<String> {
    let inside = || name.split('.').try_fold(claims, |here, step| here.get(step));
    match claims.get(name).or_else(inside) {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::String(one)) => vec![one.clone()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn read(claims: &Value, groups: &str) -> Result<Person, Trouble> {
        let settings = Settings {
            issuer: String::new(),
            client_id: String::new(),
            client_secret: None,
            name: String::new(),
            scopes: Vec::new(),
            login_claim: "preferred_username".into(),
            groups_claim: groups.into(),
            ca: None,
            grants: Vec::new(),
        };
        person(&format!("x.{}.y", BASE64.encode(claims.to_string())), "s1".into(), &settings)
    }

    #[test]
    fn groups_come_as_a_list_as_one_text_or_from_inside() {
        let claims = json!({ "preferred_username": " anna ", "groups": ["a", 7, "b"], "one": "c",
            "realm_access": { "roles": ["d"] }, "https://city.example/groups": ["e"] });
        let of = |name: &str| read(&claims, name).unwrap().groups;
        assert_eq!(
            read(&claims, "groups").unwrap(),
            Person { subject: "s1".into(), login: "anna".into(), groups: of("groups") }
        );
        assert_eq!((of("groups"), of("one")), (vec!["a".into(), "b".into()], vec!["c".to_owned()]));
        assert_eq!(of("realm_access.roles"), ["d"]);
        assert_eq!(of("https://city.example/groups"), ["e"]);
        assert!(of("none").is_empty() && of("realm_access").is_empty() && of("one.two").is_empty());
    }

    #[test]
    fn what_is_no_login_is_refused() {
        for login in [json!(""), json!("anna nowak"), json!("a\u{7}"), json!(7), json!(null), json!("a".repeat(129))] {
            assert_eq!(read(&json!({ "preferred_username": login }), "groups"), Err(Trouble::NoLogin), "{login}");
        }
    }
}
