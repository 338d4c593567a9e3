//! What an office sets about a lobby screen: what it shows, how it looks, how it sounds. Every key beyond id, name and departments has
//! a default, so a screen that nobody set up shows and speaks all that there is.

use crate::ids::{BoardId, DepartmentId, DeskId, ServiceId};
use crate::text::{Language, Text};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A screen with its departments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// Its id.
    pub id: BoardId,
    /// Where it hangs.
    pub name: Text,
    /// Whose calls it shows.
    pub departments: Vec<DepartmentId>,
    /// The only services it shows, all of its departments; empty = all of them.
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// Its languages, 1 to 3 different ones; the first is the main one.
    #[serde(default = "polish")]
    pub languages: Vec<Language>,
    /// How it is laid out.
    #[serde(default)]
    pub layout: Layout,
    /// Light on dark, or dark on light.
    #[serde(default)]
    pub theme: Theme,
    /// The office's colour, `#rrggbb`.
    #[serde(default = "yellow")]
    pub accent: String,
    /// The one desk that it hangs above; means something for [`Layout::Desk`] only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<DeskId>,
    /// Whether it tells how many wait, and how long.
    #[serde(default = "yes")]
    pub show_waiting: bool,
    /// Sentences that run along the foot, one after the other; at most 20.
    #[serde(default)]
    pub ticker: Vec<Text>,
    /// Pictures and films beside the calls, in turn; at most 50.
    #[serde(default)]
    pub media: Vec<Medium>,
    /// What stands over everything for as long as it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<Text>,
    /// The way from this screen, by desk.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ways: BTreeMap<DeskId, Way>,
    /// How it sounds.
    #[serde(default)]
    pub sound: Sound,
    /// When nobody looks at it.
    #[serde(default)]
    pub night: Night,
}

/// How a screen is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// The latest call large, those before it beside, the rest around.
    #[default]
    Hall,
    /// The latest calls as equal rows.
    List,
    /// Above one desk: its call alone.
    Desk,
    /// A small screen at a door.
    Door,
}

/// The ground of a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Light on dark.
    #[default]
    Dark,
    /// Dark on light.
    Light,
}

/// A picture or a film. It is decoration: nothing that matters may stand in it alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medium {
    /// The name of a file in the media folder.
    pub file: String,
    /// Seconds that it is shown, 3 to 600.
    #[serde(default = "fifteen")]
    pub seconds: u32,
}

/// Where to go from a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// In which direction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrow: Option<Arrow>,
    /// Floor or corridor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
}

/// A direction, seen by whoever stands before the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "directions")]
pub enum Arrow {
    Left,
    Right,
    Up,
    Down,
    UpLeft,
    UpRight,
    DownLeft,
    DownRight,
    /// Right here.
    Here,
}

/// How a screen sounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sound {
    /// Whether a chime tells of a call.
    pub on: bool,
    /// Whether calls are spoken.
    pub speech: bool,
    /// How loud, per cent.
    pub volume: u8,
    /// Whether each call is spoken twice in the main language.
    pub repeat: bool,
    /// Hours with another loudness, 0 = quiet; the first that fits holds.
    pub hours: Vec<Loudness>,
}

/// How loud a screen is in some hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loudness {
    /// From this hour on, office-local.
    #[serde(with = "hour")]
    pub from: NaiveTime,
    /// Up to this one; an earlier one than `from` is on the next day.
    #[serde(with = "hour")]
    pub to: NaiveTime,
    /// How loud then, per cent.
    pub volume: u8,
}

/// When a screen may be dim and load itself anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Night {
    /// From this hour on, office-local.
    #[serde(with = "hour")]
    pub from: NaiveTime,
    /// Up to this one; an earlier one than `from` is on the next day.
    #[serde(with = "hour")]
    pub to: NaiveTime,
}

impl Board {
    /// A board of some departments with everything as the house has it.
    pub fn new(id: BoardId, name: Text, departments: Vec<DepartmentId>) -> Self {
        Self {
            id,
            name,
            departments,
            services: Vec::new(),
            languages: polish(),
            layout: Layout::default(),
            theme: Theme::default(),
            accent: yellow(),
            desk: None,
            show_waiting: true,
            ticker: Vec::new(),
            media: Vec::new(),
            emergency: None,
            ways: BTreeMap::new(),
            sound: Sound::default(),
            night: Night::default(),
        }
    }

    /// Whether it shows a service.
    pub fn shows_service(&self, service: &ServiceId) -> bool {
        self.services.is_empty() || self.services.contains(service)
    }

    /// Whether it shows the calls of a desk.
    pub fn shows_desk(&self, desk: &DeskId) -> bool {
        self.layout != Layout::Desk || self.desk.as_ref() == Some(desk)
    }

    /// Whether it shows a call for a service to a desk of a department.
    pub fn shows(&self, department: &DepartmentId, service: &ServiceId, desk: &DeskId) -> bool {
        self.departments.contains(department) && self.shows_service(service) && self.shows_desk(desk)
    }
}

impl Default for Sound {
    fn default() -> Self {
        Self { on: true, speech: true, volume: 80, repeat: false, hours: Vec::new() }
    }
}

impl Default for Night {
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
        Self { from: hour(22), to: hour(5) }
    }
}

fn polish() -> Vec<Language> {
    vec![Language::Pl]
}

fn yellow() -> String {
    "#ffd24a".into()
}

fn yes() -> bool {
    true
}

fn fifteen() -> u32 {
    15
}

/// An hour as a person writes it, `07:30`.
mod hour {
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(hour: &NaiveTime, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&hour.format("%H:%M"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
        let text = String::deserialize(from)?;
        let hour = NaiveTime::parse_from_str(&text, "%H:%M");
        hour.map_err(|_| D::Error::custom(format!("`{text}` is not an hour such as 07:30")))
    }
}
