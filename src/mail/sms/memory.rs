//! Text messages kept in memory, for tests.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Sms;
use crate::fault::NotSent;

#[derive(Default)]
struct Kept {
    messages: Vec<Sms>,
    away: bool,
}

/// A shared handle; clones see the same messages.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Mutex<Kept>>);

impl Outbox {
    /// Everything sent so far, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Sms> {
        self.lock().messages.clone()
    }

    /// While true, every message is refused with [`NotSent::Later`].
    pub fn set_away(&self, away: bool) {
        self.lock().away = away;
    }

    pub(crate) fn keep(&self, sms: &Sms) -> Result<(), NotSent> {
        let mut kept = self.lock();
        if kept.away {
            return Err(NotSent::Later("the gateway is away".to_owned()));
        }
        kept.messages.push(sms.clone());
        Ok(())
    }

    // A poisoned lock only says that some test failed while it looked; the messages are whole.
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
