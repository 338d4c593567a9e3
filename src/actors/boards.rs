//! The boards of this node: parts of departments merged, serialised once, handed to all sockets.

use crate::ask::Frame;
use crate::directory;
use crate::reading::frame;
use crate::shared::{Shared, read, write};
use crate::stats::Stats;
use actix::prelude::*;
use okienko_queue::board::Board;
use okienko_queue::ids::{BoardId, DepartmentId};
use okienko_queue::office::OfficeFile;
use okienko_queue::view_board::{self, BoardHead, BoardPart};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

/// Messages that may wait before the actor.
const MAILBOX: usize = 8_192;
/// What time alone changes is looked at so often: opening and closing, and a setup that others describe.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// All boards that somebody watches.
pub struct Boards {
    shared: Arc<Shared>,
    /// The configuration that the frames are made by, with its revision.
    catalogue: (Arc<OfficeFile>, i64),
    parts: BTreeMap<DepartmentId, BoardPart>,
    boards: BTreeMap<BoardId, Watched>,
    /// Departments that are being looked at for boards to come.
    awaited: Vec<DepartmentId>,
}

struct Watched {
    board: Board,
    head: BoardHead,
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

/// The office has another configuration than before.
#[derive(Message)]
#[rtype(result = "()")]
pub struct Reconfigured;

impl Boards {
    /// Nobody watches yet.
    pub fn new(shared: Arc<Shared>) -> Self {
        let catalogue = read(&shared.catalogue).clone();
        Self { shared, catalogue, parts: BTreeMap::new(), boards: BTreeMap::new(), awaited: Vec::new() }
    }

    fn frame(&self, board: &Board, head: &BoardHead) -> Frame {
        let parts: Vec<&BoardPart> = board.departments.iter().filter_map(|id| self.parts.get(id)).collect();
        let (zone, now) = (self.catalogue.0.office.time_zone, self.shared.clock.now());
        let seq = view_board::seq(parts.iter().copied(), self.catalogue.1);
        frame(seq, &view_board::view(board, &parts, head.clone(), zone, now), zone, now)
    }

    fn put(&mut self, department: DepartmentId, part: BoardPart) -> bool {
        let newer = self.parts.get(&department).is_none_or(|known| known.seq <= part.seq);
        if newer {
            self.parts.insert(department, part);
        }
        newer
    }

    /// Sends their views to all who watch one of these boards.
    fn send(&mut self, boards: Vec<BoardId>) {
        for id in boards {
            let Some(frame) = self.boards.get(&id).map(|one| self.frame(&one.board, &one.head)) else { continue };
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

    fn of_department(&self, department: &DepartmentId) -> Vec<BoardId> {
        let shows = |one: &Watched| one.board.departments.contains(department);
        self.boards.iter().filter(|(_, one)| shows(one)).map(|(id, _)| id.clone()).collect()
    }

    fn watched(&self) -> BTreeSet<DepartmentId> {
        self.boards.values().flat_map(|one| &one.board.departments).chain(&self.awaited).cloned().collect()
    }

    fn forget_unwatched(&mut self) {
        let watched = self.watched();
        self.parts.retain(|department, _| watched.contains(department));
        *write(&self.shared.watched) = watched;
    }

    fn join(&mut self, board: Board, socket: Recipient<Frame>) {
        let head = match self.boards.get(&board.id) {
            Some(known) => known.head.clone(),
            None => self.shared.board_head(&self.catalogue.0, &board),
        };
        if socket.try_send(self.frame(&board, &head)).is_ok() {
            let fresh = || Watched { board: board.clone(), head, sockets: Vec::new() };
            self.boards.entry(board.id.clone()).or_insert_with(fresh).sockets.push(socket);
        }
    }

    /// Takes over the present configuration; boards that are no more are told so, the others get their new views as soon as all
    /// their departments are known.
    fn adopt(&mut self, ctx: &mut Context<Self>) {
        self.catalogue = read(&self.shared.catalogue).clone();
        let office = self.catalogue.0.clone();
        self.boards.retain(|id, watched| match office.boards.iter().find(|board| board.id == *id) {
            Some(board) => {
                watched.board = board.clone();
                true
            }
            None => {
                watched.sockets.iter().for_each(|socket| drop(socket.try_send(Frame::nothing())));
                false
            }
        });
        for watched in self.boards.values_mut() {
            watched.head = self.shared.board_head(&office, &watched.board);
        }
        let missing: Vec<_> = self.watched().into_iter().filter(|id| !self.parts.contains_key(id)).collect();
        self.look_at(missing, ctx, |boards| {
            boards.forget_unwatched();
            boards.send(boards.boards.keys().cloned().collect());
        });
    }

    /// Looks at departments, then goes on. Watched first, looked at second: a change in between arrives as a part of its own.
    fn look_at(
        &mut self,
        departments: Vec<DepartmentId>,
        ctx: &mut Context<Self>,
        then: impl FnOnce(&mut Self) + 'static,
    ) {
        if departments.is_empty() {
            return then(self);
        }
        write(&self.shared.watched).extend(departments.iter().cloned());
        self.awaited.extend(departments.iter().cloned());
        let (shared, wanted) = (self.shared.clone(), departments.clone());
        let look = async move { directory::parts(&shared, &wanted).await };
        ctx.spawn(actix::fut::wrap_future::<_, Self>(look).map(move |parts, actor, _| {
            for (department, part) in parts {
                actor.put(department, part);
            }
            then(actor);
            for department in departments {
                if let Some(place) = actor.awaited.iter().position(|one| *one == department) {
                    actor.awaited.swap_remove(place);
                }
            }
        }));
    }

    /// What changes without an event: the hour that a department opens or closes, and how a setup is described.
    fn look(&mut self, ctx: &mut Context<Self>) {
        if self.boards.is_empty() {
            return;
        }
        let (office, now) = (self.catalogue.0.clone(), self.shared.clock.now());
        let described = |one: &Watched| self.shared.board_head(&office, &one.board) == one.head;
        if read(&self.shared.catalogue).1 != self.catalogue.1 || !self.boards.values().all(described) {
            return self.adopt(ctx);
        }
        let open = |id: &DepartmentId| {
            let department = office.departments.iter().find(|one| one.id == *id);
            department.map(|one| one.hours.is_open(office.office.time_zone, now))
        };
        let turned = self.parts.iter().filter(|(id, part)| open(id).is_some_and(|open| open != part.open));
        let turned: Vec<DepartmentId> = turned.map(|(id, _)| id.clone()).collect();
        if !turned.is_empty() {
            let boards: BTreeSet<BoardId> = turned.iter().flat_map(|id| self.of_department(id)).collect();
            self.look_at(turned, ctx, |actor| actor.send(boards.into_iter().collect()));
        }
    }
}

impl Actor for Boards {
    type Context = Context<Self>;

    fn started(&mut self, ctx: &mut Self::Context) {
        ctx.set_mailbox_capacity(MAILBOX);
        ctx.run_interval(LOOK_EVERY, Self::look);
    }
}

impl Handler<Part> for Boards {
    type Result = ();

    fn handle(&mut self, message: Part, _: &mut Self::Context) {
        if self.put(message.department.clone(), message.part) {
            self.send(self.of_department(&message.department));
        }
    }
}

impl Handler<Reconfigured> for Boards {
    type Result = ();

    fn handle(&mut self, _: Reconfigured, ctx: &mut Self::Context) {
        self.adopt(ctx);
    }
}

impl Handler<WatchBoard> for Boards {
    type Result = ();

    fn handle(&mut self, message: WatchBoard, ctx: &mut Self::Context) {
        if read(&self.shared.catalogue).1 != self.catalogue.1 {
            self.adopt(ctx);
        }
        let Some(board) = self.catalogue.0.boards.iter().find(|board| board.id == message.board) else { return };
        let missing = board.departments.iter().filter(|id| !self.parts.contains_key(id)).cloned().collect();
        self.look_at(missing, ctx, move |actor| {
            // Meanwhile it may be another board, or none any more.
            if let Some(board) = actor.catalogue.0.boards.iter().find(|board| board.id == message.board).cloned() {
                actor.join(board, message.socket);
            }
        });
    }
}
