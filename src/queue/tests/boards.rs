//! What a board shows of its departments: R33, and the language of a call.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod hall;

use hall::{Hall, at, check_in, office, online, printed, walk_in};
use okienko_queue::announced::Announcement;
use okienko_queue::board::{Board, Layout};
use okienko_queue::command::{Command, DeskAction, Handover, Paper, Target};
use okienko_queue::config::Desk;
use okienko_queue::ids::{DeskId, TicketId};
use okienko_queue::text::Language;
use okienko_queue::ticket::{Destination, Mode};
use okienko_queue::time::Instant;
use okienko_queue::view_board::{self, BoardCall, BoardHead, BoardView};
use okienko_queue::{Answer, Department};

fn two_desks() -> Hall {
    let mut config = office();
    config.desks.push(Desk { id: "2".into(), label: "2".into(), services: vec!["b".into()] });
    config.desk_rules.recall_after_seconds = 0;
    let mut hall = Hall { live: Department::new(config.clone()), journal: vec![] };
    hall.does(Command::Configure(Box::new(config)), at("07:00")).unwrap();
    hall
}

fn at_desk(hall: &mut Hall, desk: &str, action: DeskAction, now: Instant) -> Answer {
    hall.does(Command::AtDesk { desk: desk.into(), action }, now).unwrap()
}

fn issue(hall: &mut Hall, service: &str, language: Option<Language>, now: Instant) -> TicketId {
    let wish = Command::IssueTicket { service: service.into(), priority: None, language };
    let answer = hall.does(wish, now);
    hall.ticket(answer).id.clone()
}

fn hall_board() -> Board {
    Board::new("hol".into(), "Hol".into(), vec!["d".into()])
}

fn shown(hall: &Hall, board: &Board, now: Instant) -> BoardView {
    let part = hall.live.board_part(|_| None, now);
    view_board::view(board, &[&part], BoardHead::default(), chrono_tz::Europe::Warsaw, now)
}

fn codes(view: &BoardView) -> Vec<&str> {
    view.calls.iter().map(|call| call.code.as_str()).collect()
}

fn latest(hall: &Hall, now: Instant) -> BoardCall {
    shown(hall, &hall_board(), now).calls[0].clone()
}

#[test]
fn a_board_shows_its_services_and_a_screen_above_a_desk_its_desk() {
    let mut hall = two_desks();
    issue(&mut hall, "a", None, at("09:00"));
    issue(&mut hall, "b", None, at("09:00"));
    at_desk(&mut hall, "1", DeskAction::CallNext, at("09:01"));
    at_desk(&mut hall, "2", DeskAction::CallNext, at("09:02"));
    let now = at("09:03");
    assert_eq!(codes(&shown(&hall, &hall_board(), now)), ["B001", "A001"]);
    let one_matter = Board { services: vec!["a".into()], ..hall_board() };
    let view = shown(&hall, &one_matter, now);
    assert_eq!((codes(&view), view.waiting.len()), (vec!["A001"], 1));
    let above = Board { layout: Layout::Desk, desk: Some("2".into()), ..hall_board() };
    assert_eq!(codes(&shown(&hall, &above, now)), ["B001"]);
    let forgotten = Board { desk: None, ..above };
    assert!(codes(&shown(&hall, &forgotten, now)).is_empty());
}

#[test]
fn a_call_for_a_rare_matter_is_not_pushed_out_by_those_of_others() {
    let mut hall = two_desks();
    issue(&mut hall, "b", None, at("08:05"));
    at_desk(&mut hall, "2", DeskAction::CallNext, at("08:06"));
    for minute in 0..40 {
        let now = at(&format!("09:{minute:02}"));
        issue(&mut hall, "a", None, now);
        at_desk(&mut hall, "1", DeskAction::CallNext, now);
        at_desk(&mut hall, "1", DeskAction::Start, now);
    }
    let rare = Board { services: vec!["b".into()], ..hall_board() };
    assert_eq!(codes(&shown(&hall, &rare, at("09:40"))), ["B001"]);
    let above = Board { layout: Layout::Desk, desk: Some(DeskId::from("2")), ..hall_board() };
    assert_eq!(codes(&shown(&hall, &above, at("09:40"))), ["B001"]);
    // And yet it is not kept for ever: ten of a service and of a desk, and everything of the last minutes.
    assert_eq!(shown(&hall, &hall_board(), at("09:40")).calls.len(), 10);
    assert!(hall.live.calls().count() <= 21 + 10, "{}", hall.live.calls().count());
    assert!(hall.is_replayed());
}

#[test]
fn the_language_of_a_ticket_goes_with_its_calls_also_to_another_department() {
    let mut hall = two_desks();
    issue(&mut hall, "a", Some(Language::Uk), at("09:00"));
    at_desk(&mut hall, "1", DeskAction::CallNext, at("09:01"));
    assert_eq!(latest(&hall, at("09:01")).language, Some(Language::Uk));
    at_desk(&mut hall, "1", DeskAction::Recall, at("09:02"));
    assert_eq!((latest(&hall, at("09:02")).language, latest(&hall, at("09:02")).recall), (Some(Language::Uk), true));
    let to = Destination { department: "e".into(), service: "a".into(), mode: Mode::First, arrived: false };
    let ticket = hall.live.tickets().next().unwrap().id.clone();
    at_desk(&mut hall, "1", DeskAction::Transfer { to: Target::Elsewhere(to), mode: Mode::First }, at("09:03"));
    let mut other = two_desks();
    let handover = Handover { ticket: hall.live.ticket(&ticket).unwrap().clone() };
    other.does(Command::Accept(Box::new(handover)), at("09:03")).unwrap();
    at_desk(&mut other, "1", DeskAction::CallNext, at("09:04"));
    assert_eq!(latest(&other, at("09:04")).language, Some(Language::Uk));
    assert!(hall.is_replayed() && other.is_replayed());
}

#[test]
fn the_language_comes_from_the_kiosk_also_for_visits_and_for_papers_told_later() {
    let mut hall = Hall::opens();
    let called = |hall: &mut Hall, now: &str| {
        at_desk(hall, "1", DeskAction::CallNext, at(now));
        let language = latest(hall, at(now)).language;
        at_desk(hall, "1", DeskAction::Start, at(now));
        language
    };
    let visit = hall.books("09:30");
    let lent = hall.lends("k1", at("07:10"));
    let number = |series: &str| lent.iter().find(|lease| lease.series == series).unwrap().number;
    hall.does(Command::CheckIn { appointment: visit, language: Some(Language::En) }, at("09:10")).unwrap();
    assert_eq!(called(&mut hall, "09:11"), Some(Language::En));
    let offline = |number, at| Paper { language: Some(Language::Uk), ..printed("k1", number, at) };
    hall.does(walk_in("a", offline(number("A"), at("09:12"))), at("09:20")).unwrap();
    assert_eq!(called(&mut hall, "09:21"), Some(Language::Uk));
    let visit = hall.books("10:00");
    hall.does(check_in(&visit, offline(number("U"), at("09:40"))), at("09:50")).unwrap();
    assert_eq!(called(&mut hall, "09:51"), Some(Language::Uk));
    hall.does(online(), at("09:52")).unwrap();
    assert_eq!(called(&mut hall, "09:53"), None);
    assert!(hall.is_replayed());
    // A journal from before there were languages is still read.
    let mut old = serde_json::to_value(&hall.journal).unwrap();
    for record in old.as_array_mut().unwrap() {
        record["event"].as_object_mut().unwrap().remove("language");
    }
    let old: Vec<okienko_queue::event::Record> = serde_json::from_value(old).unwrap();
    assert!(Department::replay(old).unwrap().calls().all(|call| call.language.is_none()));
}

#[test]
fn the_seq_of_a_board_never_goes_back_when_its_departments_change() {
    let mut hall = two_desks();
    issue(&mut hall, "a", None, at("09:00"));
    let part = hall.live.board_part(|_| None, at("09:00"));
    let (one, both, none) = (vec![&part], vec![&part, &part], Vec::new());
    let seq = |parts: &[&view_board::BoardPart], revision| view_board::seq(parts.iter().copied(), revision);
    assert_eq!(seq(&both, 3) - seq(&one, 3), hall.live.seq());
    assert!(seq(&one, 4) > seq(&both, 3) && seq(&none, 4) > seq(&both, 3));
    // It is a number that a browser can hold.
    assert!(seq(&both, 1_000_000) < 1 << 53);
}

#[test]
fn a_desk_is_told_of_its_latest_call_and_of_none_before() {
    let mut hall = two_desks();
    issue(&mut hall, "a", None, at("09:00"));
    let told = |hall: &Hall, seen: &std::cell::RefCell<Vec<(u64, bool)>>| {
        let announced = |call: &okienko_queue::department::CallEntry| {
            seen.borrow_mut().push((call.number, call.recall));
            Announcement { screens: 2, ..Announcement::default() }
        };
        let view = hall.live.desk_view(&"1".into(), &[], announced, at("09:02")).unwrap();
        view.current.and_then(|current| current.announcement)
    };
    let seen = std::cell::RefCell::default();
    assert_eq!(told(&hall, &seen), None);
    at_desk(&mut hall, "1", DeskAction::CallNext, at("09:01"));
    at_desk(&mut hall, "1", DeskAction::Recall, at("09:02"));
    assert_eq!(told(&hall, &seen).unwrap().screens, 2);
    let newest = latest(&hall, at("09:02"));
    assert_eq!(*seen.borrow(), [(newest.seq, true)]);
}
