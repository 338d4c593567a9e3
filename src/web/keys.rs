//! Idempotency keys (law line 38): what they may look like, and the hash that tells one question from another.

use crate::errors::Problem;
use actix_web::http::header::HeaderMap;
use okienko_actors::Key;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Bytes that a body may have.
pub(crate) const MOST_BODY: usize = 16 * 1024;
const MOST_KEY: usize = 200;

/// The key of a request, if it has one.
pub(crate) fn of(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let text = value.to_str().map_err(|_| Problem::malformed("Idempotency-Key"))?;
    checked(text).map(Some)
}

/// A key of 1 to 200 visible ASCII signs.
pub(crate) fn checked(text: &str) -> Result<String, Problem> {
    let key = text.trim();
    let fits = (1..=MOST_KEY).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if fits { Ok(key.to_owned()) } else { Err(Problem::malformed("Idempotency-Key")) }
}

/// The key with the hash of what is asked under it: method, path, caller and body; spelling of the JSON does not matter.
pub(crate) fn key(key: String, method: &str, path: &str, caller: &str, body: &Value) -> Key {
    let mut hash = Sha256::new();
    for part in [method, path, caller] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    digest(body, &mut hash);
    let body_hash = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Key { key, body_hash }
}

/// The members of an object by name, so that their order on the wire is no difference.
fn digest(value: &Value, hash: &mut Sha256) {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            hash.update(b"{");
            for (name, value) in members {
                hash.update(Value::from(name.as_str()).to_string());
                digest(value, hash);
            }
            hash.update(b"}");
        }
        Value::Array(items) => {
            hash.update(b"[");
            for item in items {
                digest(item, hash);
                hash.update(b",");
            }
            hash.update(b"]");
        }
        plain => hash.update(plain.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use serde_json::json;

    fn hash(path: &str, caller: &str, body: Value) -> String {
        key("k".into(), "POST", path, caller, &body).body_hash
    }

    #[test]
    fn a_key_is_short_and_visible() {
        assert_eq!(checked("  \"a-b\" ").unwrap(), "\"a-b\"");
        for bad in ["", "  ", "a b", "ż", &"k".repeat(201)] {
            assert_eq!(checked(bad).unwrap_err().code, "malformed", "{bad}");
        }
        assert!(checked(&"k".repeat(200)).is_ok());
        assert_eq!(of(&HeaderMap::new()).unwrap(), None);
    }

    #[test]
    fn the_order_of_members_is_no_difference_and_everything_else_is() {
        let body = || json!({ "a": 1, "b": { "c": [1, "x"], "d": null } });
        let turned: Value = serde_json::from_str(r#"{"b":{"d":null,"c":[1,"x"]},"a":1}"#).unwrap();
        assert_eq!(hash("/p", "k1", body()), hash("/p", "k1", turned));
        assert_ne!(hash("/p", "k1", body()), hash("/q", "k1", body()));
        assert_ne!(hash("/p", "k1", body()), hash("/p", "k2", body()));
        assert_ne!(hash("/p", "k1", body()), hash("/p", "k1", json!({ "a": 1, "b": { "c": [1, "y"], "d": null } })));
        assert_ne!(hash("/p", "k1", json!(["a", "b"])), hash("/p", "k1", json!(["a,b"])));
        assert_ne!(hash("/pa", "b", json!({})), hash("/p", "ab", json!({})));
    }
}
