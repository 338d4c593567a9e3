//! WAV in and out, levels, the gong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod house;

use house::{recording, tone};
use okienko_speech::level::PEAK_DB;
use okienko_speech::{RATE, Sound, chime};

#[test]
fn a_quiet_and_a_loud_recording_come_out_equally_loud_and_without_silence() {
    for loud in [0.02, 0.3, 0.95] {
        let sound = Sound::read(&tone(440.0, loud)).unwrap();
        assert!((sound.measure().seconds - 0.9).abs() < 0.01);
        let level = sound.levelled().unwrap().measure();
        assert!((level.peak_db - PEAK_DB).abs() < 0.1, "{level:?}");
        assert!((0.5..0.6).contains(&level.seconds) && !level.clipped, "{level:?}");
        assert!((level.speech_db - (PEAK_DB - 3.0)).abs() < 1.0, "a sine's RMS is 3 dB below its peak: {level:?}");
    }
}

#[test]
fn ends_are_faded_so_that_nothing_clicks() {
    let wav = Sound::read(&recording(1, RATE, &|_| 0.5)).unwrap().levelled().unwrap().wav().unwrap();
    let samples: Vec<i16> = wav[44..].chunks(2).map(|two| i16::from_le_bytes([two[0], two[1]])).collect();
    assert_eq!((samples[0], *samples.last().unwrap()), (0, 0));
    assert!(samples.windows(2).all(|two| (i32::from(two[1]) - i32::from(two[0])).abs() < 1_500), "no step");
}

#[test]
fn silence_noise_of_the_card_and_other_files_are_refused() {
    assert!(Sound::read(&recording(1, RATE, &|_| 0.0)).unwrap().levelled().is_err());
    assert!(Sound::read(&recording(1, RATE, &|time| (time * 9_000.0).sin() * 0.002)).unwrap().levelled().is_err());
    let other_rate = Sound::read(&recording(1, 44_100, &|_| 0.5)).unwrap_err().to_string();
    assert!(other_rate.contains("44100") && other_rate.contains("sox"), "{other_rate}");
    let cut = tone(440.0, 0.5);
    for not in [b"".as_slice(), b"RIFF", b"\x89PNG\r\n", &cut[..cut.len() - 99], &cut[..40]] {
        assert!(Sound::read(not).is_err());
    }
}

#[test]
fn stereo_is_mixed_and_what_is_written_is_read_again() {
    let mono = Sound::read(&tone(300.0, 0.4)).unwrap();
    let stereo = Sound::read(&recording(2, RATE, &|time| {
        if (0.2..0.7).contains(&time) { (time * 300.0 * std::f32::consts::TAU).sin() * 0.4 } else { 0.0 }
    }));
    assert_eq!(stereo.unwrap(), mono);
    let again = Sound::read(&mono.wav().unwrap()).unwrap();
    assert!((again.measure().peak_db - mono.measure().peak_db).abs() < 0.01);
    assert_eq!(again.seconds(), mono.seconds());
}

#[test]
fn cut_off_tops_are_noticed() {
    let clipped = |loud: f32| {
        let wave = move |time: f32| ((time * 400.0 * std::f32::consts::TAU).sin() * loud).clamp(-1.0, 1.0);
        Sound::read(&recording(1, RATE, &wave)).unwrap().measure().clipped
    };
    assert!(clipped(1.6) && !clipped(0.95));
}

#[test]
fn the_gong_is_short_soft_and_small_and_the_committed_file_is_it() {
    let wav = chime::chime().wav().unwrap();
    let level = chime::chime().measure();
    assert!(wav.len() <= 60 * 1024 && (1.1..1.3).contains(&level.seconds), "{level:?}");
    assert!((level.peak_db + 3.0).abs() < 0.05 && !level.clipped, "{level:?}");
    let samples: Vec<i16> = wav[44..].chunks(2).map(|two| i16::from_le_bytes([two[0], two[1]])).collect();
    let loudest = |from: usize, to: usize| samples[from..to].iter().map(|sample| sample.unsigned_abs()).max().unwrap();
    assert!(loudest(0, 22) < 2_000, "soft attack: the first millisecond is quiet");
    assert!(loudest(samples.len() - 221, samples.len()) < 600, "it has died away in the last ten milliseconds");
    let committed = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../displays/lobby/chime.wav")).unwrap();
    // Sines differ by a bit between computers: sample by sample, within rounding.
    assert_eq!(committed.len(), wav.len());
    let close = |at: usize| {
        let of = |wav: &[u8]| i32::from(i16::from_le_bytes([wav[at], wav[at + 1]]));
        (of(&wav) - of(&committed)).abs() <= 2
    };
    assert!((44..wav.len()).step_by(2).all(close), "made again by: okienko speech chime displays/lobby/chime.wav");
}
