//! The administrator's page of devices: how they are, what kiosks are asked and how they are set up. It holds no device: the
//! administrator's token brings them.

use super::island::own_island;
use crate::pages::write;
use crate::texts::Texts;
use askama::Template;
use serde_json::json;
use std::collections::BTreeMap;

/// The Polish files name the keys; the second one words the sign-on, which is that of every page of the administrator.
const FILES: [&str; 2] = [
    include_str!("../../../../displays/texts/pl/devices.ftl"),
    include_str!("../../../../displays/texts/pl/admin.ftl"),
];
/// What texts may be filled with; each stays as itself in braces, which the script replaces.
const PLACEHOLDERS: [&str; 8] = ["name", "what", "time", "seconds", "left", "printed", "line", "detail"];

/// The page of `GET /admin` and `GET /admin/devices`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/devices.html")]
pub struct DevicesPage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// What a lobby screen can show, in the office's order.
    pub boards: Vec<BoardChoice>,
}

/// A board with the desks that a screen of it can hang above.
#[derive(Clone, Debug)]
pub struct BoardChoice {
    /// Its id.
    pub id: String,
    /// Its name in the page's language.
    pub name: String,
    /// Ids and labels.
    pub desks: Vec<(String, String)>,
}

impl DevicesPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// The script's texts in this language, safe between `<script>` tags.
    fn texts(&self) -> String {
        own_island(self.t, &FILES, PLACEHOLDERS)
    }

    /// The desks by board, `{board: [[id, label]]}`, safe between `<script>` tags.
    fn desks(&self) -> String {
        let all: BTreeMap<&str, &[(String, String)]> =
            self.boards.iter().map(|board| (board.id.as_str(), board.desks.as_slice())).collect();
        json!(all).to_string().replace('<', "\\u003c")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::api::screens::LAYOUTS;
    use crate::texts::Lang;
    use okienko_queue::kiosk_alarm::Trouble;
    use okienko_queue::screen_alarm::Sound;
    use serde_json::Value;

    #[test]
    fn the_page_says_everything_in_every_language_and_has_no_inline_code() {
        for lang in Lang::ALL {
            let desks = vec![("so-1".into(), "1 </script>".into())];
            let board = BoardChoice { id: "hol".into(), name: "Hol <główny>".into(), desks };
            let page = DevicesPage {
                t: Texts::new(lang),
                assets: "/assets/x".into(),
                office: "Urząd & Miasto".into(),
                boards: vec![board],
            };
            let html = page.html();
            assert!(!html.contains(">devices-") && !html.contains(">admin-") && !html.contains("\":\"devices-"));
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            assert!(
                html.contains("<option value=\"hol\">Hol &#60;główny&#62;</option>")
                    && html.contains("1 \\u003c/script>")
            );
            assert!(html.contains("href=\"/staff?lang=") && html.contains("aria-current=\"page\""));
            let texts: Value = serde_json::from_str(&page.texts()).unwrap();
            let texts = &texts[lang.code()];
            assert!(texts["admin-revoke-sure"].as_str().unwrap().contains("{name}"));
            assert!(!texts.to_string().contains("{$"), "an argument is not listed: {texts}");
            let printers = Trouble::ALL.into_iter().filter(|trouble| *trouble != Trouble::Silent);
            for trouble in printers {
                assert!(texts[format!("devices-printer-{}", trouble.as_str())].is_string());
            }
            for sound in [Sound::On, Sound::Blocked, Sound::Off, Sound::Quiet, Sound::NoSpeech] {
                assert!(texts[format!("devices-sound-{}", sound.as_str())].is_string());
            }
            for layout in LAYOUTS {
                assert!(texts[format!("devices-layout-{layout}")].is_string());
            }
        }
    }
}
