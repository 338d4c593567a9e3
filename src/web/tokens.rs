//! Bearer tokens that were looked up a moment ago, so that a kiosk's or a clerk's every press does not ask the database who it is.

use crate::auth::Principal;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How long an answer of the database is believed, milliseconds of the process clock. A revoked token works no longer than this.
const BELIEVED_MS: i64 = 2_000;
/// Tokens remembered; beyond them the memory is emptied, which only costs look-ups.
const MOST: usize = 10_000;

/// Tokens by their hash; the token itself is not kept.
#[derive(Default)]
pub(crate) struct Tokens(Mutex<HashMap<String, (Principal, i64)>>);

impl Tokens {
    /// Who a token belongs to, if that was looked up a moment ago.
    pub fn find(&self, hash: &str, now_ms: i64) -> Option<Principal> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(hash).filter(|(_, until)| *until > now_ms).map(|(who, _)| who.clone())
    }

    /// Remembers who a token belongs to; `ends_ms` is the end of a session.
    pub fn keep(&self, hash: String, who: Principal, now_ms: i64, ends_ms: i64) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.retain(|_, (_, until)| *until > now_ms);
        }
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(hash, (who, ends_ms.min(now_ms + BELIEVED_MS)));
    }

    /// Forgets everything: the next look of each is at the database.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Forgets a token at once.
    pub fn forget(&self, hash: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_believed_for_two_seconds_and_never_beyond_its_session() {
        let tokens = Tokens::default();
        let kiosk = || Principal::Kiosk { id: "k1".into() };
        tokens.keep("a".into(), kiosk(), 1_000, i64::MAX);
        assert_eq!(tokens.find("a", 2_999), Some(kiosk()));
        assert_eq!(tokens.find("a", 3_000), None);
        tokens.keep("b".into(), kiosk(), 1_000, 1_500);
        assert_eq!(tokens.find("b", 1_500), None);
        tokens.keep("c".into(), kiosk(), 1_000, i64::MAX);
        tokens.forget("c");
        assert_eq!(tokens.find("c", 1_001), None);
        tokens.keep("d".into(), kiosk(), 1_000, i64::MAX);
        tokens.clear();
        assert_eq!(tokens.find("d", 1_001), None);
    }
}
