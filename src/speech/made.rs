//! Sentences that were made already, bounded in bytes: the least used go first.

use crate::language::Language;
use crate::phrase::Sentence;
use bytes::Bytes;
use lru::LruCache;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is said, in a language.
pub(crate) type Key = (Language, Sentence);

/// The memory.
pub(crate) struct Made {
    most: usize,
    held: Mutex<Held>,
}

struct Held {
    bytes: usize,
    sounds: LruCache<Key, Bytes>,
}

impl Made {
    /// An empty memory for at most so many bytes of sound.
    pub fn new(most: usize) -> Self {
        Self { most, held: Mutex::new(Held { bytes: 0, sounds: LruCache::unbounded() }) }
    }

    /// A sound that is there; it counts as used.
    pub fn get(&self, key: &Key) -> Option<Bytes> {
        self.held().sounds.get(key).cloned()
    }

    /// Keeps a sound, and forgets others until all fit.
    pub fn put(&self, key: Key, sound: Bytes) {
        let mut held = self.held();
        held.bytes += sound.len();
        held.bytes -= held.sounds.put(key, sound).map_or(0, |before| before.len());
        while held.bytes > self.most {
            let Some((_, gone)) = held.sounds.pop_lru() else { break };
            held.bytes -= gone.len();
        }
    }

    /// How many bytes of sound are kept.
    pub fn bytes(&self) -> usize {
        self.held().bytes
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::call::{DeskLabel, TicketCode};

    fn key(code: &str) -> Key {
        (Language::Polish, Sentence::new(&TicketCode::parse(code).unwrap(), &DeskLabel::parse("3").unwrap()))
    }

    #[test]
    fn the_least_used_is_forgotten_first_and_the_bound_holds() {
        let made = Made::new(300);
        for code in ["A1", "A2", "A3"] {
            made.put(key(code), Bytes::from(vec![0; 100]));
        }
        assert!(made.get(&key("A1")).is_some(), "used again");
        made.put(key("A4"), Bytes::from(vec![0; 100]));
        assert!(made.get(&key("A2")).is_none() && made.get(&key("A1")).is_some() && made.bytes() == 300);
        made.put(key("A4"), Bytes::from(vec![0; 50]));
        assert_eq!(made.bytes(), 250, "put twice, it is counted once");
        made.put(key("A5"), Bytes::from(vec![0; 1000]));
        assert_eq!(made.bytes(), 0, "what can never fit is not kept");
    }
}
