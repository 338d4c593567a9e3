//! Everything that one paper says.

use serde::{Deserialize, Serialize};

/// The language of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Polish.
    #[default]
    Pl,
    /// English.
    En,
    /// Ukrainian.
    Uk,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 3] = [Self::Pl, Self::En, Self::Uk];

    /// The language of a tag; Polish for every tag that is not `en` or `uk`.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        match tag.get(..2) {
            Some("en") => Self::En,
            Some("uk") => Self::Uk,
            _ => Self::Pl,
        }
    }

    /// `pl`, `en` or `uk`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
            Self::Uk => "uk",
        }
    }
}

/// A wait or a delay as an honest range, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// At least so many minutes.
    pub from_minutes: u32,
    /// At most so many minutes, as far as can be told.
    pub to_minutes: u32,
}

impl Wait {
    /// By how much a booked visit is probably late (R38): what of this wait lies beyond the booked hour, which is
    /// `minutes_to_hour` from now (negative when it has passed).
    #[must_use]
    pub fn beyond(self, minutes_to_hour: i64) -> Self {
        let late = |minutes: u32| {
            u32::try_from((i64::from(minutes).saturating_sub(minutes_to_hour)).max(0)).unwrap_or(u32::MAX)
        };
        Self { from_minutes: late(self.from_minutes), to_minutes: late(self.to_minutes) }
    }
}

/// Everything that one paper says. Names are in the paper's language already, times as they are to be shown; the words around them
/// come from `displays/texts/*/paper.ftl`. An empty string is a thing that is not said. No personal data (law line 21).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Slip {
    /// The language of all words.
    pub language: Language,
    /// The office's name.
    pub office: String,
    /// The department's name.
    pub department: String,
    /// Where to wait: building, floor, room; may be empty.
    pub place: String,
    /// The number: `R012`, `U007`.
    pub code: String,
    /// The service as shown (R6): `R: Rejestracja działalności gospodarczej`.
    pub service: String,
    /// Day of issue as shown, e.g. `22.11.2026`.
    pub date: String,
    /// Hour of issue as shown, e.g. `9:05`.
    pub time: String,
    /// People ahead at the moment of issue; `None` when nobody knows.
    pub people_ahead: Option<u32>,
    /// The expected wait; `None` when it cannot be told. Also for a booked visit.
    pub wait: Option<Wait>,
    /// The booked hour as shown; `None` for a walk-in.
    pub booked_for: Option<String>,
    /// By how much the booked visit is probably late, see [`Wait::beyond`]; `None` when it cannot be told.
    pub delay: Option<Wait>,
    /// The name of the statutory priority class.
    pub priority: Option<String>,
    /// The address of the ticket's page, drawn as a QR code.
    pub status_url: Option<String>,
    /// Given without the server: the paper says that the position is shown after the connection returns.
    pub offline: bool,
    /// Not the first paper of this ticket.
    pub reprint: bool,
    /// A test of the printer, no ticket.
    pub test: bool,
}

impl Slip {
    /// A slip for the test print of a kiosk, with every letter that Polish and Ukrainian need in its names.
    #[must_use]
    pub fn sample(language: Language) -> Self {
        let said = |pl: &str, en: &str, uk: &str| match language {
            Language::Pl => pl.to_owned(),
            Language::En => en.to_owned(),
            Language::Uk => uk.to_owned(),
        };
        Self {
            language,
            office: "Urząd Miejski w Dąbrowie Górniczej".to_owned(),
            department: said("Wydział Spraw Obywatelskich", "Department of Civic Affairs", "Відділ у справах громадян"),
            place: said("parter, sala 12", "ground floor, room 12", "перший поверх, зал 12"),
            code: "R012".to_owned(),
            service: said("R: Rejestracja pojazdów", "R: Vehicle registration", "R: Реєстрація транспортних засобів"),
            date: "22.11.2026".to_owned(),
            time: "9:05".to_owned(),
            people_ahead: Some(5),
            wait: Some(Wait { from_minutes: 10, to_minutes: 25 }),
            status_url: Some("https://kolejka.example.pl/t/dGVzdA".to_owned()),
            ..Self::default()
        }
    }
}
