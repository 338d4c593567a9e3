//! A change of the office's document: what it would mean was told before; it is written with its history, in one transaction.

use crate::accounts;
use crate::ask::Trouble;
use crate::directory;
use crate::history;
use crate::office::Office;
use crate::outlook::Outlook;
use crate::setup;
use okienko_queue::Department;
use okienko_queue::change::{Effects, OfficeEffects, Series};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::ids::DepartmentId;
use okienko_queue::office::OfficeFile;
use okienko_queue::time::Instant;
use okienko_store::{Appender, Fault, OfficeChange, Store};
use std::sync::Arc;

/// Who changes the document, and when.
#[derive(Clone, Debug)]
pub struct By {
    /// `staff:…` or `command line`.
    pub author: String,
    /// By the office clock.
    pub at: Instant,
    /// The revision that is taken back.
    pub undoes: Option<i64>,
}

/// Writes a document of a known revision, its history and the staff that follow it, as a part of one transaction. Answers the new
/// revision; `None` when somebody was faster, and then nothing is written.
///
/// # Errors
/// [`Fault::Away`] when the database does not answer.
pub fn put_office(
    appender: &mut Appender,
    before: Option<&OfficeFile>,
    office: &OfficeFile,
    revision: i64,
    by: &By,
) -> Result<Option<i64>, Fault> {
    let broken = |error: serde_json::Error| Fault::Broken(error.to_string());
    let text = serde_json::to_string(office).map_err(broken)?;
    let edits = match before {
        Some(before) => {
            history::diff(&history::plain(before).map_err(broken)?, &history::plain(office).map_err(broken)?)
        }
        // There was nothing to compare with.
        None => Vec::new(),
    };
    // What changes nothing is no change: the document of the revision stands.
    if before.is_some() && edits.is_empty() {
        return Ok(Some(revision));
    }
    let changes = serde_json::to_string(&edits).map_err(broken)?;
    let Some(next) = appender.put_setting(setup::DOCUMENT, &text, revision)? else { return Ok(None) };
    let (at_ms, author) = (by.at.timestamp_millis(), by.author.clone());
    appender.put_office_change(&OfficeChange { revision: next, at_ms, author, changes, undoes: by.undoes })?;
    if before.is_none_or(|before| before.staff != office.staff) {
        accounts::dismiss(appender, before, office)?;
        accounts::follow(appender, office)?;
    }
    Ok(Some(next))
}

/// What a new document would mean for an office whose server may not run, read from the journals.
///
/// # Errors
/// [`Fault::Away`] when the database does not answer.
pub fn effects_in_store(
    store: &Store,
    held: &OfficeFile,
    wanted: &OfficeFile,
    now: Instant,
) -> Result<OfficeEffects, Fault> {
    let mut seen = Vec::new();
    for config in &held.departments {
        seen.push(match directory::replay(store, config) {
            Ok(department) => look(&department, wanted, now),
            // One that cannot be read holds up none of the others.
            Err(Fault::Broken(_)) => unreadable(config, wanted),
            Err(fault) => return Err(fault),
        });
    }
    Ok(OfficeEffects::of(seen, wanted, now))
}

fn look(department: &Department, wanted: &OfficeFile, now: Instant) -> (DepartmentId, Effects, Series) {
    let id = department.config().id.clone();
    let effects = match wanted.departments.iter().find(|one| one.id == id) {
        Some(config) => department.effects(config, now),
        None => department.effects_of_removal(now),
    };
    (id, effects, department.series_of_today(now))
}

fn unreadable(held: &DepartmentConfig, wanted: &OfficeFile) -> (DepartmentId, Effects, Series) {
    let after = wanted.departments.iter().find(|one| one.id == held.id);
    (held.id.clone(), Effects::of_unreadable(held, after), Series::default())
}

impl Office {
    /// The document as it is now, whichever node changed it last, with its revision.
    ///
    /// # Errors
    /// [`Trouble::TryAgain`] when the database is away.
    pub async fn document(&self) -> Result<(Arc<OfficeFile>, i64), Trouble> {
        directory::read(&self.shared, setup::read).await
    }

    /// What a new document would mean now.
    ///
    /// # Errors
    /// [`Trouble::TryAgain`] when the database is away. Of a department that is out of service it is said that nobody can say.
    pub async fn effects(&self, wanted: &OfficeFile) -> Result<OfficeEffects, Trouble> {
        let wanted = Arc::new(wanted.clone().settled());
        let (mut seen, now) = (Vec::new(), self.clock().now());
        for department in &self.catalogue().departments {
            let new = wanted.clone();
            let look = move |department: &Department, _: &Outlook, now| look(department, &new, now);
            seen.push(match self.look(&department.id, look).await {
                Err(Trouble::Broken) => unreadable(department, &wanted),
                told => told?,
            });
        }
        Ok(OfficeEffects::of(seen, &wanted, now))
    }

    /// Writes a new document over the one that was read with its revision, and brings every department to it. Answers the new revision;
    /// `None` when somebody was faster.
    ///
    /// # Errors
    /// [`Trouble::TryAgain`] when the database is away.
    pub async fn replace(
        &self,
        held: &(Arc<OfficeFile>, i64),
        file: OfficeFile,
        author: &str,
        undoes: Option<i64>,
    ) -> Result<Option<i64>, Trouble> {
        let by = By { author: author.to_owned(), at: self.clock().now(), undoes };
        setup::put(&self.shared, held.0.clone(), file, held.1, by).await
    }
}
