//! Which screens are connected and what they said of the calls: in memory only, of the last minutes only, shared between the nodes of
//! one office as whole counts, so that what was heard twice counts once.

use crate::clock::process_now_ms;
use crate::department::ShowDesks;
use crate::directory;
use crate::nodes::{Nodes, Share, own_name, shares};
use crate::shared::{Shared, lock, read};
use okienko_queue::Department;
use okienko_queue::announced::{Announcement, How, Tally, announcement};
use okienko_queue::department::CallEntry;
use okienko_queue::ids::{BoardId, DepartmentId, DeskId, ServiceId};
use okienko_queue::time::{Instant, minutes};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::timeout;

/// Minutes for which a call is remembered.
const REMEMBERED_MINUTES: u32 = 10;
const REMEMBERED_MS: i64 = 600_000;
/// Calls remembered at most.
const CALLS_MOST: usize = 10_000;
/// Words of screens remembered at most, of all calls together; beyond it the oldest call is forgotten.
const WORDS_MOST: usize = 200_000;
/// A desk is told of changes at most so often.
const TELL_EVERY: Duration = Duration::from_millis(200);
/// Other nodes are told of connected screens at least so often.
const REFRESH: Duration = Duration::from_secs(10);
/// Calls, or boards, in one message between nodes: it may have 8,000 bytes.
const TOLD_AT_ONCE: usize = 60;

/// What this node knows of screens.
pub struct Announced {
    /// This process, by a name that no other has.
    node: String,
    known: Mutex<Known>,
    stirred: Notify,
}

#[derive(Default)]
struct Known {
    calls: BTreeMap<u64, Call>,
    /// The calls in the order in which they were heard of.
    order: VecDeque<u64>,
    words: usize,
    screens: BTreeMap<BoardId, u32>,
    nodes: Nodes<BoardId>,
    /// What is to be told: desks to their clerks, calls and screens to the other nodes.
    desks: BTreeSet<(DepartmentId, DeskId)>,
    to_tell: BTreeSet<u64>,
    screens_changed: bool,
}

/// What was said of one call.
struct Call {
    since_ms: i64,
    /// Where it leads; not known yet of one that another node was faster to tell of than the journal.
    facts: Option<(DepartmentId, ServiceId, DeskId)>,
    screens: BTreeMap<Arc<str>, How>,
    here: Tally,
    elsewhere: BTreeMap<String, Tally>,
}

/// What one node tells the others: whole counts.
#[derive(Serialize, Deserialize)]
// The other things that nodes tell each other come the same way and are none of these.
#[serde(deny_unknown_fields)]
struct Told {
    node: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    screens: Option<Share<BoardId>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    calls: BTreeMap<u64, Tally>,
}

impl Default for Announced {
    fn default() -> Self {
        Self { node: own_name(), known: Mutex::default(), stirred: Notify::new() }
    }
}

impl Announced {
    /// Learns of a department's calls, so that screens can say something about them.
    pub(crate) fn calls(&self, department: &Department, now: Instant) {
        let mut known = lock(&self.known);
        let (old, since_ms) = (now - minutes(REMEMBERED_MINUTES), process_now_ms());
        for entry in department.calls().take_while(|entry| entry.called_at >= old) {
            let facts = (department.config().id.clone(), entry.service.clone(), entry.desk.clone());
            match known.calls.get_mut(&entry.number) {
                // Newest first: whatever is older is known, too.
                Some(Call { facts: Some(_), .. }) => break,
                Some(call) => call.facts = Some(facts),
                None => known.learn(entry.number, Call::new(since_ms, Some(facts))),
            }
        }
    }

    /// A screen at a board says what it did about a call. What is no call that the board shows is ignored.
    pub(crate) fn heard(&self, shared: &Shared, board: &BoardId, screen: &Arc<str>, seq: u64, how: How) {
        let catalogue = shared.catalogue();
        let Some(board) = catalogue.boards.iter().find(|one| one.id == *board) else { return };
        let mut known = lock(&self.known);
        let Some(call) = known.calls.get_mut(&seq) else { return };
        let Some((department, service, desk)) = call.facts.clone() else { return };
        let before = call.screens.get(screen).copied();
        let now = how.after(before);
        if !board.shows(&department, &service, &desk) || before == Some(now) {
            return;
        }
        call.screens.insert(screen.clone(), now);
        call.here.count(before, now);
        known.words += usize::from(before.is_none());
        known.desks.insert((department, desk));
        known.to_tell.insert(seq);
        known.forget(process_now_ms());
        self.stirred.notify_one();
    }

    /// So many more screens, or fewer, are connected to a board.
    pub(crate) fn connected(&self, shared: &Shared, board: &BoardId, by: i32) {
        let desks = watched_desks(shared, [board].into_iter());
        let mut known = lock(&self.known);
        let count = known.screens.entry(board.clone()).or_default();
        *count = count.saturating_add_signed(by);
        if *count == 0 {
            known.screens.remove(board);
        }
        known.screens_changed = true;
        known.desks.extend(desks);
        self.stirred.notify_one();
    }

    /// What a desk is told of its call.
    pub(crate) fn of(&self, shared: &Shared, department: &DepartmentId, entry: &CallEntry) -> Announcement {
        let catalogue = shared.catalogue();
        let mut known = lock(&self.known);
        known.forget(process_now_ms());
        let call = known.calls.get(&entry.number);
        let said = call.into_iter().flat_map(|call| std::iter::once(&call.here).chain(call.elsewhere.values()));
        let all = std::iter::once(&known.screens).chain(known.nodes.counts());
        let board = |id: &BoardId| catalogue.boards.iter().find(|board| board.id == *id);
        let screens = all.flatten().filter_map(|(id, count)| board(id).map(|board| (board, *count)));
        announcement(department, entry, screens, said)
    }

    /// Hears another node. What is not understood comes from another edition and is left alone.
    pub(crate) fn told(&self, shared: &Shared, text: &str) {
        let Ok(told) = serde_json::from_str::<Told>(text) else { return };
        if told.node == self.node {
            return;
        }
        let now_ms = process_now_ms();
        let changed = told.screens.map(|screens| lock(&self.known).nodes.hear(&told.node, screens, now_ms));
        let desks = watched_desks(shared, changed.iter().flatten());
        let mut known = lock(&self.known);
        known.desks.extend(desks);
        for (seq, tally) in told.calls {
            if !known.calls.contains_key(&seq) {
                known.learn(seq, Call::new(now_ms, None));
            }
            let Some(call) = known.calls.get_mut(&seq) else { continue };
            call.elsewhere.insert(told.node.clone(), tally);
            let desk = call.facts.as_ref().map(|(department, _, desk)| (department.clone(), desk.clone()));
            known.desks.extend(desk);
        }
        known.forget(now_ms);
        self.stirred.notify_one();
    }

    /// What is to be told now: desks to their clerks, and messages for the other nodes.
    fn take(&self, refresh: bool) -> (BTreeSet<(DepartmentId, DeskId)>, Vec<String>) {
        let mut known = lock(&self.known);
        let desks = std::mem::take(&mut known.desks);
        let mut told = Vec::new();
        if std::mem::take(&mut known.screens_changed) || refresh {
            let screens = known.screens.iter().map(|(id, count)| (id.clone(), *count));
            let told_now = shares(screens, process_now_ms(), TOLD_AT_ONCE).into_iter();
            told.extend(told_now.map(|share| Told {
                node: self.node.clone(),
                screens: Some(share),
                calls: BTreeMap::new(),
            }));
        }
        let changed: Vec<u64> = std::mem::take(&mut known.to_tell).into_iter().collect();
        for some in changed.chunks(TOLD_AT_ONCE) {
            let calls = some.iter().filter_map(|seq| Some((*seq, known.calls.get(seq)?.here))).collect();
            told.push(Told { node: self.node.clone(), screens: None, calls });
        }
        (desks, told.iter().filter_map(|one| serde_json::to_string(one).ok()).collect())
    }
}

impl Call {
    fn new(since_ms: i64, facts: Option<(DepartmentId, ServiceId, DeskId)>) -> Self {
        Self { since_ms, facts, screens: BTreeMap::new(), here: Tally::default(), elsewhere: BTreeMap::new() }
    }
}

impl Known {
    fn learn(&mut self, seq: u64, call: Call) {
        self.order.push_back(seq);
        self.calls.insert(seq, call);
    }

    /// Forgets what is too old or too much, and nodes that have gone silent.
    fn forget(&mut self, now_ms: i64) {
        while let Some(seq) = self.order.front() {
            let is_old = self.calls.get(seq).is_none_or(|call| now_ms - call.since_ms > REMEMBERED_MS);
            if !is_old && self.order.len() <= CALLS_MOST && self.words <= WORDS_MOST {
                break;
            }
            let gone = self.order.pop_front().and_then(|seq| self.calls.remove(&seq));
            self.words -= gone.map_or(0, |call| call.screens.len());
        }
        self.nodes.forget(now_ms);
    }
}

/// The desks that somebody watches and whose calls these boards show. To be asked before what is known is locked: whoever shows a desk
/// holds the list of desks and then asks what is known.
fn watched_desks<'a>(shared: &Shared, boards: impl Iterator<Item = &'a BoardId>) -> Vec<(DepartmentId, DeskId)> {
    let catalogue = shared.catalogue();
    let watched = lock(&shared.desks);
    let mut found = Vec::new();
    for board in boards.filter_map(|id| catalogue.boards.iter().find(|board| board.id == *id)) {
        let own = catalogue.departments.iter().filter(|one| board.departments.contains(&one.id));
        let desks = own.flat_map(|department| department.desks.iter().map(move |desk| (department, desk)));
        let desks = desks.filter(|(_, desk)| board.shows_desk(&desk.id) && watched.contains_key(&desk.id));
        found.extend(desks.map(|(department, desk)| (department.id.clone(), desk.id.clone())));
    }
    found
}

/// Tells desks and other nodes for as long as the process runs.
pub async fn keep(shared: Arc<Shared>) {
    let mut refreshed_ms = 0;
    while !shared.is_draining() {
        let due = refreshed_ms + i64::try_from(REFRESH.as_millis()).unwrap_or_default() - process_now_ms();
        let pause = Duration::from_millis(u64::try_from(due).unwrap_or_default()).min(REFRESH);
        let refresh = timeout(pause, shared.announced.stirred.notified()).await.is_err();
        if refresh {
            refreshed_ms = process_now_ms();
        }
        tell(&shared, refresh).await;
        tokio::time::sleep(TELL_EVERY).await;
    }
}

async fn tell(shared: &Arc<Shared>, refresh: bool) {
    let (desks, told) = shared.announced.take(refresh);
    let mut by_department: BTreeMap<DepartmentId, BTreeSet<DeskId>> = BTreeMap::new();
    for (department, desk) in desks {
        by_department.entry(department).or_default().insert(desk);
    }
    for (department, desks) in by_department {
        if let Some(addr) = read(&shared.departments).get(&department) {
            addr.do_send(ShowDesks { desks });
        }
    }
    if shared.has_other_nodes() && !told.is_empty() {
        // What is lost on the way to a database that is away is told anew with the next change or refresh.
        let _ = directory::read(shared, move |store| store.tell(&told)).await;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    fn said(known: &mut Known, seq: u64, words: usize) {
        let call = known.calls.get_mut(&seq).unwrap();
        call.screens.extend((0..words).map(|n| (Arc::from(format!("s{n}")), How::Shown)));
        known.words += words;
    }

    #[test]
    fn what_is_remembered_is_bounded_in_time_and_in_number() {
        let mut known = Known::default();
        for seq in 0..20_000 {
            known.learn(seq, Call::new(0, None));
            known.forget(0);
        }
        assert_eq!((known.calls.len(), known.order.len()), (CALLS_MOST, CALLS_MOST));
        assert!(known.calls.contains_key(&19_999) && !known.calls.contains_key(&9_999), "the oldest are forgotten");
        said(&mut known, 10_000, WORDS_MOST / 2);
        said(&mut known, 19_999, WORDS_MOST / 2 + 1);
        known.forget(0);
        assert_eq!(known.words, WORDS_MOST / 2 + 1);
        assert!(!known.calls.contains_key(&10_000) && known.calls.contains_key(&19_999));
        known.forget(REMEMBERED_MS);
        assert!(!known.calls.is_empty());
        known.forget(REMEMBERED_MS + 1);
        assert_eq!((known.calls.len(), known.order.len(), known.words), (0, 0, 0));
    }

    #[test]
    fn what_nodes_tell_each_other_fits_one_message() {
        let announced = Announced::default();
        let mut known = lock(&announced.known);
        for seq in 0..1_000 {
            let number = 4_000_000_000 + seq;
            known.learn(number, Call::new(0, None));
            let most = u32::MAX;
            let tally = Tally { shown: most, spoken: most, late: most, silent: most, blocked: most };
            known.calls.get_mut(&number).unwrap().here = tally;
            known.to_tell.insert(number);
            known.screens.insert(format!("board-with-a-long-name-{seq}").as_str().into(), most);
        }
        known.screens_changed = true;
        drop(known);
        let (_, told) = announced.take(false);
        let messages = 1_000_usize.div_ceil(TOLD_AT_ONCE);
        assert_eq!(told.len(), 2 * messages, "no board is left out, and no call");
        assert!(told.iter().all(|text| text.len() < 8_000), "{:?}", told.iter().map(String::len).max());
        let read: Told = serde_json::from_str(&told[messages]).unwrap();
        assert_eq!((read.node, read.calls.len()), (announced.node.clone(), TOLD_AT_ONCE));
        assert!(announced.take(false).1.is_empty(), "what was told is not told again");
        assert_eq!(announced.take(true).1.len(), messages);
    }
}
