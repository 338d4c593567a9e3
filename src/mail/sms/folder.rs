//! Text messages as files, one each: number, expiry, empty line, text.

use std::fs;
use std::path::Path;

use super::Sms;
use crate::clean::id_text;
use crate::fault::NotSent;

/// Writes `{id}.sms` through a hidden temporary file and a rename; the same message again replaces its own file.
///
/// # Errors
/// [`NotSent::Later`] when the folder is away or full.
pub(crate) fn write(dir: &Path, sms: &Sms) -> Result<(), NotSent> {
    let name = id_text(&sms.id);
    let temporary = dir.join(format!(".{name}.{}.tmp", std::process::id()));
    let content = format!("To: {}\nExpires: {}\n\n{}\n", sms.to, sms.expires, sms.text);
    let written = fs::write(&temporary, content).and_then(|()| fs::rename(&temporary, dir.join(format!("{name}.sms"))));
    written.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        NotSent::Later(format!("sms folder: {}", error.kind()))
    })
}
