//! The directory of departments: opens them from the journal, finds them, reopens one whose actor died.

use crate::ask::{Ask, Key, Reply, Trouble};
use crate::department::{DepartmentActor, Do};
use crate::outlook::Outlook;
use crate::reading::LookAt;
use crate::rows::record_of;
use crate::shared::{self, Shared};
use actix::prelude::SendError;
use actix::{Actor, Addr};
use okienko_queue::Department;
use okienko_queue::command::Command;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::ids::DepartmentId;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::Instant;
use okienko_queue::view_board::BoardPart;
use okienko_store::{Access, Appender, Fault, Store};
use std::sync::Arc;
use tokio::sync::oneshot;

/// Events read at once at start.
const PAGE: i64 = 5_000;

/// Replays a department from its latest day; a new one starts empty.
pub fn replay(store: &Store, config: &DepartmentConfig) -> Result<Department, Fault> {
    let id = config.id.as_str();
    let mut next = store.latest_day_opened(id)?.unwrap_or(1);
    let mut records = Vec::new();
    loop {
        let page = store.events_from(id, next, PAGE)?;
        next += page.len() as i64;
        let full = page.len() as i64 == PAGE;
        for row in &page {
            records.push(record_of(row)?);
        }
        if !full {
            break;
        }
    }
    if records.is_empty() {
        return Ok(Department::new(config.of_journal()));
    }
    let mut department =
        Department::replay(records).map_err(|unreadable| Fault::Broken(format!("journal of {id}: {unreadable:?}")))?;
    department.take_touched();
    Ok(department)
}

/// Opens a department: replayed, started, brought to the present configuration. One that cannot be replayed is out of
/// service alone, loudly; the others run.
pub async fn open(shared: &Arc<Shared>, config: &DepartmentConfig) -> Result<(), Trouble> {
    let (store, wanted) = (shared.store.clone(), config.clone());
    let replayed = tokio::task::spawn_blocking(move || replay(&store, &wanted)).await;
    let department = match replayed.unwrap_or_else(|error| Err(Fault::Broken(error.to_string()))) {
        Ok(department) => department,
        Err(fault) => {
            tracing::error!(department = %config.id, %fault, "a department is out of service");
            return Err(Trouble::from(fault));
        }
    };
    let own = shared.clone();
    let addr = DepartmentActor::start_in_arbiter(&shared.arbiter, move |_| DepartmentActor::new(own, department));
    shared::write(&shared.departments).insert(config.id.clone(), addr);
    let command = Command::Configure(Box::new(config.of_journal()));
    let ask_for =
        Ask { department: config.id.clone(), command, actor: "configuration".into(), key: None, person: None };
    ask(shared, ask_for).await?;
    Ok(())
}

fn find(shared: &Shared, department: &DepartmentId) -> Result<Addr<DepartmentActor>, Trouble> {
    let known = shared.catalogue().departments.iter().any(|one| one.id == *department);
    let found = shared::read(&shared.departments).get(department).cloned();
    found.ok_or(if known { Trouble::Broken } else { Trouble::Refused(Refusal::NotFound) })
}

/// An actor that died stays dead; the journal has all that it knew.
async fn reopen(shared: &Arc<Shared>, department: &DepartmentId, dead: &Addr<DepartmentActor>) {
    let _one_at_a_time = shared.reopening.lock().await;
    let current = shared::read(&shared.departments).get(department).cloned();
    if current.as_ref() != Some(dead) {
        return;
    }
    tracing::error!(%department, "a department's actor died and is opened again from the journal");
    let catalogue = shared.catalogue();
    if let Some(config) = catalogue.departments.iter().find(|one| one.id == *department) {
        // What is wrong was logged; the next caller tries again.
        let _ = Box::pin(open(shared, config)).await;
    }
}

/// One command to one department, durable when it returns.
pub async fn ask(shared: &Arc<Shared>, ask: Ask) -> Result<Reply, Trouble> {
    let department = ask.department.clone();
    let addr = find(shared, &department)?;
    let (reply, answer) = oneshot::channel();
    // Sent without waiting for the mailbox's own word: the answer comes on a channel of its own.
    let full = matches!(addr.try_send(Do { ask, reply }), Err(SendError::Full(_)));
    match answer.await {
        Ok(answer) => answer,
        Err(_) => {
            if !full && !addr.connected() {
                reopen(shared, &department, &addr).await;
            }
            Err(Trouble::TryAgain)
        }
    }
}

/// A look at a department's confirmed state.
pub async fn look<R: Send + 'static>(
    shared: &Arc<Shared>,
    department: &DepartmentId,
    look: impl FnOnce(&Department, &Outlook, Instant) -> R + Send + 'static,
) -> Result<R, Trouble> {
    let addr = find(shared, department)?;
    let (tell, seen) = oneshot::channel();
    let look = LookAt(Box::new(move |department, outlook, now| {
        // Whoever asked may have gone away.
        let _ = tell.send(look(department, outlook, now));
    }));
    let full = matches!(addr.try_send(look), Err(SendError::Full(_)));
    let seen = seen.await;
    if seen.is_err() && !full && !addr.connected() {
        reopen(shared, department, &addr).await;
    }
    seen.map_err(|_| Trouble::TryAgain)
}

/// The boards' parts of departments; one that is out of service is left out.
pub async fn parts(shared: &Arc<Shared>, departments: &[DepartmentId]) -> Vec<(DepartmentId, BoardPart)> {
    let mut parts = Vec::new();
    for id in departments {
        let part = |department: &Department, outlook: &Outlook, now| {
            department.board_part(|service| outlook.newcomer(service), now)
        };
        match look(shared, id, part).await {
            Ok(part) => parts.push((id.clone(), part)),
            Err(trouble) => tracing::warn!(department = %id, ?trouble, "a board goes without a department"),
        }
    }
    parts
}

/// Reads on the blocking pool.
pub async fn read<R: Send + 'static>(
    shared: &Arc<Shared>,
    work: impl FnOnce(&Store) -> Result<R, Fault> + Send + 'static,
) -> Result<R, Trouble> {
    let store = shared.store.clone();
    let done = tokio::task::spawn_blocking(move || work(&store)).await;
    Ok(done.unwrap_or_else(|error| Err(Fault::Broken(error.to_string())))?)
}

/// Writes through the one writer: whatever `work` writes is one transaction.
pub async fn write<R: Send + 'static>(
    shared: &Arc<Shared>,
    work: impl FnOnce(&mut Appender) -> Result<R, Fault> + Send + 'static,
) -> Result<R, Trouble> {
    let (tell, told) = oneshot::channel();
    shared.writer.work(move |appender| {
        // Whoever asked may have gone away.
        let _ = tell.send(appender.whole(work));
    });
    Ok(told.await.map_err(|_| Trouble::TryAgain)??)
}

/// Writes lines of the access log; durable when it returns.
pub async fn log(shared: &Arc<Shared>, lines: Vec<Access>) -> Result<(), Trouble> {
    let (tell, told) = oneshot::channel();
    shared.writer.log(lines, move |written| {
        // Whoever asked may have gone away.
        let _ = tell.send(written);
    });
    Ok(told.await.map_err(|_| Trouble::TryAgain)??)
}

/// The answer that was given under a key, by any node: the body, or that the key was used for something else.
pub async fn answer_under(shared: &Arc<Shared>, key: Key) -> Result<Option<Result<Reply, Trouble>>, Trouble> {
    let name = key.key.clone();
    let row = read(shared, move |store| store.answer(&name)).await?;
    let same = |hash: &str| hash == key.body_hash;
    Ok(row.map(|row| {
        if same(&row.body_hash) { Ok(Reply { body: row.answer, repeated: true }) } else { Err(Trouble::KeyReused) }
    }))
}
