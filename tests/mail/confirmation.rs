//! What the confirmation says and how it is built: R15–R18, R20, R21.

use std::time::{Duration, Instant};

use okienko_tests::{Letter, on_both_engines};

use super::*;

on_both_engines! {
    async fn r15_a_confirmation_comes_within_a_minute_and_says_not_to_reply(office: Office) {
        let begun = Instant::now();
        let (citizen, ..) = booked(&office).await;
        let letters = citizen.waits_for_letters(&office.sample.mail_dir, 1).await;
        assert!(begun.elapsed() < Duration::from_secs(60));
        assert_eq!(letters.len(), 1, "one booking, one letter");
        assert_eq!(letters[0].header("auto-submitted"), "auto-generated", "RFC 3834");
        assert!(!letters[0].header("message-id").is_empty() && !letters[0].header("date").is_empty());
        let text = letters[0].text().to_lowercase();
        assert!(text.contains("nie odpowiada"), "the letter says not to reply: {text}");
    }

    async fn r16_the_letter_names_office_client_service_day_hour_and_phone(office: Office) {
        let (citizen, service, start, _) = booked(&office).await;
        let letter = citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        let facts = [office.sample.office.name.clone(), citizen.name.clone(),
            format!("{}: {}", service.letter, service.name), start.format("%d/%m/%Y").to_string(),
            start.format("%H:%M").to_string(), citizen.shown_phone()];
        for fact in facts {
            assert!(in_one_line(&letter.text()).contains(&fact), "{fact} in the plain text:\n{}", letter.text());
            assert!(okienko_tests::page::words(&letter.html()).contains(&fact), "{fact} in the HTML:\n{}", letter.html());
        }
    }

    async fn r17_the_letter_explains_the_kiosk_and_the_rules(office: Office) {
        let (citizen, ..) = booked(&office).await;
        let letter = citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        for text in [in_one_line(&letter.text()), okienko_tests::page::words(&letter.html())] {
            assert!(text.contains("Potwierdzenie umówionej internetowo wizyty (U)"), "{text}");
            assert!(text.contains("10 minut"), "{text}");
            let lower = text.to_lowercase();
            for words in [&["kiosk", "biletoma"][..], &["anul", "odwoła"], &["bilet"], &["48"]] {
                assert!(words.iter().any(|word| lower.contains(word)), "{words:?} in {text}");
            }
        }
    }

    async fn r18_the_letter_carries_a_personal_link(office: Office) {
        let (citizen, _, _, answer) = booked(&office).await;
        let letter = citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        let link = letter.link_with(answer.str("token"));
        assert!(link.starts_with(&office.http.url("/")), "{link} leads to the office");
        assert!(letter.html().contains(answer.str("token")), "the HTML carries it too");
    }

    async fn r21_the_letter_is_polite_polish_in_text_and_html_and_carries_the_visit_as_a_calendar_file(office: Office) {
        let (citizen, ..) = booked(&office).await;
        let letter = citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        assert!(letter.header("content-type").starts_with("multipart/"));
        assert!(letter.text().contains("Pan"), "Pani/Pan: {}", letter.text());
        assert!(letter.html().contains("lang=\"pl\""), "the HTML says its language");
        assert!(!letter.header("subject").contains("=?"), "the subject decodes");
        assert!(!letter.text().contains('\u{2068}'), "no isolation marks around arguments");
        let calendar = letter.part("text/calendar").expect("a calendar file (RFC 5545)");
        for line in ["BEGIN:VEVENT", "METHOD:PUBLISH", "Europe/Warsaw", "UID:"] {
            assert!(calendar.contains(line), "{line} in {calendar}");
        }
    }

    async fn r20_the_booking_stands_when_mail_cannot_be_written_and_the_letter_follows(office: Office) {
        let folder = office.sample.mail_dir.clone();
        let aside = folder.with_extension("aside");
        std::fs::rename(&folder, &aside).expect("the mail folder goes away");
        std::fs::write(&folder, "no folder").expect("a file in its place");
        let (citizen, _, _, answer) = booked(&office).await;
        assert!(!answer.str("manage_url").is_empty(), "the page can show the link");
        assert_eq!(citizen.appointment(answer.str("token")).await.ok().str("state"), "booked");
        tokio::time::sleep(Duration::from_secs(2)).await;
        office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201);
        std::fs::remove_file(&folder).expect("the file goes");
        std::fs::rename(&aside, &folder).expect("the mail folder is back");
        let letters = citizen.waits_for_letters(&folder, 1).await;
        assert_eq!(letters.len(), 1, "the letter is retried and comes once");
    }

    async fn r15_a_letter_survives_a_restart(office: Office) {
        let (citizen, ..) = booked(&office).await;
        office.kill();
        office.restart().await;
        let letters = citizen.waits_for_letters(&office.sample.mail_dir, 1).await;
        let ids: std::collections::BTreeSet<String> = letters.iter().map(|letter| letter.header("message-id")).collect();
        assert_eq!(ids.len(), 1, "a letter sent twice after a crash keeps its Message-ID");
    }

    async fn r11_a_name_cannot_smuggle_anything_into_the_letter(office: Office) {
        let (service, mut citizen) = (office.sample.shared_service(), office.citizen());
        citizen.name = "<b onload=x>Ala</b> & \"Ola\"".into();
        let slot = citizen.slot_after(&service.id, warsaw("2026-11-24", "10:00")).await;
        let answer = citizen.books(&service.id, slot.start).await;
        if answer.status != 201 {
            answer.refused_with("invalid_name");
            return;
        }
        let letter: Letter = citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        assert!(!letter.html().contains("<b onload"), "{}", letter.html());
    }
}

/// Plain text is wrapped; what it says is not.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
