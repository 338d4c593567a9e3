//! Paired lobby screens: whose a token is, what a screen says of itself, what it is asked. A board's socket asks here and only translates;
//! the view itself is public and comes without any of this.

use crate::app::State;
use okienko_queue::screen_alarm::Sound;
use okienko_store::{Device, SCREEN_REPORT_MS, Wish};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Mutex as Lock;
use std::sync::PoisonError;
use tokio::sync::Mutex;

/// The code a board's socket is closed with, after [`REFUSED_FRAME`], when its token is no active screen's: the page forgets the token,
/// shows the public board without it, and asks to be paired again.
pub(crate) const REFUSED: u16 = 4401;
/// What is said before: a page hears frames where it does not look at codes.
pub(crate) const REFUSED_FRAME: &str = r#"{"type":"refused"}"#;
/// How long what the database said of the screens is believed, milliseconds of the process clock. All sockets share one look.
const BELIEVED_MS: i64 = 2_000;
/// Characters of a word in a report.
const MOST_WORD: usize = 40;
/// Wishes that a report may acknowledge.
const MOST_DONE: usize = 20;
/// A wish that nobody made: the screen shows what it no more should. It is never stored; a page that is there already ignores it.
const GO: &str = "go";

/// What a screen says of itself; kept as its last report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ScreenReport {
    /// A random id of the page's browser: two screens with one address are told apart.
    pub screen: String,
    /// The layout it shows.
    pub layout: String,
    /// Whether it can be heard.
    pub sound: Sound,
    /// Digest of the page's files, where the page knows it.
    #[serde(default)]
    pub version: Option<String>,
    /// `seq` of the last view.
    #[serde(default)]
    pub seq: u64,
    /// Calls shown since the page was loaded.
    #[serde(default)]
    pub calls: u64,
    /// Errors since then.
    #[serde(default)]
    pub errors: u64,
    /// Memory of its scripts, MB.
    #[serde(default)]
    pub heap_mb: Option<f64>,
    /// Wishes that it carried out.
    #[serde(default, skip_serializing)]
    pub done: Vec<String>,
}

impl ScreenReport {
    /// Whether it can be kept.
    pub fn is_sound(&self) -> bool {
        let mut words = [&self.screen, &self.layout].into_iter().chain(&self.version);
        let fits = |word: &String| word.chars().count() <= MOST_WORD && !word.chars().any(char::is_control);
        words.all(fits) && self.done.len() <= MOST_DONE && self.heap_mb.is_none_or(f64::is_finite)
    }
}

/// What a screen is to show, as it stands in its device's configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Shows {
    /// The board's id.
    pub board: String,
    /// Another layout than the board's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<String>,
    /// The desk that it hangs above, with layout `desk`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desk: Option<String>,
    /// Where it hangs, in the administrator's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl Shows {
    /// What a device shows.
    pub fn of(device: &Device) -> Self {
        serde_json::from_str(&device.config).unwrap_or_default()
    }

    /// The address of its page, without the token.
    pub fn address(&self) -> String {
        let part =
            |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name}={}", encoded(value)));
        let query: Vec<String> =
            [part("layout", &self.layout), part("desk", &self.desk)].into_iter().flatten().collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/lobby/{}{mark}{}", encoded(&self.board), query.join("&"))
    }
}

/// A part of an address (RFC 3986 §2.3: all that is not unreserved is percent-encoded).
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// What a socket is to do for its screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Care {
    /// Say [`REFUSED_FRAME`] and close with [`REFUSED`].
    Refused,
    /// Send this frame; `None`: there is nothing to say.
    Asked(Option<String>),
}

/// The active screens and their wishes, as they were when the database was last asked.
#[derive(Default)]
struct Known {
    asked_ms: i64,
    screens: HashMap<String, (Shows, Vec<Wish>)>,
}

/// What all sockets of paired screens share.
#[derive(Default)]
pub(crate) struct Screens {
    known: Mutex<Known>,
    /// When each screen's report was last written, and with what sound.
    written: Lock<HashMap<String, (i64, Sound)>>,
}

impl Screens {
    /// The next look asks the database: a device or a wish has changed.
    pub async fn forget(&self) {
        self.known.lock().await.asked_ms = 0;
    }
}

/// Keeps what a screen says, no more often than every 20 s unless its sound changed, and takes away the wishes that it carried out.
pub(crate) async fn heard(state: &State, id: &str, report: ScreenReport) {
    let now_ms = state.office.process_now_ms();
    let is_due = is_due(&state.screens, id, report.sound, now_ms);
    if !is_due && report.done.is_empty() {
        return;
    }
    let (device, done) = (id.to_owned(), report.done.clone());
    let (text, sound) = (json!(report).to_string(), report.sound.as_str());
    let written = state.office.write(move |appender| {
        if is_due {
            appender.put_screen_report(&device, &text, sound, now_ms)?;
        }
        if !done.is_empty() {
            appender.fulfil_wishes(&device, &done)?;
        }
        Ok(())
    });
    // A database that is away was logged; the screen says the same again in half a minute.
    if written.await.is_err() {
        state.screens.written.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    } else if !report.done.is_empty() {
        state.screens.forget().await;
    }
}

fn is_due(screens: &Screens, id: &str, sound: Sound, now_ms: i64) -> bool {
    let mut written = screens.written.lock().unwrap_or_else(PoisonError::into_inner);
    let last = written.get(id);
    let is_due = last.is_none_or(|(at, was)| *was != sound || !(0..SCREEN_REPORT_MS).contains(&(now_ms - at)));
    if is_due {
        written.insert(id.to_owned(), (now_ms, sound));
    }
    is_due
}

/// What is to be done for a screen whose socket is at `board`, and which said last that it shows `layout`. Cheap: to be asked every second.
pub(crate) async fn care(state: &State, id: &str, board: &str, layout: Option<&str>) -> Care {
    let now_ms = state.office.process_now_ms();
    let mut known = state.screens.known.lock().await;
    if !(0..BELIEVED_MS).contains(&(now_ms - known.asked_ms)) {
        known.asked_ms = now_ms;
        let read = state.office.read(move |store| Ok((store.screens()?, store.all_wishes(now_ms)?))).await;
        // While the database is away, what was known holds.
        if let Ok((screens, wishes)) = read {
            let of = |id: &str| wishes.iter().filter(|wish| wish.device == id).cloned().collect();
            known.screens = screens.iter().map(|one| (one.id.clone(), (Shows::of(one), of(&one.id)))).collect();
        }
    }
    if let Some((shows, wishes)) = known.screens.get(id) {
        return Care::Asked(frame(shows, wishes, board, layout));
    }
    drop(known);
    // One that was paired this very moment, perhaps at another node, is not turned away.
    let wanted = id.to_owned();
    match state.office.read(move |store| store.device(&wanted)).await {
        Ok(found) if found.as_ref().is_none_or(|device| device.state != "active") => Care::Refused,
        _ => Care::Asked(None),
    }
}

/// The frame of wishes; each says where the screen belongs, so that one obeyed reload also brings it to another board.
fn frame(shows: &Shows, wishes: &[Wish], board: &str, layout: Option<&str>) -> Option<String> {
    let to = shows.address();
    let mut told: Vec<Value> =
        wishes.iter().map(|wish| json!({ "id": wish.id, "kind": wish.kind, "to": to })).collect();
    let elsewhere = !shows.board.is_empty() && shows.board != board;
    let otherwise = shows.layout.as_deref().zip(layout).is_some_and(|(wanted, shown)| wanted != shown);
    if told.is_empty() && (elsewhere || otherwise) {
        told.push(json!({ "id": GO, "kind": "reload", "to": to }));
    }
    (!told.is_empty()).then(|| json!({ "type": "wishes", "wishes": told }).to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    fn shows(layout: Option<&str>, desk: Option<&str>) -> Shows {
        Shows { board: "hol".into(), layout: layout.map(str::to_owned), desk: desk.map(str::to_owned), place: None }
    }

    #[test]
    fn the_address_of_a_screen_has_what_it_shows_and_no_more() {
        assert_eq!(shows(None, None).address(), "/lobby/hol");
        assert_eq!(shows(Some("list"), None).address(), "/lobby/hol?layout=list");
        assert_eq!(shows(Some("desk"), Some("so-3")).address(), "/lobby/hol?layout=desk&desk=so-3");
        assert_eq!(shows(Some("desk"), Some("ą 1")).address(), "/lobby/hol?layout=desk&desk=%C4%85%201");
        let device = Device::new("d1", okienko_store::DeviceKind::Board, "Hol", "not JSON", None);
        assert_eq!(Shows::of(&device), Shows::default());
    }

    #[test]
    fn a_screen_is_asked_to_go_where_it_belongs_and_left_alone_when_it_is_there() {
        let list = shows(Some("list"), None);
        assert_eq!(frame(&list, &[], "hol", Some("list")), None);
        assert_eq!(frame(&list, &[], "hol", None), None, "it has not said yet what it shows");
        let asked: Value = serde_json::from_str(&frame(&list, &[], "geodezja", None).unwrap()).unwrap();
        assert_eq!(asked["wishes"][0], json!({ "id": "go", "kind": "reload", "to": "/lobby/hol?layout=list" }));
        assert!(frame(&list, &[], "hol", Some("hall")).is_some());
        assert_eq!(
            frame(&shows(None, None), &[], "hol", Some("hall")),
            None,
            "the board's own layout is its own affair"
        );
    }

    #[test]
    fn a_report_is_due_after_twenty_seconds_or_when_the_sound_has_changed() {
        let screens = Screens::default();
        assert!(is_due(&screens, "a", Sound::On, 0) && is_due(&screens, "b", Sound::On, 1));
        assert!(!is_due(&screens, "a", Sound::On, SCREEN_REPORT_MS - 1));
        assert!(is_due(&screens, "a", Sound::Blocked, SCREEN_REPORT_MS - 1));
        assert!(!is_due(&screens, "a", Sound::Blocked, SCREEN_REPORT_MS));
        assert!(is_due(&screens, "a", Sound::Blocked, 2 * SCREEN_REPORT_MS));
        assert!(is_due(&screens, "a", Sound::Blocked, 5), "a clock that was set back silences nobody");
    }

    #[test]
    fn what_is_no_report_is_known_by_its_size() {
        let report = |screen: &str, done: usize| ScreenReport {
            screen: screen.into(),
            layout: "hall".into(),
            sound: Sound::On,
            version: Some("0123456789abcdef".into()),
            seq: 4,
            calls: 2,
            errors: 0,
            heap_mb: Some(11.5),
            done: vec!["w-1".into(); done],
        };
        assert!(report("a", 20).is_sound() && !report("a", 21).is_sound());
        assert!(!report(&"a".repeat(41), 0).is_sound() && !report("a\n", 0).is_sound());
        assert!(!json!(report("a", 1)).to_string().contains("w-1"), "what was done is not kept");
    }
}
