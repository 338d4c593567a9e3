//! Passwords: judged on blocking threads, in the same time for known and unknown logins, and not guessed by trying.
//!
//! A lock-out must not lock others out. So what is counted differs: a browser in which its owner signed on before has a budget of its
//! own, which nobody else can use up; everybody else shares budgets by login and address, by login and by address. Who tries
//! somebody's login from afar closes it for strangers only.

use crate::errors::Problem;
use okienko_queue::throttle::{Limit, Throttle};
use okienko_queue::time::Instant;
use okienko_store::{hash_password, verify_password};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::sync::Semaphore;

/// Wrong tries in one browser that is known to its login.
const KNOWN: Limit = Limit { most: 10, minutes: 5 };
/// Wrong tries for one login from one address.
const PAIR: Limit = Limit { most: 10, minutes: 5 };
/// Wrong tries for one login from everywhere.
const LOGIN: Limit = Limit { most: 50, minutes: 15 };
/// Wrong tries from one address for whichever logins; an office has one address.
const ADDRESS: Limit = Limit { most: 200, minutes: 15 };
/// Budgets remembered of each kind.
const MOST: usize = 10_000;
/// Passwords judged at once: each takes tens of megabytes for a moment.
const AT_ONCE: usize = 4;

/// Who tries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The login, as typed.
    pub login: String,
    /// The network address, as a number.
    pub address: u128,
    /// The browser, if the login's owner signed on in it before.
    pub browser: Option<String>,
}

impl Caller {
    /// The budgets that a wrong try is taken from.
    fn budgets(&self) -> Vec<(Budget, Limit)> {
        let login = || self.login.clone();
        match &self.browser {
            Some(browser) => vec![(Budget::Known(login(), browser.clone()), KNOWN)],
            None => vec![
                (Budget::Pair(login(), self.address), PAIR),
                (Budget::Login(login()), LOGIN),
                (Budget::Address(self.address), ADDRESS),
            ],
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Budget {
    Known(String, String),
    Pair(String, u128),
    Login(String),
    Address(u128),
    /// What is no sign-on and is not guessed either: the digits of a visit, a code of a device.
    Deed(String, u128),
}

/// What is remembered of failed sign-ons, by this process. Its clock is the process's.
pub(crate) struct SignOns {
    failed: Mutex<HashMap<Budget, Throttle>>,
    judges: Arc<Semaphore>,
    nobody: Arc<OnceLock<String>>,
}

impl Default for SignOns {
    fn default() -> Self {
        Self { failed: Mutex::default(), judges: Arc::new(Semaphore::new(AT_ONCE)), nobody: Arc::default() }
    }
}

impl SignOns {
    /// Whether one more may be tried. It is counted as wrong at once and forgiven when it was right: of many tries in one instant no more
    /// go through than of many one after the other.
    pub fn enters(&self, caller: &Caller, now: Instant) -> bool {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let mut admits = |(budget, limit): &(Budget, Limit)| {
            failed.get_mut(budget).is_none_or(|throttle| throttle.admits(*limit, now))
        };
        let budgets = caller.budgets();
        if !budgets.iter().all(&mut admits) {
            return false;
        }
        make_room(&mut failed, now);
        for (budget, _) in budgets {
            failed.entry(budget).or_default().missed(now);
        }
        true
    }

    /// Whether a deed that is limited as one login from one address is may be done once more.
    pub fn admits_deed(&self, what: &str, address: u128, now: Instant) -> bool {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let known = failed.get_mut(&Budget::Deed(what.to_owned(), address));
        known.is_none_or(|throttle| throttle.admits(PAIR, now))
    }

    /// Such a deed was wrong, or right, which forgets the wrong ones.
    pub fn tried_deed(&self, what: &str, address: u128, right: bool, now: Instant) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let budget = Budget::Deed(what.to_owned(), address);
        if right {
            failed.remove(&budget);
        } else {
            make_room(&mut failed, now);
            failed.entry(budget).or_default().missed(now);
        }
    }

    /// Whether the try that just went wrong was the last one of a budget.
    pub fn is_closed(&self, caller: &Caller, now: Instant) -> bool {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open = |(budget, limit): (Budget, Limit)| {
            failed.get_mut(&budget).is_none_or(|throttle| throttle.admits(limit, now))
        };
        !caller.budgets().into_iter().all(&mut open)
    }

    /// A try was neither right nor wrong: it only lacked something.
    pub fn forgiven(&self, caller: &Caller) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        for (budget, _) in caller.budgets() {
            if let Some(throttle) = failed.get_mut(&budget) {
                throttle.forgiven();
            }
        }
    }

    /// A try was right: the caller's own misses are forgotten. Budgets that others share get only this one back, so that one good
    /// password does not hide a search for more.
    pub fn succeeded(&self, caller: &Caller) {
        self.forgiven(caller);
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.remove(&Budget::Pair(caller.login.clone(), caller.address));
        if let Some(browser) = &caller.browser {
            failed.remove(&Budget::Known(caller.login.clone(), browser.clone()));
        }
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

/// Forgets what is over; where that is not enough, everything: a memory that grows without end would be worse.
fn make_room(failed: &mut HashMap<Budget, Throttle>, now: Instant) {
    if failed.len() >= MOST {
        // No budget is longer than a quarter of an hour.
        failed.retain(|_, throttle| !throttle.admits(Limit { most: 1, ..LOGIN }, now));
    }
    if failed.len() >= MOST {
        failed.clear();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use okienko_queue::time::{minutes, seconds};

    fn caller(login: &str, address: u128, browser: Option<&str>) -> Caller {
        Caller { login: login.into(), address, browser: browser.map(str::to_owned) }
    }

    /// So many wrong tries, a second apart; answers how many were let in.
    fn tries(sign_ons: &SignOns, caller: &Caller, times: u32) -> usize {
        (0..times).filter(|n| sign_ons.enters(caller, Instant::UNIX_EPOCH + seconds(*n))).count()
    }

    /// Whether one more would be let in, without counting it.
    fn open(sign_ons: &SignOns, caller: &Caller, now: Instant) -> bool {
        !sign_ons.is_closed(caller, now)
    }

    #[test]
    fn ten_wrong_passwords_close_one_login_from_one_address_for_a_while() {
        let (sign_ons, start) = (SignOns::default(), Instant::UNIX_EPOCH);
        let anna = caller("anna", 1, None);
        assert_eq!(tries(&sign_ons, &anna, 9), 9);
        assert!(open(&sign_ons, &anna, start + seconds(11)));
        assert_eq!(tries(&sign_ons, &anna, 5), 1, "the tenth is the last");
        assert!(!open(&sign_ons, &anna, start + seconds(11)));
        assert!(open(&sign_ons, &caller("anna", 2, None), start + seconds(11)));
        assert!(open(&sign_ons, &caller("jan", 1, None), start + seconds(11)));
        assert!(open(&sign_ons, &anna, start + minutes(6)));
    }

    #[test]
    fn nobody_is_locked_out_of_the_own_browser_by_others() {
        let (sign_ons, later) = (SignOns::default(), Instant::UNIX_EPOCH + seconds(60));
        for address in 0..6 {
            tries(&sign_ons, &caller("anna", address, None), 10);
        }
        assert!(!open(&sign_ons, &caller("anna", 99, None), later), "a search over many addresses ends");
        assert!(open(&sign_ons, &caller("anna", 1, Some("own")), later), "her own browser is not asked about it");
        tries(&sign_ons, &caller("anna", 1, Some("own")), 10);
        assert!(!open(&sign_ons, &caller("anna", 1, Some("own")), later), "but it has an end too");
        assert!(open(&sign_ons, &caller("anna", 1, Some("other")), later));
    }

    #[test]
    fn one_address_cannot_try_every_login() {
        let (sign_ons, later) = (SignOns::default(), Instant::UNIX_EPOCH + seconds(60));
        for n in 0..200 {
            sign_ons.enters(&caller(&format!("p{n}"), 7, None), Instant::UNIX_EPOCH);
        }
        assert!(!open(&sign_ons, &caller("new", 7, None), later) && open(&sign_ons, &caller("new", 8, None), later));
    }

    #[test]
    fn a_success_forgets_the_callers_own_misses_only() {
        let (sign_ons, later) = (SignOns::default(), Instant::UNIX_EPOCH + seconds(60));
        tries(&sign_ons, &caller("anna", 1, None), 10);
        sign_ons.succeeded(&caller("anna", 2, None));
        assert!(!open(&sign_ons, &caller("anna", 1, None), later));
        sign_ons.succeeded(&caller("anna", 1, None));
        assert!(open(&sign_ons, &caller("anna", 1, None), later));
    }

    #[test]
    fn what_only_lacked_a_code_costs_nothing() {
        let (sign_ons, anna) = (SignOns::default(), caller("anna", 1, None));
        for _ in 0..30 {
            assert!(sign_ons.enters(&anna, Instant::UNIX_EPOCH));
            sign_ons.forgiven(&anna);
        }
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
