//! What the broker keeps: one retained JSON a topic, whole, so whoever subscribes knows at once. Codes and desks, never a name (R33).

use crate::picture::{AtDesk, Picture};
use okienko_queue::time::Instant;
use okienko_queue::view_board::BoardCall;
use serde_json::json;
use std::collections::BTreeMap;

/// Calls kept in `calls`, newest first.
const CALLS: usize = 50;

/// Where an office's topics lie: `okienko/urzad-miejski`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Topics(String);

impl Topics {
    /// The topics of an office.
    pub(crate) fn of(prefix: &str, office: &str) -> Self {
        Self(format!("{prefix}/{}", level(office)))
    }

    /// `online`, or `offline`, also by last will.
    pub(crate) fn status(&self) -> String {
        format!("{}/status", self.0)
    }

    /// Every topic with its message.
    pub(crate) fn messages(&self, picture: &Picture) -> BTreeMap<String, String> {
        let desks = picture.parts.values().flat_map(|part| &part.desks);
        let desks =
            desks.map(|(desk, at_desk)| (format!("{}/desk/{}", self.0, level(desk.as_str())), of_desk(at_desk)));
        desks.chain([(format!("{}/calls", self.0), calls(picture))]).collect()
    }
}

fn of_desk(at_desk: &AtDesk) -> String {
    let call = at_desk.call.as_ref();
    json!({
        "code": at_desk.code,
        "state": at_desk.state,
        "called_at": call.map(|call| &call.called_at),
        "recall": call.is_some_and(|call| call.recall),
        "seq": call.map(|call| call.seq),
    })
    .to_string()
}

fn calls(picture: &Picture) -> String {
    let mut calls: Vec<&(Instant, BoardCall)> = picture.parts.values().flat_map(|part| &part.calls).collect();
    calls.sort_by_key(|(at, call)| std::cmp::Reverse((*at, call.seq)));
    let newest: Vec<&BoardCall> = calls.into_iter().take(CALLS).map(|(_, call)| call).collect();
    json!({ "calls": newest }).to_string()
}

/// An id as one level of a topic: signs that mean something to a broker are replaced.
fn level(id: &str) -> String {
    id.replace(['/', '+', '#', '\0'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_one_level_and_no_wildcard() {
        assert_eq!(Topics::of("a/b", "x/#+y").status(), "a/b/x___y/status");
    }
}
