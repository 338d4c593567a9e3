//! Letters as files: whoever watches the folder sees whole letters only, and each letter once.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::fault::NotSent;
use crate::message::Message;

static TEMPORARY: AtomicU64 = AtomicU64::new(0);

/// Writes `{name}.eml` through a hidden temporary file and a rename. The same letter sent again replaces its own file by the same
/// bytes. The file is not forced to disk: the letter's truth is the outbox, and this post is for demonstrations.
///
/// # Errors
/// [`NotSent::Later`] when the folder is away or full.
pub(crate) fn write(dir: &Path, message: &Message) -> Result<(), NotSent> {
    let number = TEMPORARY.fetch_add(1, Ordering::Relaxed);
    let temporary = dir.join(format!(".{}.{}.{number}.tmp", message.name(), std::process::id()));
    let target = dir.join(format!("{}.eml", message.name()));
    let written = fs::write(&temporary, message.formatted()).and_then(|()| fs::rename(&temporary, &target));
    written.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        later(&error)
    })
}

fn later(error: &io::Error) -> NotSent {
    NotSent::Later(format!("mail folder: {}", error.kind()))
}
