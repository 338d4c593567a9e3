//! Pictures and films that boards show: plain files of one folder, which the office fills by other means.

use crate::call::Call;
use crate::errors::Problem;
use actix_files::NamedFile;
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::block;
use okienko_queue::board_check::{FILMS, is_medium};
use serde_json::{Value, json};
use std::io;
use std::path::Path;

/// Megabytes that a file may have: screens keep it in memory.
const MOST_MB: u64 = 50;
/// A screen shows the same few files all day; one that was replaced under its name is seen within minutes.
const KEPT: &str = "public, max-age=300";
/// Files that are listed at most.
const MOST_LISTED: usize = 500;

/// `GET /media/{file}`, also by ranges, as players of films ask.
pub(crate) async fn file(call: Call) -> Result<HttpResponse, Problem> {
    let missing = || Problem::new("not_found");
    let folder = call.state.settings.media.clone().ok_or_else(missing)?;
    let name = call.param("file").to_owned();
    if !is_medium(&name) {
        return Err(missing());
    }
    let opened = block(move || open(&folder.join(name))).await;
    let opened = opened.map_err(|_| Problem::new("try_again"))?.map_err(|_| missing())?;
    let mut answer = opened.disable_content_disposition().into_response(&call.req);
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(KEPT));
    Ok(answer)
}

/// A file as it lies there: what only leads elsewhere is none.
fn open(path: &Path) -> io::Result<NamedFile> {
    if is_usable(&path.symlink_metadata()?) { NamedFile::open(path) } else { Err(io::ErrorKind::NotFound.into()) }
}

fn is_usable(facts: &std::fs::Metadata) -> bool {
    facts.is_file() && facts.len() <= MOST_MB * 1024 * 1024
}

/// What the folder holds, for whoever chooses from it: files by name, and those that cannot be used with the reason.
pub(super) async fn listed(call: &Call) -> Result<Value, Problem> {
    let none = || json!({ "folder": null, "files": [], "unusable": [], "most_mb": MOST_MB });
    let Some(folder) = call.state.settings.media.clone() else { return Ok(none()) };
    let found = block(move || list(&folder)).await.map_err(|_| Problem::new("try_again"))?;
    // A folder that cannot be read holds nothing that can be shown; why stands in the log.
    Ok(found.unwrap_or_else(|error| {
        tracing::warn!(%error, "the folder of media cannot be read");
        none()
    }))
}

fn list(folder: &Path) -> io::Result<Value> {
    let (mut files, mut unusable) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder)?.take(MOST_LISTED) {
        let entry = entry?;
        let (name, facts) = (entry.file_name().to_string_lossy().into_owned(), entry.path().symlink_metadata()?);
        if name.starts_with('.') || facts.is_dir() {
            continue;
        }
        match (is_medium(&name) && facts.is_file(), is_usable(&facts)) {
            (true, true) => files.push((name, facts.len())),
            (true, false) => unusable.push((name, "large")),
            (false, _) => unusable.push((name, "name")),
        }
    }
    files.sort();
    unusable.sort();
    let kind = |file: &str| if is_film(file) { "video" } else { "image" };
    let files: Vec<Value> =
        files.iter().map(|(file, bytes)| json!({ "file": file, "kind": kind(file), "bytes": bytes })).collect();
    let unusable: Vec<Value> =
        unusable.iter().map(|(file, reason)| json!({ "file": file, "reason": reason })).collect();
    Ok(json!({ "folder": folder.display().to_string(), "files": files, "unusable": unusable, "most_mb": MOST_MB }))
}

fn is_film(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, end)| FILMS.contains(&end))
}
