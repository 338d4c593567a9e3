//! A clerk's quiet call for help: told to the colleagues of the department, never to the lobby. It stands until somebody ends it.

use crate::department::Department;
use crate::event::Event;
use crate::ids::DeskId;
use crate::refusal::Refusal;
use crate::time::Instant;
use crate::view_ticket::local;
use serde::Serialize;

/// A call for help that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// When it was raised.
    pub since: Instant,
    /// Who said to come.
    pub coming: Option<Helper>,
}

/// Who comes to help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Helper {
    /// Somebody of this desk.
    Desk(DeskId),
    /// A supervisor, who sits at none.
    Supervisor,
}

/// A call for help as desks and supervisors see it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AlarmView {
    /// The desk that asks.
    pub desk: DeskId,
    /// What stands above it.
    pub label: String,
    /// Since when.
    pub since: String,
    /// The label of the desk that somebody comes from.
    pub coming: Option<String>,
    /// Who said to come: `desk` or `supervisor`; null while nobody has.
    pub answered: Option<&'static str>,
}

impl Helper {
    /// Who comes, by the desk of the answer; without one it is a supervisor.
    pub(crate) fn of(desk: Option<&DeskId>) -> Self {
        desk.map_or(Self::Supervisor, |desk| Self::Desk(desk.clone()))
    }

    fn desk(&self) -> Option<&DeskId> {
        if let Self::Desk(desk) = self { Some(desk) } else { None }
    }

    fn as_str(&self) -> &'static str {
        match self {
            Self::Desk(_) => "desk",
            Self::Supervisor => "supervisor",
        }
    }
}

impl Department {
    /// The calls for help that stand, by desk.
    pub fn alarms(&self) -> Vec<AlarmView> {
        let standing = self.desks.iter().filter_map(|(desk, status)| Some((desk, status.alarm.as_ref()?)));
        let view = |(desk, alarm): (&DeskId, &Alarm)| AlarmView {
            desk: desk.clone(),
            label: self.desk_label(desk),
            since: local(self.config.time_zone, alarm.since),
            coming: alarm.coming.as_ref().and_then(Helper::desk).map(|coming| self.desk_label(coming)),
            answered: alarm.coming.as_ref().map(Helper::as_str),
        };
        standing.map(view).collect()
    }

    /// Raised twice it stands as it was: the second press changes nothing.
    pub(crate) fn raise_alarm(&self, desk: &DeskId) -> Vec<Event> {
        if self.alarm(desk).is_some() { Vec::new() } else { vec![Event::AlarmRaised { desk: desk.clone() }] }
    }

    /// The first who comes is named; one that was ended meanwhile, or is answered already, is left alone. Without a desk it is a supervisor.
    pub(crate) fn answer_alarm(&self, at: &DeskId, by: Option<&DeskId>) -> Result<Vec<Event>, Refusal> {
        self.config.desk(at).ok_or(Refusal::NotFound)?;
        if by == Some(at) {
            return Err(Refusal::WrongState);
        }
        let open = self.alarm(at).is_some_and(|alarm| alarm.coming.is_none());
        let answered = || Event::AlarmAnswered { desk: at.clone(), by: by.cloned() };
        Ok(open.then(answered).into_iter().collect())
    }

    pub(crate) fn end_alarm(&self, at: &DeskId, by: Option<&DeskId>) -> Result<Vec<Event>, Refusal> {
        self.config.desk(at).ok_or(Refusal::NotFound)?;
        let ended = |_: &Alarm| Event::AlarmEnded { desk: at.clone(), by: by.cloned() };
        Ok(self.alarm(at).map(ended).into_iter().collect())
    }

    fn alarm(&self, desk: &DeskId) -> Option<&Alarm> {
        self.desks.get(desk).and_then(|status| status.alarm.as_ref())
    }
}
