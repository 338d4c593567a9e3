//! Loudness and ends: what makes clips of different origin sound like one voice, and how a clip is judged.

use crate::fault::SpeechFault;
use crate::sound::{Sound, samples};

/// The loudest sample of everything that leaves here, in dBFS.
pub const PEAK_DB: f32 = -3.0;
/// How loud speech is (RMS, dBFS) before its tops are tamed to [`PEAK_DB`].
const SPEECH_DB: f32 = -17.0;
/// Milliseconds around a top over which it is tamed.
const LOOK: usize = 4;
/// What is quieter than the loudest sample by so much is silence, at the ends.
const SILENCE_DB: f32 = -42.0;
/// A peak below this is no recording at all.
const NOTHING_DB: f32 = -50.0;
/// Milliseconds that stay before the first and after the last sound.
const BEFORE: usize = 15;
const AFTER: usize = 40;
/// Milliseconds over which a sound comes and goes, so that it does not click.
const FADE_IN: usize = 5;
const FADE_OUT: usize = 20;
/// A window of the measure of loudness, in milliseconds; windows much quieter than the rest are pauses and do not count.
const WINDOW: usize = 20;
/// Full scale, with what rounding takes.
const FULL: f32 = 0.999;
/// So many samples at full scale in a row are cut off tops, not chance.
const CLIPPED: usize = 3;

/// What can be measured of a clip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Its length.
    pub seconds: f32,
    /// Its loudest sample, in dBFS; minus infinity for silence.
    pub peak_db: f32,
    /// How loud its speech is (RMS without pauses), in dBFS.
    pub speech_db: f32,
    /// Whether tops are cut off.
    pub clipped: bool,
}

impl Sound {
    /// Measures it.
    #[must_use]
    pub fn measure(&self) -> Measure {
        let full: Vec<bool> = self.0.iter().map(|sample| sample.abs() >= FULL).collect();
        Measure {
            seconds: self.seconds(),
            peak_db: decibels(peak(&self.0)),
            speech_db: decibels(loudness(&self.0)),
            clipped: full.windows(CLIPPED).any(|run| run.iter().all(|full| *full)),
        }
    }

    /// Silence cut off, ends faded, speech as loud as in every other clip, the loudest sample at [`PEAK_DB`].
    ///
    /// # Errors
    /// When there is nothing to hear.
    pub fn levelled(self) -> Result<Self, SpeechFault> {
        Ok(self.trimmed()?.scaled_by(loudness, SPEECH_DB).tamed().at_peak())
    }

    /// Ready to be joined to others: silence cut off, ends faded, speech as loud as in every other fragment.
    pub(crate) fn fragment(self) -> Result<Self, SpeechFault> {
        Ok(self.trimmed()?.scaled_by(loudness, SPEECH_DB).tamed())
    }

    /// The loudest sample at [`PEAK_DB`], ends as they are.
    pub(crate) fn at_peak(self) -> Self {
        self.scaled_by(peak, PEAK_DB)
    }

    /// Tops above [`PEAK_DB`] turned down for a moment, softly: one sharp sound would else decide how loud everything is.
    fn tamed(mut self) -> Self {
        let most = factor(PEAK_DB);
        let needed: Vec<f32> = self.0.iter().map(|sample| (most / sample.abs().max(most)).min(1.0)).collect();
        // The least of what is needed around a sample, then its mean: nowhere more than is needed at the top itself, and no corners.
        let least = around(&needed, |window| window.iter().fold(1.0, |least, gain| gain.min(least)));
        let gains = around(&least, |window| window.iter().sum::<f32>() / window.len() as f32);
        self.0.iter_mut().zip(gains).for_each(|(sample, gain)| *sample *= gain);
        self
    }

    fn trimmed(self) -> Result<Self, SpeechFault> {
        let top = peak(&self.0);
        if decibels(top) < NOTHING_DB {
            return Err(SpeechFault::new("there is nothing to hear"));
        }
        let heard = |sample: &f32| sample.abs() > top * factor(SILENCE_DB);
        let first = self.0.iter().position(heard).unwrap_or(0);
        let last = self.0.iter().rposition(heard).unwrap_or(0);
        let (from, to) = (first.saturating_sub(samples(BEFORE)), (last + 1 + samples(AFTER)).min(self.0.len()));
        // The room around it is always as long, even where the recording ends sooner.
        let missing_before = samples(BEFORE) - (first - from);
        let missing_after = last + 1 + samples(AFTER) - to;
        let mut kept: Vec<f32> = self.0.into_iter().take(to).skip(from).collect();
        fade(kept.iter_mut(), samples(FADE_IN));
        fade(kept.iter_mut().rev(), samples(FADE_OUT));
        kept.splice(0..0, std::iter::repeat_n(0.0, missing_before));
        kept.extend(std::iter::repeat_n(0.0, missing_after));
        Ok(Self(kept))
    }

    fn scaled_by(mut self, measure: impl Fn(&[f32]) -> f32, wanted_db: f32) -> Self {
        let now = measure(&self.0);
        if now > 0.0 {
            let gain = factor(wanted_db) / now;
            self.0.iter_mut().for_each(|sample| *sample *= gain);
        }
        self
    }
}

/// A measure of what stands within [`LOOK`] of each sample.
fn around(all: &[f32], measure: impl Fn(&[f32]) -> f32) -> Vec<f32> {
    let reach = samples(LOOK) / 2;
    let window = |at: usize| all.get(at.saturating_sub(reach)..(at + reach + 1).min(all.len())).unwrap_or_default();
    (0..all.len()).map(|at| measure(window(at))).collect()
}

/// From nothing to full along half a wave of a cosine.
fn fade<'s>(samples: impl Iterator<Item = &'s mut f32>, over: usize) {
    for (at, sample) in samples.take(over).enumerate() {
        let way = at as f32 / over as f32;
        *sample *= (1.0 - (way * std::f32::consts::PI).cos()) / 2.0;
    }
}

fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |top, sample| top.max(sample.abs()))
}

/// The RMS of the windows that hold speech: those within 20 dB of the loudest.
fn loudness(all: &[f32]) -> f32 {
    let energy = |window: &[f32]| window.iter().map(|sample| sample * sample).sum::<f32>() / window.len() as f32;
    let windows: Vec<f32> = all.chunks(samples(WINDOW)).map(energy).collect();
    let top = windows.iter().fold(0.0_f32, |top, window| top.max(*window));
    let speech: Vec<f32> = windows.into_iter().filter(|window| *window > 0.0 && *window >= top / 100.0).collect();
    if speech.is_empty() { 0.0 } else { (speech.iter().sum::<f32>() / speech.len() as f32).sqrt() }
}

/// A factor in decibels; minus infinity for nothing.
fn decibels(factor: f32) -> f32 {
    20.0 * factor.log10()
}

fn factor(decibels: f32) -> f32 {
    10.0_f32.powf(decibels / 20.0)
}
