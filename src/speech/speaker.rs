//! What makes the sound of a call: a pack, a voice, or the pack and where a fragment is missing the voice.

use crate::fault::SpeechFault;
use crate::language::Language;
use crate::made::Made;
use crate::pack::Pack;
use crate::phrase::Sentence;
use crate::voice::Voice;
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::fmt;

/// Sounds kept in memory, in bytes: about 250 sentences, an hour of a busy hall in three languages.
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// Raise it whenever words, speed or levels change: screens keep sounds for ever by the revision.
const EDITION: &str = "1";

/// The speaker of one server. Shared by all its screens.
pub struct Speaker {
    pack: Option<Pack>,
    voice: Option<Voice>,
    revision: String,
    made: Made,
}

impl Speaker {
    /// A speaker of a pack, a voice or both; nothing when there is neither.
    #[must_use]
    pub fn new(pack: Option<Pack>, voice: Option<Voice>) -> Option<Self> {
        if pack.is_none() && voice.is_none() {
            return None;
        }
        let mut digest = Sha256::new();
        digest.update(EDITION);
        digest.update(pack.as_ref().map_or("", Pack::revision));
        digest.update(voice.as_ref().map_or("", Voice::version));
        let revision = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Some(Self { pack, voice, revision, made: Made::new(MOST_BYTES) })
    }

    /// 16 hexadecimal digits that change whenever a sound may sound different.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The languages it speaks.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let of_pack = self.pack.as_ref().map(Pack::languages).unwrap_or_default();
        let of_voice = self.voice.as_ref().map(|voice| voice.languages().to_vec()).unwrap_or_default();
        Language::ALL.into_iter().filter(|one| of_pack.contains(one) || of_voice.contains(one)).collect()
    }

    /// The sound of a call, if it was made before.
    #[must_use]
    pub fn made(&self, language: Language, sentence: &Sentence) -> Option<Bytes> {
        self.made.get(&(language, sentence.clone()))
    }

    /// The sound of a call as a WAV file; nothing when it can not be said. Blocks: a twentieth of a second, at worst ten seconds.
    ///
    /// # Errors
    /// When a clip cannot be read or the program fails.
    pub fn say(&self, language: Language, sentence: &Sentence) -> Result<Option<Bytes>, SpeechFault> {
        if let Some(made) = self.made(language, sentence) {
            return Ok(Some(made));
        }
        let of_pack = self.pack.as_ref().map(|pack| pack.sentence(language, sentence)).transpose();
        let of_pack = match (of_pack, &self.voice) {
            (Ok(sound), _) => sound.flatten(),
            // A recording that cannot be read silences nobody who can speak.
            (Err(_), Some(_)) => None,
            (Err(fault), None) => return Err(fault),
        };
        let sound = match (of_pack, &self.voice) {
            (Some(sound), _) => sound,
            (None, Some(voice)) if voice.languages().contains(&language) => {
                voice.say(language, &sentence.voiced(language))?
            }
            _ => return Ok(None),
        };
        let wav = Bytes::from(sound.wav()?);
        self.made.put((language, sentence.clone()), wav.clone());
        Ok(Some(wav))
    }
}

/// Leaves the sounds out.
impl fmt::Debug for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = f.debug_struct("Speaker");
        all.field("revision", &self.revision).field("bytes", &self.made.bytes()).finish_non_exhaustive()
    }
}
