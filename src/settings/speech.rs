//! `[speech]`: what speaks calls on the screens.

use super::given::Given;
use crate::failure::Failure;
use okienko_speech::{Pack, Speaker, Voice};
use std::path::PathBuf;
use std::sync::Arc;

/// What speaks calls on the screens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speech {
    /// A folder of clips.
    pub pack: Option<PathBuf>,
    /// Whether the program speaks.
    pub engine: Engine,
}

/// Whether the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Engine {
    /// Where it is installed and no pack is named.
    #[default]
    Usual,
    /// Always; beside a pack it says what the pack cannot.
    Espeak,
    /// Never.
    Off,
}

impl Given {
    /// What speaks.
    pub fn speech(&self) -> Result<Speech, Failure> {
        let engine = match self.text("speech", "engine")?.as_deref() {
            None => Engine::Usual,
            Some("espeak-ng") => Engine::Espeak,
            Some("off") => Engine::Off,
            Some(_) => return Err(Failure::unreadable("[speech] engine must be espeak-ng or off")),
        };
        Ok(Speech { pack: self.text("speech", "pack")?.map(PathBuf::from), engine })
    }
}

impl Speech {
    /// Opens the pack and finds the program; nothing when there is neither.
    ///
    /// # Errors
    /// Exit code 1 for a pack that cannot be used, or a program that was asked for and is not there.
    pub fn speaker(&self) -> Result<Option<Arc<Speaker>>, Failure> {
        let open =
            |folder: &PathBuf| Pack::open(folder).map_err(|fault| Failure::undone(format!("[speech] pack: {fault}")));
        let pack = self.pack.as_ref().map(open).transpose()?;
        let missing = || {
            Failure::undone(
                "[speech] engine: espeak-ng is not installed, or has no voice of pl, en or uk: apt-get install espeak-ng",
            )
        };
        let voice = match self.engine {
            Engine::Espeak => Some(Voice::find().ok_or_else(missing)?),
            Engine::Usual if pack.is_none() => Voice::find(),
            Engine::Usual | Engine::Off => None,
        };
        Ok(Speaker::new(pack, voice).map(Arc::new))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nothing_speaks_where_it_is_off_and_a_pack_that_is_not_there_ends_the_start() {
        assert!(Speech { engine: Engine::Off, pack: None }.speaker().unwrap().is_none());
        let nowhere = Speech { pack: Some("/no/such/folder".into()), engine: Engine::Usual };
        let why = nowhere.speaker().unwrap_err();
        assert!(why.code() == 1 && why.to_string().contains("/no/such/folder"), "{why}");
    }
}
