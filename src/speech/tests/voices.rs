//! The voice: what it is given, what is done with what it gives, and the real espeak-ng.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod house;

use house::{Folder, heard, tone};
use okienko_speech::render::render;
use okienko_speech::{DeskLabel, Language, Pack, Sentence, Speaker, TicketCode, Voice};
use std::time::{Duration, Instant};

fn call(code: &str, desk: &str) -> Sentence {
    Sentence::new(&TicketCode::parse(code).unwrap(), &DeskLabel::parse(desk).unwrap())
}

/// A program that keeps what it was told, and answers with a recording.
fn parrot(folder: &Folder, then: &str) -> Voice {
    let home = folder.0.display();
    std::fs::write(folder.0.join("tone"), tone(440.0, 0.3)).unwrap();
    let lines = format!(
        "[ \"$1\" = --version ] && echo 'parrot 1 Data at: x' && exit\n[ \"$1\" = --voices ] && printf '5 pl x\\n5 en-gb x\\n5 uk x\\n' && exit\nenv > {home}/environment\necho \"$@\" >> {home}/arguments\ncat >> {home}/texts\necho >> {home}/texts\n{then}\ncat {home}/tone"
    );
    Voice::of(&folder.program(&lines)).expect("a voice")
}

#[test]
fn the_text_goes_to_the_input_and_never_among_the_arguments() {
    let folder = Folder::new();
    let speaker = Speaker::new(None, Some(parrot(&folder, ""))).unwrap();
    for language in Language::ALL {
        speaker.say(language, &call("U231", "Kasa 2")).unwrap().unwrap();
    }
    let texts = std::fs::read_to_string(folder.0.join("texts")).unwrap();
    let arguments = std::fs::read_to_string(folder.0.join("arguments")).unwrap();
    for told in [
        "Numer [['u]] dwieście trzydzieści jeden, Kasa dwa",
        "Number U 231, Kasa 2",
        "[[n'omer]] [['u:]] [[dv'i:sti]] [[tr'Its;At;]] [[od'In]], Kasa [[dv'A]]",
    ] {
        assert!(texts.lines().any(|line| line == told), "{told} in {texts}");
    }
    assert!(arguments.lines().all(|line| line.ends_with("--stdin --stdout") && line.is_ascii()), "{arguments}");
    let environment = std::fs::read_to_string(folder.0.join("environment")).unwrap();
    assert!(std::env::var_os("HOME").is_some() && !environment.contains("HOME="), "{environment}");
    assert!(arguments.contains("-v pl ") && arguments.contains("-v en-gb ") && arguments.contains("-v uk "));
}

#[test]
fn a_recording_that_cannot_be_read_is_said_by_the_voice() {
    let folder = Folder::new();
    for key in ["number", "letter-U", "n-7", "desk", "n-3"] {
        folder.put(Language::Polish, key, b"no sound");
    }
    let pack = || Some(Pack::open(&folder.0).unwrap());
    let speaker = Speaker::new(pack(), Some(parrot(&folder, ""))).unwrap();
    assert!(speaker.say(Language::Polish, &call("U7", "3")).unwrap().is_some());
    assert!(Speaker::new(pack(), None).unwrap().say(Language::Polish, &call("U7", "3")).is_err());
}

#[test]
fn a_program_that_fails_hangs_or_is_not_there_is_no_voice() {
    let folder = Folder::new();
    assert!(Voice::of(&folder.0.join("nothing")).is_none());
    assert!(Voice::of(&folder.program("exit 1")).is_none());
    assert!(Voice::of(&folder.program("echo no sound at all")).is_none());
    let slow = parrot(&folder, &format!("grep -q siedem {}/texts && exec sleep 60", folder.0.display()));
    let begun = Instant::now();
    let why = slow.say(Language::Polish, "siedem").unwrap_err().to_string();
    assert!(why.contains("took longer than"), "{why}");
    assert!(begun.elapsed() < Duration::from_secs(30), "it was ended");
}

#[test]
fn a_pack_is_made_once_resumed_and_what_is_there_stays() {
    let folder = Folder::new();
    let voice = parrot(&folder, "");
    let pack = folder.0.join("pack");
    let only = ["number", "desk", "letter-U", "n-7", "and"].map(str::to_owned);
    let languages = [Language::Polish, Language::English];
    let first = render(&voice, &pack, &languages, Some(&only)).unwrap();
    assert_eq!((first.made, first.kept), (9, 0), "`and` is English");
    let own = tone(900.0, 0.5);
    std::fs::write(pack.join("pl/n-7.wav"), &own).unwrap();
    std::fs::remove_file(pack.join("en/desk.wav")).unwrap();
    std::fs::write(pack.join("en/n-7.wav"), "cut short").unwrap();
    let again = render(&voice, &pack, &languages, Some(&only)).unwrap();
    assert_eq!((again.made, again.kept), (2, 7));
    assert_eq!(std::fs::read(pack.join("pl/n-7.wav")).unwrap(), own, "a recording of one's own stays");
    let about = std::fs::read_to_string(pack.join("pack.json")).unwrap();
    assert!(
        about.contains(&again.revision) && about.contains("parrot 1") && first.revision != again.revision,
        "{about}"
    );
    let why = render(&voice, &pack, &languages, Some(&["n-07".to_owned()])).unwrap_err().to_string();
    assert!(why.contains("n-07"), "{why}");
}

#[test]
fn the_real_voice_speaks_three_languages_in_a_halls_measure() {
    let voice = Voice::find().expect("espeak-ng is installed: apt-get install espeak-ng");
    assert_eq!(voice.languages(), Language::ALL);
    let speaker = Speaker::new(None, Some(voice.clone())).unwrap();
    for language in Language::ALL {
        let wav = speaker.say(language, &call("U231", "3")).unwrap().unwrap();
        let folder = Folder::new();
        let path = folder.0.join("call.wav");
        std::fs::write(&path, &wav).unwrap();
        let level = heard(&path).measure();
        assert!((1.8..5.5).contains(&level.seconds), "{language}: {level:?}");
        assert!(
            (level.peak_db + 3.0).abs() < 0.1 && !level.clipped && level.speech_db > -25.0,
            "{language}: {level:?}"
        );
        assert_eq!(speaker.say(language, &call("U231", "3")).unwrap().unwrap(), wav);
        assert_ne!(speaker.say(language, &call("U232", "3")).unwrap().unwrap(), wav);
    }
}
