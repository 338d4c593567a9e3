//! The office's configuration document: read at start, followed while running, changed as a whole.

use crate::ask::{Ask, Trouble};
use crate::boards::Reconfigured;
use crate::change::{By, put_office};
use crate::directory;
use crate::shared::{self, Shared};
use okienko_queue::command::Command;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::office::OfficeFile;
use okienko_store::{Appender, Fault, Store};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::timeout;

/// The setting that holds the document, as JSON.
pub const DOCUMENT: &str = "office";
/// How often other nodes' changes are looked for.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// The document with its revision.
pub fn read(store: &Store) -> Result<(Arc<OfficeFile>, i64), Fault> {
    let setting = store.setting(DOCUMENT)?;
    let setting =
        setting.ok_or_else(|| Fault::Broken("no office was imported yet: run `okienko import FILE`".into()))?;
    let file: OfficeFile = serde_json::from_str(&setting.value)
        .map_err(|error| Fault::Broken(format!("the office's configuration cannot be read: {error}")))?;
    Ok((Arc::new(file.settled()), setting.revision))
}

/// Writes a new document and brings every department to it.
pub async fn change(shared: &Arc<Shared>, file: OfficeFile, author: &str) -> Result<(), Trouble> {
    let (before, revision) = shared::read(&shared.catalogue).clone();
    let by = By { author: author.to_owned(), at: shared.clock.now(), undoes: None };
    let written = put(shared, before, file, revision, by).await?;
    written.map(drop).ok_or(Trouble::TryAgain)
}

/// As [`change`], over the document of a known revision; the new revision, or `None` when somebody was faster.
pub async fn put(
    shared: &Arc<Shared>,
    before: Arc<OfficeFile>,
    file: OfficeFile,
    revision: i64,
    by: By,
) -> Result<Option<i64>, Trouble> {
    let file = Arc::new(file.settled());
    let wanted = file.clone();
    let write = move |appender: &mut Appender| put_office(appender, Some(&before), &wanted, revision, &by);
    let written = directory::write(shared, write).await?;
    if let Some(revision) = written {
        bring(shared, file, revision).await?;
    }
    Ok(written)
}

/// Follows the changes of other nodes for as long as the process runs: as soon as they are heard of, and now and then in any case.
pub async fn follow(shared: Arc<Shared>, heard: Arc<Notify>) {
    while shared.has_other_nodes() && !shared.is_draining() {
        // Whether it was heard or not: what counts is the document.
        let _ = timeout(LOOK_EVERY, heard.notified()).await;
        let Ok((file, revision)) = directory::read(&shared, read).await else { continue };
        if revision > shared::read(&shared.catalogue).1 {
            // What could not be brought about was logged; the next change or restart does it.
            let _ = bring(&shared, file, revision).await;
        }
    }
}

async fn bring(shared: &Arc<Shared>, file: Arc<OfficeFile>, revision: i64) -> Result<(), Trouble> {
    {
        let mut held = shared::write(&shared.catalogue);
        // Two changes may come back from the writer in another order than they were written.
        if held.1 > revision {
            return Ok(());
        }
        *held = (file.clone(), revision);
    }
    // At once: a message over everything waits for no department.
    tell_boards(shared);
    let brought = bring_departments(shared, &file).await;
    // Again: a board may show a department that was opened only now.
    tell_boards(shared);
    brought
}

fn tell_boards(shared: &Shared) {
    if let Some(boards) = shared.boards.get() {
        boards.do_send(Reconfigured);
    }
}

/// Every department, whatever becomes of the others. One that is out of service stays so; that it is was logged.
async fn bring_departments(shared: &Arc<Shared>, file: &OfficeFile) -> Result<(), Trouble> {
    shared::write(&shared.departments).retain(|id, _| file.departments.iter().any(|one| one.id == *id));
    let mut all = Ok(());
    for config in &file.departments {
        match bring_department(shared, config).await {
            Ok(()) | Err(Trouble::Broken) => {}
            other => all = other,
        }
    }
    all
}

async fn bring_department(shared: &Arc<Shared>, config: &DepartmentConfig) -> Result<(), Trouble> {
    if !shared::read(&shared.departments).contains_key(&config.id) {
        return directory::open(shared, config).await;
    }
    let command = Command::Configure(Box::new(config.of_journal()));
    let (department, actor) = (config.id.clone(), "configuration".into());
    directory::ask(shared, Ask { department, command, actor, key: None, person: None }).await.map(drop)
}
