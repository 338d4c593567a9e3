//! A sound in memory: one channel, [`RATE`] samples a second, read from and written as WAV (PCM, 16 bit).

use crate::fault::SpeechFault;
use hound::{SampleFormat, WavReader, WavSpec, WavWriter};
use std::io::Cursor;

/// Samples a second of everything that is spoken here: twice the band of a voice, and half the size of a compact disc's.
pub const RATE: u32 = 22_050;
/// The longest sound that is read, in samples: 30 s.
const MOST: usize = 30 * RATE as usize;

/// A sound; every sample from -1.0 to 1.0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sound(pub(crate) Vec<f32>);

impl Sound {
    /// Reads a WAV file of [`RATE`] samples a second; several channels are mixed to one.
    ///
    /// # Errors
    /// When it is no WAV file, of another rate, or longer than 30 s.
    pub fn read(wav: &[u8]) -> Result<Self, SpeechFault> {
        let unreadable = |error: hound::Error| SpeechFault::new(format!("not a WAV file that can be read ({error})"));
        let mut reader = WavReader::new(Cursor::new(wav)).map_err(unreadable)?;
        let WavSpec { channels, sample_rate, bits_per_sample, sample_format } = reader.spec();
        if sample_rate != RATE {
            return Err(SpeechFault::new(format!(
                "{sample_rate} samples a second instead of {RATE}; convert it, for example: sox IN.wav -r {RATE} -c 1 -b 16 OUT.wav"
            )));
        }
        let (channels, length) = (usize::from(channels.max(1)), reader.duration());
        if usize::try_from(length).is_ok_and(|length| length > MOST) {
            return Err(SpeechFault::new("longer than 30 seconds"));
        }
        let all: Result<Vec<f32>, hound::Error> = match sample_format {
            SampleFormat::Float => reader.samples::<f32>().collect(),
            SampleFormat::Int => {
                let full = f32::from(2_u8).powi(i32::from(bits_per_sample.max(1)) - 1);
                reader.samples::<i32>().map(|sample| sample.map(|sample| sample as f32 / full)).collect()
            }
        };
        let all = all.map_err(unreadable)?;
        let mixed = |frame: &[f32]| frame.iter().sum::<f32>() / channels as f32;
        Ok(Self(all.chunks(channels).map(mixed).collect()))
    }

    /// The sound as a WAV file.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub fn wav(&self) -> Result<Vec<u8>, SpeechFault> {
        let spec = WavSpec { channels: 1, sample_rate: RATE, bits_per_sample: 16, sample_format: SampleFormat::Int };
        let full = f32::from(i16::MAX);
        let mut file = Cursor::new(Vec::with_capacity(self.0.len() * 2 + 64));
        let write = |file: &mut Cursor<Vec<u8>>| -> Result<(), hound::Error> {
            let mut writer = WavWriter::new(file, spec)?;
            for sample in &self.0 {
                writer.write_sample((sample * full).round().clamp(-full, full) as i16)?;
            }
            writer.finalize()
        };
        write(&mut file).map_err(|error| SpeechFault::new(format!("the sound cannot be written ({error})")))?;
        Ok(file.into_inner())
    }

    /// Its length in seconds.
    #[must_use]
    pub fn seconds(&self) -> f32 {
        self.0.len() as f32 / RATE as f32
    }

    /// Nothing to hear, for so many milliseconds.
    pub(crate) fn pause(milliseconds: usize) -> Self {
        Self(vec![0.0; samples(milliseconds)])
    }

    /// This sound, then another.
    pub(crate) fn then(&mut self, next: &Self) {
        self.0.extend_from_slice(&next.0);
    }
}

/// How many samples so many milliseconds are.
pub(crate) fn samples(milliseconds: usize) -> usize {
    milliseconds * RATE as usize / 1000
}
