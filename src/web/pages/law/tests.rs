//! The pages of the law with everything filled in and with nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::pages::Frame;
use crate::texts::{Lang, Texts};
use okienko_queue::law::{Application, Declaration, Privacy, Retention};

const ALWAYS: [&str; 17] = [
    "a11y-deklaracja",
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-zakres",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-ocena",
    "a11y-kontakt",
    "a11y-osoba",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-data-sporzadzenie",
    "a11y-architektura",
    "a11y-komunikacja",
];

fn frame(lang: Lang) -> Frame {
    Frame { t: Texts::new(lang), office: "Urząd <Miejski>".into(), path: "/x".into(), ..Frame::default() }
}

fn declaration(lang: Lang, declaration: Declaration) -> String {
    let page = AccessibilityPage {
        frame: frame(lang),
        site_url: "https://w.example".into(),
        office_phone: String::new(),
        declaration,
    };
    page.html()
}

fn times(html: &str, id: &str) -> usize {
    html.matches(&format!("id=\"{id}\"")).count()
}

#[test]
fn law_11_what_is_not_filled_in_is_said_to_be_missing_and_nothing_is_invented() {
    for lang in Lang::ALL {
        let html = declaration(lang, Declaration::default());
        for id in ALWAYS {
            assert_eq!(times(&html, id), 1, "{id} in {}", lang.code());
        }
        for id in ["a11y-data-przeglad", "a11y-aplikacje"] {
            assert_eq!(times(&html, id), 0, "{id}");
        }
        assert!(!html.contains("<time"), "no date without a date");
        assert_eq!(html.matches(&Texts::new(lang).get("law-not-given")).count(), 9, "{html}");
        assert!(!html.contains(">law-") && html.contains("Urząd &#60;Miejski&#62;"));
    }
}

#[test]
fn law_11_review_and_applications_stand_there_when_they_apply() {
    let whole = Declaration {
        reviewed: chrono::NaiveDate::from_ymd_opt(2026, 3, 31),
        applications: vec![Application { name: "Aplikacja".into(), url: "https://app.example".into() }],
        phone: "+48 32 295-67-00".into(),
        ..Declaration::default()
    };
    let html = declaration(Lang::En, whole);
    assert!(html.contains("<time id=\"a11y-data-przeglad\" datetime=\"2026-03-31\">31 March 2026</time>"), "{html}");
    assert!(html.contains("<a href=\"https://app.example\" lang=\"pl\">Aplikacja</a>"));
    assert!(html.contains("href=\"tel:+48322956700\""));
}

#[test]
fn law_19_the_clause_says_the_numbers_that_are_set() {
    let page = |lang, contact_days| PrivacyPage {
        frame: frame(lang),
        address: "Rynek 1".into(),
        privacy: Privacy::default(),
        retention: Retention { contact_days, ended_hours: 2, log_days: 365, history_days: 365, backup_days: Some(7) },
        letter_days: 30,
        cookie: "okienko".to_owned(),
    };
    let html = page(Lang::Pl, 0).html();
    assert!(
        html.contains("z końcem dnia wizyty") && html.contains("2 godziny po umówionej") && html.contains("365 dni"),
        "{html}"
    );
    assert!(html.contains("Urząd &#60;Miejski&#62;, Rynek 1") && html.contains("po 7 dniach"));
    for lang in Lang::ALL {
        let html = page(lang, 14).html();
        assert!(
            html.contains("14") && html.contains("<code>okienko</code>") && !html.contains(">law-"),
            "{}",
            lang.code()
        );
    }
}
