//! What the nodes of one office tell each other of what they hold in memory: each under a name of its own, whole counts, in as many messages as
//! they need. What was heard twice counts once, and what was lost comes with the next telling.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A node that says nothing for so long is forgotten.
pub const FORGET_MS: i64 = 30_000;
/// Other nodes remembered at most.
const NODES_MOST: usize = 100;

/// A name for this process that no other has.
pub fn own_name() -> String {
    let mut bytes = [0; 8];
    // Without randomness the process's own number stands in; nodes on one machine still differ.
    if getrandom::fill(&mut bytes).is_err() {
        bytes = u64::from(std::process::id()).to_be_bytes();
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A share of whole counts: one message holds so many of them only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share<K: Ord> {
    /// The same in all shares of one telling, another in the next.
    telling: i64,
    /// Which of them it is, from 0.
    n: usize,
    /// How many shares there are.
    of: usize,
    counts: BTreeMap<K, u32>,
}

/// Counts in shares of at most so many; at least one, for nothing is news, too.
pub fn shares<K: Ord + Clone>(
    counts: impl IntoIterator<Item = (K, u32)>,
    telling: i64,
    at_once: usize,
) -> Vec<Share<K>> {
    let all: Vec<(K, u32)> = counts.into_iter().collect();
    let of = all.len().div_ceil(at_once).max(1);
    let share = |(n, some): (usize, &[(K, u32)])| Share { telling, n, of, counts: some.iter().cloned().collect() };
    if all.is_empty() { vec![share((0, &[]))] } else { all.chunks(at_once).enumerate().map(share).collect() }
}

/// The counts of other nodes.
#[derive(Debug)]
pub struct Nodes<K: Ord> {
    nodes: BTreeMap<String, Node<K>>,
}

#[derive(Debug)]
struct Node<K: Ord> {
    heard_ms: i64,
    counts: BTreeMap<K, u32>,
    telling: i64,
    shares: BTreeSet<usize>,
    coming: BTreeMap<K, u32>,
}

impl<K: Ord> Default for Nodes<K> {
    fn default() -> Self {
        Self { nodes: BTreeMap::new() }
    }
}

impl<K: Ord + Clone> Nodes<K> {
    /// Hears a share; answers what there is more or less of than before, once all shares are there.
    pub fn hear(&mut self, name: &str, share: Share<K>, now_ms: i64) -> Vec<K> {
        if self.nodes.len() >= NODES_MOST && !self.nodes.contains_key(name) {
            return Vec::new();
        }
        let node = self.nodes.entry(name.to_owned()).or_insert_with(|| Node {
            heard_ms: now_ms,
            counts: BTreeMap::new(),
            telling: share.telling,
            shares: BTreeSet::new(),
            coming: BTreeMap::new(),
        });
        node.heard_ms = now_ms;
        if node.telling != share.telling {
            node.telling = share.telling;
            node.shares.clear();
            node.coming.clear();
        }
        if !node.shares.insert(share.n) {
            return Vec::new();
        }
        node.coming.extend(share.counts);
        if node.shares.len() < share.of {
            return Vec::new();
        }
        let (after, before) = (std::mem::take(&mut node.coming), std::mem::take(&mut node.counts));
        let gone = before.keys().filter(|key| !after.contains_key(*key));
        let changed = after.keys().filter(|key| before.get(*key) != after.get(*key)).chain(gone).cloned().collect();
        node.counts = after;
        changed
    }

    /// Forgets nodes that have gone silent.
    pub fn forget(&mut self, now_ms: i64) {
        self.nodes.retain(|_, node| now_ms - node.heard_ms <= FORGET_MS);
    }

    /// What each node counts.
    pub fn counts(&self) -> impl Iterator<Item = &BTreeMap<K, u32>> {
        self.nodes.values().map(|node| &node.counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hears(
        nodes: &mut Nodes<&'static str>,
        node: &str,
        telling: i64,
        counts: &[(&'static str, u32)],
    ) -> Vec<&'static str> {
        let all = shares(counts.iter().copied(), telling, 2);
        let changed: Vec<_> = all.into_iter().map(|share| nodes.hear(node, share, telling)).collect();
        changed.concat()
    }

    #[test]
    fn counts_come_whole_however_many_messages_they_need() {
        let mut nodes = Nodes::default();
        assert_eq!(hears(&mut nodes, "n", 0, &[("a", 1), ("b", 2), ("c", 3)]), ["a", "b", "c"]);
        // The second share of three is lost: what was known stands until all are there.
        let told = shares([("a", 9), ("b", 9), ("c", 9), ("d", 9), ("e", 9)], 5, 2);
        assert_eq!(told.len(), 3);
        assert!(told.iter().step_by(2).all(|share| nodes.hear("n", share.clone(), 5).is_empty()));
        let twice = told.first().map(|share| nodes.hear("n", share.clone(), 5));
        assert_eq!(twice, Some(Vec::new()), "what was heard twice counts once");
        assert_eq!(nodes.counts().flat_map(BTreeMap::values).sum::<u32>(), 6);
        assert_eq!(hears(&mut nodes, "n", 9, &[("a", 1), ("c", 4)]), ["c", "b"], "what is gone is news");
        assert_eq!(hears(&mut nodes, "n", 12, &[]), ["a", "c"]);
    }

    #[test]
    fn a_node_that_says_nothing_is_forgotten_and_there_are_not_too_many() {
        let mut nodes = Nodes::default();
        hears(&mut nodes, "n", 10, &[("a", 1)]);
        nodes.forget(10 + FORGET_MS);
        assert_eq!(nodes.counts().count(), 1);
        nodes.forget(11 + FORGET_MS);
        assert_eq!(nodes.counts().count(), 0);
        for n in 0..300 {
            hears(&mut nodes, &n.to_string(), 20, &[]);
        }
        assert_eq!(nodes.counts().count(), NODES_MOST);
        assert_ne!(own_name(), own_name());
    }
}
