//! Nodes hear of each other.

use super::batches::batch;
use super::place::Place;
use crate::Heard;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(10);

fn heard_until(heard: &Receiver<Heard>, what: &Heard) {
    while heard.recv_timeout(SOON).unwrap() != *what {}
}

fn appended(department: &str) -> Heard {
    Heard::Appended(department.to_owned())
}

#[test]
fn a_node_hears_appends_even_after_its_connection_broke() {
    let place = Place::postgres();
    let (here, there) = (place.store(), place.store());
    let mut appender = there.appender().unwrap();
    appender.append(&[batch("old", 0, 1)]).unwrap();
    let (say, heard) = channel();
    let listener = here.listen(Box::new(move |what| drop(say.send(what))));
    heard_until(&heard, &appended("old"));
    appender.append(&[batch("g", 0, 1), batch("s", 0, 1)]).unwrap();
    heard_until(&heard, &appended("g"));
    heard_until(&heard, &appended("s"));
    place.cut_connections();
    drop(appender);
    there.appender().unwrap().append(&[batch("r", 0, 1)]).unwrap();
    heard_until(&heard, &appended("r"));
    drop(listener);
    // The thread ends and with it the other end of the channel.
    while heard.recv_timeout(SOON).is_ok() {}
    assert!(heard.recv_timeout(SOON).is_err());
}

#[test]
fn a_node_hears_what_is_told_and_that_a_document_has_changed() {
    let place = Place::postgres();
    let (here, there) = (place.store(), place.store());
    let mut appender = there.appender().unwrap();
    appender.append(&[batch("old", 0, 1)]).unwrap();
    let (say, heard) = channel();
    let _listener = here.listen(Box::new(move |what| drop(say.send(what))));
    heard_until(&heard, &appended("old"));
    let texts = ["{}".to_owned(), "ż".repeat(3_900)];
    there.tell(&texts).unwrap();
    texts.into_iter().for_each(|text| heard_until(&heard, &Heard::Told(text)));
    let revision = appender.put_setting("office", "{}", 0).unwrap().unwrap();
    appender.put_setting("office", "{ }", revision).unwrap().unwrap();
    heard_until(&heard, &Heard::Document("office".to_owned()));
}

#[test]
fn over_sqlite_nothing_is_heard() {
    let place = Place::sqlite();
    let store = place.store();
    let (say, heard) = channel();
    let _listener = store.listen(Box::new(move |what| drop(say.send(what))));
    store.appender().unwrap().append(&[batch("g", 0, 1)]).unwrap();
    assert!(heard.recv_timeout(Duration::from_millis(100)).is_err());
}
