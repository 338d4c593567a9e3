//! Which desks have their page open, and in how many places: in memory only, told between the nodes of one office as whole counts.

use crate::clock::process_now_ms;
use crate::directory;
use crate::office::Office;
use crate::shared::{Shared, lock};
use okienko_queue::ids::DeskId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Other nodes are told of changes at most so often…
const TELL_EVERY: Duration = Duration::from_secs(1);
/// …and of everything at least so often…
const REFRESH_MS: i64 = 10_000;
/// …and forget a node that says nothing for so long.
const FORGET_MS: i64 = 30_000;
/// Other nodes remembered at most.
const NODES_MOST: usize = 100;
/// Desks in one message between nodes: it may have 8,000 bytes.
const TOLD_AT_ONCE: usize = 100;

/// The pages of desks that are open.
pub struct Presence {
    /// This process, by a name that no other has.
    node: String,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// By desk the names of the pages here, each with its windows.
    here: BTreeMap<DeskId, BTreeMap<String, u32>>,
    nodes: BTreeMap<String, Node>,
    changed: bool,
    told_ms: i64,
}

struct Node {
    heard_ms: i64,
    pages: BTreeMap<DeskId, usize>,
}

/// What one node tells the others: whole counts.
#[derive(Serialize, Deserialize)]
struct Told {
    node: String,
    desk_pages: BTreeMap<DeskId, usize>,
}

impl Default for Presence {
    fn default() -> Self {
        let mut bytes = [0; 8];
        // Without randomness the process's own number stands in; nodes on one machine still differ.
        if getrandom::fill(&mut bytes).is_err() {
            bytes = u64::from(std::process::id()).to_be_bytes();
        }
        Self { node: bytes.iter().map(|byte| format!("{byte:02x}")).collect(), known: Mutex::default() }
    }
}

impl Presence {
    fn opened(&self, desk: &DeskId, page: &str) {
        let mut known = lock(&self.known);
        *known.here.entry(desk.clone()).or_default().entry(page.to_owned()).or_default() += 1;
        known.changed = true;
    }

    fn left(&self, desk: &DeskId, page: &str) {
        let mut known = lock(&self.known);
        let Some(pages) = known.here.get_mut(desk) else { return };
        if let Some(windows) = pages.get_mut(page) {
            *windows = windows.saturating_sub(1);
        }
        pages.retain(|_, windows| *windows > 0);
        if pages.is_empty() {
            known.here.remove(desk);
        }
        known.changed = true;
    }

    fn pages(&self, desk: &DeskId, now_ms: i64) -> usize {
        let mut known = lock(&self.known);
        known.nodes.retain(|_, node| now_ms - node.heard_ms <= FORGET_MS);
        let here = known.here.get(desk).map_or(0, BTreeMap::len);
        here + known.nodes.values().filter_map(|node| node.pages.get(desk)).sum::<usize>()
    }

    /// Hears another node; what is about something else is left alone.
    pub(crate) fn told(&self, text: &str) {
        let Ok(told) = serde_json::from_str::<Told>(text) else { return };
        let mut known = lock(&self.known);
        if told.node != self.node && (known.nodes.len() < NODES_MOST || known.nodes.contains_key(&told.node)) {
            known.nodes.insert(told.node, Node { heard_ms: process_now_ms(), pages: told.desk_pages });
        }
    }

    /// What is to be told to other nodes now.
    fn news(&self, now_ms: i64) -> Option<String> {
        let mut known = lock(&self.known);
        if !known.changed && now_ms - known.told_ms < REFRESH_MS {
            return None;
        }
        (known.changed, known.told_ms) = (false, now_ms);
        let pages = known.here.iter().take(TOLD_AT_ONCE).map(|(desk, pages)| (desk.clone(), pages.len()));
        serde_json::to_string(&Told { node: self.node.clone(), desk_pages: pages.collect() }).ok()
    }
}

impl Office {
    /// A page of a desk was opened, or one more window of it; `page` names it among all pages.
    pub fn desk_opened(&self, desk: &DeskId, page: &str) {
        self.shared.presence.opened(desk, page);
    }

    /// A window of a desk's page was closed.
    pub fn desk_left(&self, desk: &DeskId, page: &str) {
        self.shared.presence.left(desk, page);
    }

    /// How many pages of a desk are open, on all nodes.
    pub fn desk_pages(&self, desk: &DeskId) -> usize {
        self.shared.presence.pages(desk, process_now_ms())
    }
}

/// Tells other nodes for as long as the process runs; over SQLite there are none.
pub async fn keep(shared: Arc<Shared>) {
    while shared.has_other_nodes() && !shared.is_draining() {
        if let Some(news) = shared.presence.news(process_now_ms()) {
            // What is lost on the way to a database that is away is told anew with the next refresh.
            let _ = directory::read(&shared, move |store| store.tell(&[news])).await;
        }
        tokio::time::sleep(TELL_EVERY).await;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn windows_of_one_page_count_once_and_pages_of_all_nodes_together() {
        let (here, there) = (Presence::default(), Presence::default());
        let desk = DeskId::from("1");
        here.opened(&desk, "a");
        here.opened(&desk, "a");
        assert_eq!(here.pages(&desk, 0), 1, "a page and its bar");
        there.opened(&desk, "b");
        let now_ms = process_now_ms();
        here.told(&there.news(now_ms).unwrap());
        assert_eq!(here.pages(&desk, now_ms), 2);
        assert_eq!(there.news(now_ms), None, "nothing new");
        assert!(there.news(now_ms + REFRESH_MS).is_some());
        here.left(&desk, "a");
        assert_eq!(here.pages(&desk, now_ms), 2, "the bar is still open");
        here.left(&desk, "a");
        assert_eq!(here.pages(&desk, now_ms), 1);
        assert_eq!(here.pages(&desk, now_ms + 2 * FORGET_MS), 0, "a node that is gone is forgotten");
    }
}
