//! How a board is set up: read from files of every age, and checked in words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use okienko_queue::board::{Board, Layout};
use okienko_queue::office::OfficeFile;
use okienko_queue::text::Language;
use serde_json::{Value, json};

fn board(more: Value) -> Value {
    let mut board = json!({ "id": "hol", "name": { "pl": "Hol" }, "departments": ["so"] });
    board.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    board
}

fn office(board: &Value) -> OfficeFile {
    let department = |id: &str, service: &str, letter: &str, desk: &str, first: u32| {
        json!({
            "id": id, "name": { "pl": id }, "u_numbers": { "first": first, "last": first + 8 }, "hours": {},
            "services": [{ "id": service, "letter": letter, "name": { "pl": service }, "duration_minutes": 20 }],
            "desks": [{ "id": desk, "label": desk, "services": [service] }],
        })
    };
    serde_json::from_value(json!({
        "office": { "id": "um", "name": { "pl": "Urząd" }, "mail_from": "a@example.org", "time_zone": "Europe/Warsaw" },
        "boards": [board],
        "departments": [department("so", "dowody", "D", "3", 1), department("geo", "mapy", "M", "4", 10)],
    }))
    .unwrap()
}

fn problems(more: Value) -> Vec<String> {
    office(&board(more)).problems()
}

#[test]
fn an_old_board_is_read_and_shows_and_says_everything() {
    let office = office(&board(json!({})));
    assert_eq!(office.problems(), Vec::<String>::new());
    let hall = &office.boards[0];
    assert_eq!(*hall, Board::new("hol".into(), "Hol".into(), vec!["so".into()]));
    assert_eq!((&hall.languages[..], hall.layout, hall.sound.volume), (&[Language::Pl][..], Layout::Hall, 80));
    assert!(hall.sound.on && hall.sound.speech && hall.show_waiting && !hall.sound.repeat);
    let (so, geo) = ("so".into(), "geo".into());
    assert!(hall.shows(&so, &"dowody".into(), &"3".into()) && !hall.shows(&geo, &"mapy".into(), &"4".into()));
}

#[test]
fn a_board_with_everything_set_is_read_as_it_is_written() {
    let full = board(json!({
        "services": ["dowody"], "languages": ["uk", "pl", "en"], "layout": "desk", "theme": "light", "accent": "#00aaFF",
        "desk": "3", "show_waiting": false, "ticker": [{ "pl": "Kasa nieczynna", "en": "Cash desk closed" }],
        "media": [{ "file": "zaproszenie.webp" }, { "file": "film.mp4", "seconds": 600 }],
        "ways": { "3": { "arrow": "up_left", "place": { "pl": "1. piętro" } } },
        "sound": { "volume": 0, "hours": [{ "from": "12:00", "to": "13:00", "volume": 40 }] },
        "night": { "from": "23:30", "to": "04:00" }, "emergency": { "pl": "Proszę opuścić budynek" },
    }));
    let office = office(&full);
    assert_eq!(office.problems(), Vec::<String>::new());
    let read = &office.boards[0];
    let again: Board = serde_json::from_value(serde_json::to_value(read).unwrap()).unwrap();
    assert_eq!(again, *read);
    assert_eq!(serde_json::to_value(read.night).unwrap(), json!({ "from": "23:30", "to": "04:00" }));
    assert_eq!((read.media[0].seconds, read.sound.speech), (15, true));
    let (so, dowody) = ("so".into(), "dowody".into());
    assert!(read.shows(&so, &dowody, &"3".into()) && !read.shows(&so, &dowody, &"4".into()));
}

#[test]
fn what_cannot_be_used_is_named_by_its_key() {
    let words = |n: usize| json!({ "pl": "ż".repeat(n) });
    let many = |one: Value, n: usize| Value::Array(vec![one; n]);
    let same = json!({ "from": "12:00", "to": "12:00", "volume": 1 });
    for (more, key) in [
        (json!({ "id": "a b" }), "id"),
        (json!({ "departments": ["so", "nie"] }), "departments"),
        (json!({ "services": ["mapy"] }), "services"),
        (json!({ "languages": [] }), "languages"),
        (json!({ "languages": ["pl", "en", "pl"] }), "languages"),
        (json!({ "layout": "desk" }), "desk"),
        (json!({ "layout": "desk", "desk": "4" }), "desk"),
        (json!({ "accent": "yellow" }), "accent"),
        (json!({ "accent": "#12345g" }), "accent"),
        (json!({ "ticker": many(words(1), 21) }), "ticker"),
        (json!({ "ticker": [words(201)] }), "ticker.0.pl"),
        (json!({ "ticker": [words(1), { "pl": " ", "en": "x" }] }), "ticker.1.pl"),
        (json!({ "emergency": words(201) }), "emergency"),
        (json!({ "media": many(json!({ "file": "a.png" }), 51) }), "media"),
        (json!({ "media": [{ "file": "../a.png" }] }), "media"),
        (json!({ "media": [{ "file": "a.exe" }] }), "media"),
        (json!({ "media": [{ "file": "a.png", "seconds": 2 }] }), "media.0.seconds"),
        (json!({ "ways": { "4": { "arrow": "left" } } }), "ways"),
        (json!({ "ways": { "3": {} } }), "ways.3"),
        (json!({ "ways": { "3": { "place": words(41) } } }), "ways.3.place"),
        (json!({ "sound": { "volume": 101 } }), "sound"),
        (json!({ "sound": { "hours": [same] } }), "sound.hours"),
        (json!({ "night": { "from": "05:00" } }), "night"),
    ] {
        let found = problems(more.clone());
        let named = |problem: &String| problem.split(": ").nth(1).is_some_and(|said| said.starts_with(key));
        assert!(found.len() == 1 && named(&found[0]), "{more}: {found:?}");
    }
    for kind in [json!({ "layout": "wall" }), json!({ "languages": ["de"] }), json!({ "night": { "from": "25:00" } })] {
        assert!(serde_json::from_value::<Board>(board(kind.clone())).is_err(), "{kind}");
    }
}
