//! The sections of the file with their defaults.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// All settings.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where the server is.
    pub server: Server,
    /// The touch screen.
    pub screen: Screen,
    /// What is kept on this computer.
    pub state: State,
    /// The printer.
    pub printer: crate::printer::Settings,
    /// The roll in it.
    pub paper: Paper,
    /// Reading aloud.
    pub speech: Speech,
    /// How long and how often.
    pub timing: Timing,
    /// The watchdog.
    pub watch: Watch,
}

/// `[server]`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Its address without a slash at the end.
    pub url: String,
    /// Certificates (PEM) of the authorities to trust in place of the public ones: many an inner network has its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ca: Option<PathBuf>,
}

impl Default for Server {
    fn default() -> Self {
        Self { url: "http://127.0.0.1:8080".into(), ca: None }
    }
}

/// `[screen]`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Screen {
    /// Address and port; port 0 takes a free one.
    pub listen: String,
    /// Whether the address may be one that other computers reach.
    pub anywhere: bool,
    /// Names under which the page may be asked for besides the address itself and `localhost`.
    pub hosts: Vec<String>,
}

impl Default for Screen {
    fn default() -> Self {
        Self { listen: "127.0.0.1:8090".into(), anywhere: false, hosts: Vec::new() }
    }
}

/// `[state]`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct State {
    /// The folder of the journal and of the device token.
    pub folder: PathBuf,
}

impl Default for State {
    fn default() -> Self {
        Self { folder: "/var/lib/okienko-kiosk".into() }
    }
}

/// `[paper]`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Paper {
    /// Length of a new roll in metres, for the forecast of what is left; 0: unknown.
    pub roll_metres: u32,
    /// Length of one ticket in millimetres.
    pub ticket_millimetres: u32,
    /// Between two looks at the printer while nothing is printed.
    pub status_ms: u64,
}

impl Default for Paper {
    fn default() -> Self {
        Self { roll_metres: 80, ticket_millimetres: 120, status_ms: 5_000 }
    }
}

/// `[speech]`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Speech {
    /// The program that reads aloud: text on its input, WAV on its output. Empty: none.
    pub program: String,
    /// Its arguments; `{lang}` is the language.
    pub arguments: Vec<String>,
    /// How long it may take.
    pub timeout_ms: u64,
}

impl Default for Speech {
    fn default() -> Self {
        let arguments = ["-v", "{lang}", "-s", "150", "--stdin", "--stdout"];
        Self { program: "espeak-ng".into(), arguments: arguments.map(str::to_owned).to_vec(), timeout_ms: 5_000 }
    }
}

/// `[timing]`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Timing {
    /// How long a connection to the server may take to come about.
    pub connect_ms: u64,
    /// How long one answer to a touch may take.
    pub answer_ms: u64,
    /// How long a touch waits for the server altogether, before a ticket is given without it.
    pub patience_ms: u64,
    /// How long an answer to the page waits for the paper.
    pub paper_ms: u64,
    /// Between two tries to reach a server that is away.
    pub probe_ms: u64,
    /// Between two reports of health.
    pub health_ms: u64,
    /// Between two looks at what the services would give now.
    pub services_ms: u64,
    /// Between two fetches of leases and of the day list.
    pub refresh_ms: u64,
    /// After this time nobody stands at the kiosk any more, and a paper is not printed by itself.
    pub stands_ms: u64,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            connect_ms: 1_000,
            answer_ms: 2_500,
            patience_ms: 4_000,
            paper_ms: 3_000,
            probe_ms: 2_000,
            health_ms: 10_000,
            services_ms: 15_000,
            refresh_ms: 60_000,
            stands_ms: 60_000,
        }
    }
}

/// `[watch]`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Watch {
    /// Seconds after which a page that was alive and says nothing counts as dead.
    pub page_seconds: u64,
}

impl Default for Watch {
    fn default() -> Self {
        Self { page_seconds: 30 }
    }
}
