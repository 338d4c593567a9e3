//! What the commands of a desk take.

use crate::errors::Problem;
use okienko_queue::command::{DeskAction, Seen};
use okienko_queue::ids::{DeskId, ServiceId, TicketId};
use okienko_queue::ticket::Mode;
use serde::{Deserialize, Deserializer};

/// Minutes that a ticket may be put aside.
const MINUTES: std::ops::RangeInclusive<u32> = 1..=480;
const MOST_REASON: usize = 40;

#[derive(Deserialize)]
pub(crate) struct CallOne {
    pub ticket: TicketId,
    #[serde(default)]
    pub finish_current: bool,
    reason: Option<String>,
}

/// What the clerk saw when the command was given: beside the members of any command, all of them optional.
#[derive(Default, Deserialize)]
pub(crate) struct AsSeen {
    /// The ticket at hand; null when there was none. Left out, it is not compared.
    #[serde(default, deserialize_with = "said")]
    seen: Option<Option<TicketId>>,
    /// The `number` of the undo that was offered.
    seen_undo: Option<u64>,
}

/// Another matter or another class of priority for a waiting ticket.
#[derive(Deserialize)]
pub(crate) struct Change {
    pub ticket: TicketId,
    pub service: Option<ServiceId>,
    /// Null takes it away; left out it stays.
    #[serde(default, deserialize_with = "said")]
    pub priority: Option<Option<String>>,
}

/// The desk that asked for help.
#[derive(Deserialize)]
pub(crate) struct AtDesk {
    pub at: DeskId,
}

/// Where a ticket given at the desk is printed.
#[derive(Default, Deserialize)]
pub(crate) struct PrintAt {
    pub kiosk: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct OneTicket {
    pub ticket: TicketId,
}

#[derive(Deserialize)]
pub(crate) struct OneService {
    pub service: ServiceId,
}

#[derive(Deserialize)]
pub(crate) struct Hold {
    reason: Option<String>,
    minutes: Option<u32>,
}

#[derive(Deserialize)]
pub(crate) struct Pause {
    reason: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Transfer {
    pub service: Option<ServiceId>,
    pub desk: Option<DeskId>,
    mode: Option<String>,
}

/// A member that is there, though it may be null: null and left out are two things.
fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}

impl CallOne {
    /// The command; without a reason it stands in the journal as chosen by hand.
    pub fn checked(self) -> Result<DeskAction, Problem> {
        let Self { ticket, finish_current, reason } = self;
        Ok(match coded(reason)? {
            None => DeskAction::Call { ticket, finish_current },
            Some(why) => DeskAction::CallFor { ticket, finish_current, why },
        })
    }
}

impl AsSeen {
    /// The command, bound to what was seen.
    pub fn bind(self, action: DeskAction) -> DeskAction {
        let seen = Seen { ticket: self.seen, last: self.seen_undo };
        if seen == Seen::default() { action } else { DeskAction::AsSeen { seen, action: Box::new(action) } }
    }
}

impl Hold {
    /// Reason and minutes, checked.
    pub fn checked(self) -> Result<(Option<String>, Option<u32>), Problem> {
        if self.minutes.is_some_and(|minutes| !MINUTES.contains(&minutes)) {
            return Err(Problem::fields(&[("minutes", "invalid_minutes")]));
        }
        Ok((coded(self.reason)?, self.minutes))
    }
}

impl Pause {
    /// The reason, checked.
    pub fn checked(self) -> Result<Option<String>, Problem> {
        coded(self.reason)
    }
}

impl Transfer {
    /// Where in the queue; by time unless said otherwise (contract).
    pub fn mode(&self) -> Result<Mode, Problem> {
        match self.mode.as_deref() {
            None | Some("by_time") => Ok(Mode::ByTime),
            Some("first") => Ok(Mode::First),
            Some("last") => Ok(Mode::Last),
            Some(_) => Err(Problem::malformed("mode")),
        }
    }
}

/// Reasons are codes, never free text: the journal holds no personal data (house.md).
pub(crate) fn coded(reason: Option<String>) -> Result<Option<String>, Problem> {
    let code = |text: &String| {
        (1..=MOST_REASON).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-')
    };
    match reason {
        Some(text) if text.is_empty() => Ok(None),
        Some(text) if !code(&text) => Err(Problem::fields(&[("reason", "invalid_reason")])),
        reason => Ok(reason),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    #[test]
    fn what_was_seen_is_compared_only_where_it_is_said() {
        let seen = |body: &str| serde_json::from_str::<AsSeen>(body).unwrap().bind(DeskAction::Finish);
        assert_eq!(seen("{}"), DeskAction::Finish);
        let bound = |seen| DeskAction::AsSeen { seen, action: Box::new(DeskAction::Finish) };
        assert_eq!(seen(r#"{"seen":null}"#), bound(Seen { ticket: Some(None), last: None }));
        assert_eq!(seen(r#"{"seen":"d-t1"}"#), bound(Seen { ticket: Some(Some("d-t1".into())), last: None }));
        assert_eq!(seen(r#"{"seen_undo":7}"#), bound(Seen { ticket: None, last: Some(7) }));
        let change = |body: &str| serde_json::from_str::<Change>(body).unwrap().priority;
        assert_eq!(change(r#"{"ticket":"t"}"#), None);
        assert_eq!(change(r#"{"ticket":"t","priority":null}"#), Some(None));
    }

    #[test]
    fn reasons_are_codes_and_minutes_have_a_range() {
        assert_eq!(coded(Some("break".into())).unwrap().as_deref(), Some("break"));
        assert_eq!(coded(Some(String::new())).unwrap(), None);
        for bad in ["Pan Jan wyszedł", "a b", &"x".repeat(41)] {
            assert_eq!(coded(Some(bad.into())).unwrap_err().code, "invalid_reason", "{bad}");
        }
        let hold = |minutes| Hold { reason: None, minutes }.checked();
        assert!(hold(None).is_ok() && hold(Some(480)).is_ok());
        assert_eq!(hold(Some(0)).unwrap_err().code, "invalid_minutes");
        let transfer = |mode: &str| Transfer { service: None, desk: None, mode: Some(mode.into()) }.mode();
        assert_eq!(transfer("last").unwrap(), Mode::Last);
        assert_eq!(transfer("middle").unwrap_err().code, "malformed");
    }
}
