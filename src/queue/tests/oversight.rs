//! What supervisors do for a day: services stopped, desks moved, desks that were left; and what the wall shows of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use okienko_queue::command::{Command, DeskAction, Oversight, Rest, Target, Terms};
use okienko_queue::config::DepartmentConfig;
use okienko_queue::event::{Event, Record};
use okienko_queue::forecast::{Forecast, forecast};
use okienko_queue::ids::TicketId;
use okienko_queue::refusal::Refusal;
use okienko_queue::thresholds::Level;
use okienko_queue::ticket::{Mode, TicketState};
use okienko_queue::time::{self, Instant};
use okienko_queue::today::StopReason;
use okienko_queue::view_wall::{WallService, WallView};
use okienko_queue::{Answer, Department};
use proptest::prelude::*;

fn office() -> DepartmentConfig {
    let service = |id: &str, letter: &str| {
        serde_json::json!({"id": id, "letter": letter, "name": {"pl": id}, "duration_minutes": 10,
            "slots": {"first": "08:00:00", "every_minutes": 30, "capacity": 1}})
    };
    let desk = |id: &str, services: &[&str]| serde_json::json!({"id": id, "label": id, "services": services});
    serde_json::from_value(serde_json::json!({
        "id": "d", "name": {"pl": "Wydział"}, "u_numbers": {"first": 1, "last": 99},
        "hours": {"week": {"monday": ["08:00-16:00"], "tuesday": ["08:00-16:00"]}},
        "services": [service("a", "A"), service("b", "B")],
        "desks": [desk("1", &["a", "b"]), desk("2", &["b"])], "priority_classes": ["act"],
    }))
    .unwrap()
}

fn at(time: &str) -> Instant {
    format!("2026-11-23T{time}:00+01:00").parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap().to_utc()
}

struct Hall {
    live: Department,
    journal: Vec<Record>,
}

impl Hall {
    fn opens() -> Self {
        let mut hall = Self { live: Department::new(office()), journal: vec![] };
        hall.does(Command::Configure(Box::new(office())), at("07:00")).unwrap();
        hall
    }

    fn does(&mut self, command: Command, now: Instant) -> Result<Answer, Refusal> {
        let step = self.live.step(&command, "staff:s1", now);
        self.journal.extend(step.records);
        step.outcome
    }

    fn oversees(&mut self, wish: Oversight, time: &str) -> Result<Answer, Refusal> {
        self.does(Command::Oversee(wish), at(time))
    }

    fn stops(&mut self, service: &str, time: &str) -> Result<Answer, Refusal> {
        self.oversees(Oversight::StopService { service: service.into(), reason: StopReason::Fault }, time)
    }

    fn moves(&mut self, desk: &str, services: &[&str], anyway: bool, time: &str) -> Result<Answer, Refusal> {
        let services = services.iter().map(|id| (*id).into()).collect();
        self.oversees(Oversight::MoveDesk { desk: desk.into(), services, anyway }, time)
    }

    fn ticket(&mut self, service: &str, time: &str) -> Result<TicketId, Refusal> {
        let wish = Command::IssueTicket { service: service.into(), priority: None, language: None };
        self.does(wish, at(time)).map(|answer| match answer {
            Answer::Ticket(id) => id,
            other => panic!("{other:?}"),
        })
    }

    fn at_desk(&mut self, desk: &str, action: DeskAction, time: &str) -> Result<Answer, Refusal> {
        self.does(Command::AtDesk { desk: desk.into(), action }, at(time))
    }

    fn books(&mut self, service: &str, start: Instant, time: &str) -> Result<Answer, Refusal> {
        self.does(Command::Book { service: service.into(), start, terms: Terms::default() }, at(time))
    }

    fn wall(&self, time: &str) -> WallView {
        let forecast: Forecast = forecast(&self.live.forecast_input(at(time)), 200, 7);
        self.live.wall_view(Some(&forecast), at(time))
    }

    fn is_replayed(&self) -> bool {
        let text = serde_json::to_string(&self.journal).unwrap();
        Department::replay(serde_json::from_str::<Vec<Record>>(&text).unwrap()).unwrap() == self.live
    }
}

fn of<'a>(view: &'a WallView, service: &str) -> &'a WallService {
    view.services.iter().find(|one| one.service.id.as_str() == service).unwrap()
}

#[test]
fn a_stopped_service_gives_no_tickets_and_no_terms_of_today_until_the_day_ends() {
    let mut hall = Hall::opens();
    let kept = hall.ticket("a", "09:00").unwrap();
    let tuesday = at("09:00") + chrono::Duration::days(1);
    hall.stops("a", "09:05").unwrap();
    assert_eq!(hall.ticket("a", "09:06"), Err(Refusal::Stopped { reason: StopReason::Fault }));
    let refused = hall.books("a", at("10:00"), "09:06").unwrap_err();
    let Refusal::SlotTaken { nearest } = refused else { panic!("{refused:?}") };
    assert!(!nearest.is_empty() && nearest.iter().all(|start| *start > at("20:00")), "other days are offered");
    hall.books("a", tuesday, "09:06").unwrap();
    assert!(hall.ticket("b", "09:07").is_ok(), "the other service goes on");
    let service = hall.live.config().service(&"a".into()).unwrap().clone();
    let prospect = hall.live.prospect(&service, at("09:08"));
    assert_eq!(prospect.refusal, Some(Refusal::Stopped { reason: StopReason::Fault }));
    // Who has a ticket is served.
    hall.at_desk("1", DeskAction::Call { ticket: kept.clone(), finish_current: false }, "09:10").unwrap();
    assert_eq!(hall.live.ticket(&kept).unwrap().state, TicketState::Called);
    assert!(hall.is_replayed());
    // The next morning begins without it.
    hall.does(Command::Tick, tuesday).unwrap();
    assert!(hall.live.stopped(&"a".into()).is_none());
    let wish = Command::IssueTicket { service: "a".into(), priority: None, language: None };
    assert!(hall.does(wish, tuesday).is_ok());
    assert!(hall.is_replayed());
}

#[test]
fn a_service_is_reopened_and_saying_it_twice_changes_nothing() {
    let mut hall = Hall::opens();
    let reopen = || Oversight::ReopenService { service: "a".into() };
    hall.stops("a", "09:00").unwrap();
    let told = hall.journal.len();
    hall.stops("a", "09:01").unwrap();
    assert_eq!(hall.journal.len(), told, "for the same reason it is stopped already");
    let other = Oversight::StopService { service: "a".into(), reason: StopReason::Overload };
    hall.oversees(other, "09:02").unwrap();
    assert_eq!(hall.live.stopped(&"a".into()).unwrap().reason, StopReason::Overload);
    hall.oversees(reopen(), "09:03").unwrap();
    let told = hall.journal.len();
    hall.oversees(reopen(), "09:04").unwrap();
    assert_eq!(hall.journal.len(), told);
    assert!(hall.ticket("a", "09:05").is_ok() && hall.books("a", at("10:00"), "09:05").is_ok());
    assert_eq!(hall.stops("nothing", "09:06"), Err(Refusal::NotFound));
}

#[test]
fn a_moved_desk_calls_only_its_services_of_today() {
    let mut hall = Hall::opens();
    let (a, b) = (hall.ticket("a", "09:00").unwrap(), hall.ticket("b", "09:01").unwrap());
    hall.moves("1", &["b"], false, "09:02").unwrap();
    assert_eq!(hall.at_desk("1", DeskAction::CallNext, "09:03"), Ok(Answer::Called(Some(b))));
    let by_hand = DeskAction::Call { ticket: a.clone(), finish_current: true };
    hall.at_desk("1", DeskAction::Start, "09:03").unwrap();
    assert_eq!(hall.at_desk("1", by_hand, "09:04"), Err(Refusal::NotYourDesk));
    hall.moves("2", &["a"], false, "09:05").unwrap();
    assert_eq!(hall.at_desk("2", DeskAction::CallNext, "09:06"), Ok(Answer::Called(Some(a))));
    let view = hall.wall("09:07");
    assert!(view.desks.iter().all(|desk| desk.moved));
    assert_eq!((of(&view, "a").open_desks, of(&view, "b").open_desks), (1, 1));
    // Its usual services in any order bring it back.
    hall.moves("1", &["b", "a"], false, "09:08").unwrap();
    assert!(!hall.live.is_moved(&"1".into()) && hall.live.is_moved(&"2".into()));
    assert_eq!(hall.moves("1", &[], true, "09:09"), Err(Refusal::NotFound));
    assert_eq!(hall.moves("1", &["c"], true, "09:09"), Err(Refusal::NotFound));
    assert!(hall.is_replayed());
    hall.does(Command::Tick, at("09:00") + chrono::Duration::days(1)).unwrap();
    assert!(!hall.live.is_moved(&"2".into()), "the next day begins with the usual services");
}

#[test]
fn people_are_not_left_without_a_desk_unless_it_is_meant() {
    let mut hall = Hall::opens();
    hall.ticket("a", "09:00").unwrap();
    // While desk 1 is not open nobody is left by it.
    hall.moves("1", &["b"], false, "09:01").unwrap();
    hall.moves("1", &["a", "b"], false, "09:01").unwrap();
    hall.at_desk("1", DeskAction::Pause { reason: None }, "09:02").unwrap();
    hall.at_desk("1", DeskAction::Resume, "09:02").unwrap();
    let left = Err(Refusal::LeavesWaiting { services: vec!["a".into()] });
    let rests = |rest: Rest, anyway| Oversight::RestDesk { desk: "1".into(), rest, anyway };
    assert_eq!(hall.moves("1", &["b"], false, "09:03"), left);
    assert_eq!(hall.oversees(rests(Rest::Close, false), "09:03"), left);
    assert_eq!(hall.oversees(rests(Rest::Pause { reason: None }, false), "09:03"), left);
    hall.moves("2", &["a", "b"], false, "09:04").unwrap();
    assert_eq!(hall.moves("1", &["b"], false, "09:04"), left, "a desk that is not open helps nobody");
    hall.at_desk("2", DeskAction::Pause { reason: None }, "09:05").unwrap();
    hall.at_desk("2", DeskAction::Resume, "09:05").unwrap();
    hall.moves("1", &["b"], false, "09:05").unwrap();
    hall.oversees(Oversight::RestDesk { desk: "2".into(), rest: Rest::Close, anyway: true }, "09:06").unwrap();
    assert_eq!(of(&hall.wall("09:06"), "a").open_desks, 0);
    let closed = Oversight::RestDesk { desk: "2".into(), rest: Rest::Close, anyway: true };
    assert_eq!(hall.oversees(closed, "09:07"), Err(Refusal::WrongState), "it is closed already");
}

#[test]
fn whoever_was_sent_to_one_desk_keeps_it_when_its_services_change_and_not_when_it_rests() {
    let mut hall = Hall::opens();
    let sent = hall.ticket("b", "09:00").unwrap();
    hall.at_desk("2", DeskAction::CallNext, "09:01").unwrap();
    hall.at_desk("1", DeskAction::Resume, "09:01").unwrap();
    let to_one = DeskAction::Transfer { to: Target::Desk("1".into()), mode: Mode::ByTime };
    hall.at_desk("2", to_one, "09:02").unwrap();
    let rests = |anyway| Oversight::RestDesk { desk: "1".into(), rest: Rest::Close, anyway };
    let left = Err(Refusal::LeavesWaiting { services: vec!["b".into()] });
    assert_eq!(hall.oversees(rests(false), "09:03"), left, "nobody else may call it");
    hall.moves("1", &["a"], false, "09:03").unwrap();
    assert_eq!(hall.oversees(rests(false), "09:04"), left, "nor now");
    assert_eq!(hall.at_desk("1", DeskAction::CallNext, "09:05"), Ok(Answer::Called(Some(sent))), "the desk stays");
    assert!(hall.is_replayed());
}

#[test]
fn a_called_ticket_is_taken_back_and_only_that_one() {
    let mut hall = Hall::opens();
    let (first, second) = (hall.ticket("a", "09:00").unwrap(), hall.ticket("a", "09:01").unwrap());
    let takes = |ticket: &TicketId| Oversight::TakeBack { ticket: ticket.clone() };
    assert_eq!(hall.oversees(takes(&first), "09:02"), Err(Refusal::WrongState));
    hall.at_desk("1", DeskAction::CallNext, "09:02").unwrap();
    hall.at_desk("1", DeskAction::NoShow, "09:03").unwrap();
    hall.at_desk("1", DeskAction::CallNext, "09:04").unwrap();
    assert_eq!(hall.oversees(takes(&first), "09:05"), Err(Refusal::WrongState), "it is called no more");
    hall.oversees(takes(&second), "09:05").unwrap();
    assert_eq!(hall.live.ticket(&second).unwrap().state, TicketState::Waiting);
    assert!(hall.live.desk(&"1".into()).unwrap().current.is_none());
    hall.oversees(Oversight::Reactivate { ticket: first.clone() }, "09:06").unwrap();
    assert_eq!(hall.live.ticket(&first).unwrap().state, TicketState::Waiting);
    assert!(hall.is_replayed());
}

#[test]
fn a_supervisor_comes_to_a_desk_that_asked_for_help_and_is_seen_on_the_wall() {
    let mut hall = Hall::opens();
    let answers = || Oversight::AnswerAlarm { at: "1".into() };
    hall.oversees(answers(), "08:59").unwrap();
    assert_eq!(hall.journal.len(), 2, "nobody asked: nothing was answered");
    hall.at_desk("1", DeskAction::RaiseAlarm, "09:00").unwrap();
    let alarm = |hall: &Hall| hall.wall("09:05").alarms[0].clone();
    assert_eq!((alarm(&hall).since.as_str(), alarm(&hall).answered), ("2026-11-23T09:00:00+01:00", None));
    hall.oversees(answers(), "09:01").unwrap();
    hall.at_desk("2", DeskAction::AnswerAlarm { at: "1".into() }, "09:02").unwrap();
    assert_eq!((alarm(&hall).answered, alarm(&hall).coming), (Some("supervisor"), None), "the first who comes");
    assert_eq!(hall.oversees(Oversight::EndAlarm { at: "9".into() }, "09:03"), Err(Refusal::NotFound));
    hall.oversees(Oversight::EndAlarm { at: "1".into() }, "09:03").unwrap();
    assert_eq!(hall.wall("09:04").alarms, []);
    // As journals of before have it: the desk that answered is named.
    let old: Event = serde_json::from_str(r#"{"kind":"alarm_answered","desk":"1","by":"2"}"#).unwrap();
    assert_eq!(old, Event::AlarmAnswered { desk: "1".into(), by: Some("2".into()) });
    assert!(hall.is_replayed());
}

#[test]
fn a_service_warns_by_its_longest_wait_and_by_its_people() {
    let mut hall = Hall::opens();
    let mut config = office();
    config.services[1].thresholds = serde_json::from_value(serde_json::json!({
        "wait_minutes": {"warning": 0, "critical": 0}, "people": {"warning": 1, "critical": 2},
    }))
    .unwrap();
    hall.does(Command::Configure(Box::new(config)), at("08:00")).unwrap();
    hall.ticket("a", "09:00").unwrap();
    let level = |hall: &Hall, service: &str, time: &str| of(&hall.wall(time), service).level;
    assert_eq!(["09:29", "09:30", "09:59", "10:00"].map(|time| level(&hall, "a", time)), {
        [Level::Ok, Level::Warning, Level::Warning, Level::Critical]
    });
    assert_eq!(hall.wall("10:00").level, Level::Critical, "the worst of all");
    hall.ticket("b", "09:00").unwrap();
    assert_eq!(of(&hall.wall("15:00"), "b").reached, ["people"]);
    assert_eq!(level(&hall, "b", "15:00"), Level::Warning);
    hall.ticket("b", "15:01").unwrap();
    assert_eq!(level(&hall, "b", "15:01"), Level::Critical);
}

#[test]
fn who_will_not_be_called_before_closing_is_told_while_a_desk_is_open() {
    let mut hall = Hall::opens();
    for _ in 0..12 {
        hall.ticket("a", "15:00").unwrap();
    }
    let view = hall.wall("15:00");
    assert_eq!((of(&view, "a").unserved, view.unserved), (None, None), "nobody knows without a desk");
    hall.at_desk("1", DeskAction::CallNext, "15:00").unwrap();
    // An hour for visits of ten minutes and the walk: about five of the eleven are called.
    let late = of(&hall.wall("15:00"), "a").unserved.unwrap();
    assert!((2..=8).contains(&late.from) && (5..=11).contains(&late.to) && late.from <= late.to, "{late:?}");
    let view = hall.wall("15:00");
    let last = of(&view, "a").last_call.clone().expect("who comes now comes too late");
    assert_eq!(last.from, "2026-11-23T15:00:00+01:00");
    let morning = {
        let mut hall = Hall::opens();
        hall.ticket("a", "08:30").unwrap();
        hall.at_desk("1", DeskAction::CallNext, "08:31").unwrap();
        hall.ticket("a", "08:32").unwrap();
        hall.wall("08:32")
    };
    let quiet = of(&morning, "a");
    assert_eq!(quiet.unserved.map(|late| late.to), Some(0));
    assert_eq!(quiet.last_call, None);
    let closed = hall.wall("16:30");
    assert_eq!((of(&closed, "a").unserved, closed.closes_at), (None, None));
}

#[test]
fn the_wall_says_how_many_it_does_not_show() {
    let mut hall = Hall::opens();
    for _ in 0..52 {
        hall.ticket("a", "09:00").unwrap();
        hall.at_desk("1", DeskAction::CallNext, "09:01").unwrap();
        hall.at_desk("1", DeskAction::Hold { reason: None, minutes: None }, "09:01").unwrap();
    }
    let view = hall.wall("09:02");
    assert_eq!((view.on_hold.len(), view.on_hold_more, view.ended_more), (50, 2, 0));
}

#[test]
fn the_wall_tells_since_when_a_desk_is_as_it_is_and_no_names() {
    let mut hall = Hall::opens();
    hall.ticket("a", "09:00").unwrap();
    assert_eq!(hall.wall("09:00").desks[0].since, None, "not opened today");
    hall.at_desk("1", DeskAction::CallNext, "09:01").unwrap();
    hall.at_desk("1", DeskAction::Recall, "09:03").unwrap();
    let since = |hall: &Hall| hall.wall("12:00").desks[0].since.clone().unwrap();
    assert_eq!(since(&hall), "2026-11-23T09:01:00+01:00", "a recall is no new state");
    hall.at_desk("1", DeskAction::Start, "09:04").unwrap();
    assert_eq!(since(&hall), "2026-11-23T09:04:00+01:00");
    hall.at_desk("1", DeskAction::Finish, "09:14").unwrap();
    hall.at_desk("1", DeskAction::Pause { reason: Some("break".into()) }, "09:15").unwrap();
    assert_eq!(since(&hall), "2026-11-23T09:15:00+01:00");
    let text = serde_json::to_string(&hall.wall("12:00")).unwrap();
    assert!(!text.contains("staff:") && !text.contains("s1"), "{text}");
    assert!(hall.is_replayed());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// The figures of the wall are those that a plain count of all tickets gives.
    #[test]
    fn the_figures_of_the_wall_are_those_of_its_tickets(
        steps in prop::collection::vec((0..7_u8, prop::sample::select(vec!["a", "b"]), 0..200_u32), 1..80),
    ) {
        let (mut hall, mut now) = (Hall::opens(), at("08:00"));
        for (what, service, seconds) in steps {
            now += time::seconds(seconds);
            let desk = if service == "a" { "1" } else { "2" };
            let command = match what {
                0..=2 => Command::IssueTicket { service: service.into(), priority: (what == 2).then(|| "act".into()), language: None },
                3 => Command::AtDesk { desk: desk.into(), action: DeskAction::CallNext },
                4 => Command::AtDesk { desk: desk.into(), action: DeskAction::Start },
                5 => Command::AtDesk { desk: desk.into(), action: DeskAction::NoShow },
                _ => Command::AtDesk { desk: desk.into(), action: DeskAction::Hold { reason: None, minutes: None } },
            };
            let _ = hall.does(command, now);
        }
        let view = hall.live.wall_view(None, now);
        let count = |state: TicketState, service: &str| {
            hall.live.tickets().filter(|ticket| ticket.state == state && ticket.service.as_str() == service).count()
        };
        for one in &view.services {
            let id = one.service.id.as_str();
            prop_assert_eq!(one.waiting, count(TicketState::Waiting, id));
            prop_assert_eq!(one.waiting, one.walk_in + one.booked);
            prop_assert_eq!((one.finished, one.no_shows), (count(TicketState::Finished, id), count(TicketState::NoShow, id)));
            let waits = hall.live.tickets().filter(|ticket| ticket.state == TicketState::Waiting && ticket.service.as_str() == id);
            let longest = waits.map(|ticket| time::minutes_between(ticket.issued_at, now)).max();
            prop_assert_eq!(one.longest.as_ref().map(|longest| longest.minutes), longest);
            prop_assert_eq!(one.longest.is_none(), one.waiting == 0);
        }
        let waiting: usize = view.services.iter().map(|one| one.waiting).sum();
        prop_assert_eq!(view.waiting.len() + view.waiting_more, waiting);
        prop_assert!(view.waiting.windows(2).all(|pair| pair[0].ticket.issued_at <= pair[1].ticket.issued_at));
        let at_desks = view.desks.iter().filter(|desk| desk.current.is_some()).count();
        prop_assert_eq!(at_desks, hall.live.tickets().filter(|ticket| ticket.at_desk()).count());
        prop_assert_eq!(view.on_hold.len() + view.on_hold_more, hall.live.count(TicketState::OnHold));
    }
}
