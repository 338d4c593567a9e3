//! Whether a board can be used as it is set up, in words for the person who edits it.

use crate::board::{Board, Layout};
use crate::ids::{DepartmentId, DeskId, ServiceId};
use crate::office::OfficeFile;
use crate::text::Text;
use std::ops::RangeInclusive;

/// Sentences that may run along the foot.
pub const TICKER_MOST: usize = 20;
/// Letters that a sentence of the ticker, or a message over everything, may have.
pub const SENTENCE_MOST: usize = 200;
/// Pictures and films that may take turns.
pub const MEDIA_MOST: usize = 50;
/// Seconds that a picture may be shown.
pub const MEDIUM_SECONDS: RangeInclusive<u32> = 3..=600;
/// Letters that a place may have: it stands beside a desk's number.
pub const PLACE_MOST: usize = 40;
/// Letters that a file's name may have.
const FILE_MOST: usize = 120;
/// Ends of names of what a browser can show without a player: pictures, then films.
pub const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "webp", "svg"];
/// See [`PICTURES`].
pub const FILMS: [&str; 2] = ["mp4", "webm"];
/// Hours with their own loudness that a day may have.
const HOURS_MOST: usize = 24;

impl Board {
    /// Everything that is wrong with it in this office; empty when it can be used.
    pub fn problems(&self, office: &OfficeFile) -> Vec<String> {
        let mut found = Vec::new();
        let usable = |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if !usable(self.id.as_str()) {
            found.push("id: letters, digits, hyphens and underscores only".into());
        }
        self.check_references(office, &mut found);
        self.check_look(&mut found);
        self.check_words(&mut found);
        self.check_media(&mut found);
        self.check_sound(&mut found);
        found
    }

    fn check_references(&self, office: &OfficeFile, found: &mut Vec<String>) {
        let known = |id: &DepartmentId| office.departments.iter().find(|one| one.id == *id);
        let unknown = self.departments.iter().filter(|id| known(id).is_none());
        found.extend(unknown.map(|id| format!("unknown department {id}")));
        let own: Vec<_> = self.departments.iter().filter_map(known).collect();
        let service = |id: &ServiceId| own.iter().any(|department| department.service(id).is_some());
        let desk = |id: &DeskId| own.iter().any(|department| department.desk(id).is_some());
        let strange = self.services.iter().filter(|id| !service(id));
        found.extend(strange.map(|id| format!("services: {id} is no service of its departments")));
        let strange = self.ways.keys().filter(|id| !desk(id));
        found.extend(strange.map(|id| format!("ways: {id} is no desk of its departments")));
        match (&self.desk, self.layout) {
            (None, Layout::Desk) => found.push("desk: the layout desk needs to know which".into()),
            (Some(id), _) if !desk(id) => found.push(format!("desk: {id} is no desk of its departments")),
            _ => {}
        }
    }

    fn check_look(&self, found: &mut Vec<String>) {
        let twice = self.languages.iter().enumerate().any(|(n, one)| self.languages.iter().take(n).any(|o| o == one));
        if self.languages.is_empty() || twice {
            found.push("languages: one to three different ones of pl, en, uk".into());
        }
        let digits = self.accent.strip_prefix('#').unwrap_or_default();
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            found.push(format!("accent: {} is no colour such as #ffd24a", self.accent));
        }
    }

    fn check_words(&self, found: &mut Vec<String>) {
        if self.ticker.len() > TICKER_MOST {
            found.push(format!("ticker: at most {TICKER_MOST} messages"));
        }
        let ticker = self.ticker.iter().enumerate();
        found.extend(ticker.filter_map(|(n, text)| wrong(&format!("ticker {}", n + 1), text, SENTENCE_MOST)));
        found.extend(self.emergency.as_ref().and_then(|text| wrong("emergency", text, SENTENCE_MOST)));
        for (desk, way) in &self.ways {
            if way.arrow.is_none() && way.place.is_none() {
                found.push(format!("ways.{desk}: an arrow, a place, or both"));
            }
            found.extend(way.place.as_ref().and_then(|text| wrong(&format!("ways.{desk}.place"), text, PLACE_MOST)));
        }
    }

    fn check_media(&self, found: &mut Vec<String>) {
        if self.media.len() > MEDIA_MOST {
            found.push(format!("media: at most {MEDIA_MOST}"));
        }
        for medium in &self.media {
            if !is_medium(&medium.file) {
                let ends = [&PICTURES[..], &FILMS[..]].concat().join(", ");
                found.push(format!("media: {} is no name of a file that ends with one of {ends}", medium.file));
            }
            if !MEDIUM_SECONDS.contains(&medium.seconds) {
                let (least, most) = (MEDIUM_SECONDS.start(), MEDIUM_SECONDS.end());
                found.push(format!("media {}: seconds: {least} to {most}", medium.file));
            }
        }
    }

    fn check_sound(&self, found: &mut Vec<String>) {
        let volumes = self.sound.hours.iter().map(|hours| hours.volume).chain([self.sound.volume]);
        if volumes.into_iter().any(|volume| volume > 100) {
            found.push("sound: a volume is 0 to 100 per cent".into());
        }
        if self.sound.hours.len() > HOURS_MOST {
            found.push(format!("sound.hours: at most {HOURS_MOST}"));
        }
        if self.sound.hours.iter().any(|hours| hours.from == hours.to) {
            found.push("sound.hours: from and to are the same".into());
        }
        if self.night.from == self.night.to {
            found.push("night: from and to are the same".into());
        }
    }
}

fn wrong(what: &str, text: &Text, most: usize) -> Option<String> {
    let words = [Some(&text.pl), text.en.as_ref(), text.uk.as_ref()];
    let long = words.into_iter().flatten().any(|one| one.chars().count() > most);
    match (text.pl.trim().is_empty(), long) {
        (true, _) => Some(format!("{what}: the Polish text is missing")),
        (_, true) => Some(format!("{what}: at most {most} letters")),
        _ => None,
    }
}

/// Whether a name is one of a file in the media folder: no path, nothing that a browser cannot show.
pub fn is_medium(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = name.rsplit_once('.').map(|(_, end)| end).unwrap_or_default();
    name.len() <= FILE_MOST
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.chars().all(plain)
        && (PICTURES.contains(&end) || FILMS.contains(&end))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::text::Language;
    use serde_json::{Value, json};

    fn board(more: Value) -> Value {
        let mut board = json!({ "id": "hol", "name": { "pl": "Hol" }, "departments": ["so"] });
        board.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        board
    }

    fn office(board: &Value) -> OfficeFile {
        let department = |id: &str, service: &str, letter: &str, desk: &str, first: u32| {
            json!({
                "id": id, "name": { "pl": id }, "u_numbers": { "first": first, "last": first + 9 }, "hours": {},
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
            (json!({ "departments": ["so", "nie"] }), "unknown department"),
            (json!({ "services": ["mapy"] }), "services"),
            (json!({ "languages": [] }), "languages"),
            (json!({ "languages": ["pl", "en", "pl"] }), "languages"),
            (json!({ "layout": "desk" }), "desk"),
            (json!({ "desk": "4" }), "desk"),
            (json!({ "accent": "yellow" }), "accent"),
            (json!({ "accent": "#12345g" }), "accent"),
            (json!({ "ticker": many(words(1), 21) }), "ticker"),
            (json!({ "ticker": [words(201)] }), "ticker 1"),
            (json!({ "ticker": [words(1), { "pl": " ", "en": "x" }] }), "ticker 2"),
            (json!({ "emergency": words(201) }), "emergency"),
            (json!({ "media": many(json!({ "file": "a.png" }), 51) }), "media"),
            (json!({ "media": [{ "file": "../a.png" }] }), "media"),
            (json!({ "media": [{ "file": "a.exe" }] }), "media"),
            (json!({ "media": [{ "file": "a.png", "seconds": 2 }] }), "media a.png"),
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

    #[test]
    fn a_medium_is_a_plain_name_of_what_a_browser_shows() {
        for good in ["a.png", "Rynek-2026_07.webp", "film.v2.mp4", "1.jpeg"] {
            assert!(is_medium(good), "{good}");
        }
        let long = format!("{}.png", "a".repeat(120));
        for bad in ["", ".png", "png", "a/b.png", "a b.png", "ą.png", "a.PNG", "..png", "a.svg.exe", long.as_str()] {
            assert!(!is_medium(bad), "{bad}");
        }
    }
}
