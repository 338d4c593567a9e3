//! The one writer: appends to the journals of many departments in one transaction, and all other writes.

use crate::batch::{Batch, Outcome};
use crate::connection::{Connection, Use, abandon, begin, end, transact, usable};
use crate::fault::{Fault, Verdict, judge};
use crate::guard;
use crate::store::Store;
use crate::write::{Halt, Member, write};
use diesel::QueryResult;
use std::time::{Duration, Instant};

/// A writer with its own connection, which it renews by itself after [`Fault::Away`].
pub struct Appender {
    store: Store,
    connection: Option<Connection>,
    used: Instant,
    scope: Scope,
}

/// What a single write is a part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Of nothing: it is a transaction of its own.
    Alone,
    /// Of a transaction of several.
    Whole,
    /// Of one that has failed and was rolled back.
    Failed,
}

/// How often a transaction that fell victim to another (deadlock, serialisation) is tried in all.
const TRIES: u32 = 6;
/// One that failed this slowly ran into a timeout; its caller has waited enough.
const SLOW: Duration = Duration::from_secs(3);
/// A connection unused for longer is asked first whether it still lives.
const STALE: Duration = Duration::from_secs(1);

impl Appender {
    pub(crate) fn new(store: Store) -> Result<Self, Fault> {
        let connection = Some(store.target().connect(Use::Write)?);
        let used = Instant::now();
        Ok(Self { store, connection, used, scope: Scope::Alone })
    }

    /// The store this writes to.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Appends all batches, in one transaction as a rule; answers an outcome for each, in their order. A batch whose
    /// head has moved, or of which a claim, key or code is taken, is left out whole; the others are committed. Only
    /// batches that want the same thing, or the same department twice, are settled in transactions of their own.
    ///
    /// # Errors
    /// [`Fault::Away`]: the outcome of every batch is unknown. Ask again; idempotency keys and heads tell the truth.
    pub fn append(&mut self, batches: &[Batch]) -> Result<Vec<Outcome>, Fault> {
        let mut fates: Vec<Option<Outcome>> = vec![None; batches.len()];
        loop {
            let chosen = guard::choose(batches, &mut fates);
            if chosen.is_empty() {
                return Ok(fates.into_iter().flatten().collect());
            }
            let members = chosen.iter().filter_map(|index| Some((*index, batches.get(*index)?))).collect();
            for (index, outcome) in self.settle(members)? {
                if let Some(fate) = fates.get_mut(index) {
                    *fate = Some(outcome);
                }
            }
        }
    }

    /// Tries until each member has its outcome.
    fn settle(&mut self, mut members: Vec<Member<'_>>) -> Result<Vec<(usize, Outcome)>, Fault> {
        let mut fates = Vec::with_capacity(members.len());
        let (mut probe, mut tries) = (false, 1);
        while !members.is_empty() {
            match self.attempt(&members, probe, tries)? {
                Attempt::Done(moved) => {
                    fates.extend(members.iter().map(|(index, _)| outcome(*index, &moved)));
                    break;
                }
                Attempt::Contested(left) => {
                    probe = left.is_empty();
                    members.retain(|(index, _)| left.iter().all(|(out, _)| out != index));
                    fates.extend(first_of_each(left));
                }
                Attempt::Again => tries += 1,
                Attempt::Broken(why) => match members.as_slice() {
                    [(index, _)] => {
                        fates.push((*index, Outcome::Broken(why)));
                        break;
                    }
                    many => {
                        // One of them is broken; alone, each shows whether it is the one.
                        for member in many {
                            fates.extend(self.settle(vec![*member])?);
                        }
                        break;
                    }
                },
            }
        }
        Ok(fates)
    }

    fn attempt(&mut self, members: &[Member<'_>], probe: bool, tries: u32) -> Result<Attempt, Fault> {
        let began = Instant::now();
        let error = match transact(self.connected()?, |c| write(c, members, probe)) {
            Ok(moved) => {
                self.used = Instant::now();
                return Ok(Attempt::Done(moved));
            }
            Err(Halt::Contested(left)) => return Ok(Attempt::Contested(left)),
            Err(Halt::Sql(error)) => error,
        };
        match self.verdict(&error) {
            Verdict::Lost(why) => Err(Fault::Away(why)),
            Verdict::Broken(why) => Ok(Attempt::Broken(why)),
            Verdict::Again(why) if began.elapsed() > SLOW => Err(Fault::Away(why)),
            Verdict::Again(why) if tries >= TRIES => Ok(Attempt::Broken(why)),
            Verdict::Again(why) => {
                tracing::debug!(%why, tries, "append is tried again");
                std::thread::sleep(Duration::from_millis(3 * u64::from(tries)));
                Ok(Attempt::Again)
            }
        }
    }

    /// Several writes as one transaction: all of them or, from the first that fails, none. No append is among them.
    ///
    /// # Errors
    /// What `work` says, and as [`Self::run`] where the transaction itself fails.
    pub fn whole<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if let Err(error) = begin(self.connected()?) {
            return Err(self.verdict(&error).into_fault());
        }
        self.scope = Scope::Whole;
        let made = work(self);
        let unbroken = std::mem::replace(&mut self.scope, Scope::Alone) == Scope::Whole;
        match (made, self.connection.as_mut()) {
            (Ok(value), Some(connection)) if unbroken => match end(connection, true) {
                Ok(()) => {
                    self.used = Instant::now();
                    Ok(value)
                }
                Err(error) => Err(self.failed(&error).into_fault()),
            },
            (Ok(_), _) => Err(Fault::Broken("one of several writes failed".into())),
            (Err(fault), Some(connection)) => {
                abandon(connection);
                Err(fault)
            }
            (Err(fault), None) => Err(fault),
        }
    }

    /// Any other write: one transaction, or a part of a [`Self::whole`].
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer (the outcome is unknown), [`Fault::Broken`] when it refuses.
    pub fn run<T>(&mut self, work: impl FnOnce(&mut Connection) -> QueryResult<T>) -> Result<T, Fault> {
        let began = Instant::now();
        let done = match (self.scope, self.connection.as_mut()) {
            (Scope::Alone, _) => transact(self.connected()?, work),
            (Scope::Whole, Some(connection)) => work(connection),
            _ => return Err(Fault::Broken("an earlier one of several writes failed".into())),
        };
        match done {
            Ok(value) => {
                self.used = Instant::now();
                Ok(value)
            }
            Err(error) => Err(match self.failed(&error) {
                Verdict::Again(why) if began.elapsed() > SLOW => Fault::Away(why),
                verdict => verdict.into_fault(),
            }),
        }
    }

    /// Judges an error after which nothing of its transaction is left.
    fn failed(&mut self, error: &diesel::result::Error) -> Verdict {
        if self.scope == Scope::Whole {
            self.scope = Scope::Failed;
        }
        if let Some(connection) = self.connection.as_mut() {
            abandon(connection);
        }
        self.verdict(error)
    }

    /// The connection, opened anew when the last one was lost or does not answer any more.
    fn connected(&mut self) -> Result<&mut Connection, Fault> {
        let fresh = match self.connection.take() {
            Some(connection) if self.used.elapsed() < STALE => Some(connection),
            Some(mut connection) => usable(&mut connection).then_some(connection),
            None => None,
        };
        let connection = match fresh {
            Some(connection) => connection,
            None => self.store.target().connect(Use::Write)?,
        };
        Ok(self.connection.insert(connection))
    }

    /// Judges an error and drops the connection unless it is known to be good.
    fn verdict(&mut self, error: &diesel::result::Error) -> Verdict {
        let mut verdict = judge(error);
        let good = self.connection.as_mut().is_some_and(usable);
        if !good {
            self.connection = None;
            if let Verdict::Again(why) | Verdict::Broken(why) = verdict {
                verdict = Verdict::Lost(why);
            }
        }
        verdict
    }
}

enum Attempt {
    Done(Vec<(usize, i64)>),
    Contested(Vec<(usize, Outcome)>),
    Again,
    Broken(String),
}

fn outcome(index: usize, moved: &[(usize, i64)]) -> (usize, Outcome) {
    let found = moved.iter().find(|(of, _)| *of == index);
    let outcome = found.map_or(Outcome::Appended, |(_, head)| Outcome::HeadMoved { head: *head });
    (index, outcome)
}

/// A batch has one outcome: of several things taken, the earliest command's.
fn first_of_each(mut left: Vec<(usize, Outcome)>) -> Vec<(usize, Outcome)> {
    left.sort_by_key(|(index, outcome)| match outcome {
        Outcome::Taken { command, .. } => (*index, *command),
        _ => (*index, usize::MAX),
    });
    left.dedup_by_key(|(index, _)| *index);
    left
}
