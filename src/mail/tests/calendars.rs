//! The calendar file, read back by a parser that did not write it (RFC 5545, RFC 5546).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use chrono::{TimeZone, Utc};
use chrono_tz::Europe::{London, Warsaw};
use common::{LANGUAGES, letter, sender};
use icalendar::{Calendar, Component, Event};
use okienko_mail::{Letter, LetterKind, compose};

fn read(letter: &Letter) -> (Calendar, Event) {
    let file = compose(letter, &sender()).unwrap().calendar().to_owned();
    let calendar: Calendar = file.parse().unwrap();
    let event = calendar.components.iter().find_map(|part| part.as_event()).unwrap().clone();
    (calendar, event)
}

#[test]
fn r15_the_visit_is_published_in_office_time_with_two_alarms() {
    for language in LANGUAGES {
        let letter = letter(LetterKind::Confirmation, language);
        let (calendar, event) = read(&letter);
        assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
        assert_eq!(event.property_value("DTSTART"), Some("20261123T102000"));
        assert_eq!(event.property_value("DTEND"), Some("20261123T104000"));
        assert_eq!(event.properties()["DTSTART"].params()["TZID"].value(), "Europe/Warsaw");
        assert_eq!(event.property_value("DTSTAMP"), Some("20261122T083005Z"));
        assert_eq!(event.property_value("UID"), Some("wro-a17@wizyty.um.example"));
        assert_eq!(event.property_value("STATUS"), Some("CONFIRMED"));
        assert_eq!(event.property_value("SEQUENCE"), Some("0"));
        assert!(event.property_value("SUMMARY").unwrap().ends_with(&letter.service));
        let triggers: Vec<_> =
            event.components().iter().map(|alarm| alarm.property_value("TRIGGER").unwrap()).collect();
        assert_eq!(triggers, ["-P1D", "-PT1H"]);
    }
}

#[test]
fn r19_the_cancellation_has_the_same_uid_and_a_higher_sequence() {
    let mut letter = letter(LetterKind::Cancellation, "pl");
    letter.sequence = 0;
    let (calendar, event) = read(&letter);
    assert_eq!(calendar.property_value("METHOD"), Some("CANCEL"));
    assert_eq!(event.property_value("UID"), Some("wro-a17@wizyty.um.example"));
    assert_eq!(event.property_value("STATUS"), Some("CANCELLED"));
    assert_eq!(event.property_value("SEQUENCE"), Some("1"));
    assert!(event.components().is_empty());
}

#[test]
fn line_36_a_move_and_the_end_after_it_are_each_newer_than_what_was_before() {
    let sequences = [LetterKind::Confirmation, LetterKind::Change, LetterKind::NotCollected].map(|kind| {
        let (calendar, event) = read(&letter(kind, "uk"));
        assert_eq!(event.property_value("UID"), Some("wro-a17@wizyty.um.example"));
        (calendar.property_value("METHOD").unwrap().to_owned(), event.property_value("SEQUENCE").unwrap().to_owned())
    });
    let wanted = [("PUBLISH", "0"), ("PUBLISH", "1"), ("CANCEL", "2")];
    assert_eq!(sequences, wanted.map(|(method, sequence)| (method.to_owned(), sequence.to_owned())));
    for kind in [LetterKind::ConfirmRequest, LetterKind::Reminder] {
        let message = compose(&letter(kind, "pl"), &sender()).unwrap();
        assert!(message.calendar().is_empty() && !String::from_utf8(message.formatted()).unwrap().contains("calendar"));
    }
}

#[test]
fn nothing_personal_is_in_a_file_that_people_share() {
    for kind in LetterKind::ALL.into_iter().filter(|kind| kind.has_calendar()) {
        let file = compose(&letter(kind, "pl"), &sender()).unwrap().calendar().replace("\r\n ", "");
        for secret in ["Grażyna", "grazyna", "662138278", "402913", "Zm9vYmFy", "ATTENDEE"] {
            assert!(!file.contains(secret), "{secret}");
        }
        assert!(file.split("\r\n").all(|line| !line.contains('\n')));
    }
}

#[test]
fn summer_and_winter_hours_stay_what_the_citizen_chose() {
    for (month, day) in [(3, 27), (3, 30), (10, 23), (10, 26)] {
        let mut letter = letter(LetterKind::Confirmation, "pl");
        letter.start = Warsaw.with_ymd_and_hms(2026, month, day, 8, 40, 0).unwrap();
        let (_, event) = read(&letter);
        assert_eq!(event.property_value("DTSTART"), Some(format!("2026{month:02}{day}T084000").as_str()));
    }
}

#[test]
fn an_office_in_another_zone_gets_universal_time() {
    let mut letter = letter(LetterKind::Confirmation, "en");
    letter.start = London.with_ymd_and_hms(2026, 6, 1, 9, 0, 0).unwrap();
    let (_, event) = read(&letter);
    assert_eq!(event.property_value("DTSTART"), Some("20260601T080000Z"));
    assert_eq!(letter.start.with_timezone(&Utc).format("%H").to_string(), "08");
}
