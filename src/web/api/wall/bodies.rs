//! What the commands of the wall take.

use crate::api::desk_bodies::coded;
use crate::errors::Problem;
use okienko_queue::ids::{DeskId, ServiceId};
use okienko_queue::today::StopReason;
use serde::{Deserialize, Deserializer};

/// Services that one desk may serve.
const MOST_SERVICES: usize = 200;

/// Why a service is stopped.
#[derive(Deserialize)]
pub(super) struct Stop {
    reason: String,
}

/// All that a desk serves from now on.
#[derive(Deserialize)]
pub(super) struct DeskServices {
    services: Vec<ServiceId>,
    #[serde(default)]
    pub anyway: bool,
}

/// How a desk is paused or closed.
#[derive(Deserialize)]
pub(super) struct RestDesk {
    reason: Option<String>,
    #[serde(default)]
    pub anyway: bool,
}

/// Where a ticket is called to.
#[derive(Deserialize)]
pub(super) struct CallTo {
    pub desk: DeskId,
    #[serde(default)]
    pub finish_current: bool,
}

/// What a waiting ticket is changed to; what is left out stays.
#[derive(Deserialize)]
pub(super) struct ChangeTicket {
    pub service: Option<ServiceId>,
    /// Null takes the priority away, which is not the same as leaving it out.
    #[serde(default, deserialize_with = "said")]
    pub priority: Option<Option<String>>,
}

fn said<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(from).map(Some)
}

impl Stop {
    /// The reason, one of the office's codes: citizens are told it in whole sentences.
    pub fn checked(self) -> Result<StopReason, Problem> {
        let known = StopReason::ALL.into_iter().find(|reason| reason.as_str() == self.reason);
        known.ok_or_else(|| Problem::fields(&[("reason", "invalid_reason")]))
    }
}

impl DeskServices {
    /// The services; a desk that serves nothing is closed instead.
    pub fn checked(self) -> Result<Vec<ServiceId>, Problem> {
        let fits = (1..=MOST_SERVICES).contains(&self.services.len());
        if fits { Ok(self.services) } else { Err(Problem::malformed("services")) }
    }
}

impl RestDesk {
    /// The coded reason.
    pub fn checked(self) -> Result<Option<String>, Problem> {
        coded(self.reason)
    }
}

impl ChangeTicket {
    /// Something must be said.
    pub fn checked(self) -> Result<Self, Problem> {
        let empty = self.service.is_none() && self.priority.is_none();
        if empty { Err(Problem::malformed("service")) } else { Ok(self) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_service_is_stopped_for_a_reason_that_can_be_told() {
        let reason = |text: &str| Stop { reason: text.into() }.checked();
        for known in StopReason::ALL {
            assert_eq!(reason(known.as_str()).unwrap(), known);
        }
        assert_eq!(reason("Pan Jan zachorował").unwrap_err().code, "invalid_reason");
    }

    #[test]
    fn a_priority_of_null_is_another_wish_than_none() {
        let change = |body: Value| serde_json::from_value::<ChangeTicket>(body).unwrap().checked();
        assert_eq!(change(json!({ "priority": null })).ok().unwrap().priority, Some(None));
        assert_eq!(change(json!({ "priority": "act" })).ok().unwrap().priority, Some(Some("act".into())));
        assert_eq!(change(json!({ "service": "a" })).ok().unwrap().priority, None);
        assert_eq!(change(json!({})).err().unwrap().code, "malformed");
        let nothing = DeskServices { services: Vec::new(), anyway: true };
        assert_eq!(nothing.checked().unwrap_err().code, "malformed");
    }
}
