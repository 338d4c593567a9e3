//! The board's view: code and desk, never a name (R33). Whole in every message, so a screen heals itself.

use crate::board::Board;
use crate::department::{CallEntry, Department};
use crate::desk::DeskState;
use crate::forecast::Wait;
use crate::ids::{DeskId, ServiceId};
use crate::text::{Language, Text};
use crate::time::{self, Instant};
use crate::view_ticket::local;
use crate::waiting::Pool;
use serde::Serialize;
use std::collections::BTreeMap;

/// Calls shown at least (contract).
const CALLS_SHOWN: usize = 10;
/// Minutes of which all calls are shown (contract).
const CALLS_SHOWN_MINUTES: u32 = 5;

/// What one department gives to boards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoardPart {
    /// Its journal's position; a board's `seq` is the sum of them.
    pub seq: u64,
    /// Announcements with their instants, newest first.
    pub calls: Vec<(Instant, BoardCall)>,
    /// Its services.
    pub waiting: Vec<BoardWaiting>,
    /// What its desks do, as far as it is everybody's business.
    pub desks: BTreeMap<DeskId, DeskState>,
    /// Whether it is open now.
    pub open: bool,
    /// Its next opening.
    pub opens_at: Option<Instant>,
}

/// One announcement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the contract")]
pub struct BoardCall {
    pub seq: u64,
    pub code: String,
    pub desk: DeskId,
    pub desk_label: String,
    pub service: ServiceId,
    pub called_at: String,
    pub recall: bool,
    pub language: Option<Language>,
}

/// How many wait for a service.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the contract")]
pub struct BoardWaiting {
    pub service: ServiceId,
    pub service_name: String,
    pub letter: String,
    pub people: usize,
    pub open_desks: usize,
    pub wait: Option<Wait>,
}

/// The board's view of the contract.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "keys of the contract")]
pub struct BoardView {
    pub calls: Vec<BoardCall>,
    pub waiting: Vec<BoardWaiting>,
    pub desks: BTreeMap<DeskId, DeskState>,
    pub closed: bool,
    pub opens_at: Option<String>,
    #[serde(flatten)]
    pub head: BoardHead,
}

/// What a board's view says of the board itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BoardHead {
    /// Another one with every change of the board's setup, which a screen then asks for anew.
    pub revision: String,
    /// Another one with every edition of the server's embedded files: a screen that was loaded with an older one loads itself anew.
    pub version: String,
    /// What stands over everything, in all three languages.
    pub emergency: Option<Text>,
}

impl Department {
    /// What this department gives to boards; waits come from the latest forecast.
    pub fn board_part(&self, wait: impl Fn(&ServiceId) -> Option<Wait>, now: Instant) -> BoardPart {
        let zone = self.config.time_zone;
        let waiting = self.config.services.iter().map(|service| BoardWaiting {
            service: service.id.clone(),
            service_name: service.name.pl.clone(),
            letter: service.letter.clone(),
            people: self.waiting.count(&[Pool::Service(service.id.clone())]) + self.waiting.sent_to_desks(&service.id),
            open_desks: self.open_desks(&service.id),
            wait: wait(&service.id),
        });
        let open = self.config.hours.is_open(zone, now);
        BoardPart {
            seq: self.seq,
            calls: self.calls.iter().map(|entry| (entry.called_at, self.board_call(entry))).collect(),
            waiting: waiting.collect(),
            desks: self.config.desks.iter().map(|desk| (desk.id.clone(), self.plate(&desk.id))).collect(),
            open,
            opens_at: if open { None } else { self.config.hours.opens_after(zone, now) },
        }
    }

    /// Desks that work now and offer a service.
    pub fn open_desks(&self, service: &ServiceId) -> usize {
        let works = |desk: &DeskId| self.desks.get(desk).is_some_and(crate::desk::DeskStatus::is_working);
        self.config.desks.iter().filter(|desk| self.services_of(&desk.id).contains(service) && works(&desk.id)).count()
    }

    /// What the screen above a desk says of it. Why a desk is closed for now (a break) is nobody's business.
    fn plate(&self, desk: &DeskId) -> DeskState {
        match self.desk_state(desk) {
            DeskState::Paused => DeskState::Closed,
            state => state,
        }
    }

    fn board_call(&self, entry: &CallEntry) -> BoardCall {
        BoardCall {
            seq: entry.number,
            code: entry.code.clone(),
            desk: entry.desk.clone(),
            desk_label: self.desk_label(&entry.desk),
            service: entry.service.clone(),
            called_at: local(self.config.time_zone, entry.called_at),
            recall: entry.recall,
            language: entry.language,
        }
    }
}

/// Configurations are so far apart in a board's `seq`: more than all events that an office's departments ever have.
const PER_REVISION: u64 = 1 << 32;

/// A board's `seq`: the sum of its departments' positions under one configuration of the office. The configuration counts first, so
/// that a board with other departments than before never goes back.
pub fn seq<'a>(parts: impl Iterator<Item = &'a BoardPart>, configuration: i64) -> u64 {
    let configuration = u64::try_from(configuration).unwrap_or_default();
    configuration.saturating_mul(PER_REVISION).saturating_add(parts.map(|part| part.seq).sum())
}

/// One board of its departments' parts: newest calls first, the last ten and everything of the last five minutes. Of calls and services
/// only what the board shows.
pub fn view(board: &Board, parts: &[&BoardPart], head: BoardHead, zone: chrono_tz::Tz, now: Instant) -> BoardView {
    let shown = |call: &BoardCall| board.shows_service(&call.service) && board.shows_desk(&call.desk);
    let calls = parts.iter().flat_map(|part| &part.calls);
    let mut calls: Vec<&(Instant, BoardCall)> = calls.filter(|(_, call)| shown(call)).collect();
    calls.sort_by_key(|(at, call)| std::cmp::Reverse((*at, call.seq)));
    let old = now - time::minutes(CALLS_SHOWN_MINUTES);
    let latest = calls.iter().enumerate().filter(|(n, (at, _))| *n < CALLS_SHOWN || *at >= old);
    let waiting = parts.iter().flat_map(|part| &part.waiting).filter(|one| board.shows_service(&one.service));
    let desks = parts.iter().flat_map(|part| &part.desks).filter(|(desk, _)| board.shows_desk(desk));
    let closed = parts.iter().all(|part| !part.open);
    let opens_at = parts.iter().filter_map(|part| part.opens_at).min().filter(|_| closed);
    BoardView {
        calls: latest.map(|(_, (_, call))| call.clone()).collect(),
        waiting: waiting.cloned().collect(),
        desks: desks.map(|(desk, state)| (desk.clone(), *state)).collect(),
        closed,
        opens_at: opens_at.map(|at| local(zone, at)),
        head,
    }
}
