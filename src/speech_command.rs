//! `okienko speech`: packs of clips and the gong, for whoever sets a lobby up.

use crate::cli::SpeechCommand;
use crate::failure::Failure;
use crate::terminal::say;
use okienko_speech::check::check;
use okienko_speech::render::render;
use okienko_speech::{Language, SpeechFault, Voice, chime};
use std::path::Path;

/// Runs one command.
///
/// # Errors
/// Exit code 1 with the reason; for `check` with everything that is wrong, a line each.
pub fn run(command: &SpeechCommand) -> Result<(), Failure> {
    match command {
        SpeechCommand::Render { dir, lang, only } => make(dir, lang, only.as_deref()),
        SpeechCommand::Check { dir } => judge(dir),
        SpeechCommand::Chime { file } => gong(file),
    }
}

fn make(dir: &Path, languages: &[Language], only: Option<&[String]>) -> Result<(), Failure> {
    let missing =
        || Failure::undone("espeak-ng is not installed, or has no voice of pl, en or uk: apt-get install espeak-ng");
    let voice = Voice::find().ok_or_else(missing)?;
    let done = render(&voice, dir, languages, only).map_err(undone)?;
    say(&format!(
        "{}: {} clips made, {} were there and stayed; by {}; revision {}",
        dir.display(),
        done.made,
        done.kept,
        voice.version(),
        done.revision
    ));
    Ok(())
}

fn judge(dir: &Path) -> Result<(), Failure> {
    let reports = check(dir).map_err(undone)?;
    for report in &reports {
        say(&report.to_string());
    }
    let problems: Vec<String> = reports.into_iter().flat_map(|report| report.problems).collect();
    if problems.is_empty() { Ok(()) } else { Err(Failure::undone(problems.join("\n"))) }
}

fn gong(file: &Path) -> Result<(), Failure> {
    let wav = chime::chime().wav().map_err(undone)?;
    std::fs::write(file, &wav).map_err(|error| Failure::undone(format!("{}: {error}", file.display())))?;
    say(&format!("{}: {} bytes", file.display(), wav.len()));
    Ok(())
}

fn undone(fault: SpeechFault) -> Failure {
    Failure::undone(fault.to_string())
}
