//! Packs: fragments of recordings put together, judged, and preferred to the voice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod house;

use house::{Folder, recording, tone};
use okienko_speech::Language::{English, Polish, Ukrainian};
use okienko_speech::check::check;
use okienko_speech::{DeskLabel, Language, Pack, RATE, Sentence, Speaker, TicketCode};

/// The fragments that a person would record: words, letters, 0 to 19, tens, hundreds; English also "and".
fn recorded(folder: &Folder, language: Language) {
    let numbers = (0..20).chain((20..100).step_by(10)).chain((100..1000).step_by(100));
    let mut keys: Vec<String> = numbers.map(|number: u16| format!("n-{number}")).collect();
    keys.extend(('A'..='Z').map(|letter| format!("letter-{letter}")));
    keys.extend(["number", "desk"].map(str::to_owned));
    keys.extend((language == English).then(|| "and".to_owned()));
    for (at, key) in keys.iter().enumerate() {
        // Recorded on different days: each differently loud.
        folder.put(language, key, &tone(300.0 + 10.0 * at as f32, 0.36 + 0.004 * at as f32));
    }
}

fn call(code: &str, desk: &str) -> Sentence {
    Sentence::new(&TicketCode::parse(code).unwrap(), &DeskLabel::parse(desk).unwrap())
}

#[test]
fn a_pack_of_recorded_fragments_says_every_number() {
    let folder = Folder::new();
    Language::ALL.iter().for_each(|language| recorded(&folder, *language));
    let pack = Pack::open(&folder.0).unwrap();
    assert_eq!(pack.languages(), Language::ALL);
    let of = |language, number| pack.numeral(language, number).unwrap().join(" ");
    assert_eq!(of(Polish, 231), "n-200 n-30 n-1");
    assert_eq!(of(Ukrainian, 119), "n-100 n-19");
    assert_eq!(of(English, 231), "n-200 and n-30 n-1");
    assert_eq!((of(English, 100), of(English, 42), of(Polish, 0)), ("n-100".into(), "n-40 n-2".into(), "n-0".into()));
    assert_eq!(pack.numeral(Polish, 1007), None, "no thousand was recorded");
    let reports = check(&folder.0).unwrap();
    assert!(reports.iter().all(|report| report.problems.is_empty()), "{reports:?}");
}

#[test]
fn a_longer_recording_is_preferred_to_its_parts() {
    let folder = Folder::new();
    recorded(&folder, English);
    folder.put(English, "n-31", &tone(500.0, 0.5));
    let pack = Pack::open(&folder.0).unwrap();
    assert_eq!(pack.numeral(English, 231).unwrap(), ["n-200", "and", "n-31"]);
}

#[test]
fn a_sentence_is_joined_with_pauses_and_levelled_as_a_whole() {
    let folder = Folder::new();
    recorded(&folder, Polish);
    let pack = Pack::open(&folder.0).unwrap();
    let sound = pack.sentence(Polish, &call("U231", "3")).unwrap().unwrap();
    let level = sound.measure();
    // Seven fragments of half a second with a little room around each, three gaps and a comma.
    assert!((3.9..4.8).contains(&level.seconds), "{level:?}");
    assert!((level.peak_db + 3.0).abs() < 0.1 && !level.clipped, "{level:?}");
    assert!(pack.sentence(Polish, &call("U231", "Kasa 2")).unwrap().is_none(), "the word was not recorded");
    folder.put(Polish, "word-kasa", &tone(400.0, 0.5));
    let pack = Pack::open(&folder.0).unwrap();
    assert!(pack.sentence(Polish, &call("U231", "Kasa 2")).unwrap().is_some());
    assert!(pack.sentence(English, &call("U231", "3")).unwrap().is_none(), "another language");
}

#[test]
fn the_revision_follows_the_clips_and_nothing_else() {
    let folder = Folder::new();
    recorded(&folder, Polish);
    let before = Pack::open(&folder.0).unwrap().revision().to_owned();
    std::fs::write(folder.0.join("pack.json"), "{}").unwrap();
    assert_eq!(Pack::open(&folder.0).unwrap().revision(), before);
    folder.put(Polish, "n-7", &tone(777.0, 0.5));
    assert_ne!(Pack::open(&folder.0).unwrap().revision(), before);
}

#[test]
fn what_is_wrong_with_a_pack_is_said_file_by_file() {
    let folder = Folder::new();
    recorded(&folder, Polish);
    std::fs::remove_file(folder.0.join("pl/n-30.wav")).unwrap();
    std::fs::remove_file(folder.0.join("pl/letter-Q.wav")).unwrap();
    folder.put(Polish, "n-1", &tone(440.0, 0.05));
    folder.put(Polish, "n-2", &recording(1, RATE, &|_| 0.0));
    folder.put(Polish, "n-3", &recording(1, RATE, &|time| ((time * 2_000.0).sin() * 3.0).clamp(-1.0, 1.0)));
    folder.put(Polish, "n-4", b"no sound");
    folder.put(Polish, "letter-u", &tone(440.0, 0.5));
    let problems = check(&folder.0).unwrap().remove(0).problems.join("\n");
    for wanted in [
        "pl/letter-Q.wav: missing",
        "pl/n-30.wav: missing",
        "pl/n-939.wav: missing",
        "pl/n-1.wav: loudest at -26.0 dBFS",
        "pl/n-2.wav: silent",
        "pl/n-3.wav: tops cut off",
        "pl/n-4.wav: not a WAV file",
        "pl/letter-u.wav: no clip has this name",
    ] {
        assert!(problems.contains(wanted), "{wanted} in\n{problems}");
    }
    assert!(!problems.contains("pl/n-940.wav") && !problems.contains("pl/n-5.wav"), "{problems}");
}

#[test]
fn a_folder_that_is_no_pack_is_refused_with_advice() {
    let folder = Folder::new();
    let why = Pack::open(&folder.0).unwrap_err().to_string();
    assert!(why.contains("number.wav") && why.contains("speech render"), "{why}");
    assert!(check(&folder.0.join("nowhere")).is_err());
}

#[test]
fn a_speaker_without_a_voice_says_what_its_pack_can() {
    let folder = Folder::new();
    recorded(&folder, Polish);
    let speaker = Speaker::new(Some(Pack::open(&folder.0).unwrap()), None).unwrap();
    assert_eq!(speaker.languages(), [Polish]);
    assert!(speaker.made(Polish, &call("U7", "3")).is_none());
    let first = speaker.say(Polish, &call("U7", "3")).unwrap().unwrap();
    assert_eq!(speaker.made(Polish, &call("U7", "3")).unwrap(), first, "made once");
    assert!(speaker.say(Polish, &call("U7", "Kasa")).unwrap().is_none());
    assert!(speaker.say(Ukrainian, &call("U7", "3")).unwrap().is_none());
    assert!(Speaker::new(None, None).is_none());
}
