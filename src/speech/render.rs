//! Making a pack with the voice: every clip once, two programs at a time, resumed where it was cut short.

use crate::fault::SpeechFault;
use crate::language::Language;
use crate::pack::{self, Pack, keys};
use crate::sound::Sound;
use crate::voice::Voice;
use serde::Serialize;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Programs at a time.
const HANDS: usize = 2;

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Clips that were made.
    pub made: usize,
    /// Clips that were there already, of an earlier run or of a person, and stayed.
    pub kept: usize,
    /// The pack's revision now.
    pub revision: String,
}

/// What `pack.json` says of a pack, for people; the server goes by the clips.
#[derive(Serialize)]
struct About<'p> {
    revision: &'p str,
    languages: Vec<&'static str>,
    origin: &'p str,
    clips: usize,
}

/// Makes every clip that `folder` lacks in these languages, or only those named in `only`, and writes `pack.json`.
///
/// # Errors
/// When the voice does not speak a language, a name is none of a clip, or a file cannot be written. What was made stays.
pub fn render(
    voice: &Voice,
    folder: &Path,
    languages: &[Language],
    only: Option<&[String]>,
) -> Result<Rendered, SpeechFault> {
    let mut wanted = Vec::new();
    for language in languages {
        if !voice.languages().contains(language) {
            return Err(SpeechFault::new(format!("{} does not speak {language}", voice.version())));
        }
        let home = folder.join(language.code());
        std::fs::create_dir_all(&home).map_err(SpeechFault::at(&home))?;
        let named = only.map_or_else(|| keys::all(*language), |only| named(*language, only));
        wanted.extend(named.into_iter().map(|key| (*language, key)));
    }
    let (made, kept) = by_hands(&voice.patient(), folder, &wanted)?;
    let pack = Pack::open(folder)?;
    about(&pack, voice, folder)?;
    Ok(Rendered { made, kept, revision: pack.revision().to_owned() })
}

/// The asked names; "and" is a clip of English only.
fn named(language: Language, only: &[String]) -> Vec<String> {
    only.iter().filter(|key| *key != keys::AND || language == Language::English).cloned().collect()
}

/// Answers how many were made and how many were there.
fn by_hands(voice: &Voice, folder: &Path, wanted: &[(Language, String)]) -> Result<(usize, usize), SpeechFault> {
    let (next, made, fault) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(None));
    let work = || {
        while let Some((language, key)) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
            match clip(voice, folder, *language, key) {
                Ok(fresh) => drop(made.fetch_add(usize::from(fresh), Ordering::Relaxed)),
                Err(why) => {
                    // Nobody takes anything up any more.
                    next.store(wanted.len(), Ordering::Relaxed);
                    fault.lock().unwrap_or_else(std::sync::PoisonError::into_inner).get_or_insert(why);
                }
            }
        }
    };
    std::thread::scope(|scope| (0..HANDS).for_each(|_| drop(scope.spawn(work))));
    let made = made.into_inner();
    match fault.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        Some(fault) => Err(fault),
        None => Ok((made, wanted.len() - made)),
    }
}

/// Makes one clip unless a good one is there; answers whether it was made. Written aside first: a file under its name is whole.
fn clip(voice: &Voice, folder: &Path, language: Language, key: &str) -> Result<bool, SpeechFault> {
    let path = pack::path(folder, language, key);
    if path.exists() && pack::read(&path).and_then(|wav| Sound::read(&wav)).is_ok() {
        return Ok(false);
    }
    let text = keys::voiced(language, key);
    let text =
        text.ok_or_else(|| SpeechFault::new(format!("`{key}` is no clip's name, such as n-7, letter-U, desk")))?;
    let sound = voice.say(language, &text).map_err(SpeechFault::of(path.display()))?;
    let aside = path.with_extension("part");
    std::fs::write(&aside, sound.wav()?).map_err(SpeechFault::at(&aside))?;
    std::fs::rename(&aside, &path).map_err(SpeechFault::at(&path))?;
    Ok(true)
}

fn about(pack: &Pack, voice: &Voice, folder: &Path) -> Result<(), SpeechFault> {
    let languages = pack.languages();
    let clips = languages.iter().map(|language| pack.count(*language)).sum();
    let languages = languages.into_iter().map(Language::code).collect();
    let about = About { revision: pack.revision(), languages, origin: voice.version(), clips };
    let text = serde_json::to_string_pretty(&about).map_err(|error| SpeechFault::new(error.to_string()))?;
    let path = folder.join("pack.json");
    std::fs::write(&path, text + "\n").map_err(SpeechFault::at(&path))
}
