//! Desks beyond the one button: commands bound to what was seen, calls for help, the day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod hall;

use hall::{Hall, at, online};
use okienko_queue::Answer;
use okienko_queue::announced::Announcement;
use okienko_queue::command::{Command, DeskAction, Seen};
use okienko_queue::event::Event;
use okienko_queue::ids::{AppointmentId, TicketId};
use okienko_queue::note::Sealed;
use okienko_queue::refusal::Refusal;
use okienko_queue::view_desk::DeskView;

impl Hall {
    fn acts(&mut self, action: DeskAction, time: &str) -> Result<Answer, Refusal> {
        self.does(Command::AtDesk { desk: "1".into(), action }, at(time))
    }

    fn issues(&mut self, time: &str) -> TicketId {
        let answer = self.does(online(), at(time));
        self.ticket(answer).id.clone()
    }

    fn view(&self, time: &str) -> DeskView {
        let nothing = |_: &okienko_queue::department::CallEntry| Announcement::default();
        self.live.desk_view(&"1".into(), &[], nothing, at(time)).unwrap()
    }
}

fn seen(ticket: Option<&TicketId>, action: DeskAction) -> DeskAction {
    DeskAction::AsSeen { seen: Seen { ticket: Some(ticket.cloned()), last: None }, action: Box::new(action) }
}

#[test]
fn a_command_decided_on_another_ticket_is_refused_and_on_the_same_one_done() {
    let mut hall = Hall::opens();
    let (first, second) = (hall.issues("08:01"), hall.issues("08:02"));
    assert_eq!(hall.acts(seen(Some(&first), DeskAction::CallNext), "08:03"), Err(Refusal::DeskChanged));
    hall.acts(seen(None, DeskAction::CallNext), "08:03").unwrap();
    assert_eq!(hall.acts(seen(None, DeskAction::Start), "08:04"), Err(Refusal::DeskChanged));
    assert_eq!(hall.acts(seen(Some(&second), DeskAction::NoShow), "08:04"), Err(Refusal::DeskChanged));
    hall.acts(seen(Some(&first), DeskAction::Start), "08:04").unwrap();
    assert_eq!(hall.acts(seen(Some(&second), DeskAction::Finish), "08:05"), Err(Refusal::DeskChanged));
    hall.acts(seen(Some(&first), DeskAction::Finish), "08:05").unwrap();
    assert!(hall.is_replayed());
}

#[test]
fn an_undo_takes_back_what_was_offered_and_nothing_else() {
    let mut hall = Hall::opens();
    hall.issues("08:01");
    hall.acts(DeskAction::CallNext, "08:03").unwrap();
    let offered = hall.view("08:03").undo.unwrap().number;
    hall.acts(DeskAction::Start, "08:03").unwrap();
    let undo =
        |last| DeskAction::AsSeen { seen: Seen { ticket: None, last: Some(last) }, action: Box::new(DeskAction::Undo) };
    assert_eq!(hall.acts(undo(offered), "08:03"), Err(Refusal::DeskChanged), "the call was offered, the start is last");
    let now_offered = hall.view("08:03").undo.unwrap().number;
    hall.acts(undo(now_offered), "08:03").unwrap();
    assert_eq!(hall.view("08:03").current.unwrap().started_at, None);
}

#[test]
fn a_call_for_help_is_quiet_named_and_opens_no_desk() {
    let mut hall = Hall::opens();
    hall.acts(DeskAction::RaiseAlarm, "08:03").unwrap();
    let events = hall.journal.len();
    hall.acts(DeskAction::RaiseAlarm, "08:04").unwrap();
    assert_eq!(hall.journal.len(), events, "pressed twice it is one");
    let view = hall.view("08:04");
    assert_eq!((view.alarms.len(), view.alarms[0].label.as_str(), &view.alarms[0].coming), (1, "1", &None));
    assert_eq!(view.alarms[0].since, "2026-11-23T08:03:00+01:00");
    assert_eq!(serde_json::to_value(view.state).unwrap(), "closed");
    assert_eq!(
        hall.acts(DeskAction::AnswerAlarm { at: "1".into() }, "08:05"),
        Err(Refusal::WrongState),
        "nobody helps himself"
    );
    assert_eq!(hall.acts(DeskAction::AnswerAlarm { at: "9".into() }, "08:05"), Err(Refusal::NotFound));
    hall.acts(DeskAction::EndAlarm { at: "1".into() }, "08:06").unwrap();
    assert!(hall.view("08:06").alarms.is_empty() && hall.is_replayed());
    let raised = hall.journal.iter().find(|record| matches!(record.event, Event::AlarmRaised { .. })).unwrap();
    assert_eq!((raised.at, raised.actor.as_str()), (at("08:03"), "kiosk:k1"), "who, where and when are logged");
}

#[test]
fn r37_a_call_out_of_turn_keeps_its_coded_reason() {
    let mut hall = Hall::opens();
    let (_, second) = (hall.issues("08:01"), hall.issues("08:02"));
    let call = DeskAction::CallFor { ticket: second, finish_current: false, why: "need".into() };
    hall.acts(call, "08:03").unwrap();
    assert_eq!(hall.view("08:03").current.unwrap().reason.as_deref(), Some("chosen need"));
}

#[test]
fn the_view_says_who_is_next_and_why_and_what_came_before() {
    let mut hall = Hall::opens();
    let (first, _) = (hall.issues("08:01"), hall.issues("08:02"));
    let next = hall.view("08:03").next.unwrap();
    assert_eq!((next.ticket, next.reason.as_str()), (first, "oldest"));
    for action in [DeskAction::CallNext, DeskAction::Start, DeskAction::NextService { service: "b".into() }] {
        assert!(hall.view("08:03").current.is_none_or(|current| current.legs.is_empty()));
        hall.acts(action, "08:03").unwrap();
    }
    let current = hall.view("08:04").current.unwrap();
    assert_eq!((current.legs.len(), current.legs[0].service_name.as_str(), current.next_service), (1, "a", true));
}

#[test]
fn recall_and_no_show_say_from_when_they_are_possible() {
    let mut hall = Hall::opens();
    let mut config = hall::office();
    (config.desk_rules.recall_after_seconds, config.desk_rules.no_show_after_seconds) = (30, 60);
    hall.does(Command::Configure(Box::new(config)), at("07:10")).unwrap();
    hall.issues("08:01");
    hall.acts(DeskAction::CallNext, "08:03").unwrap();
    let current = hall.view("08:03").current.unwrap();
    assert_eq!(current.recall_from.as_deref(), Some("2026-11-23T08:03:30+01:00"));
    assert_eq!(current.no_show_from.as_deref(), Some("2026-11-23T08:04:00+01:00"));
    hall.acts(DeskAction::Start, "08:04").unwrap();
    let current = hall.view("08:04").current.unwrap();
    assert_eq!((current.recall_from, current.no_show_from), (None, None), "nobody calls who sits here");
}

#[test]
fn r29_the_day_shows_every_visit_with_its_state_and_what_can_be_taken_back() {
    let mut hall = Hall::opens();
    let (missed, kept): (AppointmentId, AppointmentId) = (hall.books("08:10"), hall.books("08:40"));
    hall.does(Command::CheckIn { appointment: kept.clone(), language: None }, at("08:20")).unwrap();
    hall.does(Command::Tick, at("08:21")).unwrap();
    let day = |hall: &Hall, time| hall.live.desk_day(&"1".into(), at(time)).unwrap();
    let visits = day(&hall, "08:21").visits;
    let facts: Vec<_> = visits.iter().map(|visit| (&visit.appointment, visit.state, visit.can_revert)).collect();
    assert_eq!(facts, [(&missed, "not_collected", false), (&kept, "collected", true)]);
    let ticket = visits[1].ticket.clone().unwrap();
    hall.does(Command::RevertCheckIn { ticket }, at("08:22")).unwrap();
    let after = day(&hall, "08:22");
    assert_eq!((after.visits[1].state, after.visits[1].can_revert, after.ended.len()), ("booked", false, 0));
    let walk_in = hall.issues("08:23");
    for action in [DeskAction::CallNext, DeskAction::Start, DeskAction::Finish] {
        hall.acts(action, "08:24").unwrap();
    }
    assert_eq!(day(&hall, "08:25").ended[0].ticket.id, walk_in);
}

#[test]
fn a_note_is_known_by_its_number_and_its_text_is_not_in_the_journal() {
    let mut hall = Hall::opens();
    let ticket = hall.issues("08:01");
    let note = |number, text: Option<&str>| DeskAction::Note {
        ticket: ticket.clone(),
        number,
        text: text.map(|text| Sealed(text.to_owned())),
    };
    assert_eq!(hall.acts(note(0, None), "08:02"), Ok(Answer::Desk("1".into())), "nothing to take away is no event");
    let before = hall.journal.len();
    hall.acts(note(0, Some("tajne")), "08:02").unwrap();
    assert_eq!(hall.journal.len(), before + 1, "and no desk was opened");
    assert!(!serde_json::to_string(&hall.journal).unwrap().contains("tajne"));
    assert!(!format!("{:?}", note(0, Some("tajne"))).contains("tajne"));
    assert_eq!(hall.acts(note(0, Some("inne")), "08:03"), Err(Refusal::NoteChanged));
    let touched = hall.live.ticket(&ticket).unwrap().revision;
    hall.acts(DeskAction::CallNext, "08:04").unwrap();
    hall.acts(note(1, Some("inne")), "08:04").unwrap();
    assert_eq!(hall.live.ticket(&ticket).unwrap().revision, touched + 1, "the call touched it, the note did not");
    hall.acts(DeskAction::Undo, "08:04").unwrap();
    let view = hall.view("08:05");
    let shown = view.waiting[0].note.clone().unwrap();
    assert_eq!((shown.number, shown.desk.as_str(), shown.at.as_str()), (2, "1", "2026-11-23T08:04:00+01:00"));
    hall.acts(note(2, None), "08:06").unwrap();
    assert_eq!(hall.view("08:06").waiting[0].note, None);
    hall.acts(note(0, Some("wraca")), "08:07").unwrap();
    assert_eq!(hall.live.ticket(&ticket).unwrap().note_number(), 4);
    for action in [DeskAction::CallNext, DeskAction::Start, DeskAction::Finish] {
        hall.acts(action, "08:08").unwrap();
    }
    assert_eq!(hall.acts(note(4, Some("po")), "08:09"), Err(Refusal::WrongState));
    assert_eq!(hall.live.desk_day(&"1".into(), at("08:09")).unwrap().ended[0].note.as_ref().unwrap().number, 4);
    assert!(hall.is_replayed());
}
