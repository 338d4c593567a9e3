//! Every refusal of R25 and the others, each as its own sentence with what to do next.

use chrono::TimeDelta;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Citizen, Office, on_both_engines};
use serde_json::json;

use crate::screen::{Screen, shape};

/// A citizen with a visit at the first term after this hour of that Monday.
async fn booked(office: &Office, hour: &str) -> (Citizen, When, String) {
    let (citizen, service) = (office.citizen(), office.sample.shared_service());
    let slot = citizen.slot_after(&service.id, warsaw("2026-11-23", hour)).await;
    let visit = citizen.books(&service.id, slot.start).await.with_status(201);
    (citizen, slot.start, visit.str("token").to_owned())
}

/// Types the number and insists on this sentence, on advice, on a way on, and that no ticket is there.
async fn refused(screen: &Screen, phone: &str, sentence: &str, advice: &str) {
    screen.checks_in(phone).await;
    says(screen, sentence, advice).await;
    assert!(!screen.browser.text().await.contains(phone), "the number is not repeated");
    screen.touches("section[data-screen=refusal] .kiosk-primary").await;
    if screen.knows("document.body.dataset.screen").await != json!("start") {
        screen.leaves().await;
    }
}

async fn says(screen: &Screen, sentence: &str, advice: &str) {
    let said = screen.refusal().await;
    assert!(said.contains(sentence) && said.contains(advice), "{said}");
    assert_eq!(screen.knows("document.querySelector('[data-part=code]').textContent").await, "");
}

on_both_engines! {
    async fn r25_each_refusal_has_its_own_sentence_and_says_what_to_do(office: Office) {
        let screen = Screen::opens(&office, shape(&office)).await;
        let (early, start, _) = booked(&office, "10:00").await;
        let opens = (start - TimeDelta::minutes(30)).format("%H:%M").to_string();
        refused(&screen, &early.phone, "Jest jeszcze za wcześnie", &format!("od godziny {opens}")).await;
        let tomorrow = office.citizen();
        let slot = tomorrow.slot_after(&office.sample.shared_service().id, warsaw("2026-11-24", "10:00")).await;
        tomorrow.books(&office.sample.shared_service().id, slot.start).await.with_status(201);
        refused(&screen, &tomorrow.phone, "Na dziś nie ma wizyty", "sprawdzić dzień").await;
        let (cancelled, _, token) = booked(&office, "11:00").await;
        cancelled.cancels(&token).await.ok();
        office.clock(start - TimeDelta::minutes(20)).await;
        refused(&screen, &cancelled.phone, "Ta wizyta została odwołana", "umówić nowy termin").await;
        screen.checks_in(&early.phone).await;
        screen.ticket().await;
        screen.leaves().await;
        refused(&screen, &early.phone, "został już odebrany", "zwrócić się do pracownika").await;
        let (late, start, _) = booked(&office, "12:00").await;
        office.clock(start + TimeDelta::minutes(1)).await;
        refused(&screen, &late.phone, "Umówiona godzina już minęła", "wziąć bilet bez rezerwacji").await;
        refused(&screen, &office.citizen().phone, "Nie znaleźliśmy rezerwacji", "Można też wziąć bilet").await;
        refused(&screen, "00482718", "numer telefonu jest niepełny", "wszystkie cyfry").await;
        screen.checks_in_by_code("000000").await;
        says(&screen, "Nie znaleźliśmy wizyty o tym kodzie", "sześć cyfr").await;
        screen.browser.closes().await;
    }

    async fn r25_too_many_unknown_numbers_are_answered_with_patience_and_a_person(office: Office) {
        for _ in 0..10 {
            office.kiosk().check_in_by_phone(&office.citizen().phone).await.refused_with("unknown_phone");
        }
        let screen = Screen::opens(&office, shape(&office)).await;
        refused(&screen, &office.citizen().phone, "Za dużo nieudanych prób", "pomoc pracownika").await;
        screen.browser.closes().await;
    }

    async fn r25_after_an_unknown_number_one_may_type_again_or_use_the_code_or_take_a_ticket(office: Office) {
        let screen = Screen::opens(&office, shape(&office)).await;
        let unknown = office.citizen().phone;
        for (advice, at) in [(0, "keypad"), (1, "keypad"), (2, "start")] {
            screen.checks_in(&unknown).await;
            screen.refusal().await;
            screen.touches(&format!("[data-part=advice-{advice}]")).await;
            screen.is_at(at).await;
            let title = screen.knows("document.querySelector('[data-part=keypad-title]').textContent").await;
            assert_eq!(title.as_str().is_some_and(|title| title.contains("kod z listu")), advice == 1, "{title}");
            if at == "keypad" {
                screen.leaves().await;
            }
        }
        screen.browser.closes().await;
    }

    async fn r31_a_server_that_is_away_is_said_so_and_asking_again_is_one_ticket(office: Office) {
        let service = office.sample.shared_service();
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.chooses(&service.id).await;
        screen.is_at("ask").await;
        office.kill();
        screen.touches("[data-part=take]").await;
        says(&screen, "nie ma teraz połączenia", "nie dostaną Państwo dwóch biletów").await;
        office.restart_in_place().await;
        screen.touches("[data-part=advice-0]").await;
        let code = screen.ticket().await;
        assert_eq!(code, format!("{}001", service.letter));
        let second = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        assert_eq!(second.number(), 2, "one ticket was given for the two touches");
        screen.browser.closes().await;
    }

    async fn r31_every_touch_is_answered_in_the_same_task_also_with_the_server_away(office: Office) {
        let service = office.sample.shared_service();
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.chooses(&service.id).await;
        office.kill();
        // One task: the touch, then a look at the page before anything else may run.
        let pressed = "const take = document.querySelector('[data-part=take]'); \
                       take.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true})); return 'pressed' in take.dataset";
        assert_eq!(screen.browser.evaluates(pressed).await, json!(true));
        let waiting = "document.querySelector('[data-part=take]').click(); return document.body.dataset.screen";
        assert_eq!(screen.browser.evaluates(waiting).await, "wait");
        let touched = "document.querySelector('section[data-screen=wait]').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true})); \
                       return document.querySelector('[data-part=wait-more]').textContent";
        assert!(screen.browser.evaluates(touched).await.as_str().is_some_and(|said| said.contains("dotknięcie zostało przyjęte")));
        screen.refusal().await;
        screen.browser.closes().await;
    }
}
