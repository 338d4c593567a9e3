//! The check before booking: law lines 6 and 35, R7, R9, R14; and that no address ever holds what was typed.

use okienko_tests::on_both_engines;
use okienko_tests::page::Window;
use okienko_tests::time::warsaw;

use super::page::{opens_the_form, sends_the_form};
use super::*;

/// A window at the review of a term of tomorrow, in a language.
async fn reviews(office: &Office, language: &str, email: &str) -> Window {
    let service = service(office);
    let mut window = Window::opens(&office.http.url(&format!("/s/{}/2026-11-24?lang={language}", service.id))).await;
    window.follows("/2026-11-24/").await;
    let citizen = office.citizen();
    let form = window.form_with("phone").fill("name", "Zofia").fill("phone", &citizen.phone).fill("email", email);
    window.sends(&form).await;
    assert!(window.address.contains("/review"), "{} {}", window.address, window.text());
    window
}

on_both_engines! {
    async fn law06_the_review_shows_everything_and_each_part_can_be_changed_without_loss(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let mut window = opens_the_form(&office, &service).await;
        sends_the_form(&mut window, &citizen).await;
        let review = window.address.clone();
        let text = window.text();
        for fact in [&citizen.name, &citizen.shown_phone(), &citizen.email, &service.name, &"24 listopada 2026".to_owned()] {
            assert!(text.contains(fact.as_str()), "{fact} in {text}");
        }
        window.follows("#email").await;
        let form = window.form_with("phone");
        for typed in [("name", &citizen.name), ("phone", &citizen.phone), ("email", &citizen.email)] {
            assert!(form.fields.contains(&(typed.0.to_owned(), typed.1.clone())), "{typed:?} is kept: {:?}", form.fields);
        }
        window.sends(&form.fill("email", "zofia@example.com")).await;
        assert_eq!(window.address, review);
        assert!(window.text().contains("zofia@example.com") && !window.text().contains(&citizen.email));
        window.follows("Zmień : Termin").await;
        window.follows("/2026-11-25").await;
        window.follows("/2026-11-25/").await;
        assert!(window.form_with("phone").fields.contains(&("email".to_owned(), "zofia@example.com".to_owned())), "another term, the same data");
        window.books(&citizen.name, &citizen.phone, "zofia@example.com").await;
        assert!(window.text().contains("25/11/2026"), "{}", window.text());
    }

    async fn r09_a_term_taken_during_the_review_offers_others_and_loses_nothing(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let mut window = opens_the_form(&office, &service).await;
        sends_the_form(&mut window, &citizen).await;
        let first = office.citizen().slots_on(&service.id, "2026-11-24").await.remove(0);
        for _ in 0..first.free {
            office.citizen().books(&service.id, first.start).await.with_status(201);
        }
        window.presses("book").await;
        assert_eq!(window.status, 409, "{}", window.text());
        assert!(window.html.contains("role=\"alert\"") && window.html.contains("type=\"radio\""), "others are offered");
        let text = window.text();
        for kept in [&citizen.name, &citizen.shown_phone(), &citizen.email] {
            assert!(text.contains(kept.as_str()), "{kept} is kept: {text}");
        }
        window.presses("book").await;
        assert!(window.address.contains("/a/") && window.text().contains(&citizen.shown_phone()), "one press books the nearest: {}", window.text());
    }

    async fn r13_limits_are_told_on_the_review_and_nothing_is_lost(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slots = citizen.slots_on(&service.id, "2026-11-24").await;
        citizen.books(&service.id, slots[0].start).await.with_status(201);
        let mut window = opens_the_form(&office, &office.sample.service_elsewhere(&service.id)).await;
        sends_the_form(&mut window, &citizen).await;
        window.presses("book").await;
        assert_eq!(window.status, 422, "{}", window.text());
        assert!(window.text().contains("o tej samej porze") && window.text().contains(&citizen.email), "{}", window.text());
        for slot in [&slots[3], &slots[6]] {
            citizen.books(&service.id, slot.start).await.with_status(201);
        }
        let last = slots[slots.len() - 1].start.format("%H:%M").to_string();
        window.goes_to(&office.http.url(&format!("/s/{}/2026-11-24/{last}", service.id))).await;
        sends_the_form(&mut window, &citizen).await;
        window.presses("book").await;
        assert!(window.text().contains("największą dozwoloną liczbę"), "{}", window.text());
        assert!(window.forms().iter().all(|form| form.id != "review" || !form.html.contains("<button")), "only another day helps");
    }

    async fn law35_a_slip_in_the_mail_domain_is_a_hint_that_one_press_follows(office: Office) {
        let mut window = reviews(&office, "pl", "zofia@gmial.com").await;
        assert!(window.text().contains("zofia@gmail.com"), "{}", window.text());
        window.presses("email").await;
        assert!(window.text().contains("Zofia") && !window.html.contains("gmial"), "{}", window.text());
        window.presses("book").await;
        assert!(window.address.contains("/a/"), "{}", window.text());
        let mut stubborn = reviews(&office, "pl", "zofia@wp.lp").await;
        stubborn.presses("book").await;
        assert!(stubborn.address.contains("/a/"), "a hint is never a refusal: {}", stubborn.text());
        let mut wrong = opens_the_form(&office, &service(&office)).await;
        let form = wrong.form_with("phone").fill("name", "Zofia").fill("phone", "662 138 278").fill("email", "zofia@wp.p");
        wrong.sends(&form).await;
        assert!(wrong.text().contains("zofia@wp.pl"), "{}", wrong.text());
        let mut fixed = wrong.form_with("phone");
        fixed.fields.push(("fix".to_owned(), "email".to_owned()));
        wrong.sends(&fixed).await;
        assert!(wrong.address.ends_with("/review") && wrong.text().contains("zofia@wp.pl"), "{}", wrong.text());
    }

    async fn r01_no_address_ever_holds_what_was_typed_and_no_cookie_shows_it(office: Office) {
        for language in ["pl", "en", "uk"] {
            let mut window = reviews(&office, language, "zofia.tajna@gmial.com").await;
            let phone = window.text().split_whitespace().find(|word| word.starts_with("4860")).expect("a phone").to_owned();
            let cookie = window.cookie("okienko-draft").expect("a draft").to_owned();
            assert!(!cookie.contains("zofia") && !cookie.contains("Zofia") && !cookie.contains(&phone[2..]), "{cookie}");
            window.presses("email").await;
            window.presses("book").await;
            assert!(window.html.contains(&format!("<html lang=\"{language}\"")), "the whole way in {language}");
            assert!(window.text().contains(&phone), "{}", window.text());
            for address in &window.visited {
                let lower = address.to_lowercase();
                for secret in ["zofia", "tajna", "%40", "@", phone.as_str(), &phone[2..]] {
                    assert!(!lower.contains(secret), "{secret} in {address}");
                }
            }
        }
    }

    async fn law33_the_last_button_needs_the_page_before_it(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let mut window = opens_the_form(&office, &service).await;
        sends_the_form(&mut window, &citizen).await;
        let review = window.forms().into_iter().find(|form| form.id == "review").expect("a button");
        let before = office.citizen().slots_on(&service.id, "2026-11-24").await;
        window.sends(&review.clone().fill("csrf", "forged")).await;
        assert_eq!(window.status, 422, "{}", window.text());
        let mut stranger = Window::opens(&office.sample.pages.booking).await;
        let action = office.http.url(&review.action);
        stranger.sends(&okienko_tests::page::Form { action, ..review.clone() }).await;
        assert_eq!(stranger.status, 422, "{}", stranger.text());
        assert!(!stranger.html.contains(&citizen.email), "a stranger learns nothing");
        assert_eq!(office.citizen().slots_on(&service.id, "2026-11-24").await, before, "nothing was booked");
        window.sends(&review).await;
        assert!(window.address.contains("/a/"), "{}", window.text());
    }

    async fn r35_the_draft_is_kept_by_the_process_clock_and_the_term_is_judged_by_the_offices(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let mut window = opens_the_form(&office, &service).await;
        sends_the_form(&mut window, &citizen).await;
        office.clock(warsaw("2026-11-24", "12:00")).await;
        window.presses("book").await;
        assert_eq!(window.status, 422, "{}", window.text());
        assert!(window.text().contains("już minął") && window.text().contains(&citizen.email), "{}", window.text());
        assert!(window.html.contains("type=\"radio\""), "later terms are offered");
    }

    async fn r11_without_cookies_the_page_says_what_is_missing(office: Office) {
        let citizen = office.citizen();
        let mut window = opens_the_form(&office, &service(&office)).await;
        let form = window.form_with("phone");
        window.forgets("okienko");
        window.sends(&form.fill("name", "Zofia").fill("phone", &citizen.phone).fill("email", &citizen.email)).await;
        assert_eq!(window.status, 422);
        assert!(window.text().contains("nie przyjmuje plików cookie"), "{}", window.text());
        assert!(window.form_with("phone").fields.contains(&("email".to_owned(), citizen.email.clone())), "nothing is lost");
    }
}
