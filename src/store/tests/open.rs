//! What a store refuses to open.

use super::both;
use super::place::Place;
use crate::{Engine, Fault, Store};

fn refused(url: &str) -> Fault {
    match Store::open(url) {
        Ok(_) => panic!("{url} was opened"),
        Err(fault) => fault,
    }
}

#[test]
fn an_address_of_another_scheme_is_refused_with_advice() {
    for url in ["", "mysql://x/y", "okienko.db", "host=127.0.0.1 port=1 dbname=dz", "sqlite:", "sqlite::memory:"] {
        let fault = refused(url);
        assert!(matches!(fault, Fault::BadUrl(_)), "{url}: {fault:?}");
        assert!(fault.to_string().contains("postgres://"), "{fault}");
    }
    assert!(!std::path::Path::new("host=127.0.0.1 port=1 dbname=dz").exists());
}

#[test]
fn a_silent_server_is_away_and_leaves_no_file() {
    let fault = refused("postgres://nobody@127.0.0.1:1/nothing");
    assert!(matches!(fault, Fault::Away(_)), "{fault:?}");
}

#[test]
fn a_second_process_on_a_sqlite_file_is_refused_and_told_why() {
    let place = Place::sqlite();
    let store = place.store();
    let fault = refused(&place.url);
    assert!(matches!(fault, Fault::InUse(_)), "{fault:?}");
    let holder = format!("process {}", std::process::id());
    assert!(fault.to_string().contains(&holder), "{fault}");
    drop(store);
    place.store();
}

/// A lock of another process, taken with the system's own tool.
#[test]
fn a_lock_of_a_foreign_process_counts() {
    let place = Place::sqlite();
    drop(place.store());
    let path = place.url.strip_prefix("sqlite:").unwrap();
    let mut other = std::process::Command::new("flock")
        .args([&format!("{path}.lock"), "-c", "echo held; read _"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let out = other.stdout.take().unwrap();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(out), &mut line).unwrap();
    assert!(matches!(refused(&place.url), Fault::InUse(_)));
    drop(other.stdin.take());
    other.wait().unwrap();
    place.store();
}

both! {
    fn a_newer_schema_is_refused(place) {
        drop(place.store());
        place.raw("INSERT INTO __diesel_schema_migrations (version) VALUES ('99990101000000')");
        let fault = refused(&place.url);
        assert!(matches!(&fault, Fault::Newer { found, .. } if found == "99990101000000"), "{fault:?}");
    }
}

both! {
    fn opening_again_finds_what_was_written(place) {
        let store = place.store();
        store.appender().unwrap().append(&[crate::tests::batches::batch("g", 0, 2)]).unwrap();
        let link = store.secrets().link_token("ticket", "g-t1");
        drop(store);
        let store = place.store();
        assert_eq!(store.head("g").unwrap(), 2);
        assert_eq!(store.secrets().open_link("ticket", &link).as_deref(), Some("g-t1"));
        let engine = if place.is_sqlite() { Engine::Sqlite } else { Engine::Postgres };
        assert_eq!(store.engine(), engine);
        store.ping().unwrap();
    }
}

#[test]
fn nodes_that_start_together_migrate_once_and_share_the_secret() {
    let place = Place::postgres();
    let nodes: Vec<_> = (0..6)
        .map(|_| {
            let url = place.url.clone();
            std::thread::spawn(move || Store::open(&url).unwrap().secrets().link_token("ticket", "x"))
        })
        .collect();
    let links: Vec<String> = nodes.into_iter().map(|n| n.join().unwrap()).collect();
    assert!(links.iter().all(|link| *link == links[0]));
}
