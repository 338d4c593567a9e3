//! What the commands of a desk take.

use crate::errors::Problem;
use okienko_queue::ids::{DeskId, ServiceId, TicketId};
use okienko_queue::ticket::Mode;
use serde::Deserialize;

/// Minutes that a ticket may be put aside.
const MINUTES: std::ops::RangeInclusive<u32> = 1..=480;
const MOST_REASON: usize = 40;

#[derive(Deserialize)]
pub(crate) struct CallOne {
    pub ticket: TicketId,
    #[serde(default)]
    pub finish_current: bool,
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
