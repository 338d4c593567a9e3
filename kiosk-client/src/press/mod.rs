//! The printer's thread: one job at a time, and a look at the printer every few seconds while there is none.

mod job;
mod slip;

use crate::agent::Agent;
use crate::failure::Failure;
use crate::printer::{Printer, Status};
use crate::settings::Settings;
use serde_json::Value;
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Jobs that may wait; a printer that takes a minute for each is as good as none.
const QUEUE: usize = 64;

/// What is to be printed.
#[derive(Clone, Debug)]
pub enum Job {
    /// The paper of a touch.
    Touch(String),
    /// A ticket that staff want to have printed (again), by the wish's id.
    Wished(String, Value),
    /// A test page.
    Test,
}

/// The door to the printer's thread.
pub struct Press {
    state: Mutex<State>,
    bell: Condvar,
    done: Condvar,
    prints: bool,
    every: Duration,
}

struct State {
    printer: Option<Box<dyn Printer>>,
    jobs: VecDeque<Job>,
    status: Status,
    busy: bool,
    ended: bool,
}

impl Press {
    /// The printer of the settings.
    ///
    /// # Errors
    /// Exit code 2 for a printer that cannot be understood.
    pub fn new(settings: &Settings) -> Result<Self, Failure> {
        let prints = !matches!(settings.printer.connection.as_str(), "" | "none");
        let open = || settings.printer.open().map_err(|why| Failure::unreadable(format!("[printer] {why}")));
        let printer = if prints { Some(open()?) } else { None };
        let status = if prints { Status::Away } else { Status::None };
        let state = State { printer, jobs: VecDeque::new(), status, busy: false, ended: false };
        let every = Duration::from_millis(settings.paper.status_ms.max(100));
        Ok(Self { state: Mutex::new(state), bell: Condvar::new(), done: Condvar::new(), prints, every })
    }

    /// Whether this kiosk has a printer at all.
    pub fn has_printer(&self) -> bool {
        self.prints
    }

    /// How the printer was when it was looked at last.
    pub fn status(&self) -> Status {
        self.state().status
    }

    /// Prints the paper of a touch, which is in the state `waiting`. With a full queue it has failed at once.
    pub fn print_touch(&self, agent: &Agent, key: &str) {
        if self.push(Job::Touch(key.to_owned())) {
            return;
        }
        if let Err(failure) = agent.journal.paper_moves(key, "waiting", "failed", Some("error")) {
            tracing::error!(%failure, "a paper that cannot be printed");
        }
    }

    /// Puts a job at the end of the queue; false when there is no printer or no room.
    pub fn push(&self, job: Job) -> bool {
        let mut state = self.state();
        let room = self.prints && state.jobs.len() < QUEUE;
        if room {
            state.jobs.push_back(job);
        } else if self.prints {
            tracing::error!("too many papers are waiting for the printer");
        }
        drop(state);
        self.bell.notify_all();
        room
    }

    /// Waits until the paper of a touch has ended one way or the other, at most so long.
    pub fn await_paper(&self, agent: &Agent, key: &str, most: Duration) {
        let begun = Instant::now();
        let mut state = self.state();
        loop {
            let ended = agent.journal.paper(key).is_ok_and(|paper| paper.is_none_or(|paper| paper.is_final()));
            let left = most.saturating_sub(begun.elapsed());
            if ended || left.is_zero() || agent.is_stopping() {
                return;
            }
            (state, _) = self.done.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Wakes the thread.
    pub fn ring(&self) {
        self.bell.notify_all();
        self.done.notify_all();
    }

    /// Waits until the job in hand is done, at most so long.
    pub fn finish(&self, most: Duration) {
        let state = self.state();
        drop(self.done.wait_timeout_while(state, most, |state| state.busy && !state.ended));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next job, or nothing when it is time to look at the printer.
    fn next(&self) -> Option<Job> {
        let state = self.state();
        let waited = self.bell.wait_timeout_while(state, self.every, |state| state.jobs.is_empty());
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let job = state.jobs.pop_front();
        state.busy = job.is_some();
        job
    }

    /// Wakes those who wait for a paper. Under the lock: nobody falls asleep between looking and waiting.
    fn has_ended(&self) {
        let _held = self.state();
        self.done.notify_all();
    }

    fn rest(&self, status: Status) {
        let mut state = self.state();
        if state.status != status {
            tracing::info!(printer = status.as_str(), "the printer");
        }
        state.status = status;
        state.busy = false;
        drop(state);
        self.done.notify_all();
    }
}

/// The thread. Ends when the agent stops.
pub fn run(agent: &Agent) {
    let press = &agent.press;
    let Some(mut printer) = press.state().printer.take() else { return };
    press.rest(printer.status());
    while !agent.is_stopping() {
        match press.next() {
            Some(job) if !agent.is_stopping() => {
                job::run(agent, printer.as_mut(), &job);
                // The paper has ended: whoever waits for it need not wait for the look at the printer.
                press.has_ended();
                press.rest(printer.status());
            }
            Some(_) => {}
            None => press.rest(printer.status()),
        }
    }
    let mut state = press.state();
    state.ended = true;
    drop(state);
    press.done.notify_all();
}
