//! The time of desks, from the commands given at them.

use chrono::NaiveDate;

use super::wall;

/// A stretch of a desk's time within one hour of the wall.
#[derive(Clone, Debug)]
pub struct Spell {
    pub department: String,
    pub desk: String,
    pub day: NaiveDate,
    pub hour: u32,
    pub state: &'static str,
    pub ms: i64,
}

/// A desk on one day: after each command the instant and how the desk stood; a gap where its ticket was closed under it.
#[derive(Clone, Debug, Default)]
pub struct DeskDay {
    open: bool,
    paused: bool,
    at_hand: Option<String>,
    marks: Vec<Option<(i64, &'static str)>>,
}

impl DeskDay {
    pub fn command(&mut self, kind: &str, at: i64, at_hand: Option<(String, &'static str)>) {
        match kind {
            "desk_opened" => self.open = true,
            "desk_paused" => self.paused = true,
            "desk_resumed" => self.paused = false,
            "desk_closed" => (self.open, self.paused) = (false, false),
            _ => {}
        }
        let state = match (&at_hand, self.open, self.paused) {
            (Some((_, state)), ..) => state,
            (None, false, _) => "closed",
            (None, true, true) => "paused",
            (None, true, false) => "free",
        };
        self.at_hand = at_hand.map(|(id, _)| id);
        self.marks.push(Some((at, state)));
    }

    pub fn loses(&mut self, ticket: &str) {
        if self.at_hand.as_deref() == Some(ticket) {
            self.at_hand = None;
            self.marks.push(None);
        }
    }

    pub fn spells(&self, department: &str, desk: &str, day: NaiveDate) -> Vec<Spell> {
        let mut all = Vec::new();
        for pair in self.marks.windows(2) {
            let [Some((from, state)), Some((to, _))] = pair else { continue };
            // Hours of this zone begin with hours of UTC.
            let mut from = *from;
            while from < *to {
                let end = (from - from.rem_euclid(3_600_000) + 3_600_000).min(*to);
                let (department, desk, hour) = (department.to_owned(), desk.to_owned(), wall(from).1);
                all.push(Spell { department, desk, day, hour, state, ms: end - from });
                from = end;
            }
        }
        all
    }
}
