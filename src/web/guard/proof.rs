//! Proof of work: a number that makes SHA-256 begin with zero bits. Made here, judged here, no third party; nothing to see, hear or solve
//! for a person. A challenge is signed by the server's secret, ends by the process clock, belongs to one browser or caller, and is good once.

use super::buckets::Id;
use crate::call::Call;
use crate::cookies::FormCookie;
use okienko_store::new_token;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

const PURPOSE: &str = "proof";
/// A form may lie open for so long, milliseconds.
const GOOD_FOR_MS: i64 = 3_600_000;
/// Digits of an answer.
const LONGEST_ANSWER: usize = 16;

/// Whose a challenge is.
#[derive(Clone, Copy)]
pub(crate) enum Owner<'a> {
    /// A browser, by the cookie of its forms.
    Browser(&'a FormCookie),
    /// A program, by its address.
    Caller(Id),
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The challenge, sent back as it is.
    pub challenge: String,
    /// Leading zero bits that SHA-256 of `{challenge}:{answer}` must have.
    pub bits: u8,
    /// When it ends, milliseconds of the process clock.
    pub expires_ms: i64,
}

impl Demand {
    /// A fresh challenge; `None` without randomness, which was logged.
    pub(crate) fn fresh(call: &Call, owner: Owner<'_>, bits: u8) -> Option<Self> {
        let nonce = new_token().map_err(|fault| tracing::error!(%fault, "no randomness")).ok()?;
        let expires_ms = call.office().process_now_ms() + GOOD_FOR_MS;
        let terms = format!("{expires_ms}_{bits}_{nonce}");
        Some(Self { challenge: format!("{terms}.{}", signature(call, owner, &terms)), bits, expires_ms })
    }
}

/// A genuine challenge that has not ended, with a right answer.
pub(crate) fn judge(call: &Call, owner: Owner<'_>, challenge: &str, answer: &str) -> Option<Proven> {
    let (terms, _) = challenge.rsplit_once('.')?;
    let mut parts = terms.splitn(3, '_');
    let (expires, bits, nonce) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    let digits = !answer.is_empty() && answer.len() <= LONGEST_ANSWER && answer.bytes().all(|one| one.is_ascii_digit());
    let proven = expires > call.office().process_now_ms()
        && digits
        && zeros(&Sha256::digest(format!("{challenge}:{answer}"))) >= bits
        && genuine(call, owner, challenge);
    proven.then(|| Proven { nonce: nonce.to_owned(), expires_ms: expires })
}

fn signature(call: &Call, owner: Owner<'_>, terms: &str) -> String {
    match owner {
        Owner::Browser(cookie) => cookie.token(call, &format!("{PURPOSE} {terms}")),
        Owner::Caller(id) => {
            let whole = call.office().store().secrets().link_token(PURPOSE, &format!("{id:x} {terms}"));
            whole.rsplit_once('.').map(|(_, proof)| proof.to_owned()).unwrap_or_default()
        }
    }
}

fn genuine(call: &Call, owner: Owner<'_>, challenge: &str) -> bool {
    let Some((terms, token)) = challenge.rsplit_once('.') else { return false };
    match owner {
        Owner::Browser(cookie) => cookie.admits(call, &format!("{PURPOSE} {terms}"), token),
        Owner::Caller(id) => {
            call.office().store().secrets().open_link(PURPOSE, &format!("{id:x} {challenge}")).is_some()
        }
    }
}

/// Leading zero bits.
fn zeros(digest: &[u8]) -> u32 {
    let whole = digest.iter().take_while(|byte| **byte == 0).count();
    let rest = digest.get(whole).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(whole).unwrap_or(0) * 8 + rest
}

/// A proof that was judged right, not yet used.
pub(crate) struct Proven {
    nonce: String,
    expires_ms: i64,
}

/// Challenges that were used, until they would have ended.
pub(crate) struct Spent {
    most: usize,
    used: Mutex<HashMap<String, (i64, String)>>,
}

impl Spent {
    /// None yet; at most so many are remembered.
    pub fn new(most: usize) -> Self {
        Self { most, used: Mutex::default() }
    }

    /// Uses a proof for what is asked under an idempotency key. The same question may come again with the same proof, another may not;
    /// when there is no room to remember it, it is not good.
    pub fn spend(&self, proven: Proven, key: &str, now_ms: i64) -> bool {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, before)) = used.get(&proven.nonce) {
            return !key.is_empty() && before == key;
        }
        if used.len() >= self.most {
            used.retain(|_, (until, _)| *until > now_ms);
        }
        let room = used.len() < self.most;
        if room {
            used.insert(proven.nonce, (proven.expires_ms, key.to_owned()));
        }
        room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proven(nonce: &str, expires_ms: i64) -> Proven {
        Proven { nonce: nonce.to_owned(), expires_ms }
    }

    #[test]
    fn zeros_are_counted_bit_by_bit() {
        assert_eq!((zeros(&[0x80]), zeros(&[0x01]), zeros(&[0, 0x10]), zeros(&[0, 0])), (0, 7, 11, 16));
    }

    #[test]
    fn a_proof_is_good_once_but_the_same_question_may_come_again() {
        let spent = Spent::new(10);
        assert!(spent.spend(proven("a", 100), "k1", 0));
        assert!(spent.spend(proven("a", 100), "k1", 0), "the answer got lost, the browser asks again");
        assert!(!spent.spend(proven("a", 100), "k2", 0));
        assert!(spent.spend(proven("b", 100), "", 0));
        assert!(!spent.spend(proven("b", 100), "", 0), "without a key nobody knows what is the same");
    }

    #[test]
    fn what_cannot_be_remembered_is_not_good() {
        let spent = Spent::new(2);
        assert!(spent.spend(proven("a", 100), "k", 0) && spent.spend(proven("b", 200), "k", 0));
        assert!(!spent.spend(proven("c", 300), "k", 50));
        assert!(spent.spend(proven("c", 300), "k", 150), "the first has ended meanwhile");
    }
}
