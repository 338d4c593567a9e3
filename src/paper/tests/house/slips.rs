//! Papers as people take them.

use okienko_paper::{Language, Slip, Wait};

/// Like the addresses of the real server.
const ADDRESS: &str = "https://kolejka.dabrowa-gornicza.pl/t/AZrWmQk3dQmXk9bZ0l5s1w.3sVJq8m2b0c";

/// The names of all, in order.
pub const ALL: [&str; 11] = [
    "walk-in",
    "booked",
    "ukrainian",
    "english",
    "letters-40",
    "letters-120",
    "priority",
    "offline",
    "reprint",
    "test",
    "last",
];

/// A paper by its name.
pub fn slip(name: &str) -> Slip {
    let walk_in = Slip { status_url: Some(ADDRESS.to_owned()), ..Slip::sample(Language::Pl) };
    match name {
        "booked" => Slip {
            code: "U007".to_owned(),
            booked_for: Some("10:20".to_owned()),
            people_ahead: Some(2),
            wait: Some(Wait { from_minutes: 20, to_minutes: 35 }),
            delay: Some(Wait { from_minutes: 5, to_minutes: 20 }),
            time: "10:05".to_owned(),
            ..walk_in
        },
        "ukrainian" => Slip {
            status_url: Some(ADDRESS.to_owned()),
            people_ahead: Some(3),
            wait: Some(Wait { from_minutes: 0, to_minutes: 21 }),
            ..Slip::sample(Language::Uk)
        },
        "english" => Slip {
            status_url: Some(ADDRESS.to_owned()),
            people_ahead: Some(1),
            wait: None,
            ..Slip::sample(Language::En)
        },
        "letters-40" => Slip {
            service: "W: Wymiana prawa jazdy i wydanie wtórnika".to_owned(),
            code: "W1012".to_owned(),
            ..walk_in
        },
        "letters-120" => Slip {
            department: "Wydział Rozwoju, Przedsiębiorczości i Obsługi Inwestorów".to_owned(),
            service:
                "G: Wypisy i wyrysy z ewidencji gruntów i budynków oraz udostępnianie materiałów państwowego zasobu \
                      geodezyjnego i kartogr."
                    .to_owned(),
            place: "budynek B, II piętro, pokoje 214–218".to_owned(),
            ..walk_in
        },
        "priority" => {
            Slip { priority: Some("osoba z niepełnosprawnością".to_owned()), people_ahead: Some(0), ..walk_in }
        }
        "offline" => Slip { offline: true, people_ahead: None, wait: None, ..walk_in },
        "reprint" => Slip { reprint: true, ..walk_in },
        "test" => Slip { test: true, code: "T000".to_owned(), ..walk_in },
        "last" => Slip {
            status_url: None,
            place: String::new(),
            wait: None,
            people_ahead: None,
            code: "Z999".to_owned(),
            ..walk_in
        },
        _ => walk_in,
    }
}
