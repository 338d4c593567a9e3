//! What the journal must hold over a crash.
#![allow(clippy::unwrap_used)]

use super::*;

struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("okienko-journal-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn touch(key: &str) -> NewTouch {
    NewTouch {
        key: key.into(),
        kind: "ticket",
        body_hash: "hash".into(),
        sealed: None,
        language: "pl".into(),
        day: "2026-11-23".into(),
        touched_ms: 1,
        state: "asked",
        asked: false,
        shown: false,
        answer: None,
        ticket: None,
        paper: "none",
        paper_told: false,
        twin: "none",
    }
}

fn lease(number: i32) -> Lease {
    Lease {
        ticket: format!("t{number}"),
        day: "2026-11-23".into(),
        department: "d".into(),
        service: Some("s".into()),
        number,
        code: format!("R{number:03}"),
        status_url: String::new(),
        token: String::new(),
        used: false,
    }
}

fn give(journal: &Journal, key: &str, lease: &str) -> Result<(), Failure> {
    let entry = Entry {
        key: format!("entry-{key}"),
        touch: key.into(),
        day: "2026-11-23".into(),
        given_ms: 1,
        body: "{}".into(),
        state: "waiting".into(),
        code: None,
    };
    let row = touch(key);
    let touch = Given::New(&row);
    journal.give(&Leased { touch, entry: &entry, visit: None, lease, answer: "{}", paper: "waiting", twin: false })
}

#[test]
fn a_leased_number_is_given_once_and_stays_used_over_a_restart_and_a_new_list() {
    let folder = Folder::new("once");
    let journal = Journal::open(&folder.0).unwrap();
    journal.set_leases("2026-11-23", &[lease(41), lease(42)]).unwrap();
    let lowest = |journal: &Journal| journal.lowest("2026-11-23", "d", Some("s")).unwrap().map(|lease| lease.number);
    assert_eq!(lowest(&journal), Some(41));
    give(&journal, "one", "t41").unwrap();
    assert!(give(&journal, "two", "t41").is_err(), "never twice");
    assert!(journal.touch("two").unwrap().is_none(), "all or nothing");
    drop(journal);
    let journal = Journal::open(&folder.0).unwrap();
    journal.set_leases("2026-11-23", &[lease(41), lease(43)]).unwrap();
    assert_eq!(lowest(&journal), Some(43), "the server's list may be older than the giving");
    assert_eq!(journal.lowest("2026-11-24", "d", Some("s")).unwrap().map(|lease| lease.number), None);
    assert_eq!(journal.unsynced(50).unwrap().len(), 1);
}

#[test]
fn a_paper_leaves_a_state_once() {
    let folder = Folder::new("paper");
    let journal = Journal::open(&folder.0).unwrap();
    journal.set_leases("2026-11-23", &[lease(1)]).unwrap();
    give(&journal, "one", "t1").unwrap();
    assert!(journal.paper_moves("one", "waiting", "sending", None).unwrap());
    assert!(!journal.paper_moves("one", "waiting", "sending", None).unwrap());
    assert!(journal.paper_moves("one", "sending", "printed", None).unwrap());
    assert!(journal.papers_to_tell().unwrap().is_empty(), "the server does not know the ticket yet");
    journal.synced("entry-one", "accepted", None, Some("t1")).unwrap();
    assert_eq!(journal.papers_to_tell().unwrap().len(), 1);
    journal.paper_told("one", "printed").unwrap();
    assert!(journal.papers_to_tell().unwrap().is_empty());
}

#[test]
fn what_the_server_does_not_know_is_kept_over_midnight() {
    let folder = Folder::new("midnight");
    let journal = Journal::open(&folder.0).unwrap();
    journal.set_leases("2026-11-23", &[lease(1), lease(2)]).unwrap();
    give(&journal, "one", "t1").unwrap();
    give(&journal, "two", "t2").unwrap();
    journal.synced("entry-two", "accepted", None, Some("t2")).unwrap();
    journal.paper_moves("two", "waiting", "failed", Some("away")).unwrap();
    journal.forget_touches("2026-11-24").unwrap();
    assert!(journal.touch("two").unwrap().is_some(), "staff have not heard of its paper");
    journal.paper_told("two", "failed").unwrap();
    journal.begin(&NewTouch { day: String::new(), ..touch("early") }).unwrap();
    journal.forget_entries("2026-11-24").unwrap();
    journal.forget_touches("2026-11-24").unwrap();
    assert!(journal.touch("one").unwrap().is_some());
    assert!(journal.touch("two").unwrap().is_none());
    assert!(journal.touch("early").unwrap().is_some(), "made before the office's day was known");
    assert_eq!(journal.unsynced(50).unwrap().len(), 1);
}
