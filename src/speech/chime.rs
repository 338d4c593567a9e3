//! The gong before a call: two soft tones, a falling third, without a recording or a licence of anybody.

use crate::sound::{RATE, Sound};
use std::f64::consts::TAU;

/// The whole length in seconds.
const SECONDS: f64 = 1.2;
/// When each tone begins, in seconds, and its pitch in Hz: A flat 5 and E 5, which carry over talking and are heard with weak ears.
const TONES: [(f64, f64); 2] = [(0.0, 830.61), (0.38, 659.26)];
/// What a struck bar sounds like: multiple of the pitch, loudness, seconds until it has faded to a third.
const PARTIALS: [(f64, f64, f64); 4] = [(1.0, 1.0, 0.34), (2.0, 0.28, 0.20), (3.01, 0.10, 0.11), (5.4, 0.03, 0.05)];
/// Seconds of the soft attack of a tone, and of the end of all.
const ATTACK: f64 = 0.012;
const END: f64 = 0.15;

/// The gong, about 53 kB as a file; its loudest sample at [`crate::level::PEAK_DB`].
#[must_use]
pub fn chime() -> Sound {
    let length = (SECONDS * f64::from(RATE)) as usize;
    let sample = |at: usize| {
        let time = at as f64 / f64::from(RATE);
        let all: f64 = TONES.iter().map(|(begin, pitch)| tone(time - begin, *pitch)).sum();
        all * rise((SECONDS - time) / END)
    };
    Sound((0..length).map(|at| sample(at) as f32).collect()).at_peak()
}

fn tone(time: f64, pitch: f64) -> f64 {
    if time <= 0.0 {
        return 0.0;
    }
    let partial = |(multiple, loud, fades): &(f64, f64, f64)| {
        (TAU * pitch * multiple * time).sin() * loud * (-time / fades).exp()
    };
    PARTIALS.iter().map(partial).sum::<f64>() * rise(time / ATTACK)
}

/// From nothing (0) to full (1) without a corner.
fn rise(way: f64) -> f64 {
    let way = way.clamp(0.0, 1.0);
    way * way * (3.0 - 2.0 * way)
}
