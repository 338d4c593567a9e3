//! When the office is told that a lobby screen is in trouble: it cannot be heard, or nothing is heard of it. As with kiosks
//! ([`crate::kiosk_alarm`]): before citizens notice, and never in a storm.

use crate::kiosk_alarm::PAUSE_MS;
use serde::{Deserialize, Serialize};

/// What a lobby screen says of its sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sound {
    /// It chimes and speaks.
    On,
    /// The browser does not let it sound until somebody touches it.
    Blocked,
    /// The office switched it off.
    Off,
    /// It is a quiet hour.
    Quiet,
    /// It chimes; there are no clips to speak.
    NoSpeech,
}

/// What may be wrong with a lobby screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScreenTrouble {
    /// It cannot be heard, though it should be.
    Blocked,
    /// It says nothing of itself.
    Silent,
}

/// A screen that starts may need a moment to find out that it may sound; milliseconds.
pub const PATIENCE_MS: i64 = 15_000;
/// A screen speaks every 30 s: before two of its words are missed it is not silent, however soon a kiosk would be; milliseconds.
const LEAST_SILENT_MS: i64 = 65_000;

/// Milliseconds after which a screen counts as silent, by the office's setting for devices in seconds.
pub fn silent_after_ms(silent_seconds: u32) -> i64 {
    (i64::from(silent_seconds) * 1_000).max(LEAST_SILENT_MS)
}

impl Sound {
    /// The word of the interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Blocked => "blocked",
            Self::Off => "off",
            Self::Quiet => "quiet",
            Self::NoSpeech => "no_speech",
        }
    }

    /// The state of a word, if it is one.
    pub fn parse(word: &str) -> Option<Self> {
        let all = [Self::On, Self::Blocked, Self::Off, Self::Quiet, Self::NoSpeech];
        all.into_iter().find(|state| state.as_str() == word)
    }
}

impl ScreenTrouble {
    /// All of them, the mildest first.
    pub const ALL: [Self; 2] = [Self::Blocked, Self::Silent];

    /// The stable word: of the store, of letters and of texts. No kiosk's trouble has the same.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blocked => "sound_blocked",
            Self::Silent => "screen_silent",
        }
    }

    /// The trouble of a word, if it is one.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.as_str() == word)
    }
}

/// What is known of a screen at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenPulse {
    /// Its sound at the last report.
    pub sound: Sound,
    /// Milliseconds for which the sound has been so.
    pub sound_ms: i64,
    /// Milliseconds since the last report.
    pub quiet_ms: i64,
    /// Milliseconds after which it counts as silent, see [`silent_after_ms`].
    pub silent_after_ms: i64,
    /// Whether the office has been open for all that time: a screen may be switched off at night.
    pub expected: bool,
}

/// What the office was told last of one trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenTold {
    /// Which.
    pub trouble: ScreenTrouble,
    /// The last word was an alarm, not an all-clear.
    pub open: bool,
    /// Milliseconds since the last alarm.
    pub ago_ms: i64,
}

/// What the office is told now: a trouble that has come, and those that were told and are over.
pub type ScreenNews = (Option<ScreenTrouble>, Vec<ScreenTrouble>);

/// What the office is told of a screen, by what it was told before: an alarm once and not again within ten minutes, an all-clear only
/// after an alarm. Of a silent screen's sound nothing is known, so nothing is said of it.
pub fn screen_news(pulse: &ScreenPulse, told: &[ScreenTold]) -> ScreenNews {
    let is_silent = pulse.quiet_ms >= pulse.silent_after_ms;
    let is_blocked = pulse.sound == Sound::Blocked;
    let trouble = if is_silent {
        Some(ScreenTrouble::Silent)
    } else {
        Some(ScreenTrouble::Blocked).filter(|_| is_blocked && pulse.sound_ms >= PATIENCE_MS)
    };
    let may_be_told = |trouble: &ScreenTrouble| {
        let last = told.iter().find(|told| told.trouble == *trouble);
        pulse.expected && last.is_none_or(|told| !told.open && told.ago_ms >= PAUSE_MS)
    };
    let is_over =
        |told: &&ScreenTold| told.open && !is_silent && (told.trouble == ScreenTrouble::Silent || !is_blocked);
    (trouble.filter(may_be_told), told.iter().filter(is_over).map(|told| told.trouble).collect())
}

#[cfg(test)]
mod tests {
    use super::ScreenTrouble::{Blocked, Silent};
    use super::*;

    fn pulse(sound: Sound) -> ScreenPulse {
        ScreenPulse { sound, sound_ms: PATIENCE_MS, quiet_ms: 5_000, silent_after_ms: 65_000, expected: true }
    }

    fn told(trouble: ScreenTrouble, open: bool, ago_ms: i64) -> ScreenTold {
        ScreenTold { trouble, open, ago_ms }
    }

    #[test]
    fn only_a_screen_that_should_be_heard_and_cannot_is_an_alarm() {
        for sound in [Sound::On, Sound::Off, Sound::Quiet, Sound::NoSpeech] {
            assert_eq!(screen_news(&pulse(sound), &[]), (None, vec![]), "{sound:?}");
        }
        assert_eq!(screen_news(&pulse(Sound::Blocked), &[]).0, Some(Blocked));
        let starting = ScreenPulse { sound_ms: PATIENCE_MS - 1, ..pulse(Sound::Blocked) };
        assert_eq!(screen_news(&starting, &[]), (None, vec![]));
        let at_night = ScreenPulse { expected: false, ..pulse(Sound::Blocked) };
        assert_eq!(screen_news(&at_night, &[]), (None, vec![]));
    }

    #[test]
    fn an_alarm_comes_once_in_ten_minutes_and_an_all_clear_only_after_it() {
        let blocked = pulse(Sound::Blocked);
        assert_eq!(screen_news(&blocked, &[told(Blocked, true, 9_000_000)]), (None, vec![]));
        assert_eq!(screen_news(&blocked, &[told(Blocked, false, PAUSE_MS - 1)]), (None, vec![]));
        assert_eq!(screen_news(&blocked, &[told(Blocked, false, PAUSE_MS)]).0, Some(Blocked));
        assert_eq!(screen_news(&pulse(Sound::On), &[told(Blocked, true, 1)]), (None, vec![Blocked]));
        assert_eq!(screen_news(&pulse(Sound::Quiet), &[told(Blocked, true, 1)]).1, [Blocked]);
        assert_eq!(screen_news(&pulse(Sound::On), &[told(Blocked, false, 1)]), (None, vec![]));
    }

    #[test]
    fn a_silent_screen_is_missed_and_its_sound_is_then_unknown() {
        let quiet = ScreenPulse { quiet_ms: 65_000, ..pulse(Sound::On) };
        assert_eq!(screen_news(&quiet, &[told(Blocked, true, 1)]), (Some(Silent), vec![]));
        assert_eq!(screen_news(&ScreenPulse { expected: false, ..quiet }, &[]), (None, vec![]));
        let back = [told(Blocked, true, 1), told(Silent, true, 1)];
        assert_eq!(screen_news(&pulse(Sound::Blocked), &back).1, [Silent]);
        assert_eq!(screen_news(&pulse(Sound::On), &back).1, [Blocked, Silent]);
    }

    #[test]
    fn a_screen_may_miss_a_word_however_impatient_the_office_is() {
        assert_eq!((silent_after_ms(15), silent_after_ms(120)), (65_000, 120_000));
    }

    #[test]
    fn every_word_is_read_back_and_is_no_kiosks() {
        for trouble in ScreenTrouble::ALL {
            assert_eq!(ScreenTrouble::parse(trouble.as_str()), Some(trouble));
            assert_eq!(crate::kiosk_alarm::Trouble::parse(trouble.as_str()), None);
        }
        assert_eq!((Sound::parse("no_speech"), Sound::parse("loud")), (Some(Sound::NoSpeech), None));
    }
}
