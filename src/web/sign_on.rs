//! Passwords: judged on blocking threads, in the same time for known and unknown logins, and not guessed by trying.

use crate::errors::Problem;
use okienko_queue::throttle::{Limit, Throttle};
use okienko_queue::time::Instant;
use okienko_store::{hash_password, verify_password};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::sync::Semaphore;

/// Wrong passwords for one login from one address, and within how many minutes.
const LIMIT: Limit = Limit { most: 10, minutes: 5 };
/// Pairs of login and address remembered.
const MOST: usize = 10_000;
/// Passwords judged at once: each takes tens of megabytes for a moment.
const AT_ONCE: usize = 4;

/// What is remembered of failed sign-ons. Its clock is the process's.
pub(crate) struct SignOns {
    failed: Mutex<HashMap<(String, String), Throttle>>,
    judges: Arc<Semaphore>,
    nobody: Arc<OnceLock<String>>,
}

impl Default for SignOns {
    fn default() -> Self {
        Self { failed: Mutex::default(), judges: Arc::new(Semaphore::new(AT_ONCE)), nobody: Arc::default() }
    }
}

impl SignOns {
    /// Whether a password may be tried for a login from an address.
    pub fn admits(&self, login: &str, address: &str, now: Instant) -> bool {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let known = failed.get_mut(&(login.to_owned(), address.to_owned()));
        known.is_none_or(|throttle| throttle.admits(LIMIT, now))
    }

    /// A password was wrong, or right.
    pub fn tried(&self, login: &str, address: &str, right: bool, now: Instant) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let pair = (login.to_owned(), address.to_owned());
        if right {
            failed.remove(&pair);
            return;
        }
        if failed.len() >= MOST {
            failed.clear();
        }
        failed.entry(pair).or_default().missed(now);
    }

    /// Whether a password belongs to a hash; without a hash the same work is done for nothing.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, Problem> {
        let busy = |_| Problem::new("try_again");
        let _judge = self.judges.acquire().await.map_err(|_| Problem::new("try_again"))?;
        let nobody = self.nobody.clone();
        let judged = actix_web::web::block(move || match hash {
            Some(hash) => verify_password(&password, &hash),
            None => {
                let nobody = nobody.get_or_init(|| hash_password("nobody").unwrap_or_default());
                let _ = verify_password(&password, nobody);
                false
            }
        });
        judged.await.map_err(busy)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use okienko_queue::time::{minutes, seconds};

    #[test]
    fn ten_wrong_passwords_close_one_login_from_one_address_for_a_while() {
        let (sign_ons, start) = (SignOns::default(), Instant::UNIX_EPOCH);
        for n in 0..10 {
            assert!(sign_ons.admits("anna", "10.0.0.1", start + seconds(n)));
            sign_ons.tried("anna", "10.0.0.1", false, start + seconds(n));
        }
        assert!(!sign_ons.admits("anna", "10.0.0.1", start + seconds(11)));
        assert!(sign_ons.admits("anna", "10.0.0.2", start + seconds(11)));
        assert!(sign_ons.admits("jan", "10.0.0.1", start + seconds(11)));
        assert!(sign_ons.admits("anna", "10.0.0.1", start + minutes(6)));
    }

    #[actix_web::test]
    async fn an_unknown_login_is_refused_after_the_same_work() {
        let sign_ons = SignOns::default();
        let hash = hash_password("right").unwrap();
        assert!(sign_ons.verify("right".into(), Some(hash.clone())).await.unwrap());
        assert!(!sign_ons.verify("wrong".into(), Some(hash)).await.unwrap());
        assert!(!sign_ons.verify("nobody".into(), None).await.unwrap());
    }
}
