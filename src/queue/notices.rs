//! What the office writes to citizens, and when: letters and text messages.

use crate::text::Text;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Settings of letters and text messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notices {
    /// Whether a reminder goes the day before.
    pub reminder: bool,
    /// From which office-local hour of that day; never between 02:00 and 03:00 (line 30).
    pub reminder_hour: NaiveTime,
    /// Whether somebody who did not collect a ticket is written to.
    pub not_collected: bool,
    /// The office's own words, by template name (such as `confirmation.subject`); what is missing in a language falls
    /// back to Polish, what is missing altogether to the house's text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub templates: BTreeMap<String, Text>,
    /// Text messages.
    pub sms: Sms,
}

/// Which text messages go; the way out is a setting of the server, none by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sms {
    /// The code after booking.
    pub confirmation: bool,
    /// The day before.
    pub reminder: bool,
    /// When at most so many people are ahead of a booked visitor; without it never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<u32>,
    /// Whether Polish letters are kept; without it one message holds 160 characters (line 28).
    pub polish_letters: bool,
}

impl Default for Notices {
    fn default() -> Self {
        Self {
            reminder: true,
            reminder_hour: NaiveTime::MIN + chrono::Duration::hours(10),
            not_collected: true,
            templates: BTreeMap::new(),
            sms: Sms::default(),
        }
    }
}

impl Notices {
    /// What is wrong, in words for the person who edits the file.
    pub fn problems(&self) -> Vec<String> {
        use chrono::Timelike;
        let skipped = self.reminder_hour.hour() == 2;
        skipped.then(|| "notices.reminder_hour: not between 02:00 and 02:59".to_owned()).into_iter().collect()
    }
}
