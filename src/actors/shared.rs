//! What all actors of one node share.

use crate::ask::Frame;
use crate::boards::Boards;
use crate::clock::OfficeClock;
use crate::department::DepartmentActor;
use crate::links::Links;
use crate::mailer::Mailer;
use crate::stats::Stats;
use crate::watch::Changes;
use crate::writer::Writer;
use actix::{Addr, ArbiterHandle, Recipient};
use okienko_queue::ids::{DepartmentId, DeskId};
use okienko_queue::office::OfficeFile;
use okienko_queue::throttle::{Limit, Throttle};
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
