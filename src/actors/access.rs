//! The access log (law line 23): the line that a change by staff leaves. It is written in the transaction of the change
//! itself, so neither is ever without the other, and it costs no commit of its own. What staff only saw is logged by
//! [`crate::Office::log_access`] before it is shown.

use okienko_queue::event::{Event, Record};
use okienko_queue::ids::{AppointmentId, DepartmentId};
use okienko_store::Access;

/// How journals begin the actor who is a member of staff.
const STAFF: &str = "staff:";

/// The line of one event, if staff caused it and it is about a visit. Its id is the event's place in the journal.
pub fn of(record: &Record, department: &DepartmentId) -> Option<Access> {
    let nobody = AppointmentId::from("");
    let (action, appointment, beyond_limits) = match &record.event {
        Event::Booked { appointment, beyond_limits, .. } => ("booked", appointment, *beyond_limits),
        Event::AppointmentMoved { appointment, beyond_limits, .. } => ("moved", appointment, *beyond_limits),
        Event::AppointmentCancelled { appointment, .. } => ("cancelled", appointment, false),
        Event::Collected { appointment, .. } => ("checked_in", appointment, false),
        Event::CheckInReverted { appointment, .. } => ("check_in_reverted", appointment, false),
        Event::Noted { appointment, .. } => ("noted", appointment.as_ref().unwrap_or(&nobody), false),
        _ => return None,
    };
    record.actor.starts_with(STAFF).then(|| Access {
        id: format!("{department}:{}", record.seq),
        at_ms: record.at.timestamp_millis(),
        who: record.actor.clone(),
        action: action.to_owned(),
        appointment: appointment.to_string(),
        detail: if beyond_limits { "beyond_limits" } else { "" }.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use okienko_queue::time::from_ms;

    fn record(actor: &str, beyond_limits: bool) -> Record {
        let event = Event::Booked {
            appointment: "so-a7".into(),
            service: "dowody".into(),
            start: from_ms(0),
            seat: 0,
            confirm_by: None,
            beyond_limits,
        };
        Record { seq: 12, at: from_ms(5), actor: actor.into(), event }
    }

    #[test]
    fn staff_leave_a_line_and_citizens_none() {
        let line = of(&record("staff:s1", true), &"so".into()).unwrap();
        assert_eq!((line.id.as_str(), line.at_ms, line.who.as_str()), ("so:12", 5, "staff:s1"));
        assert_eq!((line.action.as_str(), line.appointment.as_str()), ("booked", "so-a7"));
        assert_eq!(line.detail, "beyond_limits");
        assert_eq!(of(&record("staff:s1", false), &"so".into()).unwrap().detail, "");
        for other in ["citizen", "timer", "kiosk:k1"] {
            assert_eq!(of(&record(other, false), &"so".into()), None, "{other}");
        }
    }
}
