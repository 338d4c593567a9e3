//! Looks at every department whenever something has changed there, and keeps the newest picture.

use crate::picture::{Part, Picture};
use okienko_actors::Office;
use okienko_queue::ids::DepartmentId;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// How often departments that are new or gone are looked for.
const CATALOGUE: Duration = Duration::from_secs(5);
/// Least time between two looks at one department: a rush of commands is one look, and none waits for a sign.
const BREATH: Duration = Duration::from_millis(50);
/// A look without a change: the day ends and doors close without an event.
const REFRESH: Duration = Duration::from_secs(60);

/// Follows all departments of an office for as long as somebody wants to know.
pub(crate) async fn follow(office: Office, tell: watch::Sender<Picture>) {
    let tell = Arc::new(tell);
    let mut followed: BTreeMap<DepartmentId, JoinHandle<()>> = BTreeMap::new();
    while !tell.is_closed() {
        let catalogue = office.catalogue();
        let known = |id: &DepartmentId| catalogue.departments.iter().any(|department| department.id == *id);
        followed.retain(|id, task| {
            if !known(id) {
                task.abort();
            }
            known(id)
        });
        tell.send_if_modified(|picture| {
            let before = (picture.parts.len(), Arc::as_ptr(&picture.office));
            picture.parts.retain(|id, _| known(id));
            picture.office = catalogue.clone();
            before != (picture.parts.len(), Arc::as_ptr(&picture.office))
        });
        for department in &catalogue.departments {
            let id = department.id.clone();
            let follow = || tokio::spawn(follow_one(office.clone(), department.id.clone(), tell.clone()));
            followed.entry(id).or_insert_with(follow);
        }
        sleep(CATALOGUE).await;
    }
}

async fn follow_one(office: Office, id: DepartmentId, tell: Arc<watch::Sender<Picture>>) {
    let mut change = office.changes(&id);
    loop {
        // A department that is out of service keeps what it showed last; that it is was logged.
        if let Ok(part) = office.look(&id, |department, _, now| Part::of(department, now)).await {
            tell.send_modify(|picture| {
                picture.parts.insert(id.clone(), part);
            });
        }
        sleep(BREATH).await;
        tokio::select! {
            () = change.next() => {}
            () = sleep(REFRESH) => {}
        }
    }
}
