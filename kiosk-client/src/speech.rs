//! Reading aloud by a program of this computer: text on its input, WAV on its output; no shell, no text among its arguments.

use crate::settings::{self, Settings};
use crate::texts::Lang;
use actix_web::web::Bytes;
use std::collections::VecDeque;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Characters of one text.
pub const MOST_CHARACTERS: usize = 2_000;
/// What is remembered: the kiosk says the same few screens all day.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// One recording.
const MOST_WAV: u64 = 8 * 1024 * 1024;
const NAP: Duration = Duration::from_millis(10);

/// The speaker.
pub struct Speech {
    settings: settings::Speech,
    said: Mutex<VecDeque<(Lang, String, Bytes)>>,
    speaking: Mutex<()>,
}

impl Speech {
    /// The speaker of the settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.speech.clone(), said: Mutex::default(), speaking: Mutex::new(()) }
    }

    /// The text as WAV. Blocks. Nothing when there is no program, or none that works.
    pub fn say(&self, lang: Lang, text: &str) -> Option<Bytes> {
        if self.settings.program.is_empty() || text.trim().is_empty() || text.chars().count() > MOST_CHARACTERS {
            return None;
        }
        let known = |said: &(Lang, String, Bytes)| said.0 == lang && said.1 == text;
        let remembered = || {
            self.said
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .iter()
                .find(|said| known(said))
                .map(|said| said.2.clone())
        };
        if let Some(wav) = remembered() {
            return Some(wav);
        }
        // One voice at a time.
        let _turn = self.speaking.lock().unwrap_or_else(PoisonError::into_inner);
        let wav = remembered().or_else(|| self.spoken(lang, text).map(Bytes::from))?;
        self.remember(lang, text, &wav);
        Some(wav)
    }

    fn remember(&self, lang: Lang, text: &str, wav: &Bytes) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.retain(|one| !(one.0 == lang && one.1 == text));
        said.push_back((lang, text.to_owned(), wav.clone()));
        while said.iter().map(|one| one.2.len()).sum::<usize>() > MOST_BYTES {
            said.pop_front();
        }
    }

    fn spoken(&self, lang: Lang, text: &str) -> Option<Vec<u8>> {
        let arguments = self.settings.arguments.iter().map(|argument| argument.replace("{lang}", lang.code()));
        let mut program = Command::new(&self.settings.program);
        program.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = program.spawn().ok()?;
        let (mut input, output) = (child.stdin.take()?, child.stdout.take()?);
        let text = text.to_owned();
        let writer = std::thread::spawn(move || drop(input.write_all(text.as_bytes())));
        let reader = std::thread::spawn(move || {
            let mut wav = Vec::new();
            output.take(MOST_WAV).read_to_end(&mut wav).map(|_| wav).ok()
        });
        let well = ended_well(&mut child, Duration::from_millis(self.settings.timeout_ms));
        drop(writer.join());
        let wav = reader.join().ok().flatten();
        wav.filter(|wav| well && wav.starts_with(b"RIFF"))
    }
}

fn ended_well(child: &mut Child, within: Duration) -> bool {
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if begun.elapsed() < within => std::thread::sleep(NAP),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                tracing::warn!("the speech program took too long");
                return false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker(script: &str, timeout_ms: u64) -> Speech {
        let mut settings = Settings::default();
        settings.speech.program = "/bin/sh".into();
        settings.speech.arguments = vec!["-c".into(), script.into(), "{lang}".into()];
        settings.speech.timeout_ms = timeout_ms;
        Speech::new(&settings)
    }

    #[test]
    fn the_text_goes_to_the_input_and_is_remembered() {
        let speech = speaker("printf RIFF; printf \"$0\"; cat", 5_000);
        let wav = speech.say(Lang::Uk, "талон; $(reboot)");
        assert_eq!(wav.as_deref(), Some("RIFFukталон; $(reboot)".as_bytes()));
        assert_eq!(speech.said.lock().map(|said| said.len()).unwrap_or(0), 1);
        assert_eq!(speech.say(Lang::Uk, "талон; $(reboot)"), wav);
    }

    #[test]
    fn a_program_that_hangs_fails_or_is_missing_says_nothing() {
        assert!(speaker("exec sleep 5", 100).say(Lang::Pl, "bilet").is_none());
        assert!(speaker("exit 1", 5_000).say(Lang::Pl, "bilet").is_none());
        let mut settings = Settings::default();
        settings.speech.program = "/nonexistent".into();
        assert!(Speech::new(&settings).say(Lang::Pl, "bilet").is_none());
        assert!(speaker("printf RIFF", 5_000).say(Lang::Pl, &"a".repeat(MOST_CHARACTERS + 1)).is_none());
    }
}
