//! What an administrator gives a device: a name, a place, and a lobby screen what it shows. Checked against the office as it is set up.

use super::kiosk_settings::present;
use crate::errors::Problem;
use crate::screens::Shows;
use okienko_queue::board::Board;
use okienko_queue::office::OfficeFile;
use okienko_store::{Device, DeviceKind};
use serde::Deserialize;
use serde_json::{Map, Value};

/// Characters of a name and of a place.
const MOST_NAME: usize = 60;
const DESK: &str = "desk";
/// How a screen may be laid out.
pub(crate) const LAYOUTS: [&str; 4] = ["hall", "list", DESK, "door"];

/// What is given: what is left out stays, null takes away.
#[derive(Default, Deserialize)]
pub(super) struct Given {
    #[serde(default)]
    name: Option<String>,
    #[serde(default, deserialize_with = "present")]
    place: Option<Option<String>>,
    #[serde(default)]
    board: Option<String>,
    #[serde(default, deserialize_with = "present")]
    layout: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    desk: Option<Option<String>>,
}

/// A device's name and what it shows, checked.
pub(super) struct Set {
    pub name: String,
    pub shows: Shows,
}

impl Given {
    /// What a device has after this was given, or everything that is wrong with it, the fields by name.
    pub fn checked(self, office: &OfficeFile, kind: DeviceKind, name: &str, before: Shows) -> Result<Set, Problem> {
        let mut wrong = Vec::new();
        let name = self.name.map_or_else(|| name.to_owned(), |given| one_line(&given));
        if !is_words(&name) {
            wrong.push(("name", "invalid_name"));
        }
        let place = self.place.map_or(before.place, |given| given.map(|place| one_line(&place)));
        if place.as_deref().is_some_and(|place| !is_words(place)) {
            wrong.push(("place", "invalid_place"));
        }
        let mut shows = Shows { place, ..Shows::default() };
        if kind == DeviceKind::Board {
            shows.board = self.board.unwrap_or(before.board);
            shows.layout = self.layout.unwrap_or(before.layout);
            let is_above = shows.layout.as_deref() == Some(DESK);
            let named = self.desk.clone().flatten().is_some();
            shows.desk = self.desk.unwrap_or(before.desk).filter(|_| is_above);
            let board = office.boards.iter().find(|board| board.id.as_str() == shows.board);
            if board.is_none() {
                wrong.push(("board", "unknown_board"));
            }
            if shows.layout.as_deref().is_some_and(|layout| !LAYOUTS.contains(&layout)) {
                wrong.push(("layout", "invalid_layout"));
            }
            let is_there = |desk: &String| board.is_some_and(|board| has_desk(office, board, desk));
            let fits = if is_above { shows.desk.as_ref().is_some_and(is_there) } else { !named };
            if !fits && board.is_some() {
                wrong.push((DESK, "invalid_desk"));
            }
        }
        if wrong.is_empty() { Ok(Set { name, shows }) } else { Err(Problem::fields(&wrong)) }
    }
}

impl Set {
    /// The device's configuration: what stood in it before stays, but for what was given.
    pub fn config(&self, before: &str) -> String {
        let mut config: Map<String, Value> = serde_json::from_str(before).unwrap_or_default();
        let board = Some(self.shows.board.clone()).filter(|board| !board.is_empty());
        let all =
            [("board", &board), ("layout", &self.shows.layout), (DESK, &self.shows.desk), ("place", &self.shows.place)];
        for (member, value) in all {
            match value {
                Some(value) => config.insert(member.to_owned(), value.as_str().into()),
                None => config.remove(member),
            };
        }
        Value::Object(config).to_string()
    }
}

/// What a device is told of what it shows, and its administrator too: all null for one that is no lobby screen.
pub(super) fn shown(device: &Device) -> [(&'static str, Value); 4] {
    let is_board = device.kind == DeviceKind::Board.as_str();
    let shows = Shows::of(device);
    let address = Some(shows.address()).filter(|_| is_board && !shows.board.is_empty());
    let board = Some(shows.board).filter(|board| is_board && !board.is_empty());
    [
        ("board", board.into()),
        ("layout", shows.layout.filter(|_| is_board).into()),
        (DESK, shows.desk.filter(|_| is_board).into()),
        ("address", address.into()),
    ]
}

/// Whether a board shows the calls of a desk.
fn has_desk(office: &OfficeFile, board: &Board, desk: &str) -> bool {
    let own = office.departments.iter().filter(|department| board.departments.contains(&department.id));
    own.flat_map(|department| &department.desks).any(|one| one.id.as_str() == desk)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_words(text: &str) -> bool {
    (1..=MOST_NAME).contains(&text.chars().count()) && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use serde_json::json;

    fn office() -> OfficeFile {
        let department = |id: &str, desk: &str| {
            json!({
                "id": id, "name": { "pl": id }, "u_numbers": { "first": 1, "last": 99 }, "hours": { "week": {} }, "services": [],
                "desks": [{ "id": desk, "label": "1", "services": [] }],
            })
        };
        serde_json::from_value(json!({
            "office": { "id": "um", "name": { "pl": "Urząd" }, "mail_from": "no-reply@example.org", "time_zone": "Europe/Warsaw" },
            "boards": [{ "id": "hol", "name": { "pl": "Hol" }, "departments": ["so"] }],
            "departments": [department("so", "so-1"), department("geo", "geo-1")],
        }))
        .unwrap()
    }

    fn given(body: Value) -> Given {
        serde_json::from_value(body).unwrap()
    }

    fn wrong(body: Value) -> String {
        let refused = given(body).checked(&office(), DeviceKind::Board, "Ekran", Shows::default());
        refused.err().map(|problem| format!("{problem:?}")).unwrap_or_default()
    }

    #[test]
    fn whatever_the_office_does_not_have_is_refused_by_the_name_of_its_field() {
        for (body, fields) in [
            (json!({}), vec!["board"]),
            (json!({ "board": "nowhere" }), vec!["board"]),
            (json!({ "board": "hol", "layout": "round" }), vec!["layout"]),
            (json!({ "board": "hol", "layout": "desk" }), vec!["desk"]),
            (json!({ "board": "hol", "layout": "desk", "desk": "none-1" }), vec!["desk"]),
            (json!({ "board": "hol", "layout": "desk", "desk": "geo-1" }), vec!["desk"]),
            (json!({ "board": "hol", "layout": "hall", "desk": "so-1" }), vec!["desk"]),
            (json!({ "board": "hol", "name": " ", "place": "x".repeat(61) }), vec!["name", "place"]),
        ] {
            let found = wrong(body.clone());
            for field in fields {
                assert!(found.contains(&format!("\"field\": String(\"{field}\")")), "{body}: {found}");
            }
        }
        assert_eq!(wrong(json!({ "board": "hol", "layout": null })), "");
    }

    #[test]
    fn every_layout_is_one_that_a_board_can_have() {
        for layout in LAYOUTS {
            let known: Result<okienko_queue::board::Layout, _> = serde_json::from_value(json!(layout));
            assert!(known.is_ok(), "{layout}");
        }
    }

    #[test]
    fn what_is_left_out_stays_and_another_layout_takes_the_desk_away() {
        let (office, desk) = (office(), "so-1");
        let first =
            given(json!({ "name": "  Hol   A ", "board": "hol", "layout": "desk", "desk": desk, "place": "parter" }));
        let first = first.checked(&office, DeviceKind::Board, "", Shows::default()).ok().unwrap();
        assert_eq!((first.name.as_str(), first.shows.desk.as_deref()), ("Hol A", Some(desk)));
        let config = first.config("{\"kept\":1}");
        let device = Device::new("d", DeviceKind::Board, "Hol A", &config, None);
        assert!(config.contains("\"kept\":1") && Shows::of(&device) == first.shows, "{config}");
        let next =
            given(json!({ "layout": "list" })).checked(&office, DeviceKind::Board, "Hol A", first.shows).ok().unwrap();
        assert_eq!(
            (next.shows.board.as_str(), next.shows.desk.as_deref(), next.shows.place.as_deref()),
            ("hol", None, Some("parter"))
        );
        assert!(!next.config(&config).contains("desk"), "{}", next.config(&config));
    }

    #[test]
    fn a_kiosk_has_a_name_and_a_place_and_shows_nothing() {
        let set = given(json!({ "name": "Kiosk", "place": "hol", "board": "hol" }));
        let set = set.checked(&office(), DeviceKind::Kiosk, "", Shows::default()).ok().unwrap();
        assert_eq!(set.config("{}"), "{\"place\":\"hol\"}");
        let kiosk = Device::new("k", DeviceKind::Kiosk, "Kiosk", "{\"board\":\"hol\"}", None);
        assert!(shown(&kiosk).iter().all(|(_, value)| value.is_null()));
    }
}
