//! What the whole office shows at this moment: codes and desks, as boards know them, never a name (R33).

use okienko_actors::Office;
use okienko_queue::Department;
use okienko_queue::board::Board;
use okienko_queue::desk::DeskState;
use okienko_queue::ids::{DepartmentId, DeskId};
use okienko_queue::office::OfficeFile;
use okienko_queue::ticket::TicketState;
use okienko_queue::time::{self, Instant};
use okienko_queue::view_board::BoardCall;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Minutes that the last call of a closed department stays on a direction sign.
const LAST_CALL_MINUTES: u32 = 15;

/// All departments as they were last seen.
#[derive(Clone)]
pub(crate) struct Picture {
    /// The configuration in force.
    pub(crate) office: Arc<OfficeFile>,
    /// What was seen of each department.
    pub(crate) parts: BTreeMap<DepartmentId, Part>,
}

/// One department.
#[derive(Clone)]
pub(crate) struct Part {
    /// Its desks.
    pub(crate) desks: BTreeMap<DeskId, AtDesk>,
    /// Its announcements with their instants, newest first.
    pub(crate) calls: Vec<(Instant, BoardCall)>,
    /// Calls before this instant have left direction signs.
    fresh_from: Option<Instant>,
}

/// One desk.
#[derive(Clone)]
pub(crate) struct AtDesk {
    /// Its label.
    pub(crate) label: String,
    /// Its state.
    pub(crate) state: DeskState,
    /// The code of the ticket that is called there or served.
    pub(crate) code: Option<String>,
    /// That ticket's last announcement.
    pub(crate) call: Option<BoardCall>,
}

impl Picture {
    /// Nothing was seen yet.
    pub(crate) fn of(office: &Office) -> Self {
        Self { office: office.catalogue(), parts: BTreeMap::new() }
    }

    /// Whether every department was seen.
    pub(crate) fn is_whole(&self) -> bool {
        self.office.departments.iter().all(|department| self.parts.contains_key(&department.id))
    }

    /// A desk of any department.
    pub(crate) fn desk(&self, desk: &DeskId) -> Option<&AtDesk> {
        self.parts.values().find_map(|part| part.desks.get(desk))
    }

    /// The newest call that a board shows.
    pub(crate) fn newest_call(&self, board: &Board) -> Option<&BoardCall> {
        let shown = self.parts.iter().flat_map(|(department, part)| {
            let fresh = part.calls.iter().filter(|(at, _)| part.fresh_from.is_none_or(|from| *at >= from));
            fresh.filter(|(_, call)| board.shows(department, &call.service, &call.desk))
        });
        shown.max_by_key(|(at, call)| (*at, call.seq)).map(|(_, call)| call)
    }
}

impl Part {
    /// What a department shows now.
    pub(crate) fn of(department: &Department, now: Instant) -> Self {
        let board = department.board_part(|_| None, now);
        let desks = department.config().desks.iter().map(|desk| {
            let status = department.desk(&desk.id).cloned().unwrap_or_default();
            let ticket = status.current.as_ref().and_then(|ticket| department.ticket(ticket));
            let code = ticket.map(|ticket| ticket.code.clone());
            let own = |call: &&BoardCall| call.desk == desk.id && Some(&call.code) == code.as_ref();
            let at_desk = AtDesk {
                label: desk.label.clone(),
                state: status.state(ticket.is_some_and(|ticket| ticket.state == TicketState::Serving)),
                call: board.calls.iter().map(|(_, call)| call).find(own).cloned(),
                code,
            };
            (desk.id.clone(), at_desk)
        });
        Self {
            desks: desks.collect(),
            fresh_from: (!board.open).then(|| now - time::minutes(LAST_CALL_MINUTES)),
            calls: board.calls,
        }
    }
}
