//! Answers given lately, by idempotency key: a repeat is answered without a look into the database.

use crate::ask::{Key, Trouble};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

/// How many answers one department remembers; older ones are found in the database.
const KEPT: usize = 4_096;

/// The last answers, oldest forgotten first.
#[derive(Default)]
pub struct Recent {
    answers: HashMap<String, (String, Arc<str>)>,
    order: VecDeque<String>,
}

impl Recent {
    /// What was answered under a key: the body, or that the key was used for something else.
    pub fn answer(&self, key: &Key) -> Option<Result<Arc<str>, Trouble>> {
        let (hash, body) = self.answers.get(&key.key)?;
        Some(if *hash == key.body_hash { Ok(body.clone()) } else { Err(Trouble::KeyReused) })
    }

    /// Remembers an answer.
    pub fn remember(&mut self, key: &Key, body: &str) {
        if self.answers.insert(key.key.clone(), (key.body_hash.clone(), body.into())).is_none() {
            self.order.push_back(key.key.clone());
        }
        if self.order.len() > KEPT
            && let Some(oldest) = self.order.pop_front()
        {
            self.answers.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_key_answers_the_same_body_and_refuses_another() {
        let mut recent = Recent::default();
        let key = |body: &str| Key { key: "k".into(), body_hash: body.into() };
        assert_eq!(recent.answer(&key("a")), None);
        recent.remember(&key("a"), "{}");
        assert_eq!(recent.answer(&key("a")).unwrap().unwrap().as_ref(), "{}");
        assert_eq!(recent.answer(&key("b")).unwrap(), Err(Trouble::KeyReused));
    }

    #[test]
    fn it_never_holds_more_than_its_bound() {
        let mut recent = Recent::default();
        for n in 0..KEPT + 10 {
            recent.remember(&Key { key: n.to_string(), body_hash: String::new() }, "");
        }
        assert_eq!((recent.answers.len(), recent.order.len()), (KEPT, KEPT));
    }
}
