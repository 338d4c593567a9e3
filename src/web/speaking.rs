//! How many sounds are made at once. Anybody may ask for the sound of any call, so the work is bounded: two lanes, each with its own
//! hands and its own short queue. A call that stands on a board goes by the first lane; whatever strangers ask for, it never waits behind
//! them.

use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Hands and waiting places of the lane of calls that stand on a board: every screen of a large office at once.
const CALLED: (usize, usize) = (2, 64);
/// Of the lane of everything else: previews, and whoever tries.
const OTHERS: (usize, usize) = (1, 8);

/// Both lanes.
pub(crate) struct Lanes {
    /// For calls that stand on a board.
    pub called: Lane,
    /// For everything else.
    pub others: Lane,
}

impl Default for Lanes {
    fn default() -> Self {
        Self { called: Lane::new(CALLED), others: Lane::new(OTHERS) }
    }
}

/// One lane.
pub(crate) struct Lane {
    room: Arc<Semaphore>,
    hands: Arc<Semaphore>,
}

/// A hand that works; it is free again when this is dropped, wherever that happens.
pub(crate) struct Hand {
    _room: OwnedSemaphorePermit,
    _hand: OwnedSemaphorePermit,
}

impl Lane {
    fn new((hands, waiting): (usize, usize)) -> Self {
        Self { room: Arc::new(Semaphore::new(hands + waiting)), hands: Arc::new(Semaphore::new(hands)) }
    }

    /// A hand, at once or after waiting; nothing when too many wait already.
    pub async fn hand(&self) -> Option<Hand> {
        let room = self.room.clone().try_acquire_owned().ok()?;
        let hand = self.hands.clone().acquire_owned().await.ok()?;
        Some(Hand { _room: room, _hand: hand })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use futures_util::FutureExt;

    #[actix_web::test]
    async fn a_lane_has_few_hands_a_short_queue_and_turns_the_rest_away() {
        let lane = Lane::new((1, 2));
        let first = lane.hand().await.unwrap();
        let mut waiting = vec![Box::pin(lane.hand()), Box::pin(lane.hand())];
        assert!(waiting.iter_mut().all(|one| one.now_or_never().is_none()), "they wait");
        assert!(lane.hand().now_or_never().unwrap().is_none(), "the fourth is turned away at once");
        drop(first);
        assert!(waiting.remove(0).await.is_some(), "the first that waited goes on");
        assert!(Lanes::default().called.hand().now_or_never().unwrap().is_some());
    }
}
