//! Counts for the people who run the office; never anything personal.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// What has happened since the start of the process.
#[derive(Debug, Default)]
pub struct Stats {
    /// Commands answered with success.
    pub commands: AtomicU64,
    /// Commands refused by the rules.
    pub refusals: AtomicU64,
    /// Commands answered "try again".
    pub troubles: AtomicU64,
    /// Events appended.
    pub events: AtomicU64,
    /// Batches appended.
    pub appends: AtomicU64,
    /// Batches that another node was faster with.
    pub heads_moved: AtomicU64,
    /// Letters handed over.
    pub letters_sent: AtomicU64,
    /// Tries of letters that failed.
    pub letters_failed: AtomicU64,
    /// Frames handed to sockets.
    pub frames: AtomicU64,
    /// Sockets dropped because they did not keep up.
    pub sockets_dropped: AtomicU64,
}

impl Stats {
    /// Adds to a count.
    pub fn add(count: &AtomicU64, n: usize) {
        count.fetch_add(n as u64, Relaxed);
    }

    /// All counts with their names, for metrics.
    pub fn all(&self) -> [(&'static str, u64); 10] {
        let read = |count: &AtomicU64| count.load(Relaxed);
        [
            ("commands", read(&self.commands)),
            ("refusals", read(&self.refusals)),
            ("troubles", read(&self.troubles)),
            ("events", read(&self.events)),
            ("appends", read(&self.appends)),
            ("heads_moved", read(&self.heads_moved)),
            ("letters_sent", read(&self.letters_sent)),
            ("letters_failed", read(&self.letters_failed)),
            ("frames", read(&self.frames)),
            ("sockets_dropped", read(&self.sockets_dropped)),
        ]
    }
}
