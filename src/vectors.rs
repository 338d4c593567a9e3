//! `okienko vectors`: call-order vectors through the core.

use crate::failure::Failure;
use crate::terminal::say;
use okienko_queue::vectors::{Outcome, Vector, run};
use std::path::Path;

/// Runs every vector of a file and prints what was called, whatever the vectors expect.
///
/// # Errors
/// Exit code 2 for a file that cannot be read or a discipline that does not exist.
pub fn print(file: &Path) -> Result<(), Failure> {
    let text = std::fs::read_to_string(file);
    let text = text.map_err(|error| Failure::unreadable(format!("{}: {error}", file.display())))?;
    let outcomes = outcomes(&text).map_err(|why| Failure::unreadable(format!("{}: {why}", file.display())))?;
    let json = serde_json::to_string(&outcomes).map_err(|error| Failure::undone(error.to_string()))?;
    say(&json);
    Ok(())
}

fn outcomes(text: &str) -> Result<Vec<Outcome>, String> {
    let vectors: Vec<Vector> =
        serde_json::from_str(text).map_err(|error| format!("not call-order vectors: {error}"))?;
    let numbered = vectors.iter().enumerate();
    numbered.map(|(n, vector)| run(vector).map_err(|why| format!("vector {}: {why}", n + 1))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const ONE: &str = r#"[{"service_minutes": 10, "clerks": [{"name": "c1", "skills": ["A"], "free_from": 0}],
        "tickets": [{"id": "W1", "kind": "W", "svc": "A", "a": 0, "s": null}, {"id": "W2", "kind": "W", "svc": "A", "a": 1, "s": null},
        {"id": "U1", "kind": "U", "svc": "A", "a": 2, "s": 5.5}], "policy": "STRICT", "params": {}, "calls": "whatever"}]"#;

    #[test]
    fn the_output_is_what_the_contract_says() {
        let json = serde_json::to_string(&outcomes(ONE).unwrap()).unwrap();
        let wanted = r#"[{"calls":[{"ticket":"W1","t":0,"clerk":"c1"},{"ticket":"U1","t":10,"clerk":"c1"},{"ticket":"W2","t":20,"clerk":"c1"}],"overtakes":{"W1":0,"W2":1}}]"#;
        assert_eq!(json, wanted);
    }

    #[test]
    fn what_cannot_be_read_is_said_in_a_sentence() {
        assert!(outcomes("{}").unwrap_err().starts_with("not call-order vectors"));
        assert_eq!(outcomes(&ONE.replace("STRICT", "LIFO")).unwrap_err(), "vector 1: unknown policy LIFO");
        assert_eq!(print(Path::new("no/such/file")).unwrap_err().code(), 2);
    }
}
