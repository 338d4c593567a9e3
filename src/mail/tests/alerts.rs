//! Letters to the office about its kiosks and lobby screens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use chrono::{TimeZone, Utc};
use chrono_tz::Europe::Warsaw;
use common::{LANGUAGES, sender};
use okienko_mail::{Alert, AlertKind, Fault, Matter, QueueFacts, compose_alert, subject_of};
use okienko_queue::kiosk_alarm::Trouble;
use okienko_queue::queue_alarm::QueueTrouble;
use okienko_queue::screen_alarm::ScreenTrouble;

fn alert(kind: AlertKind, language: &str) -> Alert {
    Alert {
        kind,
        language: language.into(),
        id: "kiosk:d-1:paper_end:1".into(),
        to: "kioski@um.example".into(),
        name: "Hol <przy wejściu>".into(),
        queue: None,
        since: Warsaw.with_ymd_and_hms(2026, 11, 23, 9, 40, 0).unwrap(),
        page_url: "https://wizyty.um.example/admin/devices".into(),
        written_at: Utc.with_ymd_and_hms(2026, 11, 23, 8, 40, 5).unwrap(),
    }
}

#[test]
fn an_alarm_says_which_kiosk_what_since_when_and_what_to_do() {
    let message = compose_alert(&alert(AlertKind::Raised(Matter::Kiosk(Trouble::PaperEnd)), "pl"), &sender()).unwrap();
    assert_eq!(message.to(), "kioski@um.example");
    assert_eq!(message.subject(), "Automat „Hol <przy wejściu>”: brak papieru");
    assert!(message.name().ends_with("_kiosk_alarm"), "{}", message.name());
    for words in ["Od: 23/11/2026, 09:40", "Prosimy założyć nową rolkę", "https://wizyty.um.example/admin/devices"]
    {
        assert!(message.text().contains(words), "{words}: {}", message.text());
    }
    assert!(message.html().contains("Hol &#60;przy wejściu&#62;"), "{}", message.html());
    let raw = String::from_utf8(message.formatted()).unwrap();
    assert!(raw.contains("Auto-Submitted: auto-generated") && !raw.contains("text/calendar"));
    let id = raw.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap();
    assert_eq!(subject_of(id, &sender().host), None, "a bounce of it is about no visit");
}

#[test]
fn every_trouble_is_worded_in_every_language_and_its_end_too() {
    for language in LANGUAGES {
        let screens = ScreenTrouble::ALL.map(Matter::Screen).into_iter().chain(QueueTrouble::ALL.map(Matter::Queue));
        for matter in Trouble::ALL.map(Matter::Kiosk).into_iter().chain(screens) {
            assert_eq!(Matter::parse(matter.as_str()), Some(matter));
            for kind in [AlertKind::Raised(matter), AlertKind::Cleared(vec![matter, matter])] {
                let message = compose_alert(&alert(kind, language), &sender()).unwrap();
                assert!(!message.subject().contains('{') && !message.text().contains("mail-"), "{}", message.text());
            }
        }
    }
}

#[test]
fn an_alarm_about_a_screen_speaks_of_a_screen() {
    let kind = AlertKind::Raised(Matter::Screen(ScreenTrouble::Blocked));
    let message = compose_alert(&alert(kind, "pl"), &sender()).unwrap();
    assert_eq!(message.subject(), "Ekran „Hol <przy wejściu>”: dźwięk zablokowany");
    assert!(message.name().ends_with("_screen_alarm"), "{}", message.name());
    assert!(message.text().contains("dotknąć ekranu") && !message.text().contains("Automat"), "{}", message.text());
}

#[test]
fn what_is_no_address_is_a_fault() {
    let wrong = Alert { to: "serwis".into(), ..alert(AlertKind::Raised(Matter::Kiosk(Trouble::Silent)), "pl") };
    assert_eq!(compose_alert(&wrong, &sender()).unwrap_err(), Fault::Address);
}

#[test]
fn a_letter_about_a_queue_says_how_it_stands_and_what_to_do() {
    let facts = QueueFacts { department: "Wydział Spraw Obywatelskich".into(), people: 17, minutes: 64 };
    let about = |kind| Alert { queue: Some(facts.clone()), name: "Prawa jazdy".into(), ..alert(kind, "pl") };
    let matter = Matter::Queue(QueueTrouble::Critical);
    let raised = compose_alert(&about(AlertKind::Raised(matter)), &sender()).unwrap();
    assert_eq!(raised.subject(), "Kolejka „Prawa jazdy”: alarm");
    assert!(raised.name().ends_with("_queue_alarm"), "{}", raised.name());
    for words in
        ["Wydział: Wydział Spraw Obywatelskich", "Liczba czekających: 17", "64 min", "Prosimy zareagować teraz"]
    {
        assert!(raised.text().contains(words), "{words}: {}", raised.text());
    }
    let cleared = compose_alert(&about(AlertKind::Cleared(vec![matter])), &sender()).unwrap();
    assert_eq!(cleared.subject(), "Kolejka „Prawa jazdy” znów poniżej progów");
    assert!(!cleared.text().contains("Usterka") && cleared.text().contains("Poniżej progów od"), "{}", cleared.text());
}
