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
