//! How much: small counts for every change, the full counts with `OKIENKO_FULL=1` (`tests/run --full`).

/// `full` under `OKIENKO_FULL=1`, `usual` otherwise; the variable `name`, when set to a number, beats both.
pub fn count(name: &str, usual: usize, full: usize) -> usize {
    if let Some(given) = std::env::var(name).ok().and_then(|text| text.parse().ok()) {
        return given;
    }
    if is_full() { full } else { usual }
}

/// Whether the full counts were asked for.
pub fn is_full() -> bool {
    std::env::var("OKIENKO_FULL").is_ok_and(|value| value == "1")
}

/// The seed of a random test: `OKIENKO_SEED` to repeat a failure, a fresh one otherwise.
pub fn seed() -> u64 {
    let given = std::env::var("OKIENKO_SEED").ok().and_then(|text| text.parse().ok());
    given.unwrap_or_else(|| u64::from_str_radix(&crate::chance::fresh(), 16).expect("sixteen hexadecimal digits"))
}
