//! Judging a pack before it is put to use: is everything there, and does everything sound as it should.

use crate::fault::SpeechFault;
use crate::language::Language;
use crate::level::Measure;
use crate::pack::{self, Pack, keys};
use crate::sound::Sound;
use std::path::Path;

/// The length of a clip, in seconds.
pub const SECONDS: (f32, f32) = (0.15, 3.0);
/// The loudest sample of a clip, in dBFS.
pub const PEAK_DB: (f32, f32) = (-9.0, -1.0);
/// Speech that is quieter than this (RMS, dBFS) is not heard in a hall.
pub const QUIET_DB: f32 = -40.0;

/// What was found in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Which language.
    pub language: Language,
    /// How many clips.
    pub clips: usize,
    /// The shortest and the longest, in seconds.
    pub seconds: (f32, f32),
    /// The quietest and the loudest peak, in dBFS.
    pub peak_db: (f32, f32),
    /// What is wrong, a line each, with the file it is about.
    pub problems: Vec<String>,
}

/// Reads every clip of a pack, in every language that it speaks.
///
/// # Errors
/// When the folder cannot be read or holds no language.
pub fn check(folder: &Path) -> Result<Vec<Report>, SpeechFault> {
    let pack = Pack::open(folder)?;
    pack.languages().into_iter().map(|language| of_language(&pack, folder, language)).collect()
}

fn of_language(pack: &Pack, folder: &Path, language: Language) -> Result<Report, SpeechFault> {
    let home = folder.join(language.code());
    let mut report = Report {
        language,
        clips: 0,
        seconds: (f32::INFINITY, 0.0),
        peak_db: (f32::INFINITY, f32::NEG_INFINITY),
        problems: missing(pack, language, &pack::listed(&home)?),
    };
    for key in pack::listed(&home)? {
        let name = format!("{language}/{key}.wav");
        if keys::voiced(language, &key).is_none() {
            report.problems.push(format!("{name}: no clip has this name"));
        }
        match pack::read(&pack::path(folder, language, &key)).and_then(|wav| Sound::read(&wav)) {
            Ok(sound) => report.add(&name, sound.measure()),
            Err(fault) => report.problems.push(format!("{name}: {fault}")),
        }
    }
    Ok(report)
}

/// What a call could need and cannot be said: letters, and numbers up to 999.
fn missing(pack: &Pack, language: Language, there: &std::collections::BTreeSet<String>) -> Vec<String> {
    let letters = ('A'..='Z').map(keys::letter).filter(|key| !there.contains(key));
    let numbers = (0..=keys::MOST).filter(|number| pack.numeral(language, *number).is_none()).map(keys::numeral);
    letters.chain(numbers).map(|key| format!("{language}/{key}.wav: missing, and not to be made of others")).collect()
}

impl Report {
    fn add(&mut self, name: &str, measure: Measure) {
        let Measure { seconds, peak_db, speech_db, clipped } = measure;
        self.clips += 1;
        self.seconds = (self.seconds.0.min(seconds), self.seconds.1.max(seconds));
        self.peak_db = (self.peak_db.0.min(peak_db), self.peak_db.1.max(peak_db));
        let mut wrong = |what: String| self.problems.push(format!("{name}: {what}"));
        if !(SECONDS.0..=SECONDS.1).contains(&seconds) {
            wrong(format!("{seconds:.2} s, not {} to {} s", SECONDS.0, SECONDS.1));
        }
        if speech_db < QUIET_DB {
            wrong("silent".to_owned());
        } else if !(PEAK_DB.0..=PEAK_DB.1).contains(&peak_db) {
            wrong(format!("loudest at {peak_db:.1} dBFS, not {} to {} dBFS", PEAK_DB.0, PEAK_DB.1));
        }
        if clipped {
            wrong("tops cut off (clipping)".to_owned());
        }
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ((short, long), (low, high)) = (self.seconds, self.peak_db);
        write!(
            f,
            "{}: {} clips, {short:.2} to {long:.2} s, loudest {low:.1} to {high:.1} dBFS, {} problems",
            self.language,
            self.clips,
            self.problems.len()
        )
    }
}
