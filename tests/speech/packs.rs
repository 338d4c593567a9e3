//! A folder of recordings replaces the voice; one that cannot be used ends the start.

use std::path::PathBuf;

use okienko_tests::chance::fresh;
use okienko_tests::engine::told;
use okienko_tests::process::binary;
use okienko_tests::{Engine, Serving};
use serde_json::{Value, json};

use crate::heard::tone;
use crate::{get, revision, speech};

/// A pack of a few fragments, each a tone of its own pitch.
struct Recordings(PathBuf);

/// Key and pitch in Hz.
const FRAGMENTS: [(&str, f32); 8] = [
    ("number", 300.0),
    ("letter-U", 400.0),
    ("n-200", 500.0),
    ("n-30", 600.0),
    ("n-1", 700.0),
    ("desk", 800.0),
    ("n-3", 900.0),
    ("word-kasa", 1_000.0),
];

impl Recordings {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("okienko-pack-{}", fresh()));
        std::fs::create_dir_all(folder.join("pl")).expect("a folder");
        for (key, pitch) in FRAGMENTS {
            std::fs::write(folder.join(format!("pl/{key}.wav")), tone(pitch)).expect("a clip");
        }
        Self(folder)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Recordings {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The pitches, rounded to what counting tells.
fn rounded(pitches: &[f32]) -> Vec<u32> {
    pitches.iter().map(|pitch| (pitch / 50.0).round() as u32 * 50).collect()
}

#[test]
fn recordings_are_put_together_in_order_and_replace_the_voice() {
    told(async {
        let pack = Recordings::new();
        let serving = Serving::opens(Engine::Sqlite, &[("OKIENKO__SPEECH__PACK", pack.path())]).await;
        let told = speech(&serving.http).await;
        assert_eq!(told["languages"], json!(["pl"]), "only what was recorded");
        let revision = revision(&serving.http).await;
        let call = get(&serving.http, &format!("/speech/{revision}/pl/U231/3.wav")).await;
        let sound = call.sound();
        assert_eq!(rounded(&sound.pitches()), [300, 400, 500, 600, 700, 800, 900], "231 is 200, 30, 1");
        assert!((sound.peak_db() + 3.0).abs() < 0.1 && !sound.is_clipped());
        let place = get(&serving.http, &format!("/speech/{revision}/pl/U003/Kasa%203.wav")).await.sound();
        assert_eq!(rounded(&place.pitches()), [300, 400, 900, 1_000, 900], "a label that names the place itself");
        for missing in ["pl/U007/3", "pl/R231/3", "en/U231/3"] {
            assert_eq!(get(&serving.http, &format!("/speech/{revision}/{missing}.wav")).await.status, 404, "{missing}");
        }
    });
}

#[test]
fn beside_a_pack_the_voice_says_what_was_not_recorded_when_it_is_asked_to() {
    told(async {
        let pack = Recordings::new();
        let both = [("OKIENKO__SPEECH__PACK", pack.path()), ("OKIENKO__SPEECH__ENGINE", "espeak-ng")];
        let serving = Serving::opens(Engine::Sqlite, &both).await;
        let revision = revision(&serving.http).await;
        assert_eq!(speech(&serving.http).await["languages"], json!(["pl", "en", "uk"]));
        let recorded = get(&serving.http, &format!("/speech/{revision}/pl/U231/3.wav")).await.sound();
        assert_eq!(recorded.pitches().len(), 7);
        let spoken = get(&serving.http, &format!("/speech/{revision}/uk/U231/3.wav")).await.sound();
        assert!((2.0..5.0).contains(&spoken.seconds()), "{}", spoken.seconds());
    });
}

#[test]
fn without_a_voice_nothing_is_promised_and_nothing_is_found() {
    told(async {
        let serving = Serving::opens(Engine::Sqlite, &[("OKIENKO__SPEECH__ENGINE", "off")]).await;
        assert_eq!(speech(&serving.http).await, Value::Null);
        assert_eq!(get(&serving.http, "/speech/0000000000000000/pl/U007/3.wav").await.status, 404);
    });
}

#[test]
fn a_pack_that_is_not_there_ends_the_start_with_advice() {
    let database = std::env::temp_dir().join(format!("okienko-pack-{}.db", fresh()));
    let url = format!("sqlite:{}", database.display());
    let sample = okienko_tests::process::root().join("src/sample/office.toml");
    okienko_tests::process::runs(&["import", sample.to_str().expect("UTF-8")], &url);
    let mut serve = std::process::Command::new(binary());
    serve.arg("serve").env("DATABASE_URL", &url).env("OKIENKO__SERVER__LISTEN", "127.0.0.1:0");
    let output = serve.env("OKIENKO__SPEECH__PACK", "/no/such/pack").output().expect("it ends by itself");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("[speech] pack: /no/such/pack") && said.contains("okienko speech render"), "{said}");
    let _ = std::fs::remove_file(database);
}
