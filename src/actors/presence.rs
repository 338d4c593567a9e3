//! Which desks have their page open, and in how many places: in memory only, told between the nodes of one office as whole counts.

use crate::clock::process_now_ms;
use crate::directory;
use crate::nodes::{Nodes, Share, own_name, shares};
use crate::office::Office;
use crate::shared::{Shared, lock};
use okienko_queue::ids::DeskId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Other nodes are told of changes at most so often…
const TELL_EVERY: Duration = Duration::from_secs(1);
/// …and of everything at least so often.
const REFRESH_MS: i64 = 10_000;
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
    nodes: Nodes<DeskId>,
    changed: bool,
    told_ms: i64,
}

/// What one node tells the others: whole counts.
#[derive(Serialize, Deserialize)]
struct Told {
    node: String,
    desk_pages: Share<DeskId>,
}

impl Default for Presence {
    fn default() -> Self {
        Self { node: own_name(), known: Mutex::default() }
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
        known.nodes.forget(now_ms);
        let here = known.here.get(desk).map_or(0, BTreeMap::len);
        let elsewhere: u32 = known.nodes.counts().filter_map(|pages| pages.get(desk)).sum();
        here + usize::try_from(elsewhere).unwrap_or(usize::MAX)
    }

    /// Hears another node; what is about something else is left alone.
    pub(crate) fn told(&self, text: &str) {
        let Ok(told) = serde_json::from_str::<Told>(text) else { return };
        if told.node != self.node {
            lock(&self.known).nodes.hear(&told.node, told.desk_pages, process_now_ms());
        }
    }

    /// What is to be told to other nodes now: nothing, or everything in as many messages as it needs.
    fn news(&self, now_ms: i64) -> Vec<String> {
        let mut known = lock(&self.known);
        if !known.changed && now_ms - known.told_ms < REFRESH_MS {
            return Vec::new();
        }
        (known.changed, known.told_ms) = (false, now_ms);
        let pages = |pages: &BTreeMap<String, u32>| u32::try_from(pages.len()).unwrap_or(u32::MAX);
        let here = known.here.iter().map(|(desk, open)| (desk.clone(), pages(open)));
        let told = shares(here, now_ms, TOLD_AT_ONCE).into_iter();
        let told = told.map(|desk_pages| Told { node: self.node.clone(), desk_pages });
        told.filter_map(|one| serde_json::to_string(&one).ok()).collect()
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
        let news = shared.presence.news(process_now_ms());
        if !news.is_empty() {
            // What is lost on the way to a database that is away is told anew with the next refresh.
            let _ = directory::read(&shared, move |store| store.tell(&news)).await;
        }
        tokio::time::sleep(TELL_EVERY).await;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::nodes::FORGET_MS;

    fn tell(from: &Presence, to: &Presence, now_ms: i64) {
        from.news(now_ms).iter().for_each(|news| to.told(news));
    }

    #[test]
    fn windows_of_one_page_count_once_and_pages_of_all_nodes_together() {
        let (here, there) = (Presence::default(), Presence::default());
        let desk = DeskId::from("1");
        here.opened(&desk, "a");
        here.opened(&desk, "a");
        assert_eq!(here.pages(&desk, 0), 1, "a page and its bar");
        there.opened(&desk, "b");
        let now_ms = process_now_ms();
        tell(&there, &here, now_ms);
        assert_eq!(here.pages(&desk, now_ms), 2);
        assert!(there.news(now_ms).is_empty(), "nothing new");
        assert_eq!(there.news(now_ms + REFRESH_MS).len(), 1);
        here.left(&desk, "a");
        assert_eq!(here.pages(&desk, now_ms), 2, "the bar is still open");
        here.left(&desk, "a");
        assert_eq!(here.pages(&desk, now_ms), 1);
        assert_eq!(here.pages(&desk, now_ms + 2 * FORGET_MS), 0, "a node that is gone is forgotten");
    }

    #[test]
    fn no_desk_is_left_out_however_many_there_are_and_each_message_fits() {
        let (here, there) = (Presence::default(), Presence::default());
        let desks: Vec<DeskId> =
            (0..1_000).map(|n| DeskId::from(format!("desk-with-a-long-name-of-{n}").as_str())).collect();
        desks.iter().for_each(|desk| there.opened(desk, "a"));
        let now_ms = process_now_ms();
        let news = there.news(now_ms);
        assert!(news.len() == 1_000_usize.div_ceil(TOLD_AT_ONCE) && news.iter().all(|text| text.len() < 8_000));
        news.iter().for_each(|text| here.told(text));
        assert!(desks.iter().all(|desk| here.pages(desk, now_ms) == 1));
    }
}
