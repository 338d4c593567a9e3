//! `web -> actors -> {store, mail} -> queue`, `signs -> actors`, and nothing points upwards.

use crate::tree::{server_sources, source, sources};

/// Which rooms each room may know, by the names in its `[dependencies]`.
const ARROWS: [(&str, &[&str]); 9] = [
    ("queue", &[]),
    ("paper", &[]),
    ("speech", &[]),
    ("openid", &[]),
    ("store", &["okienko-queue"]),
    ("mail", &["okienko-queue"]),
    ("actors", &["okienko-queue", "okienko-store", "okienko-mail"]),
    (
        "web",
        &[
            "okienko-queue",
            "okienko-store",
            "okienko-mail",
            "okienko-paper",
            "okienko-speech",
            "okienko-openid",
            "okienko-actors",
        ],
    ),
    ("signs", &["okienko-queue", "okienko-actors"]),
];

#[test]
fn rooms_know_only_the_rooms_below() {
    for (room, allowed) in ARROWS {
        let manifest = source(&format!("src/{room}/Cargo.toml")).text;
        for line in manifest.lines().filter(|line| line.starts_with("okienko-")) {
            let name = line.split(['.', ' ', '=']).next().unwrap_or("");
            assert!(allowed.contains(&name), "src/{room} may not know {name}");
        }
    }
}

#[test]
fn exactly_one_file_names_the_deprecated_socket_crate() {
    let mut naming = sources("src", &["rs"]);
    naming.retain(|file| file.code().any(|(_, line)| line.contains("actix_web_actors")));
    let paths: Vec<&str> = naming.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths.len(), 1, "actix_web_actors is named in {paths:?}");
}

#[test]
fn server_code_has_no_way_to_panic_in_passing() {
    let mut found = Vec::new();
    for file in server_sources("src") {
        for (number, line) in file.code() {
            // A method of one's own may be called `expect`; clippy tells the two apart for certain.
            let code = line.split(" // ").next().unwrap_or(line).replace("self.expect(", "");
            if [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!("].iter().any(|word| code.contains(word))
            {
                found.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_black_box_knows_no_room_but_the_core() {
    let manifest = source("tests/Cargo.toml").text;
    let named: Vec<&str> = manifest.lines().filter(|line| line.starts_with("okienko-")).collect();
    assert_eq!(named, ["okienko-queue.workspace = true"]);
}
