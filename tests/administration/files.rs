//! The whole configuration as one file, by the page and by the command line: everything that is wrong is named, nothing half is done.

use std::process::Command;

use okienko_tests::on_both_engines;
use okienko_tests::process::binary;

use super::*;

/// `okienko import` over the same data; whether it was done, and what it said.
fn imports(office: &Office, text: &str, flags: &[&str]) -> (bool, String) {
    let file = office.folder().join("wanted.toml");
    std::fs::write(&file, text).expect("a file");
    let mut command = Command::new(binary());
    command.arg("import").args(flags).arg(&file).env("DATABASE_URL", office.database_url()).env("NO_COLOR", "1");
    let output = command.output().expect("okienko import");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

on_both_engines! {
    async fn a_file_that_is_taken_out_goes_back_in_and_changes_what_was_edited(office: Office) {
        let keeper = Keeper::of(&office).await;
        let file = keeper.gets("office/file").await.with_status(200).text;
        assert!(file.starts_with("# ") && file.contains("rejestracja-pojazdow") && !file.contains("argon2"), "{file}");
        let revision = keeper.reads().await["revision"].clone();
        let same = keeper.posts("office/preview", json!({ "revision": revision, "text": file })).await.with_status(200).body;
        assert_eq!((&same["changes"], &same["errors"]), (&json!([]), &json!([])));
        let edited = file.replace("ul. Graniczna 21", "ul. Graniczna 23");
        keeper.posts("office", json!({ "revision": revision, "text": edited })).await.with_status(200);
        assert_eq!(keeper.last().await["places"][0]["path"], json!(["office", "address"]));
    }

    async fn every_mistake_of_a_file_is_told_in_words_at_once(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.reads().await;
        let file = keeper.gets("office/file").await.with_status(200).text;
        let wrong = file
            .replacen("letter = \"P\"", "letter = \"U\"", 1)
            .replacen("duration_minutes = 15", "duration_minutes = 15\ntickets_a_day = 3", 1)
            .replacen("capacity = 2", "capacity = 0", 1);
        let refused = keeper.posts("office", json!({ "revision": before["revision"], "text": wrong })).await.with_status(422).refused_with("invalid_office");
        for words in ["letter U", "tickets_a_day: there is no such key", "slots.capacity: at least 1"] {
            assert!(refused.text.contains(words), "{words} in {}", refused.text);
        }
        for text in ["[office]\nid = ", "", "office = 3", &file.replacen("Europe/Warsaw", "Europe/Dabrowa", 1)] {
            let refused = keeper.posts("office", json!({ "revision": before["revision"], "text": text })).await.with_status(422).refused_with("invalid_office");
            assert!(!refused.body["errors"][0]["detail"].as_str().expect("words").is_empty());
        }
        assert_eq!(keeper.reads().await, before);
    }

    async fn the_command_line_refuses_what_is_in_use_and_asks_before_it_leaves_somebody_unserved(opened: Office) {
        // A day that is still to come for the clock of the command: what waits there waits.
        let office = Office::open_at(opened.engine, "2031-11-24T08:00:00+01:00").await;
        drop(opened);
        let keeper = Keeper::of(&office).await;
        office.kiosk().takes_ticket("zaswiadczenia").await.with_status(201);
        let file = keeper.gets("office/file").await.with_status(200).text;
        office.stop();
        let mut gone: toml::Table = toml::from_str(&file).expect("a file");
        let department = gone["departments"].as_array_mut().expect("departments").iter_mut().find(|one| one["id"].as_str() == Some("sprawy-obywatelskie"));
        let department = department.expect("the department");
        department["services"].as_array_mut().expect("services").retain(|one| one["id"].as_str() != Some("zaswiadczenia"));
        let gone = toml::to_string(&gone).expect("a file").replace(", \"zaswiadczenia\"", "");
        let (done, said) = imports(&office, &gone, &[]);
        assert!(!done && said.contains("service zaswiadczenia is in use: tickets 1"), "{said}");
        let nobody = file.replace(", \"zaswiadczenia\"", "");
        let (done, said) = imports(&office, &nobody, &[]);
        assert!(!done && said.contains("no desk could call it") && said.contains("--confirm"), "{said}");
        let (done, said) = imports(&office, &nobody, &["--confirm"]);
        assert!(done && said.contains("no desk could call it"), "{said}");
        office.restart().await;
        assert_eq!(keeper.gets("office/unserved").await.with_status(200).body["tickets"][0]["why"], "no_desk");
    }
}
