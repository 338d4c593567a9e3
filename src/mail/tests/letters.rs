//! What letters say: golden files per kind and language (renew them with `OKIENKO_GOLDEN=write`), and the lines R15–R21.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::path::Path;

use common::{LANGUAGES, letter, sender};
use okienko_mail::{Fault, LetterKind, Message, compose};

const ENTRY: &str = "Potwierdzenie umówionej internetowo wizyty (U)";

fn composed(kind: LetterKind, language: &str) -> Message {
    compose(&letter(kind, language), &sender()).unwrap()
}

/// Headers, the tree of parts, and every face in the clear.
fn golden_text(message: &Message) -> String {
    let raw = String::from_utf8(message.formatted()).unwrap();
    let (headers, body) = raw.split_once("\r\n\r\n").unwrap();
    let parts: Vec<&str> =
        body.lines().filter(|line| line.starts_with("Content-") || line.starts_with("--=")).collect();
    let shown = [
        ("SUBJECT", message.subject().to_owned()),
        ("HEADERS", headers.to_owned()),
        ("PARTS", parts.join("\n")),
        ("TEXT", message.text().to_owned()),
        ("HTML", message.html().to_owned()),
        ("CALENDAR", if message.calendar().is_empty() { "none".to_owned() } else { message.calendar().to_owned() }),
    ];
    let text: String = shown.iter().map(|(title, part)| format!("===== {title}\n{}\n", part.trim_end())).collect();
    text.replace("\r\n", "\n")
}

#[test]
fn r21_every_letter_in_every_language_is_as_it_was_approved() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for kind in LetterKind::ALL {
        for language in LANGUAGES {
            let file = folder.join(format!("{}.{language}.txt", kind.as_str()));
            let now = golden_text(&composed(kind, language));
            if std::env::var_os("OKIENKO_GOLDEN").is_some_and(|value| value == "write") {
                std::fs::write(&file, &now).unwrap();
            }
            let approved = std::fs::read_to_string(&file).unwrap();
            assert!(now == approved, "{} differs; look, then renew with OKIENKO_GOLDEN=write:\n{now}", file.display());
        }
    }
}

#[test]
fn r21_no_text_is_missing_and_nothing_invisible_is_in_it() {
    for kind in LetterKind::ALL {
        for language in LANGUAGES {
            for (reply_to, phone, code) in [(None, "380441234567", ""), (Some("x@um.example"), "48662138278", "402913")]
            {
                let mut letter = letter(kind, language);
                (letter.phone, letter.code, letter.place) = (phone.into(), code.into(), String::new());
                letter.shift_minutes = reply_to.map(|_| 15);
                let sender = okienko_mail::Sender { reply_to: reply_to.map(Into::into), ..sender() };
                let message = compose(&letter, &sender).unwrap();
                for face in [message.subject(), message.text(), message.html(), message.calendar()] {
                    for trouble in ["Unknown localization", "mail-", "{", "\u{2068}", "\u{2069}"] {
                        assert!(!face.contains(trouble), "{trouble:?} in {kind:?} {language}");
                    }
                }
            }
        }
    }
}

#[test]
fn r16_law_10_both_faces_of_the_confirmation_name_office_client_service_date_hour_and_phone() {
    for language in LANGUAGES {
        let message = composed(LetterKind::Confirmation, language);
        let service = letter(LetterKind::Confirmation, language).service;
        for face in [message.text(), message.html()] {
            for fact in
                ["Urząd Miejski w Dąbrowie Górniczej", "Grażyna", &service, "23/11/2026", "10:20", "48662138278"]
            {
                assert!(face.contains(fact), "{fact} in {language}");
            }
        }
        assert!(message.subject().contains("23/11/2026") && message.subject().contains("10:20"));
    }
}

#[test]
fn r17_the_confirmation_tells_how_the_ticket_is_collected() {
    let polish = composed(LetterKind::Confirmation, "pl");
    for sentence in [
        ENTRY,
        "co najmniej 10 minut przed wizytą",
        "w formacie 48…, czyli: 48662138278",
        "od godziny 09:50 do godziny 10:20",
        "Niepobranie biletu do umówionej godziny oznacza anulowanie wizyty.",
        "osobno po każdy bilet",
        "Godzina wizyty jest orientacyjna",
        "Jedna rezerwacja uprawnia do załatwienia jednej sprawy.",
        "aby z terminu mógł skorzystać inny klient",
        "kod wizyty: 402913",
        "https://wizyty.um.example/wizyta/wro-a17.Zm9vYmFyYmF6cXV4",
        "wysłana automatycznie. Prosimy na nią nie odpowiadać.",
    ] {
        assert!(polish.text().contains(sentence), "{sentence}");
        assert!(polish.html().contains(sentence), "{sentence}");
    }
    for language in ["en", "uk"] {
        let message = composed(LetterKind::Confirmation, language);
        assert!(message.text().contains(ENTRY) && message.text().contains("48…"));
        assert!(message.html().contains(&format!("<span lang=\"pl\">{ENTRY}</span>")));
        assert!(message.text().contains("10 minutes") || message.text().contains("10 хвилин"));
    }
}

#[test]
fn r17_a_change_and_a_reminder_tell_it_again_and_the_change_names_both_terms() {
    for kind in [LetterKind::Change, LetterKind::Reminder] {
        for language in LANGUAGES {
            let message = composed(kind, language);
            for face in [message.text(), message.html()] {
                for fact in [ENTRY, "48662138278", "23/11/2026", "10:20", "402913", "wizyta/wro-a17.Zm9vYmFyYmF6cXV4"] {
                    assert!(face.contains(fact), "{fact} in {kind:?} {language}");
                }
                assert_eq!(face.contains("20/11/2026, 09:40"), kind == LetterKind::Change, "{kind:?} {language}");
            }
        }
    }
}

#[test]
fn r38_the_letter_says_by_how_much_the_hour_may_shift_once_that_is_known() {
    let mut letter = letter(LetterKind::Confirmation, "pl");
    assert!(!compose(&letter, &sender()).unwrap().text().contains("dziewięć na dziesięć"));
    letter.shift_minutes = Some(15);
    let message = compose(&letter, &sender()).unwrap();
    for face in [message.text(), message.html()] {
        assert!(
            face.contains("dziewięć na dziesięć") && face.contains("nie później niż 15 minut po umówionej godzinie")
        );
    }
}

#[test]
fn a_request_leads_to_the_page_that_confirms_and_says_until_when() {
    for (language, words) in
        [("pl", "60 minut, do godziny 10:30"), ("en", "60 minutes, until 10:30"), ("uk", "60 хвилин, до 10:30")]
    {
        let message = composed(LetterKind::ConfirmRequest, language);
        assert!(message.text().contains(words), "{}", message.text());
        assert!(message.html().contains("href=\"https://wizyty.um.example/c/wro-a17.Y29uZmlybQ\""));
        assert!(!message.text().contains("Zm9vYmFyYmF6cXV4"), "the link that cancels comes with the confirmation");
    }
}

#[test]
fn r29_who_did_not_collect_is_told_why_and_how_to_come_again() {
    for (language, why, again) in [
        ("pl", "bilet nie został pobrany", "Nową wizytę można umówić"),
        ("en", "ticket was not collected", "book a new visit online"),
        ("uk", "талон не було отримано", "Записатися на новий візит"),
    ] {
        let message = composed(LetterKind::NotCollected, language);
        assert!(message.text().contains(why) && message.text().contains(again), "{}", message.text());
    }
}

#[test]
fn law_line_19_every_letter_links_the_clause() {
    for kind in LetterKind::ALL {
        for language in LANGUAGES {
            let message = composed(kind, language);
            assert!(message.text().contains("https://wizyty.um.example/privacy"), "{kind:?} {language}");
            assert!(message.html().contains("<a href=\"https://wizyty.um.example/privacy\">"), "{kind:?} {language}");
        }
    }
}

#[test]
fn law_line_34_necessary_mail_offers_no_list_to_leave() {
    for kind in LetterKind::ALL {
        let raw = String::from_utf8(composed(kind, "pl").formatted()).unwrap();
        assert!(!raw.to_lowercase().contains("list-unsubscribe"));
        assert!(raw.contains("Auto-Submitted: auto-generated\r\n") && raw.contains("Reply-To: Kancelaria"));
        let threads = raw.contains("References: <wro-a17.confirmation.0@wizyty.um.example>");
        assert_eq!(threads, kind != LetterKind::Confirmation);
    }
}

#[test]
fn an_unknown_language_is_written_in_polish() {
    let mut german = letter(LetterKind::Confirmation, "pl");
    german.language = "de".into();
    assert_eq!(compose(&german, &sender()).unwrap().text(), composed(LetterKind::Confirmation, "pl").text());
}

#[test]
fn r15_the_same_letter_gives_the_same_bytes_and_other_machines_keep_quiet() {
    let message = composed(LetterKind::Confirmation, "uk");
    assert_eq!(message.formatted(), composed(LetterKind::Confirmation, "uk").formatted());
    let raw = String::from_utf8(message.formatted()).unwrap();
    assert!(raw.is_ascii() && raw.lines().all(|line| line.len() <= 998));
    for header in
        ["Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "Message-ID: <wro-a17.confirmation.0@"]
    {
        assert!(raw.contains(header), "{header}");
    }
}

#[test]
fn r19_the_cancellation_threads_under_its_confirmation() {
    let raw = String::from_utf8(composed(LetterKind::Cancellation, "pl").formatted()).unwrap();
    assert!(raw.contains("Message-ID: <wro-a17.cancellation.2@wizyty.um.example>\r\n"));
    assert!(raw.contains("References: <wro-a17.confirmation.0@wizyty.um.example>\r\n"));
    assert!(raw.contains("In-Reply-To: <wro-a17.confirmation.0@wizyty.um.example>\r\n"));
}

#[test]
fn a_name_cannot_break_out_of_the_page_or_the_headers() {
    let mut letter = letter(LetterKind::Confirmation, "pl");
    letter.to_name = "<b>Żółć & \"x\"</b>\r\nBcc: all@example.pl\r\n\r\n--=_okienko_letter".into();
    letter.service = "R: <script>alert(1)</script>\r\nX-Evil: 1".into();
    let message = compose(&letter, &sender()).unwrap();
    let raw = String::from_utf8(message.formatted()).unwrap();
    let (headers, _) = raw.split_once("\r\n\r\n").unwrap();
    assert!(headers.lines().all(|line| !line.starts_with("Bcc") && !line.starts_with("X-Evil")));
    assert_eq!(message.to(), "grazyna@example.pl");
    assert!(!message.html().contains("<script>") && !message.html().contains("<b>"));
    assert!(message.html().contains("Żółć"));
    assert!(message.text().contains("<b>Żółć & \"x\"</b> Bcc: all@example.pl"));
    assert_eq!(raw.matches("\r\n--=_okienko_letter\r\n").count(), 2);
    assert!(message.calendar().lines().all(|line| !line.starts_with("X-Evil")));
}

#[test]
fn bad_addresses_and_links_are_faults_that_name_nobody() {
    let good = letter(LetterKind::Confirmation, "pl");
    for address in ["", "grazyna", "a@b\r\nBcc: c@d", "a@b, c@d", "<a@b.pl>"] {
        let fault = compose(&okienko_mail::Letter { to_email: address.into(), ..good.clone() }, &sender()).err();
        assert_eq!(fault, Some(Fault::Address), "{address}");
    }
    for link in ["javascript:alert(1)", "", "https://a\r\nb"] {
        let fault = compose(&okienko_mail::Letter { manage_url: link.into(), ..good.clone() }, &sender()).err();
        assert_eq!(fault, Some(Fault::Link), "{link}");
    }
    let nobody = okienko_mail::Sender { from: "Urząd".into(), ..sender() };
    assert_eq!(compose(&good, &nobody).err(), Some(Fault::Sender("from")));
}

#[test]
fn what_is_logged_of_a_letter_names_nobody() {
    let letter = letter(LetterKind::Confirmation, "pl");
    assert_eq!(format!("{letter:?}"), "Letter(confirmation of wro-a17)");
    let message = compose(&letter, &sender()).unwrap();
    assert_eq!(format!("{message:?}"), "Message(20261122T083005.000Z_wro-a17_confirmation)");
    for kind in LetterKind::ALL {
        assert_eq!(LetterKind::parse(kind.as_str()), Some(kind));
    }
    assert_eq!(LetterKind::parse("love"), None);
}
