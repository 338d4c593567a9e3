//! One transaction of an append, statement by statement. Each step writes the rows of all departments at once, in
//! one order on every node, so that two nodes wait for each other instead of blocking each other.

use crate::batch::{Batch, Outcome, Taken};
use crate::bulk::{self, Row};
use crate::claim::{Claim, ClaimTry};
use crate::connection::Connection;
use crate::heads::HeadMove;
use crate::schema::{claims, heads};
use crate::{moved, notes, read_model, states, visits};
use diesel::prelude::*;
use diesel::result::Error;
use diesel::sql_types::{Array, Text};

/// Why a transaction was given up.
pub(crate) enum Halt {
    /// Somebody else has something a batch needs: the batches concerned, by index; empty when not yet known which.
    Contested(Vec<(usize, Outcome)>),
    Sql(Error),
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        Self::Sql(error)
    }
}

/// A batch with its index in the append.
pub(crate) type Member<'b> = (usize, &'b Batch);

/// Writes the members; answers those whose head had moved, of which nothing is written. With `probe`, contested rows
/// go in one by one, to learn whose they are.
pub(crate) fn write(c: &mut Connection, members: &[Member<'_>], probe: bool) -> Result<Vec<(usize, i64)>, Halt> {
    let (alive, moved) = move_heads(c, members)?;
    if alive.is_empty() {
        return Ok(moved);
    }
    release(c, &alive)?;
    let mut contested = claim(c, &alive, probe)?;
    let answers = alive.iter().flat_map(|(index, batch)| {
        let rows = batch.enclosure.answers.iter();
        rows.map(move |row| (*index, row.command, row))
    });
    contested.extend(guarded(c, answers.collect(), Taken::Key, probe)?);
    let contacts = alive.iter().flat_map(|(index, batch)| {
        let rows = batch.enclosure.contacts.iter();
        rows.map(move |row| (*index, row.command, row))
    });
    contested.extend(guarded(c, contacts.collect(), Taken::Code, probe)?);
    contested.extend(moved_contacts(c, &alive)?);
    if !contested.is_empty() {
        return Err(Halt::Contested(contested));
    }
    put_free(c, &alive)?;
    notify(c, &alive)?;
    Ok(moved)
}

/// Those whose head held, and the others with the head they should have followed.
type Split<'b> = (Vec<Member<'b>>, Vec<(usize, i64)>);

/// Compare-and-set of all heads; splits the members into those it held for and the others with their true heads.
fn move_heads<'b>(c: &mut Connection, members: &[Member<'b>]) -> QueryResult<Split<'b>> {
    let moves: Vec<HeadMove<'_>> = members
        .iter()
        .map(|(_, batch)| HeadMove {
            department: &batch.department,
            seq: batch.expected + i64::try_from(batch.events.len()).unwrap_or(i64::MAX),
            previous: batch.expected,
        })
        .collect();
    let held = bulk::insert_returning(c, &moves.iter().collect::<Vec<_>>())?;
    let (alive, left): (Vec<Member<'_>>, Vec<Member<'_>>) =
        members.iter().partition(|(_, batch)| held.contains(&batch.department));
    let mut moved = Vec::with_capacity(left.len());
    for (index, batch) in left {
        let head: Option<i64> = heads::table.find(&batch.department).select(heads::seq).first(c).optional()?;
        moved.push((index, head.unwrap_or(0)));
    }
    Ok((alive, moved))
}

fn release(c: &mut Connection, alive: &[Member<'_>]) -> QueryResult<()> {
    let mut releases: Vec<_> = alive.iter().flat_map(|(_, b)| &b.enclosure.releases).collect();
    releases.sort_by(|a, b| (&a.owner, &a.kind).cmp(&(&b.owner, &b.kind)));
    for release in releases {
        let of_owner = claims::table.filter(claims::owner.eq(&release.owner));
        match &release.kind {
            Some(kind) => diesel::delete(of_owner.filter(claims::kind.eq(kind))).execute(c)?,
            None => diesel::delete(of_owner).execute(c)?,
        };
    }
    Ok(())
}

fn claim(c: &mut Connection, alive: &[Member<'_>], probe: bool) -> Result<Vec<(usize, Outcome)>, Halt> {
    let mut all: Vec<(usize, &Claim)> =
        alive.iter().flat_map(|(index, batch)| batch.enclosure.claims.iter().map(move |row| (*index, row))).collect();
    all.sort_by(|(_, a), (_, b)| (&a.kind, &a.key).cmp(&(&b.kind, &b.key)));
    let (plain, several): (Vec<_>, Vec<_>) = all.iter().partition(|(_, row)| row.ordinals <= 1);
    let first = |claim| ClaimTry { claim, ordinal: 1 };
    let tries: Vec<ClaimTry<'_>> = plain.iter().map(|(_, row)| first(*row)).collect();
    if !probe {
        let inserted = bulk::insert(c, &tries.iter().collect::<Vec<_>>())?;
        if inserted < tries.len() {
            return Err(Halt::Contested(Vec::new()));
        }
    }
    let one_by_one = if probe { all } else { several };
    let mut contested = Vec::new();
    for (index, row) in one_by_one {
        if !take_ordinal(c, row)? {
            contested.push((index, taken_claim(row)));
        }
    }
    Ok(contested)
}

/// Takes the first free ordinal. A row another node has not yet committed is waited for.
fn take_ordinal(c: &mut Connection, claim: &Claim) -> QueryResult<bool> {
    for ordinal in 1..=claim.ordinals.max(1) {
        if bulk::insert(c, &[&ClaimTry { claim, ordinal }])? == 1 {
            return Ok(true);
        }
    }
    Ok(false)
}

fn taken_claim(claim: &Claim) -> Outcome {
    Outcome::Taken { command: claim.command, what: Taken::Claim { kind: claim.kind.clone(), key: claim.key.clone() } }
}

/// Rows of which each must be new: (batch, command, row).
fn guarded<R: Row>(
    c: &mut Connection,
    rows: Vec<(usize, usize, &R)>,
    what: Taken,
    probe: bool,
) -> Result<Vec<(usize, Outcome)>, Halt> {
    if !probe {
        let plain: Vec<&R> = rows.iter().map(|(_, _, row)| *row).collect();
        let inserted = bulk::insert(c, &plain)?;
        return if inserted < plain.len() { Err(Halt::Contested(Vec::new())) } else { Ok(Vec::new()) };
    }
    let mut contested = Vec::new();
    for (index, command, row) in rows {
        if bulk::insert(c, &[row])? == 0 {
            let what = what.clone();
            contested.push((index, Outcome::Taken { command, what }));
        }
    }
    Ok(contested)
}

fn moved_contacts(c: &mut Connection, alive: &[Member<'_>]) -> QueryResult<Vec<(usize, Outcome)>> {
    let mut contested = Vec::new();
    for (index, batch) in alive {
        for to in &batch.enclosure.moves {
            if !moved::put(c, to)? {
                contested.push((*index, Outcome::Taken { command: to.command, what: Taken::Code }));
            }
        }
    }
    Ok(contested)
}

/// Rows nobody else can have: the heads are ours.
fn put_free(c: &mut Connection, alive: &[Member<'_>]) -> QueryResult<()> {
    let events: Vec<_> = alive.iter().flat_map(|(_, b)| &b.events).collect();
    bulk::insert(c, &events)?;
    let letters: Vec<_> = alive.iter().flat_map(|(_, b)| &b.enclosure.letters).collect();
    bulk::insert(c, &letters)?;
    let accesses: Vec<_> = alive.iter().flat_map(|(_, b)| &b.enclosure.accesses).collect();
    bulk::insert(c, &accesses)?;
    notes::put(c, alive.iter().flat_map(|(_, b)| &b.enclosure.notes))?;
    visits::forget(c, alive.iter().flat_map(|(_, b)| &b.enclosure.undone))?;
    let rows = alive.iter().flat_map(|(_, b)| &b.enclosure.visits);
    bulk::insert(c, &visits::latest(rows))?;
    read_model::put(c, alive.iter().flat_map(|(_, b)| &b.enclosure.appointments))?;
    read_model::put(c, alive.iter().flat_map(|(_, b)| &b.enclosure.desk_hours))?;
    read_model::put(c, alive.iter().flat_map(|(_, b)| &b.enclosure.plans))?;
    states::put(c, alive.iter().flat_map(|(_, b)| &b.enclosure.states))
}

/// Tells the other nodes to read on; delivered with the commit. SQLite has one node.
fn notify(c: &mut Connection, alive: &[Member<'_>]) -> QueryResult<()> {
    let Connection::Postgres(inner) = c else {
        return Ok(());
    };
    let departments: Vec<&str> = alive.iter().map(|(_, b)| b.department.as_str()).collect();
    diesel::sql_query("SELECT pg_notify('okienko', d) FROM unnest($1) AS d")
        .bind::<Array<Text>, _>(departments)
        .execute(inner)
        .map(drop)
}
