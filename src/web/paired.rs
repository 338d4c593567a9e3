//! What a board's socket knows of its paired screen: whose it is, what was told last, what is under way.

use crate::call::Call;
use crate::errors::Problem;
use crate::screens::{Care, ScreenReport};

/// Reports of one socket that may be on their way to the store.
const MOST_KEPT: u8 = 4;

/// Whose a board's socket is.
#[derive(Debug)]
pub(crate) enum Pairing {
    /// Anybody's.
    Public,
    /// That of a token which is no active screen's.
    Refused,
    /// A paired screen's.
    Known(Paired),
}

/// What a socket knows of its paired screen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paired {
    /// The device.
    pub id: String,
    /// The layout that it said last.
    pub layout: Option<String>,
    told: Option<String>,
    looking: bool,
    keeping: u8,
}

impl Paired {
    /// Begins a look; `None` while one is under way.
    pub fn looks(&mut self) -> Option<Self> {
        (!std::mem::replace(&mut self.looking, true)).then(|| self.clone())
    }
}

impl Pairing {
    /// By the token in a board socket's `?screen=`.
    pub async fn of(call: &Call) -> Result<Self, Problem> {
        let Some(token) = call.query().remove("screen") else { return Ok(Self::Public) };
        let found = call.office().read(move |store| store.screen_of_token(&token)).await?;
        Ok(found.map_or(Self::Refused, |device| Self::Known(Paired { id: device.id, ..Paired::default() })))
    }

    /// What a paired screen says of itself, to be kept; `None` for others, for nonsense and for too much of it.
    pub fn hear(&mut self, text: &str) -> Option<(String, ScreenReport)> {
        let Self::Known(paired) = self else { return None };
        let report: ScreenReport = serde_json::from_str(text).ok().filter(ScreenReport::is_sound)?;
        paired.layout = Some(report.layout.clone());
        paired.told = None;
        (paired.keeping < MOST_KEPT).then(|| {
            paired.keeping += 1;
            (paired.id.clone(), report)
        })
    }

    /// A report is kept.
    pub fn kept(&mut self) {
        if let Self::Known(paired) = self {
            paired.keeping = paired.keeping.saturating_sub(1);
        }
    }

    /// What is left to do of what a look found: the same is not said twice, unless the screen has spoken since.
    pub fn asked(&mut self, care: Care) -> Care {
        let Self::Known(paired) = self else { return Care::Asked(None) };
        paired.looking = false;
        match care {
            Care::Asked(text) if text != paired.told => {
                paired.told.clone_from(&text);
                Care::Asked(text)
            }
            Care::Asked(_) => Care::Asked(None),
            Care::Refused => Care::Refused,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    #[test]
    fn a_socket_says_the_same_once_until_its_screen_speaks_and_keeps_few_reports_at_a_time() {
        let mut pairing = Pairing::Known(Paired { id: "d".into(), ..Paired::default() });
        let wish = || Care::Asked(Some("wish".into()));
        assert_eq!((pairing.asked(wish()), pairing.asked(wish())), (wish(), Care::Asked(None)));
        let said = r#"{"type":"screen","screen":"a","layout":"hall","sound":"on"}"#;
        let heard: Vec<bool> = (0..5).map(|_| pairing.hear(said).is_some()).collect();
        assert_eq!(heard, [true, true, true, true, false]);
        assert_eq!(pairing.asked(wish()), wish());
        pairing.kept();
        assert!(pairing.hear(said).is_some() && pairing.hear(r#"{"type":"screen"}"#).is_none());
        assert!(Pairing::Public.hear(said).is_none() && Pairing::Refused.hear(said).is_none());
        let Pairing::Known(paired) = &mut pairing else { panic!("known") };
        assert!(paired.looks().is_some() && paired.looks().is_none(), "one look at a time");
        assert_eq!(pairing.asked(Care::Refused), Care::Refused);
    }
}
