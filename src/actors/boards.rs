//! The boards of this node: parts of departments merged, serialised once, handed to all sockets.

use crate::ask::Frame;
use crate::directory;
use crate::reading::frame;
use crate::shared::{Shared, write};
use crate::stats::Stats;
use actix::prelude::*;
use okienko_queue::ids::{BoardId, DepartmentId};
use okienko_queue::view_board::{BoardPart, board};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Messages that may wait before the actor.
const MAILBOX: usize = 8_192;

/// All boards that somebody watches.
pub struct Boards {
    shared: Arc<Shared>,
    parts: BTreeMap<DepartmentId, BoardPart>,
    boards: BTreeMap<BoardId, Watched>,
}

struct Watched {
    departments: Vec<DepartmentId>,
    sockets: Vec<Recipient<Frame>>,
}

/// A department's part has changed.
#[derive(Message)]
#[rtype(result = "()")]
pub struct Part {
    /// Which department.
    pub department: DepartmentId,
    /// Its part.
    pub part: BoardPart,
}

/// A screen wants a board's views; the first comes at once.
#[derive(Message)]
#[rtype(result = "()")]
pub struct WatchBoard {
    /// The board.
    pub board: BoardId,
    /// The socket.
    pub socket: Recipient<Frame>,
}

impl Boards {
    /// Nobody watches yet.
    pub fn new(shared: Arc<Shared>) -> Self {
        Self { shared, parts: BTreeMap::new(), boards: BTreeMap::new() }
    }

    fn frame(&self, departments: &[DepartmentId]) -> Frame {
        let parts: Vec<BoardPart> = departments.iter().filter_map(|id| self.parts.get(id).cloned()).collect();
        let (zone, now) = (self.shared.catalogue().office.time_zone, self.shared.clock.now());
        let (seq, view) = board(&parts, zone, now);
        frame(seq, &view, zone, now)
    }

    fn put(&mut self, department: DepartmentId, part: BoardPart) -> bool {
        let newer = self.parts.get(&department).is_none_or(|known| known.seq <= part.seq);
        if newer {
            self.parts.insert(department, part);
        }
        newer
    }

    fn send(&mut self, of: &DepartmentId) {
        let ids: Vec<BoardId> =
            self.boards.iter().filter(|(_, one)| one.departments.contains(of)).map(|(id, _)| id.clone()).collect();
        for id in ids {
            let Some(frame) = self.boards.get(&id).map(|watched| self.frame(&watched.departments)) else { continue };
            let Some(watched) = self.boards.get_mut(&id) else { continue };
            let before = watched.sockets.len();
            watched.sockets.retain(|socket| socket.try_send(frame.clone()).is_ok());
            Stats::add(&self.shared.stats.frames, watched.sockets.len());
            Stats::add(&self.shared.stats.sockets_dropped, before - watched.sockets.len());
            if watched.sockets.is_empty() {
                self.boards.remove(&id);
                self.forget_unwatched();
            }
        }
    }

    fn forget_unwatched(&mut self) {
        let watched: BTreeSet<DepartmentId> = self.boards.values().flat_map(|one| one.departments.clone()).collect();
        self.parts.retain(|department, _| watched.contains(department));
        *write(&self.shared.watched) = watched;
    }

    fn join(&mut self, board: BoardId, departments: Vec<DepartmentId>, socket: Recipient<Frame>) {
        if socket.try_send(self.frame(&departments)).is_ok() {
            let watched = self.boards.entry(board).or_insert_with(|| Watched { departments, sockets: Vec::new() });
            watched.sockets.push(socket);
        }
    }
}

impl Actor for Boards {
    type Context = Context<Self>;

    fn started(&mut self, ctx: &mut Self::Context) {
        ctx.set_mailbox_capacity(MAILBOX);
    }
}

impl Handler<Part> for Boards {
    type Result = ();

    fn handle(&mut self, message: Part, _: &mut Self::Context) {
        if self.put(message.department.clone(), message.part) {
            self.send(&message.department);
        }
    }
}

impl Handler<WatchBoard> for Boards {
    type Result = ();

    fn handle(&mut self, message: WatchBoard, ctx: &mut Self::Context) {
        let catalogue = self.shared.catalogue();
        let Some(board) = catalogue.boards.iter().find(|board| board.id == message.board) else { return };
        let departments = board.departments.clone();
        if departments.iter().all(|id| self.parts.contains_key(id)) {
            return self.join(message.board, departments, message.socket);
        }
        // Watched first, looked at second: a change in between arrives as a part of its own.
        write(&self.shared.watched).extend(departments.iter().cloned());
        let (shared, wanted) = (self.shared.clone(), departments.clone());
        let look = async move { directory::parts(&shared, &wanted).await };
        ctx.spawn(actix::fut::wrap_future::<_, Self>(look).map(move |parts, actor, _| {
            for (department, part) in parts {
                actor.put(department, part);
            }
            actor.join(message.board, departments, message.socket);
        }));
    }
}
