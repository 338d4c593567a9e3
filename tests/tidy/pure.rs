//! The core imports no runtime, no disk, no network, no clock, no chance.

use crate::tree::server_sources;

/// What may not stand in `src/queue` outside its tests.
const FORBIDDEN: [&str; 22] = [
    "actix",
    "diesel",
    "lettre",
    "tokio",
    "tracing",
    "getrandom",
    "std::fs",
    "std::net",
    "std::env",
    "std::thread",
    "std::process",
    "std::io",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "async fn",
    ".await",
    "HashMap",
    "HashSet",
    "println!",
    "unsafe ",
];

#[test]
fn the_core_imports_nothing_it_may_not() {
    let mut found = Vec::new();
    for file in server_sources("src/queue") {
        for (number, line) in file.code() {
            for word in FORBIDDEN.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{}:{number}: {word}", file.path));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
