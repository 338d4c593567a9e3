//! When the office is told that a kiosk is in trouble, and when that it is well again: before citizens notice, and never in a storm.

use serde::{Deserialize, Serialize};

/// What a ticket printer says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Printer {
    /// It prints.
    Ready,
    /// It prints, and the roll is nearly used up.
    NearEnd,
    /// There is no paper.
    PaperEnd,
    /// Its cover is open.
    CoverOpen,
    /// Cutter, head, or something that it has no word for.
    Error,
    /// It does not answer.
    Away,
    /// This kiosk has none.
    None,
}

/// What may be wrong with a kiosk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// The roll is nearly used up; tickets are still printed.
    NearEnd,
    /// There is no paper.
    PaperEnd,
    /// The printer's cover is open.
    CoverOpen,
    /// The printer reports an error.
    Error,
    /// The printer does not answer.
    Away,
    /// The kiosk itself says nothing.
    Silent,
}

/// Milliseconds between two letters about the same trouble of the same kiosk.
pub const PAUSE_MS: i64 = 600_000;
/// Whoever changes a roll opens the cover and switches the printer off and on: that is no trouble before so many milliseconds.
pub const PATIENCE_MS: i64 = 60_000;

impl Printer {
    /// The word of the interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::NearEnd => "near_end",
            Self::PaperEnd => "paper_end",
            Self::CoverOpen => "cover_open",
            Self::Error => "error",
            Self::Away => "away",
            Self::None => "none",
        }
    }

    /// The state of a word, if it is one.
    pub fn parse(word: &str) -> Option<Self> {
        let all = [Self::Ready, Self::NearEnd, Self::PaperEnd, Self::CoverOpen, Self::Error, Self::Away, Self::None];
        all.into_iter().find(|state| state.as_str() == word)
    }

    fn trouble(self) -> Option<Trouble> {
        match self {
            Self::Ready | Self::None => None,
            Self::NearEnd => Some(Trouble::NearEnd),
            Self::PaperEnd => Some(Trouble::PaperEnd),
            Self::CoverOpen => Some(Trouble::CoverOpen),
            Self::Error => Some(Trouble::Error),
            Self::Away => Some(Trouble::Away),
        }
    }
}

impl Trouble {
    /// All of them, the mildest first.
    pub const ALL: [Self; 6] = [Self::NearEnd, Self::PaperEnd, Self::CoverOpen, Self::Error, Self::Away, Self::Silent];

    /// The stable word: of the store, of letters and of texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NearEnd => "near_end",
            Self::PaperEnd => "paper_end",
            Self::CoverOpen => "cover_open",
            Self::Error => "error",
            Self::Away => "away",
            Self::Silent => "silent",
        }
    }

    /// The trouble of a word, if it is one.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.as_str() == word)
    }

    fn patience_ms(self) -> i64 {
        if matches!(self, Self::CoverOpen | Self::Away) { PATIENCE_MS } else { 0 }
    }

    /// Whether a kiosk that is heard of with this printer has it no more. Paper that nearly ends is paper.
    fn is_cured(self, printer: Printer) -> bool {
        match self {
            Self::Silent => true,
            Self::NearEnd => matches!(printer, Printer::Ready | Printer::None),
            _ => matches!(printer, Printer::Ready | Printer::NearEnd | Printer::None),
        }
    }
}

/// What is known of a kiosk at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulse {
    /// Its printer at the last report.
    pub printer: Printer,
    /// Milliseconds for which the printer has been so.
    pub printer_ms: i64,
    /// Milliseconds since the last report.
    pub quiet_ms: i64,
    /// Milliseconds after which it counts as silent.
    pub silent_after_ms: i64,
    /// Whether the office has been open for all that time: a kiosk may be switched off at night.
    pub expected: bool,
}

/// What the office was told last of one trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which.
    pub trouble: Trouble,
    /// The last word was an alarm, not an all-clear.
    pub open: bool,
    /// Milliseconds since the last alarm.
    pub ago_ms: i64,
}

/// What the office is told now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// A trouble that has come.
    pub alarm: Option<Trouble>,
    /// Troubles that were told and are over.
    pub cured: Vec<Trouble>,
}

/// What the office is told of a kiosk, by what it was told before: an alarm once and not again within ten minutes, an all-clear only
/// after an alarm. A silent kiosk's printer is not known, so nothing is said of it.
pub fn news(pulse: &Pulse, told: &[Told]) -> News {
    let is_silent = pulse.quiet_ms >= pulse.silent_after_ms;
    let trouble = if is_silent {
        Some(Trouble::Silent).filter(|_| pulse.expected)
    } else {
        pulse.printer.trouble().filter(|trouble| pulse.printer_ms >= trouble.patience_ms())
    };
    let may_be_told = |trouble: &Trouble| {
        let last = told.iter().find(|told| told.trouble == *trouble);
        last.is_none_or(|told| !told.open && told.ago_ms >= PAUSE_MS)
    };
    let is_over = |told: &&Told| told.open && !is_silent && told.trouble.is_cured(pulse.printer);
    News { alarm: trouble.filter(may_be_told), cured: told.iter().filter(is_over).map(|told| told.trouble).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pulse(printer: Printer) -> Pulse {
        Pulse { printer, printer_ms: 0, quiet_ms: 5_000, silent_after_ms: 120_000, expected: true }
    }

    fn told(trouble: Trouble, open: bool, ago_ms: i64) -> Told {
        Told { trouble, open, ago_ms }
    }

    fn alarm(trouble: Trouble) -> News {
        News { alarm: Some(trouble), cured: vec![] }
    }

    #[test]
    fn an_alarm_comes_once_and_an_all_clear_only_after_it() {
        let (ended, ready) = (pulse(Printer::PaperEnd), pulse(Printer::Ready));
        assert_eq!(news(&ended, &[]), alarm(Trouble::PaperEnd));
        assert_eq!(news(&ended, &[told(Trouble::PaperEnd, true, 9_000_000)]), News::default());
        assert_eq!(news(&ready, &[]), News::default());
        assert_eq!(news(&ready, &[told(Trouble::PaperEnd, true, 1)]).cured, [Trouble::PaperEnd]);
        assert_eq!(news(&ready, &[told(Trouble::PaperEnd, false, 1)]), News::default());
    }

    #[test]
    fn a_printer_that_flutters_makes_no_storm() {
        let ended = pulse(Printer::PaperEnd);
        assert_eq!(news(&ended, &[told(Trouble::PaperEnd, false, PAUSE_MS - 1)]), News::default());
        assert_eq!(news(&ended, &[told(Trouble::PaperEnd, false, PAUSE_MS)]), alarm(Trouble::PaperEnd));
    }

    #[test]
    fn what_gets_worse_is_told_at_once_and_a_mild_trouble_stays_open_meanwhile() {
        let before = [told(Trouble::NearEnd, true, 1)];
        assert_eq!(news(&pulse(Printer::PaperEnd), &before), alarm(Trouble::PaperEnd));
        let both = [told(Trouble::NearEnd, true, 1), told(Trouble::PaperEnd, true, 1)];
        assert_eq!(news(&pulse(Printer::NearEnd), &both).cured, [Trouble::PaperEnd]);
        assert_eq!(news(&pulse(Printer::Ready), &both).cured, [Trouble::NearEnd, Trouble::PaperEnd]);
    }

    #[test]
    fn changing_a_roll_is_no_trouble_until_the_cover_is_forgotten() {
        for (printer, trouble) in [(Printer::CoverOpen, Trouble::CoverOpen), (Printer::Away, Trouble::Away)] {
            assert_eq!(news(&pulse(printer), &[]), News::default());
            assert_eq!(news(&Pulse { printer_ms: PATIENCE_MS, ..pulse(printer) }, &[]), alarm(trouble));
        }
    }

    #[test]
    fn a_kiosk_is_missed_while_the_office_is_open_and_its_printer_is_then_unknown() {
        let quiet = Pulse { quiet_ms: 120_000, ..pulse(Printer::PaperEnd) };
        let before = [told(Trouble::NearEnd, true, 1), told(Trouble::Silent, true, 1)];
        assert_eq!(news(&quiet, &[]), alarm(Trouble::Silent));
        assert_eq!(news(&Pulse { expected: false, ..quiet }, &[]), News::default(), "at night it may be off");
        assert_eq!(news(&quiet, &before), News::default());
        assert_eq!(news(&pulse(Printer::Ready), &before).cured, [Trouble::NearEnd, Trouble::Silent]);
    }

    #[test]
    fn every_word_is_read_back() {
        assert!(Trouble::ALL.into_iter().all(|trouble| Trouble::parse(trouble.as_str()) == Some(trouble)));
        assert_eq!(Printer::parse("none"), Some(Printer::None));
        assert_eq!(Printer::parse("printing"), None);
    }
}
