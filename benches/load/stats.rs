//! Medians and quantiles.

use std::time::Duration;

/// The middle of some numbers; not a number when there is none.
pub fn median(numbers: &[f64]) -> f64 {
    quantile(numbers, 0.5)
}

/// The value that a share `of` (0 to 1) of the numbers does not exceed.
pub fn quantile(numbers: &[f64], of: f64) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1) as f64;
    sorted.get((last * of).round() as usize).copied().unwrap_or(f64::NAN)
}

/// A span in milliseconds.
pub fn ms(span: Duration) -> f64 {
    span.as_secs_f64() * 1e3
}
