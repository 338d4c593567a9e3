//! A ticket without a booking, from the touch to the number.

use okienko_tests::on_both_engines;
use okienko_tests::time::warsaw;
use serde_json::json;

use crate::screen::{SIZES, Screen, shape};

on_both_engines! {
    async fn r31_people_ahead_are_told_before_the_ticket_is_taken(office: Office) {
        let service = office.sample.shared_service();
        office.kiosk().takes_ticket(&service.id).await.with_status(201);
        for (size, ahead) in SIZES.into_iter().zip(["1 osoba", "2 osoby"]) {
            let screen = Screen::opens(&office, size).await;
            let button = screen.finds(&service.id).await.text().await.expect("a text");
            assert!(button.contains(ahead), "{button}");
            screen.chooses(&service.id).await;
            let told = screen.is_at("ask").await.text().await.expect("a text");
            assert!(told.contains(ahead) && told.contains("Jeden bilet to jedna sprawa."), "{told}");
            screen.pictures("ask").await;
            screen.touches("[data-part=take]").await;
            let code = screen.ticket().await;
            assert!(code.starts_with(&service.letter), "{code}");
            screen.browser.reads(ahead).await;
            assert_eq!(screen.knows("document.querySelector('[data-part=qr] svg path + path').getAttribute('d').length > 500").await, json!(true));
            screen.pictures("ticket").await;
            screen.browser.closes().await;
        }
    }

    async fn r31_priority_is_offered_never_preselected_and_kept(office: Office) {
        let service = office.sample.shared_service();
        office.kiosk().takes_ticket(&service.id).await.with_status(201);
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.chooses(&service.id).await;
        screen.browser.sees("[data-part=classes] [data-key=disability]").await;
        let chosen = "document.querySelectorAll('[data-part=classes] [aria-pressed=true]').length";
        assert_eq!(screen.knows(chosen).await, json!(0));
        screen.touches("[data-part=classes] [data-key=pregnancy]").await;
        screen.touches("[data-part=classes] [data-key=disability]").await;
        assert_eq!(screen.knows(chosen).await, json!(1), "one reason at a time");
        screen.pictures("priority").await;
        screen.touches("[data-part=take]").await;
        let code = screen.ticket().await;
        screen.leaves().await;
        screen.chooses(&service.id).await;
        assert_eq!(screen.knows(chosen).await, json!(0), "nothing of the visitor before is left");
        screen.browser.closes().await;
        let called = office.clerk(&office.sample.desks_of(&service.id)[0]).await.calls_next().await.ok();
        assert_eq!((called.body["ticket"]["code"].as_str(), called.body["ticket"]["priority"].as_str()), (Some(code.as_str()), Some("disability")));
    }

    async fn r31_a_closed_service_stays_visible_and_says_when_it_opens(office: Office) {
        let service = office.sample.shared_service();
        office.clock(warsaw("2026-11-23", "20:00")).await;
        let screen = Screen::opens(&office, shape(&office)).await;
        let button = screen.finds(&service.id).await;
        assert_eq!(button.attr("data-shut").await.expect("an attribute").as_deref(), Some("closed"));
        assert!(button.text().await.expect("a text").contains("24.11"), "the day it opens");
        screen.chooses(&service.id).await;
        let said = screen.refusal().await;
        assert!(said.contains("nie są teraz wydawane") && said.contains("wtorek 24.11, godz. 07:30"), "{said}");
        screen.pictures("closed").await;
        screen.browser.closes().await;
    }

    async fn a_service_that_was_stopped_says_why_in_every_language(office: Office) {
        let service = office.sample.shared_service();
        let department = &office.sample.department_of(&service.id).id;
        let stop = format!("departments/{department}/services/{}/stop", service.id);
        let supervisor = okienko_tests::admin::supervisor(&office).await;
        office.http.post(&stop, Some(&supervisor), json!({ "reason": "fault" })).await.with_status(200);
        let screen = Screen::opens(&office, shape(&office)).await;
        let tile = screen.finds(&service.id).await.text().await.expect("a text");
        assert!(tile.contains("Dziś wstrzymane"), "{tile}");
        screen.chooses(&service.id).await;
        let said = screen.refusal().await;
        assert!(said.contains("nie wydajemy już biletów") && said.contains("awaria systemu informatycznego"), "{said}");
        screen.pictures("stopped").await;
        for (lang, words) in [("en", "a computer failure"), ("uk", "збій інформаційної системи")] {
            screen.touches(&format!("[data-language={lang}]")).await;
            let said = screen.refusal().await;
            assert!(said.contains(words), "{said}");
        }
        screen.browser.closes().await;
    }

    async fn r31_a_service_closed_since_the_screen_was_read_is_refused_with_its_opening(office: Office) {
        let service = office.sample.shared_service();
        let screen = Screen::opens(&office, shape(&office)).await;
        screen.chooses(&service.id).await;
        screen.is_at("ask").await;
        office.clock(warsaw("2026-11-23", "20:00")).await;
        screen.touches("[data-part=take]").await;
        let said = screen.refusal().await;
        assert!(said.contains("nie są teraz wydawane") && said.contains("07:30"), "{said}");
        screen.browser.closes().await;
    }
}
