//! How times are spread: number, mean, exact percentiles, maximum.

/// Of some times, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// How many times.
    pub count: u32,
    /// Their mean; 0 of none.
    pub mean_ms: f64,
    /// Half of them were not longer.
    pub median_ms: u32,
    /// Nine of ten were not longer.
    pub p90_ms: u32,
    /// 95 of a hundred were not longer.
    pub p95_ms: u32,
    /// The longest.
    pub max_ms: u32,
}

impl Spread {
    /// Of these times, whose order is lost: a look for a rank needs no whole sort.
    pub fn of(times: &mut [u32]) -> Self {
        let Some(max_ms) = times.iter().copied().max() else { return Self::default() };
        let sum: u64 = times.iter().map(|time| u64::from(*time)).sum();
        let count = times.len();
        let [p95, p90, median] = [95, 90, 50].map(|percent| rank(count, percent));
        // Each lower rank lies before the one just found.
        let p95_ms = nth(times, p95);
        let p90_ms = nth(times.get_mut(..=p95).unwrap_or_default(), p90);
        let median_ms = nth(times.get_mut(..=p90).unwrap_or_default(), median);
        #[expect(clippy::cast_precision_loss, reason = "sums of a year of times are far below 2^53")]
        let mean_ms = sum as f64 / count as f64;
        Self { count: u32::try_from(count).unwrap_or(u32::MAX), mean_ms, median_ms, p90_ms, p95_ms, max_ms }
    }
}

/// The place of the nearest rank among `count` times in order: the smallest that at least so many percent do not exceed.
fn rank(count: usize, percent: usize) -> usize {
    (count * percent).div_ceil(100).saturating_sub(1)
}

fn nth(times: &mut [u32], place: usize) -> u32 {
    if place < times.len() { *times.select_nth_unstable(place).1 } else { 0 }
}
