//! Letters kept in memory, for tests: look what was sent, or let the post be away (R20).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::fault::NotSent;
use crate::message::Message;

#[derive(Default)]
struct Kept {
    letters: Vec<Message>,
    away: bool,
}

/// A shared handle; clones see the same letters.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Kept>>);

impl Memory {
    /// Everything sent so far, oldest first.
    #[must_use]
    pub fn letters(&self) -> Vec<Message> {
        self.lock().letters.clone()
    }

    /// While true, every message is refused with [`NotSent::Later`].
    pub fn set_away(&self, away: bool) {
        self.lock().away = away;
    }

    pub(crate) fn keep(&self, message: &Message) -> Result<(), NotSent> {
        let mut kept = self.lock();
        if kept.away {
            return Err(NotSent::Later("the post is away".to_owned()));
        }
        kept.letters.push(message.clone());
        Ok(())
    }

    // A poisoned lock only says that some test failed while it looked; the letters are whole.
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
