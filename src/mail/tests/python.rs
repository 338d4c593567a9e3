//! Every letter in every language, judged by Python's `email` and `icalendar` (tests/mail/python/check.py).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::{LANGUAGES, letter, sender};
use okienko_mail::{LetterKind, compose};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn python() -> PathBuf {
    let given = std::env::var_os("OKIENKO_TEST_PYTHON").filter(|path| !path.is_empty()).map(PathBuf::from);
    let python = given.unwrap_or_else(|| root().join("target/python/bin/python"));
    assert!(
        python.exists(),
        "{} is missing: run `tests/run`, or set OKIENKO_TEST_PYTHON to a Python with the packages of tests/mail/python/requirements.txt",
        python.display()
    );
    python
}

fn judged(files: &[PathBuf]) -> (bool, String) {
    let output = Command::new(python()).arg(root().join("tests/mail/python/check.py")).args(files).output().unwrap();
    let words = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), words)
}

#[test]
fn law_lines_34_and_36_all_letters_are_sound_to_python() {
    let dir = std::env::temp_dir().join(format!("okienko-judged-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let mut files = Vec::new();
    for language in LANGUAGES {
        // Each ending has a visit of its own; what comes before is in the order of life.
        for ending in LetterKind::ALL.into_iter().filter(|kind| kind.ends()) {
            let before =
                [LetterKind::ConfirmRequest, LetterKind::Confirmation, LetterKind::Change, LetterKind::Reminder];
            let life = if ending == LetterKind::Lapsed { &before[..1] } else { &before[..] };
            for kind in life.iter().copied().chain([ending]) {
                let mut letter = letter(kind, language);
                letter.appointment = format!("wro-{language}-{}-a1", ending.as_str());
                letter.shift_minutes = Some(10);
                let file = dir.join(format!("{:03}.eml", files.len()));
                std::fs::write(&file, compose(&letter, &sender()).unwrap().formatted()).unwrap();
                files.push(file);
            }
        }
    }
    let (sound, words) = judged(&files);
    assert!(sound, "{words}");
    assert!(words.contains(&format!("{} letters are sound", files.len())), "{words}");
    // The judge is awake: a letter out of order and a broken one are seen.
    let (confirmation, change) = (&files[3], &files[4]);
    let (sound, words) = judged(&[change.clone(), confirmation.clone()]);
    assert!(!sound && words.contains("SEQUENCE 0 after 1"), "{words}");
    let broken = std::fs::read_to_string(confirmation).unwrap();
    let broken = broken.replace("Auto-Submitted", "X-Other").replace("base64", "8bit");
    let file = dir.join("broken.eml");
    std::fs::write(&file, broken).unwrap();
    let (sound, words) = judged(&[file]);
    assert!(!sound && words.contains("Auto-Submitted") && words.contains("base64"), "{words}");
    std::fs::remove_dir_all(&dir).unwrap();
}
