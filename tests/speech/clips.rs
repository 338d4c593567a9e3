//! Every clip of the real voice: all letters, 0 to 999, the words, in three languages. A seeded sample in the usual run, all of them with
//! `OKIENKO_FULL=1`.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use okienko_tests::chance::{Chance, fresh};
use okienko_tests::counts::{count, is_full, seed};
use okienko_tests::process::binary;

use crate::heard::Sound;

const LANGUAGES: [&str; 3] = ["pl", "en", "uk"];
/// Clips of a sample, of each language.
const SAMPLE: usize = 50;

/// Every key of a language that the house promises.
fn keys(language: &str) -> Vec<String> {
    let mut keys = vec!["number".to_owned(), "desk".to_owned()];
    keys.extend((language == "en").then(|| "and".to_owned()));
    keys.extend(('A'..='Z').map(|letter| format!("letter-{letter}")));
    keys.extend((0..=999).map(|number| format!("n-{number}")));
    keys
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("okienko-clips-{}", fresh())))
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn okienko(arguments: &[&str]) -> Output {
    Command::new(binary()).arg("speech").args(arguments).output().expect("the binary starts")
}

#[track_caller]
fn well(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Length and peak of a clip as the issue wants them, heard with the tests' own ears.
fn judge(folder: &Path, language: &str, key: &str) {
    let wav = std::fs::read(folder.join(format!("{language}/{key}.wav")))
        .unwrap_or_else(|why| panic!("{language}/{key}: {why}"));
    let sound = Sound::read(&wav);
    assert!((0.15..=3.0).contains(&sound.seconds()), "{language}/{key}: {} s", sound.seconds());
    assert!(
        (-3.5..=-2.5).contains(&sound.peak_db()) && !sound.is_clipped(),
        "{language}/{key}: {} dBFS",
        sound.peak_db()
    );
}

#[test]
fn the_real_voice_makes_every_clip_in_measure() {
    let (folder, seed) = (Folder::new(), seed());
    let mut chance = Chance::of(seed);
    for language in LANGUAGES {
        let all = keys(language);
        let wanted: Vec<String> = if is_full() {
            all
        } else {
            let must = ["number", "desk", "letter-U", "letter-I", "n-0", "n-1"].map(str::to_owned);
            let drawn = (0..count("OKIENKO_CLIPS", SAMPLE, SAMPLE)).map(|_| chance.one_of(&all).clone());
            must.into_iter().chain(drawn).collect()
        };
        let only = wanted.join(",");
        let mut arguments = vec!["render", folder.path(), "--lang", language];
        arguments.extend((!is_full()).then_some(["--only", &only]).into_iter().flatten());
        well(&okienko(&arguments));
        wanted.iter().for_each(|key| judge(&folder.0, language, key));
    }
    println!("seed {seed}");
    if is_full() {
        let said = well(&okienko(&["check", folder.path()]));
        assert_eq!(said.lines().count(), LANGUAGES.len(), "{said}");
        assert!(said.lines().all(|line| line.ends_with(" 0 problems")), "{said}");
        let again = well(&okienko(&["render", folder.path()]));
        assert!(again.contains(": 0 clips made"), "everything is there: {again}");
    }
}

#[test]
fn a_pack_with_something_wrong_is_refused_by_name() {
    let folder = Folder::new();
    well(&okienko(&["render", folder.path(), "--lang", "pl", "--only", "number,desk,n-7"]));
    std::fs::write(folder.0.join("pl/n-7.wav"), crate::heard::tone(0.0)).expect("a silent clip");
    let output = okienko(&["check", folder.path()]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("pl/n-7.wav: silent") && said.contains("pl/letter-A.wav: missing"), "{said}");
    let about = std::fs::read_to_string(folder.0.join("pack.json")).expect("pack.json");
    assert!(about.contains("eSpeak NG") && about.contains("\"revision\""), "{about}");
    assert_eq!(okienko(&["render", folder.path(), "--lang", "de"]).status.code(), Some(2));
    let help = ["render", "check"].map(|command| well(&okienko(&[command, "--help"]))).concat();
    assert!(help.contains("n-231 is put together") && help.contains("Exit code of check"), "{help}");
}

#[test]
fn the_gong_is_made_by_a_command() {
    let file = std::env::temp_dir().join(format!("okienko-gong-{}.wav", fresh()));
    well(&okienko(&["chime", file.to_str().expect("UTF-8")]));
    let gong = Sound::read(&std::fs::read(&file).expect("the gong"));
    assert!((1.0..1.4).contains(&gong.seconds()) && (gong.peak_db() + 3.0).abs() < 0.1);
    let _ = std::fs::remove_file(file);
}
