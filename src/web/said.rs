//! What a lobby screen says on its socket. Anything else is ignored; a screen that says too much is sent away.

use okienko_queue::announced::How;
use serde::Deserialize;
use std::sync::Arc;

/// Letters of a screen's name for itself.
const NAME_MOST: usize = 40;
/// Words that a screen may say at once: the calls of a whole morning after a long sleep, twice each.
const BURST: f64 = 400.0;
/// Words a second that it may go on with.
const PER_SECOND: f64 = 20.0;

/// One word of a screen.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Said {
    /// What became of a call.
    Announced {
        /// The call's number.
        seq: u64,
        /// What it did about it.
        #[serde(default)]
        how: How,
    },
    /// How the screen is.
    Screen {
        /// A random name, the same for as long as its browser keeps it.
        screen: String,
    },
}

impl Said {
    /// What a text means; `None` for everything that is none of a screen's words.
    pub fn of(text: &str) -> Option<Self> {
        let said: Self = serde_json::from_str(text).ok()?;
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        match &said {
            Self::Screen { screen } if !(1..=NAME_MOST).contains(&screen.len()) || !screen.chars().all(plain) => None,
            _ => Some(said),
        }
    }
}

/// Who a screen is among all screens: the name it gave itself first, until then the place of its socket.
#[derive(Debug)]
pub(crate) struct Name {
    name: Arc<str>,
    is_given: bool,
}

impl Name {
    /// A screen that has not said anything yet; no name that a screen can give itself looks like this.
    pub fn nameless(number: u64) -> Self {
        Self { name: format!("#{number}").into(), is_given: false }
    }

    /// It gives itself a name; a second one is not believed, so nobody speaks for many screens on one socket.
    pub fn give(&mut self, name: &str) {
        if !self.is_given {
            *self = Self { name: name.into(), is_given: true };
        }
    }

    /// The name.
    pub fn get(&self) -> &Arc<str> {
        &self.name
    }
}

/// How much a screen may still say; process clock.
#[derive(Debug)]
pub(crate) struct Patience {
    words: f64,
    at_ms: i64,
}

impl Patience {
    /// All of it.
    pub fn fresh(now_ms: i64) -> Self {
        Self { words: BURST, at_ms: now_ms }
    }

    /// One word more; false when it is one too many.
    pub fn bears(&mut self, now_ms: i64) -> bool {
        let passed = u32::try_from(now_ms - self.at_ms).unwrap_or_default();
        self.words = BURST.min(self.words + f64::from(passed) / 1_000.0 * PER_SECOND);
        self.at_ms = now_ms;
        self.words -= 1.0;
        self.words >= 0.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    #[test]
    fn a_word_is_taken_as_it_is_meant_and_everything_else_left_alone() {
        let of = |text: &str| Said::of(text);
        assert_eq!(of(r#"{"type":"announced","seq":7}"#), Some(Said::Announced { seq: 7, how: How::Shown }));
        let spoken = r#"{"type":"announced","seq":7,"how":"spoken","more":1}"#;
        assert_eq!(of(spoken), Some(Said::Announced { seq: 7, how: How::Spoken }));
        let screen = r#"{"type":"screen","screen":"a-1_B","layout":"hall","sound":"on"}"#;
        assert_eq!(of(screen), Some(Said::Screen { screen: "a-1_B".into() }));
        let long = format!(r#"{{"type":"screen","screen":"{}"}}"#, "x".repeat(41));
        for nothing in [
            "",
            "7",
            "[]",
            "{}",
            r#"{"type":"announced"}"#,
            r#"{"type":"announced","seq":-1}"#,
            r#"{"type":"announced","seq":1,"how":"sung"}"#,
            r##"{"type":"screen","screen":"#1"}"##,
            r#"{"type":"screen","screen":""}"#,
            r#"{"type":"call","desk":"1"}"#,
            &long,
        ] {
            assert_eq!(of(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_screen_gives_itself_one_name() {
        let mut name = Name::nameless(3);
        assert_eq!(&**name.get(), "#3");
        name.give("first");
        name.give("second");
        assert_eq!(&**name.get(), "first");
    }

    #[test]
    fn a_burst_is_borne_a_flood_is_not_and_it_may_come_again_later() {
        let mut patience = Patience::fresh(0);
        assert!((0..400).all(|_| patience.bears(0)));
        assert!(!patience.bears(0));
        assert!(patience.bears(1_000));
        // Twenty words a second are borne for ever, thirty are not.
        let mut steady = Patience::fresh(0);
        assert!((0..10_000).all(|n| steady.bears(n * 50)));
        let mut flood = Patience::fresh(0);
        assert!(!(0..10_000).all(|n| flood.bears(n * 33)));
        // A clock that was set back gives nothing and takes nothing.
        assert!(Patience::fresh(5_000).bears(0));
    }
}
