//! What all actors of one node share.

use crate::announced::Announced;
use crate::ask::Frame;
use crate::boards::Boards;
use crate::clock::OfficeClock;
use crate::department::DepartmentActor;
use crate::links::Links;
use crate::mailer::Mailer;
use crate::presence::Presence;
use crate::stats::Stats;
use crate::watch::Changes;
use crate::writer::Writer;
use actix::{Addr, ArbiterHandle, Recipient};
use okienko_queue::board::Board;
use okienko_queue::ids::{DepartmentId, DeskId};
use okienko_queue::office::OfficeFile;
use okienko_queue::text::Text;
use okienko_queue::throttle::{Limit, Throttle};
use okienko_queue::view_board::BoardHead;
use okienko_store::{Engine, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

/// Settings of a node.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address that links begin with.
    pub public_url: String,
    /// Unknown numbers let through at one kiosk (R25).
    pub throttle: Limit,
}

/// Describes a board's setup: the revision of it, and the version of the files that a screen shows it with.
pub type Describe = dyn Fn(&OfficeFile, &Board) -> (String, String) + Send + Sync;

/// What all actors of one node share.
pub struct Shared {
    pub(crate) store: Store,
    pub(crate) writer: Writer,
    pub(crate) clock: OfficeClock,
    pub(crate) links: Links,
    pub(crate) settings: Settings,
    /// Whether text messages have a way out.
    pub(crate) has_sms: bool,
    pub(crate) stats: Stats,
    pub(crate) arbiter: ArbiterHandle,
    pub(crate) boards: OnceLock<Addr<Boards>>,
    /// How the rooms above describe a board's setup.
    pub(crate) describe: OnceLock<Box<Describe>>,
    pub(crate) mailer: OnceLock<Addr<Mailer>>,
    pub(crate) draining: AtomicBool,
    pub(crate) reopening: tokio::sync::Mutex<()>,
    pub(crate) catalogue: RwLock<(Arc<OfficeFile>, i64)>,
    pub(crate) departments: RwLock<BTreeMap<DepartmentId, Addr<DepartmentActor>>>,
    pub(crate) watched: RwLock<BTreeSet<DepartmentId>>,
    /// Clerks' sockets; kept here so that a department that is opened again still knows them.
    pub(crate) desks: Mutex<BTreeMap<DeskId, Vec<Recipient<Frame>>>>,
    pub(crate) throttles: Mutex<BTreeMap<String, Throttle>>,
    pub(crate) changes: Changes,
    /// Which screens are connected and what they said.
    pub(crate) announced: Announced,
    /// Which desks have their page open, and how often.
    pub(crate) presence: Presence,
}

impl Shared {
    /// The configuration in force.
    pub fn catalogue(&self) -> Arc<OfficeFile> {
        read(&self.catalogue).0.clone()
    }

    /// Whether other nodes may write to the same journals.
    pub fn has_other_nodes(&self) -> bool {
        self.store.engine() == Engine::Postgres
    }

    /// Whether some board shows a department.
    pub fn is_watched(&self, department: &DepartmentId) -> bool {
        read(&self.watched).contains(department)
    }

    /// What a board's view says of the board itself; without a room above that describes setups only the message over everything.
    pub fn board_head(&self, office: &OfficeFile, board: &Board) -> BoardHead {
        let described = self.describe.get().map(|describe| describe(office, board));
        let (revision, version) = described.unwrap_or_default();
        BoardHead { revision, version, emergency: board.emergency.as_ref().map(Text::filled) }
    }

    /// Whether the node is stopping.
    pub fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Relaxed)
    }

    /// How often timers are looked at: a fast office clock needs a finer look.
    pub fn pulse(&self) -> Duration {
        if self.clock.speed() > 1.0 { Duration::from_millis(100) } else { Duration::from_millis(500) }
    }
}

/// A lock's content even after a panic elsewhere: what it guards is replaced whole, never half.
pub fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

/// As [`read`], to change it.
pub fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

/// As [`read`], for a mutex.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
