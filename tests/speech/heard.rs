//! Ears of the tests' own: they read a WAV file from its bytes and know nothing of the server's code.

/// Samples a second of every sound of the lobby.
pub const RATE: u32 = 22_050;

/// A sound; every sample from -1 to 1.
pub struct Sound(pub Vec<f32>);

impl Sound {
    /// Insists on one channel, 16 bit, [`RATE`], and a length that is true.
    #[track_caller]
    pub fn read(wav: &[u8]) -> Self {
        let number =
            |at: usize, bytes: usize| wav[at..at + bytes].iter().rev().fold(0, |all, byte| all << 8 | u32::from(*byte));
        assert_eq!(
            (&wav[..4], &wav[8..16], &wav[36..40]),
            (b"RIFF".as_slice(), b"WAVEfmt ".as_slice(), b"data".as_slice())
        );
        assert_eq!(
            (number(20, 2), number(22, 2), number(24, 4), number(34, 2)),
            (1, 1, RATE, 16),
            "PCM, mono, rate, bits"
        );
        assert_eq!(number(40, 4) as usize, wav.len() - 44, "the length in the header");
        let samples = wav[44..].chunks(2).map(|two| f32::from(i16::from_le_bytes([two[0], two[1]])) / 32_768.0);
        Self(samples.collect())
    }

    /// Its length.
    pub fn seconds(&self) -> f32 {
        self.0.len() as f32 / RATE as f32
    }

    /// Its loudest sample in dBFS.
    pub fn peak_db(&self) -> f32 {
        20.0 * self.0.iter().fold(0.0_f32, |top, sample| top.max(sample.abs())).log10()
    }

    /// Whether three samples in a row stand at full scale.
    pub fn is_clipped(&self) -> bool {
        self.0.windows(3).any(|three| three.iter().all(|sample| sample.abs() > 0.998))
    }

    /// The pitch of each stretch between pauses, in Hz: what a sound made of pure tones is made of.
    pub fn pitches(&self) -> Vec<f32> {
        let loud: Vec<bool> =
            self.0.chunks(220).map(|ten_ms| ten_ms.iter().any(|sample| sample.abs() > 0.05)).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < loud.len() {
            let length = loud[at..].iter().take_while(|loud| **loud).count();
            if length > 10 {
                // The middle, without the fades; a tone crosses zero twice a period.
                let part = &self.0[(at + 3) * 220..(at + length - 3) * 220];
                let crossings = part.windows(2).filter(|two| two[0] < 0.0 && two[1] >= 0.0).count();
                found.push(crossings as f32 * RATE as f32 / part.len() as f32);
            }
            at += length.max(1);
        }
        found
    }
}

/// Half a second of a pure tone as a WAV file: a fragment that can be told from every other.
pub fn tone(pitch: f32) -> Vec<u8> {
    let wave = |at: u32| ((at as f32 * pitch * std::f32::consts::TAU / RATE as f32).sin() * 12_000.0) as i16;
    let data: Vec<u8> = (0..RATE / 2).flat_map(|at| wave(at).to_le_bytes()).collect();
    let length = u32::try_from(data.len()).expect("short");
    let mut wav = b"RIFF".to_vec();
    wav.extend((36 + length).to_le_bytes());
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    wav.extend(RATE.to_le_bytes());
    wav.extend((RATE * 2).to_le_bytes());
    wav.extend(b"\x02\0\x10\0data");
    wav.extend(length.to_le_bytes());
    wav.extend(data);
    wav
}
