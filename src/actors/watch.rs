//! That something has changed in a department, told to whoever waits for it: that, never what. Who hears it looks again, so a signal that
//! is missed costs nothing, and many signals in a row are one.

use crate::shared::lock;
use okienko_queue::ids::DepartmentId;
use std::collections::BTreeMap;
use std::sync::Mutex;
use tokio::sync::watch;

/// The signals of all departments of this node. They outlive a department's actor, so one that is opened again is still heard.
#[derive(Default)]
pub struct Changes(Mutex<BTreeMap<DepartmentId, watch::Sender<()>>>);

impl Changes {
    /// Something has changed: an event, or what is expected.
    pub fn tell(&self, department: &DepartmentId) {
        if let Some(signal) = lock(&self.0).get(department) {
            signal.send_replace(());
        }
    }

    /// Everything from now on. Ask before you look, and nothing falls in between.
    pub fn of(&self, department: &DepartmentId) -> Change {
        let mut signals = lock(&self.0);
        let signal = signals.entry(department.clone()).or_insert_with(|| watch::Sender::new(()));
        Change(signal.subscribe())
    }
}

/// What one listener has not heard yet.
pub struct Change(watch::Receiver<()>);

impl Change {
    /// Waits for the next change, or returns at once for one that was not heard yet.
    pub async fn next(&mut self) {
        if self.0.changed().await.is_err() {
            // The signals are gone with their office: there will never be a change.
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::time::Duration;
    use tokio::time::timeout;

    #[actix::test]
    async fn many_changes_are_one_signal_and_none_before_the_first_look_is_heard() {
        let (changes, department) = (Changes::default(), DepartmentId::from("so"));
        changes.tell(&department);
        let mut heard = changes.of(&department);
        assert!(timeout(Duration::from_millis(20), heard.next()).await.is_err(), "that was before");
        changes.tell(&department);
        changes.tell(&DepartmentId::from("other"));
        changes.tell(&department);
        timeout(Duration::from_millis(20), heard.next()).await.unwrap();
        assert!(timeout(Duration::from_millis(20), heard.next()).await.is_err(), "two were one");
    }
}
