//! The administrator's page of devices: how they are, what kiosks are asked and how they are set up. It holds no device: the
//! administrator's token brings them.

use super::island::own_island;
use crate::pages::write;
use crate::texts::Texts;
use askama::Template;

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
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;
    use okienko_queue::kiosk_alarm::Trouble;
    use serde_json::Value;

    #[test]
    fn the_page_says_everything_in_every_language_and_has_no_inline_code() {
        for lang in Lang::ALL {
            let page =
                DevicesPage { t: Texts::new(lang), assets: "/assets/x".into(), office: "Urząd & Miasto".into() };
            let html = page.html();
            assert!(!html.contains(">devices-") && !html.contains(">admin-") && !html.contains("\":\"devices-"));
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            assert!(html.contains("href=\"/staff\"") && html.contains("aria-current=\"page\""));
            let texts: Value = serde_json::from_str(&page.texts()).unwrap();
            let texts = &texts[lang.code()];
            assert!(texts["admin-revoke-sure"].as_str().unwrap().contains("{name}"));
            assert!(!texts.to_string().contains("{$"), "an argument is not listed: {texts}");
            let printers = Trouble::ALL.into_iter().filter(|trouble| *trouble != Trouble::Silent);
            for trouble in printers {
                assert!(texts[format!("devices-printer-{}", trouble.as_str())].is_string());
            }
        }
    }
}
