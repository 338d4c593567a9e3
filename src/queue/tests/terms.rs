//! Moving, confirming, resting and releasing: what the citizen's side adds to booking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::{Command, Terms};
use okienko_queue::config::{Booking, DepartmentConfig, Range};
use okienko_queue::event::Record;
use okienko_queue::ids::AppointmentId;
use okienko_queue::refusal::Refusal;
use okienko_queue::time::Instant;
use okienko_queue::{Answer, Department};

/// A department with one service of single seats, at a moment of the Monday before.
struct Hall {
    department: Department,
    records: Vec<Record>,
    now: Instant,
}

impl Hall {
    fn with(booking: Booking) -> Self {
        let mut config: DepartmentConfig = serde_json::from_value(serde_json::json!({
            "id": "d", "name": {"pl": "Wydział"}, "u_numbers": {"first": 1, "last": 99},
            "hours": {"week": {"monday": ["08:00-16:00"], "tuesday": ["08:00-16:00"]}},
            "services": [{"id": "s", "letter": "R", "name": {"pl": "Sprawa"}, "duration_minutes": 20,
                "slots": {"first": "09:00:00", "every_minutes": 20, "capacity": 1}}],
            "desks": [],
        }))
        .unwrap();
        config.booking = booking;
        let mut hall =
            Self { department: Department::new(config.clone()), records: Vec::new(), now: at("2026-11-23T07:00:00Z") };
        hall.does(Command::Configure(Box::new(config))).unwrap();
        hall
    }

    fn does(&mut self, command: Command) -> Result<Answer, Refusal> {
        let step = self.department.step(&command, "test", self.now);
        self.records.extend(step.records);
        step.outcome
    }

    fn books(&mut self, start: &str, terms: Terms) -> Result<AppointmentId, Refusal> {
        let booked = self.does(Command::Book { service: "s".into(), start: at(start), terms })?;
        let Answer::Appointment(id) = booked else { panic!("{booked:?}") };
        Ok(id)
    }

    fn moves(&mut self, id: &AppointmentId, start: &str) -> Result<Answer, Refusal> {
        let terms = Terms { chance: u16::MAX, ..Terms::default() };
        self.does(Command::MoveAppointment { appointment: id.clone(), start: at(start), terms })
    }

    fn free(&self, start: &str) -> bool {
        let service = self.department.config().service(&"s".into()).unwrap();
        let day = at(start).date_naive();
        self.department.free_slots(service, day, self.now).iter().any(|slot| slot.start == at(start))
    }

    fn state(&self, id: &AppointmentId) -> AppointmentState {
        self.department.appointment(id).unwrap().state
    }

    /// What is kept in the journal is all there is.
    fn is_replayed(&self) {
        assert!(Department::replay(self.records.clone()).unwrap() == self.department);
    }
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

const NINE: &str = "2026-11-24T08:00:00Z";
const NINE_TWENTY: &str = "2026-11-24T08:20:00Z";
const NINE_FORTY: &str = "2026-11-24T08:40:00Z";

#[test]
fn r19_the_old_term_is_free_only_when_the_new_one_is_firm() {
    let mut hall = Hall::with(Booking::default());
    let mine = hall.books(NINE, Terms::default()).unwrap();
    hall.books(NINE_TWENTY, Terms::default()).unwrap();
    let refused = hall.moves(&mine, NINE_TWENTY).unwrap_err();
    assert!(matches!(&refused, Refusal::SlotTaken { nearest } if nearest.contains(&at(NINE_FORTY))), "{refused:?}");
    assert!(!hall.free(NINE), "a move that is refused gives nothing back");
    hall.moves(&mine, NINE_FORTY).unwrap();
    assert!(hall.free(NINE) && !hall.free(NINE_FORTY));
    assert_eq!(hall.department.appointment(&mine).unwrap().moves, 1);
    hall.is_replayed();
}

#[test]
fn r19_a_term_that_is_given_back_rests_before_others_can_have_it() {
    let rest_minutes = Some(Range { first: 10, last: 30 });
    let mut hall = Hall::with(Booking { rest_minutes, ..Booking::default() });
    let mine = hall.books(NINE, Terms::default()).unwrap();
    hall.does(Command::CancelAppointment { appointment: mine, by: By::Citizen, chance: u16::MAX }).unwrap();
    assert!(!hall.free(NINE));
    hall.now += chrono::Duration::minutes(29);
    assert!(matches!(hall.books(NINE, Terms::default()), Err(Refusal::SlotTaken { .. })));
    hall.is_replayed();
    hall.now += chrono::Duration::minutes(1);
    assert!(hall.free(NINE));
    let next = hall.books(NINE, Terms::default()).unwrap();
    hall.does(Command::CancelAppointment { appointment: next, by: By::Citizen, chance: 0 }).unwrap();
    hall.now += chrono::Duration::minutes(10);
    assert!(hall.free(NINE), "the shortest rest is ten minutes");
}

#[test]
fn r19_a_resting_term_rests_on_over_midnight() {
    let rest_minutes = Some(Range { first: 600, last: 600 });
    let mut hall = Hall::with(Booking { rest_minutes, ..Booking::default() });
    hall.now = at("2026-11-23T21:00:00Z");
    let mine = hall.books("2026-11-24T14:00:00Z", Terms::default()).unwrap();
    hall.does(Command::CancelAppointment { appointment: mine, by: By::Citizen, chance: 7 }).unwrap();
    hall.now = at("2026-11-24T06:00:00Z");
    hall.does(Command::Tick).unwrap();
    assert!(!hall.free("2026-11-24T14:00:00Z"));
    hall.is_replayed();
    hall.now = at("2026-11-24T07:00:00Z");
    assert!(hall.free("2026-11-24T14:00:00Z"));
}

#[test]
fn a_visit_that_nobody_confirms_lapses_and_its_term_is_free() {
    let mut hall = Hall::with(Booking::default());
    let to_confirm = Terms { to_confirm: true, ..Terms::default() };
    let lapses = hall.books(NINE, to_confirm).unwrap();
    let stays = hall.books(NINE_TWENTY, to_confirm).unwrap();
    hall.now += chrono::Duration::minutes(59);
    hall.does(Command::Tick).unwrap();
    hall.does(Command::ConfirmAppointment { appointment: stays.clone() }).unwrap();
    assert_eq!(hall.state(&lapses), AppointmentState::Booked);
    hall.now += chrono::Duration::minutes(1);
    assert!(hall.department.is_due(hall.now));
    hall.does(Command::Tick).unwrap();
    assert_eq!((hall.state(&lapses), hall.state(&stays)), (AppointmentState::Cancelled, AppointmentState::Booked));
    assert!(hall.free(NINE) && !hall.free(NINE_TWENTY));
    let twice = hall.records.len();
    hall.does(Command::ConfirmAppointment { appointment: stays }).unwrap();
    hall.does(Command::ConfirmAppointment { appointment: lapses.clone() }).unwrap();
    assert_eq!((hall.records.len(), hall.state(&lapses)), (twice, AppointmentState::Cancelled));
    hall.is_replayed();
}

#[test]
fn whoever_collects_the_ticket_needs_no_letter() {
    let mut hall = Hall::with(Booking { confirm_minutes: 60, ..Booking::default() });
    hall.now = at("2026-11-24T07:10:00Z");
    let to_confirm = Terms { to_confirm: true, ..Terms::default() };
    let mine = hall.books(NINE_TWENTY, to_confirm).unwrap();
    hall.now = at("2026-11-24T08:05:00Z");
    hall.does(Command::CheckIn { appointment: mine.clone(), language: None }).unwrap();
    hall.now = at("2026-11-24T08:15:00Z");
    hall.does(Command::Tick).unwrap();
    assert_eq!(hall.state(&mine), AppointmentState::Collected);
    hall.is_replayed();
}

#[test]
fn r8_the_furthest_day_opens_at_the_release_hour() {
    let release_hour = chrono::NaiveTime::from_hms_opt(10, 0, 0);
    let mut hall = Hall::with(Booking { release_hour, ..Booking::default() });
    hall.now = at("2026-11-23T08:59:59Z");
    let day_14 = "2026-12-07T08:00:00Z";
    assert_eq!(hall.books(day_14, Terms::default()), Err(Refusal::OutsideHorizon));
    assert!(!hall.free(day_14) && hall.free("2026-12-01T08:00:00Z"));
    hall.now = at("2026-11-23T09:00:00Z");
    hall.books(day_14, Terms::default()).unwrap();
}

#[test]
fn a_visit_can_be_moved_only_so_often_and_never_after_its_hour() {
    let mut hall = Hall::with(Booking { moves_most: 1, ..Booking::default() });
    let mine = hall.books(NINE, Terms::default()).unwrap();
    hall.moves(&mine, NINE).unwrap();
    assert_eq!(hall.department.appointment(&mine).unwrap().moves, 0, "the same term is no move");
    hall.moves(&mine, NINE_TWENTY).unwrap();
    assert_eq!(hall.moves(&mine, NINE_FORTY), Err(Refusal::LimitReached));
    let beyond = Terms { beyond_limits: true, ..Terms::default() };
    hall.does(Command::MoveAppointment { appointment: mine.clone(), start: at(NINE_FORTY), terms: beyond }).unwrap();
    hall.now = at("2026-11-24T08:40:01Z");
    assert_eq!(hall.moves(&mine, "2026-11-24T10:00:00Z"), Err(Refusal::WrongState));
}
