//! The journal writer: one thread, one connection, one transaction for all departments that have something to append.

use okienko_store::{Access, Appender, Batch, Fault, Outcome};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

/// Departments that may stand in line; beyond it the answer is "try again".
const IN_LINE: usize = 8_192;
/// Departments in one transaction.
const TOGETHER: usize = 256;
/// The next department's batch is waited for so long, and all of them together no longer than that.
const GAP: Duration = Duration::from_micros(400);
const LONGEST_GATHERING: Duration = Duration::from_millis(2);

type Told = Box<dyn FnOnce(Result<Outcome, Fault>) + Send>;
type Logged = Box<dyn FnOnce(Result<(), Fault>) + Send>;
type Work = Box<dyn FnOnce(&mut Appender) + Send>;

enum Job {
    Append(Box<Batch>, Told),
    Log(Vec<Access>, Logged),
    Work(Work),
}

/// The way to the writer's thread; it ends when the last clone is gone.
#[derive(Clone)]
pub struct Writer(SyncSender<Job>);

impl Writer {
    /// Starts the thread.
    pub fn start(appender: Appender) -> Result<Self, Fault> {
        let (sender, jobs) = sync_channel(IN_LINE);
        let thread = std::thread::Builder::new().name("okienko-writer".to_owned());
        thread.spawn(move || run(appender, &jobs)).map_err(|error| Fault::Broken(error.to_string()))?;
        Ok(Self(sender))
    }

    /// Appends a batch; `told` is called on the writer's thread once its fate is known, or at once when the line is full.
    pub fn append(&self, batch: Batch, told: impl FnOnce(Result<Outcome, Fault>) + Send + 'static) {
        if let Err(refused) = self.0.try_send(Job::Append(Box::new(batch), Box::new(told)))
            && let TrySendError::Full(Job::Append(_, told)) | TrySendError::Disconnected(Job::Append(_, told)) = refused
        {
            told(Err(Fault::Away("the writer's line is full".into())));
        }
    }

    /// Lines of the access log. All that stand in line together share one commit, behind the appends: look-ups by
    /// telephone do not hold up those who call at the desks.
    pub fn log(&self, lines: Vec<Access>, told: impl FnOnce(Result<(), Fault>) + Send + 'static) {
        if self.0.try_send(Job::Log(lines, Box::new(told))).is_err() {
            tracing::warn!("the writer's line is full");
        }
    }

    /// Any other write. Work that finds no place is dropped, and with it whatever its caller waits on.
    pub fn work(&self, work: impl FnOnce(&mut Appender) + Send + 'static) {
        if self.0.try_send(Job::Work(Box::new(work))).is_err() {
            tracing::warn!("the writer's line is full");
        }
    }
}

fn run(mut appender: Appender, jobs: &Receiver<Job>) {
    let mut last = 0;
    while let Ok(first) = jobs.recv() {
        let line = gather(jobs, first, last);
        last = line.len();
        let (mut batches, mut tell, mut work) = (Vec::new(), Vec::new(), Vec::new());
        let (mut lines, mut logged) = (Vec::new(), Vec::new());
        for job in line {
            match job {
                Job::Append(batch, told) => {
                    batches.push(*batch);
                    tell.push(told);
                }
                Job::Log(some, told) => {
                    lines.extend(some);
                    logged.push(told);
                }
                Job::Work(one) => work.push(one),
            }
        }
        append(&mut appender, &batches, tell);
        log(&mut appender, &lines, logged);
        work.into_iter().for_each(|one| one(&mut appender));
    }
}

/// Batches form by themselves while the previous transaction is under way. After one that carried many departments
/// their next batches are about to come, one shortly after the other: they are waited for, so that they share a
/// commit again. Whoever asks alone never waits.
fn gather(jobs: &Receiver<Job>, first: Job, last: usize) -> Vec<Job> {
    let (mut line, begun) = (vec![first], Instant::now());
    while line.len() < TOGETHER {
        let wait = if line.len() < last && begun.elapsed() < LONGEST_GATHERING { GAP } else { Duration::ZERO };
        match jobs.recv_timeout(wait) {
            Ok(job) => line.push(job),
            Err(_) => break,
        }
    }
    line
}

fn append(appender: &mut Appender, batches: &[Batch], tell: Vec<Told>) {
    if batches.is_empty() {
        return;
    }
    match appender.append(batches) {
        Ok(outcomes) => tell.into_iter().zip(outcomes).for_each(|(told, outcome)| told(Ok(outcome))),
        Err(fault) => tell.into_iter().for_each(|told| told(Err(fault.clone()))),
    }
}

fn log(appender: &mut Appender, lines: &[Access], tell: Vec<Logged>) {
    if tell.is_empty() {
        return;
    }
    let written = appender.log_access(lines);
    tell.into_iter().for_each(|told| told(written.clone()));
}
