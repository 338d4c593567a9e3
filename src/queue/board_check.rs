//! Whether a board can be used as it is set up: where and why not, for programs and for the person who edits it.

use crate::board::{Board, Layout};
use crate::ids::{DepartmentId, DeskId, ServiceId};
use crate::office::OfficeFile;
use crate::text::Text;
use std::collections::BTreeSet;
use std::fmt::{Display, Formatter, Result};
use std::ops::RangeInclusive;

/// Letters that a board's name may have.
pub const NAME_MOST: usize = 60;
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
pub const HOURS_MOST: usize = 24;
/// Words that addresses of the interface have in the place of a board's id.
const RESERVED: [&str; 2] = ["emergency", "preview"];

/// One thing that is wrong with a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: the keys of the file with dots between them, places in lists from 0: `ticker.0.pl`, `ways.3.place`, `sound.hours`.
    pub field: String,
    /// What, for programs; one of [`Fault::CODES`].
    pub code: &'static str,
    /// What it is about: the bound that was passed, the id that is not known.
    pub what: String,
}

impl Fault {
    /// Every code with its words for the person who edits the file; `{}` is what it is about.
    pub const CODES: [(&str, &str); 13] = [
        ("missing", "is missing"),
        ("too_long", "at most {} letters"),
        ("too_many", "at most {}"),
        ("out_of_range", "{}"),
        ("same", "from and to are the same"),
        ("twice", "{} stands twice"),
        ("unknown", "{} is not known, or not of the board's departments"),
        ("not_a_colour", "{} is no colour such as #ffd24a"),
        ("not_a_file", "{} is no name of a picture (png, jpg, jpeg, webp, svg) or film (mp4, webm)"),
        ("not_here", "only for the layout desk"),
        ("not_an_id", "letters, digits, hyphens and underscores only, and not `emergency` or `preview`"),
        ("taken", "{} is another board's"),
        ("fixed", "stays {}"),
    ];

    /// A fault; `what` is what it is about.
    pub fn new(field: impl Into<String>, code: &'static str, what: impl Display) -> Self {
        Self { field: field.into(), code, what: what.to_string() }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let words = Self::CODES.iter().find(|(code, _)| *code == self.code).map_or("", |(_, words)| words);
        write!(f, "{}: {}", self.field, words.replace("{}", &self.what))
    }
}

impl Board {
    /// Everything that is wrong with it in this office, in words for the person who edits the file; empty when it can be used.
    pub fn problems(&self, office: &OfficeFile) -> Vec<String> {
        self.faults(office).iter().map(ToString::to_string).collect()
    }

    /// Everything that is wrong with it in this office, by field; empty when it can be used.
    pub fn faults(&self, office: &OfficeFile) -> Vec<Fault> {
        let mut found = Vec::new();
        let id = self.id.as_str();
        let usable = id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if id.is_empty() {
            found.push(Fault::new("id", "missing", ""));
        } else if !usable || RESERVED.contains(&id) {
            found.push(Fault::new("id", "not_an_id", id));
        }
        found.extend(check_text("name", &self.name, NAME_MOST));
        self.check_references(office, &mut found);
        self.check_look(&mut found);
        self.check_words(&mut found);
        self.check_media(&mut found);
        self.check_sound(&mut found);
        found
    }

    fn check_references(&self, office: &OfficeFile, found: &mut Vec<Fault>) {
        let known = |id: &DepartmentId| office.departments.iter().find(|one| one.id == *id);
        let unknown = self.departments.iter().filter(|id| known(id).is_none());
        found.extend(unknown.map(|id| Fault::new("departments", "unknown", id)));
        twice("departments", self.departments.iter(), found);
        let own: Vec<_> = self.departments.iter().filter_map(known).collect();
        let service = |id: &ServiceId| own.iter().any(|department| department.service(id).is_some());
        let desk = |id: &DeskId| own.iter().any(|department| department.desk(id).is_some());
        let strange = self.services.iter().filter(|id| !service(id));
        found.extend(strange.map(|id| Fault::new("services", "unknown", id)));
        twice("services", self.services.iter(), found);
        let strange = self.ways.keys().filter(|id| !desk(id));
        found.extend(strange.map(|id| Fault::new(format!("ways.{id}"), "unknown", id)));
        match (&self.desk, self.layout) {
            (None, Layout::Desk) => found.push(Fault::new("desk", "missing", "")),
            (Some(id), _) if !desk(id) => found.push(Fault::new("desk", "unknown", id)),
            (Some(id), Layout::Hall | Layout::List | Layout::Door) => found.push(Fault::new("desk", "not_here", id)),
            _ => {}
        }
    }

    fn check_look(&self, found: &mut Vec<Fault>) {
        if self.languages.is_empty() {
            found.push(Fault::new("languages", "missing", ""));
        }
        twice("languages", self.languages.iter().map(|language| language.code()), found);
        let digits = self.accent.strip_prefix('#').unwrap_or_default();
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            found.push(Fault::new("accent", "not_a_colour", &self.accent));
        }
    }

    fn check_words(&self, found: &mut Vec<Fault>) {
        if self.ticker.len() > TICKER_MOST {
            found.push(Fault::new("ticker", "too_many", TICKER_MOST));
        }
        let ticker = self.ticker.iter().enumerate();
        found.extend(ticker.flat_map(|(n, text)| check_text(&format!("ticker.{n}"), text, SENTENCE_MOST)));
        found.extend(self.emergency.iter().flat_map(|text| check_text("emergency", text, SENTENCE_MOST)));
        for (desk, way) in &self.ways {
            if way.arrow.is_none() && way.place.is_none() {
                found.push(Fault::new(format!("ways.{desk}"), "missing", ""));
            }
            found.extend(way.place.iter().flat_map(|text| check_text(&format!("ways.{desk}.place"), text, PLACE_MOST)));
        }
    }

    fn check_media(&self, found: &mut Vec<Fault>) {
        if self.media.len() > MEDIA_MOST {
            found.push(Fault::new("media", "too_many", MEDIA_MOST));
        }
        for (n, medium) in self.media.iter().enumerate() {
            if !is_medium(&medium.file) {
                found.push(Fault::new(format!("media.{n}.file"), "not_a_file", &medium.file));
            }
            within(format!("media.{n}.seconds"), medium.seconds, &MEDIUM_SECONDS, found);
        }
    }

    fn check_sound(&self, found: &mut Vec<Fault>) {
        within("sound.volume".into(), self.sound.volume.into(), &(0..=100), found);
        if self.sound.hours.len() > HOURS_MOST {
            found.push(Fault::new("sound.hours", "too_many", HOURS_MOST));
        }
        for (n, hours) in self.sound.hours.iter().enumerate() {
            within(format!("sound.hours.{n}.volume"), hours.volume.into(), &(0..=100), found);
            if hours.from == hours.to {
                found.push(Fault::new(format!("sound.hours.{n}.to"), "same", ""));
            }
        }
        if self.night.from == self.night.to {
            found.push(Fault::new("night.to", "same", ""));
        }
    }
}

/// What is wrong with words: the Polish ones are always there, and none are longer than `most` letters.
pub fn check_text(field: &str, text: &Text, most: usize) -> Vec<Fault> {
    let mut found = Vec::new();
    if text.pl.trim().is_empty() {
        found.push(Fault::new(format!("{field}.pl"), "missing", ""));
    }
    for (language, words) in [("pl", Some(&text.pl)), ("en", text.en.as_ref()), ("uk", text.uk.as_ref())] {
        if words.is_some_and(|words| words.chars().count() > most) {
            found.push(Fault::new(format!("{field}.{language}"), "too_long", most));
        }
    }
    found
}

fn twice<T: Ord + Display>(field: &str, all: impl Iterator<Item = T>, found: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for one in all {
        let words = one.to_string();
        if !seen.insert(one) {
            found.push(Fault::new(field, "twice", words));
        }
    }
}

fn within(field: String, number: u32, range: &RangeInclusive<u32>, found: &mut Vec<Fault>) {
    if !range.contains(&number) {
        found.push(Fault::new(field, "out_of_range", format!("{}–{}", range.start(), range.end())));
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
