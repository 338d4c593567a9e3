//! How long to wait before the next try.

use std::time::Duration;

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(30);
/// What held for so long was well: the next try comes soon again.
const STEADY: Duration = Duration::from_secs(10);

/// Waits that grow from one second to thirty.
#[derive(Debug, Default)]
pub(crate) struct Pause(Duration);

impl Pause {
    /// The wait after a try that held for so long.
    pub(crate) fn after(&mut self, held: Duration) -> Duration {
        self.0 = if held >= STEADY { FIRST } else { (self.0 * 2).clamp(FIRST, LONGEST) };
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_to_half_a_minute_and_begins_anew_after_a_good_while() {
        let mut pause = Pause::default();
        let waits: Vec<u64> = (0..7).map(|_| pause.after(Duration::ZERO).as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30]);
        assert_eq!(pause.after(STEADY), FIRST);
    }
}
