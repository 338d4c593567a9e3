//! A pack: a folder of fragments, `PACK/{lang}/{key}.wav`, that sentences are put together from.
//!
//! Keys: `number` and `desk` (the two words), `letter-A` to `letter-Z`, `n-0` to `n-999` and whole thousands up to `n-9000`, `and`
//! (English), and `word-{word}` in small letters for words of desks' labels (`word-kasa`). Where `n-231` is missing it is put together of
//! `n-200`, `n-30` and `n-1`: a pack of recordings needs 0 to 19, tens and hundreds only. Files are the truth; `pack.json` tells people
//! where they come from.

mod compose;
pub mod keys;

use crate::fault::SpeechFault;
use crate::language::Language;
use crate::phrase::Sentence;
use crate::sound::Sound;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Milliseconds between two parts of a sentence, and between the ticket and the desk.
const GAP: usize = 60;
const COMMA: usize = 280;
/// The largest file that is read as a clip: 30 s of stereo.
const MOST_FILE: u64 = 8 * 1024 * 1024;

/// A folder of fragments that was looked through once; clips are read when they are needed.
#[derive(Clone, Debug)]
pub struct Pack {
    folder: PathBuf,
    revision: String,
    clips: BTreeMap<Language, BTreeSet<String>>,
}

impl Pack {
    /// Looks a folder through and takes the digest of its clips.
    ///
    /// # Errors
    /// When it cannot be read, or holds no language with both words, `number` and `desk`.
    pub fn open(folder: &Path) -> Result<Self, SpeechFault> {
        let (mut clips, mut digest) = (BTreeMap::new(), Sha256::new());
        for language in Language::ALL {
            let keys = listed(&folder.join(language.code()))?;
            for key in &keys {
                digest.update(format!("{language}/{key}\n"));
                digest.update(Sha256::digest(read(&path(folder, language, key))?));
            }
            if keys.contains(keys::NUMBER) && keys.contains(keys::DESK) {
                clips.insert(language, keys);
            }
        }
        if clips.is_empty() {
            let advice = "no language here has number.wav and desk.wav; `okienko speech render` makes a pack";
            return Err(SpeechFault::new(format!("{}: {advice}", folder.display())));
        }
        let revision = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { folder: folder.to_owned(), revision, clips })
    }

    /// The digest of all clips, 16 hexadecimal digits.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The languages it speaks.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.clips.keys().copied().collect()
    }

    /// How many clips it has in a language.
    #[must_use]
    pub fn count(&self, language: Language) -> usize {
        self.clips.get(&language).map_or(0, BTreeSet::len)
    }

    /// The clips that make a number, if they are all there.
    #[must_use]
    pub fn numeral(&self, language: Language, number: u16) -> Option<Vec<String>> {
        let keys = self.clips.get(&language)?;
        compose::numeral(language, number, &|key| keys.contains(key))
    }

    /// A call put together, levelled as a whole; nothing when a fragment is missing.
    ///
    /// # Errors
    /// When a clip that was there cannot be read.
    pub fn sentence(&self, language: Language, sentence: &Sentence) -> Result<Option<Sound>, SpeechFault> {
        let Some(keys) = self.clips.get(&language) else { return Ok(None) };
        let Some(steps) = compose::sentence(language, sentence, &|key| keys.contains(key)) else { return Ok(None) };
        let mut sound = Sound::default();
        for step in steps {
            match step {
                compose::Step::Clip(key) => sound.then(&self.clip(language, &key)?.fragment()?),
                compose::Step::Gap => sound.then(&Sound::pause(GAP)),
                compose::Step::Comma => sound.then(&Sound::pause(COMMA)),
            }
        }
        Ok(Some(sound.at_peak()))
    }

    fn clip(&self, language: Language, key: &str) -> Result<Sound, SpeechFault> {
        let path = path(&self.folder, language, key);
        Sound::read(&read(&path)?).map_err(SpeechFault::of(path.display()))
    }
}

/// Where a clip lies.
pub(crate) fn path(folder: &Path, language: Language, key: &str) -> PathBuf {
    folder.join(language.code()).join(format!("{key}.wav"))
}

/// A clip's file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, SpeechFault> {
    let length = std::fs::metadata(path).map_err(SpeechFault::at(path))?.len();
    if length > MOST_FILE {
        return Err(SpeechFault::new(format!("{}: larger than {MOST_FILE} bytes", path.display())));
    }
    std::fs::read(path).map_err(SpeechFault::at(path))
}

/// The keys of all WAV files of a folder; none when there is no such folder.
pub(crate) fn listed(folder: &Path) -> Result<BTreeSet<String>, SpeechFault> {
    if !folder.is_dir() {
        return Ok(BTreeSet::new());
    }
    let mut keys = BTreeSet::new();
    for entry in std::fs::read_dir(folder).map_err(SpeechFault::at(folder))? {
        let name = entry.map_err(SpeechFault::at(folder))?.file_name();
        keys.extend(name.to_str().and_then(|name| name.strip_suffix(".wav")).map(str::to_owned));
    }
    Ok(keys)
}
