//! Nodes hear of each other.

use super::batches::batch;
use super::place::Place;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(10);

fn heard_until(heard: &Receiver<String>, department: &str) {
    while heard.recv_timeout(SOON).unwrap() != department {}
}

#[test]
fn a_node_hears_appends_even_after_its_connection_broke() {
    let place = Place::postgres();
    let (here, there) = (place.store(), place.store());
    let mut appender = there.appender().unwrap();
    appender.append(&[batch("old", 0, 1)]).unwrap();
    let (say, heard) = channel();
    let listener = here.listen(Box::new(move |department| drop(say.send(department))));
    heard_until(&heard, "old");
    appender.append(&[batch("g", 0, 1), batch("s", 0, 1)]).unwrap();
    heard_until(&heard, "g");
    heard_until(&heard, "s");
    place.cut_connections();
    drop(appender);
    there.appender().unwrap().append(&[batch("r", 0, 1)]).unwrap();
    heard_until(&heard, "r");
    drop(listener);
    // The thread ends and with it the other end of the channel.
    while heard.recv_timeout(SOON).is_ok() {}
    assert!(heard.recv_timeout(SOON).is_err());
}

#[test]
fn over_sqlite_nothing_is_heard() {
    let place = Place::sqlite();
    let store = place.store();
    let (say, heard) = channel();
    let _listener = store.listen(Box::new(move |department| drop(say.send(department))));
    store.appender().unwrap().append(&[batch("g", 0, 1)]).unwrap();
    assert!(heard.recv_timeout(Duration::from_millis(100)).is_err());
}
