//! Proof of announcement: what screens said they did about a call, and what a desk is told of it. Never in the journal: it says
//! something about screens, not about visitors.

use crate::board::Board;
use crate::department::CallEntry;
use crate::ids::DepartmentId;
use serde::{Deserialize, Serialize};

/// What a screen did about a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It stands on the glass; of its sound nothing is known yet.
    #[default]
    Shown,
    /// It was spoken.
    Spoken,
    /// It was older than 30 s before it could be spoken.
    Late,
    /// Its sound is off, in a quiet hour, or there is no clip of it.
    Silent,
    /// The browser does not let it sound.
    Blocked,
}

impl How {
    /// What holds after a screen had said something before: that it was spoken stands, and so does the first word about its sound.
    pub fn after(self, before: Option<Self>) -> Self {
        match before {
            None | Some(Self::Shown) => self,
            Some(_) if self == Self::Spoken => self,
            Some(before) => before,
        }
    }
}

/// How many screens did what about one call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Screens on which it stood, whatever became of its sound.
    pub shown: u32,
    /// Of these, screens that spoke it.
    pub spoken: u32,
    /// Of these, screens that were too late for it.
    pub late: u32,
    /// Of these, screens that keep quiet.
    pub silent: u32,
    /// Of these, screens that may not sound.
    pub blocked: u32,
}

impl Tally {
    /// One screen's word changed from `before` to `now`.
    pub fn count(&mut self, before: Option<How>, now: How) {
        if before.is_none() {
            self.shown += 1;
        }
        for (how, by) in [(before, -1), (Some(now), 1)] {
            let kind = match how {
                Some(How::Spoken) => &mut self.spoken,
                Some(How::Late) => &mut self.late,
                Some(How::Silent) => &mut self.silent,
                Some(How::Blocked) => &mut self.blocked,
                None | Some(How::Shown) => continue,
            };
            *kind = kind.saturating_add_signed(by);
        }
    }

    fn add(&mut self, other: &Self) {
        let Self { shown, spoken, late, silent, blocked } = other;
        self.shown = self.shown.saturating_add(*shown);
        self.spoken = self.spoken.saturating_add(*spoken);
        self.late = self.late.saturating_add(*late);
        self.silent = self.silent.saturating_add(*silent);
        self.blocked = self.blocked.saturating_add(*blocked);
    }
}

/// What a desk is told of its latest call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Announcement {
    /// Screens now connected whose board shows the call.
    pub screens: u32,
    /// What screens did about it.
    #[serde(flatten)]
    pub said: Tally,
}

/// What a desk is told of a call: of the boards with so many screens each only those that show it count; `said` is what each node heard.
pub fn announcement<'a>(
    department: &DepartmentId,
    call: &CallEntry,
    screens: impl Iterator<Item = (&'a Board, u32)>,
    said: impl Iterator<Item = &'a Tally>,
) -> Announcement {
    let shows = |(board, _): &(&Board, u32)| board.shows(department, &call.service, &call.desk);
    let screens = screens.filter(shows).fold(0_u32, |sum, (_, count)| sum.saturating_add(count));
    let mut all = Tally::default();
    said.for_each(|tally| all.add(tally));
    Announcement { screens, said: all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Layout;

    #[test]
    fn a_screen_counts_once_whatever_it_says_and_what_was_spoken_stays_spoken() {
        let mut tally = Tally::default();
        let mut before = None;
        for how in [How::Shown, How::Late, How::Silent, How::Spoken, How::Late, How::Shown] {
            let now = how.after(before);
            tally.count(before, now);
            before = Some(now);
        }
        assert_eq!(before, Some(How::Spoken));
        assert_eq!(tally, Tally { shown: 1, spoken: 1, ..Tally::default() });
        tally.count(None, How::Blocked);
        assert_eq!(tally, Tally { shown: 2, spoken: 1, blocked: 1, ..Tally::default() });
    }

    #[test]
    fn only_screens_that_show_the_call_count_and_all_nodes_are_heard() {
        let call = CallEntry {
            number: 7,
            ticket: "so-t1".into(),
            code: "D001".into(),
            desk: "3".into(),
            service: "dowody".into(),
            called_at: crate::time::from_ms(0),
            recall: false,
            language: None,
        };
        let board = |departments: &[&str]| {
            Board::new("b".into(), "B".into(), departments.iter().map(|id| (*id).into()).collect())
        };
        let (hall, elsewhere) = (board(&["so", "geodezja"]), board(&["geodezja"]));
        let other_matters = Board { services: vec!["paszporty".into()], ..hall.clone() };
        let own =
            Board { services: vec!["dowody".into()], layout: Layout::Desk, desk: Some("3".into()), ..hall.clone() };
        let next = Board { desk: Some("4".into()), ..own.clone() };
        let boards = [(&hall, 1), (&elsewhere, 10), (&other_matters, 100), (&own, 1_000), (&next, 10_000)];
        let heard =
            [Tally { shown: 2, spoken: 1, ..Tally::default() }, Tally { shown: 1, late: 1, ..Tally::default() }];
        let told = announcement(&"so".into(), &call, boards.into_iter(), heard.iter());
        assert_eq!(
            told,
            Announcement { screens: 1_001, said: Tally { shown: 3, spoken: 1, late: 1, ..Tally::default() } }
        );
        let nobody = announcement(&"so".into(), &call, std::iter::empty(), std::iter::empty());
        assert_eq!(nobody, Announcement { screens: 0, said: Tally::default() });
    }
}
