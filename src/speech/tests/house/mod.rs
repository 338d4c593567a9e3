//! Recordings and programs that a test makes for itself.
#![allow(dead_code)]

use okienko_speech::{Language, RATE, Sound};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of this test's own, removed at its end.
pub struct Folder(pub PathBuf);

impl Folder {
    /// A new one.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("okienko-speech-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    /// Puts a clip under its key.
    pub fn put(&self, language: Language, key: &str, wav: &[u8]) {
        let home = self.0.join(language.code());
        std::fs::create_dir_all(&home).expect("a folder");
        std::fs::write(home.join(format!("{key}.wav")), wav).expect("a clip");
    }

    /// A program of shell lines.
    pub fn program(&self, lines: &str) -> PathBuf {
        let path = self.0.join("program");
        std::fs::write(&path, format!("#!/bin/sh\n{lines}\n")).expect("a program");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("its rights");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A tone as a WAV file: half a second of `pitch` Hz at an amplitude of `loud`, with silence of 0.2 s before and after.
pub fn tone(pitch: f32, loud: f32) -> Vec<u8> {
    recording(1, RATE, &|time| {
        if (0.2..0.7).contains(&time) { (time * pitch * std::f32::consts::TAU).sin() * loud } else { 0.0 }
    })
}

/// 0.9 s of anything, in as many equal channels as wished.
pub fn recording(channels: u16, rate: u32, sample: &dyn Fn(f32) -> f32) -> Vec<u8> {
    let mut data = Vec::new();
    for at in 0..rate * 9 / 10 {
        let value = (sample(at as f32 / rate as f32) * 32_767.0) as i16;
        (0..channels).for_each(|_| data.extend(value.to_le_bytes()));
    }
    let (length, block) = (u32::try_from(data.len()).expect("short"), channels * 2);
    let mut wav = Vec::new();
    wav.extend(b"RIFF");
    wav.extend((36 + length).to_le_bytes());
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0");
    wav.extend(channels.to_le_bytes());
    wav.extend(rate.to_le_bytes());
    wav.extend((rate * u32::from(block)).to_le_bytes());
    wav.extend(block.to_le_bytes());
    wav.extend(b"\x10\0data");
    wav.extend(length.to_le_bytes());
    wav.extend(data);
    wav
}

/// A file as a sound.
pub fn heard(path: &Path) -> Sound {
    Sound::read(&std::fs::read(path).expect("a file")).expect("a sound")
}
