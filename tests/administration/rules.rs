//! What is set beside services, desks and hours: the card of a service, rules at the desk, warnings, classes of priority, roles of the office's own.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::on_both_engines;

use super::pages::{fills, sets, signs_on};
use super::*;

const CARD: &str = "/admin/departments/geodezja/services/numeracja?lang=pl";

/// What citizens read of a service.
async fn page_of(office: &Office, service: &str, lang: &str) -> String {
    reqwest::get(office.http.url(&format!("/s/{service}?lang={lang}")))
        .await
        .expect("a page")
        .text()
        .await
        .expect("a text")
}

fn service<'v>(department: &'v Value, id: &str) -> &'v Value {
    let all = department["services"].as_array().expect("services");
    all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

on_both_engines! {
    async fn the_card_of_a_service_is_written_in_three_languages_and_citizens_read_it(office: Office) {
        let keeper = Keeper::of(&office).await;
        keeper.puts(&["departments", "geodezja", "services", "mapy", "card"], Value::Null).await.with_status(200);
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/departments/geodezja?lang=pl").await;
        browser.presses("[data-list=services] li:first-child [data-part=card]").await;
        browser.sees("[data-part=work] h1").await;
        browser.presses("[data-add=bring]").await;
        browser.types_keys("wniosek o mapę").await;
        browser.reads("brak tłumaczenia: angielski, ukraiński").await;
        fills(&browser, "#field-card\\.bring\\.0\\.en", "the application for a map").await;
        browser.reads("brak tłumaczenia: ukraiński").await;
        fills(&browser, "#field-card\\.fee\\.en", "PLN 17").await;
        browser.presses("[data-group=\"card.online\"]").await;
        fills(&browser, "#field-card\\.online\\.note\\.pl", "Mapę można zamówić w portalu.").await;
        fills(&browser, "#field-card\\.online\\.url", "http://portal.example").await;
        fills(&browser, "#field-card\\.words", "działka\nplot").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Nie można zapisać. Proszę poprawić:").await;
        browser.reads("Adres musi zaczynać się od https://").await;
        browser.is_accessible().await;
        let wrong = "return document.getElementById('field-card.fee.pl').getAttribute('aria-invalid')";
        assert_eq!(browser.evaluates(wrong).await, "true", "Polish is never missing where another language is there");
        fills(&browser, "#field-card\\.fee\\.pl", "17 zł").await;
        fills(&browser, "#field-card\\.online\\.url", "https://portal.example").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano. Zmiany już działają.").await;
        browser.pictures("administration-card-1280").await;
        let saved = service(&keeper.department("geodezja").await, "mapy").clone();
        let card = json!({
            "bring": [{ "pl": "wniosek o mapę", "en": "the application for a map" }], "fee": { "pl": "17 zł", "en": "PLN 17" },
            "online": { "note": { "pl": "Mapę można zamówić w portalu." }, "url": "https://portal.example" },
            "words": ["działka", "plot"],
        });
        assert_eq!(saved["card"], card);
        assert!(saved.get("thresholds").is_none(), "what was not changed is not written");
        for (lang, words) in [("pl", "17 zł"), ("en", "PLN 17"), ("uk", "wniosek o mapę")] {
            assert!(page_of(&office, "mapy", lang).await.contains(words), "{lang}: {words}");
        }
        browser.presses("[data-part=undo]").await;
        browser.reads("Cofnięto zmianę.").await;
        assert!(!page_of(&office, "mapy", "pl").await.contains("17 zł"));
        browser.closes().await;
    }

    async fn warnings_of_a_service_are_set_and_marks_that_contradict_each_other_are_not(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(320, 800).await;
        browser.is_shown(320, 800, Scheme::Light).await;
        signs_on(&browser, &office, CARD).await;
        fills(&browser, "#field-thresholds\\.people\\.critical", "1").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Alarm nie może być niższy niż ostrzeżenie; najwyżej 1000.").await;
        browser.fits_its_width().await;
        fills(&browser, "#field-thresholds\\.people\\.warning", "1").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano. Zmiany już działają.").await;
        office.kiosk().takes_ticket("numeracja").await.with_status(201);
        let wall = office.http.get("wall", Some(&keeper.token)).await.with_status(200).body;
        let all = wall["departments"].as_array().expect("departments");
        let view = all.iter().find(|one| one["view"]["department"]["id"] == "geodezja").expect("a department");
        assert_eq!(service(&view["view"], "numeracja")["level"], "critical");
        browser.closes().await;
    }

    async fn rules_at_the_desk_and_of_booking_are_set_and_hold(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/departments/geodezja?lang=pl").await;
        fills(&browser, "#field-desk_rules\\.undo_seconds", "900").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Dozwolony zakres: 0–600.").await;
        fills(&browser, "#field-desk_rules\\.undo_seconds", "45").await;
        fills(&browser, "#field-desk_rules\\.recall_after_seconds", "30").await;
        fills(&browser, "#field-close_tickets_after_minutes", "20").await;
        fills(&browser, "#field-booking\\.per_email_and_day", "2").await;
        sets(&browser, "#field-booking\\\\.release_hour", "08:00").await;
        browser.presses("[data-group=\"booking.rest_minutes\"]").await;
        browser.presses("[data-path=\"booking.confirm_email\"]").await;
        fills(&browser, "#field-booking\\.confirm_minutes", "30").await;
        browser.is_accessible().await;
        browser.pictures("administration-rules-1280").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano. Zmiany już działają.").await;
        let saved = keeper.department("geodezja").await;
        let rules = &saved["desk_rules"];
        assert_eq!((&rules["undo_seconds"], &rules["recall_after_seconds"]), (&json!(45), &json!(30)));
        assert_eq!(saved["close_tickets_after_minutes"], 20);
        let booking = &saved["booking"];
        assert_eq!((&booking["per_email_and_day"], &booking["release_hour"]), (&json!(2), &json!("08:00:00")));
        assert_eq!((&booking["rest_minutes"]["last"], &booking["confirm_minutes"]), (&json!(30), &json!(30)));
        office.kiosk().takes_ticket("mapy").await.with_status(201);
        let clerk = office.clerk("1").await;
        clerk.calls_next().await.ok();
        clerk.recalls().await.with_status(409).refused_with("too_soon");
        // What may be empty is taken away by emptying it.
        for css in ["#field-close_tickets_after_minutes", "#field-booking\\\\.per_email_and_day", "#field-booking\\\\.release_hour"] {
            sets(&browser, css, "").await;
        }
        browser.presses("[data-group=\"booking.rest_minutes\"]").await;
        browser.sees("[data-part=unsaved]").await;
        browser.presses("[data-part=save]").await;
        let begun = std::time::Instant::now();
        while browser.evaluates("return document.querySelector('[data-part=unsaved]').hidden").await == false {
            assert!(begun.elapsed().as_secs() < 20, "never saved: {}", browser.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let saved = keeper.department("geodezja").await;
        assert!(["per_email_and_day", "release_hour", "rest_minutes"].iter().all(|key| saved["booking"].get(key).is_none()), "{saved}");
        assert!(saved.get("close_tickets_after_minutes").is_none());
        browser.closes().await;
    }

    async fn classes_of_priority_roles_and_notices_of_the_office_are_set_and_used(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/office?lang=pl").await;
        browser.presses("[data-add=priorities]").await;
        browser.types_keys("Rodzina wielodzietna").await;
        browser.presses("[data-add=roles]").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Nazwa roli ma litery, cyfry i łączniki").await;
        browser.reads("Rola musi mieć co najmniej jedno uprawnienie.").await;
        browser.is_accessible().await;
        fills(&browser, "#field-roles\\.0\\.name", "informacja").await;
        browser.presses("[data-list=roles] [data-right][value=visits]").await;
        browser.presses("[data-part=factor-roles] label:last-child input").await;
        browser.pictures("administration-roles-1280").await;
        browser.presses("[data-path=\"office.notices.not_collected\"]").await;
        fills(&browser, "#field-office\\.notices\\.sms\\.near", "3").await;
        browser.pictures("administration-notices-1280").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano. Zmiany już działają.").await;
        let document = keeper.reads().await["document"].clone();
        let classes = json!(["act", "disability", "pregnancy", "rodzina-wielodzietna"]);
        assert_eq!(document["office"]["priority_classes"], classes);
        assert_eq!(document["office"]["kiosk"]["priority_names"]["rodzina-wielodzietna"], json!({ "pl": "Rodzina wielodzietna" }));
        assert_eq!(document["roles"], json!([{ "name": "informacja", "rights": ["visits"] }]));
        assert_eq!(document["office"]["security"]["second_factor"], json!(["informacja"]));
        let notices = &document["office"]["notices"];
        assert_eq!((&notices["not_collected"], &notices["sms"]["near"]), (&json!(false), &json!(3)));
        let kiosk = office.kiosk();
        let setup = office.http.get("kiosk/setup", Some(&kiosk.token)).await.with_status(200).body;
        assert_eq!(setup["priority_classes"][3]["name"]["pl"], "Rodzina wielodzietna", "{setup}");
        let ticket = kiosk.takes_priority_ticket("mapy", "rodzina-wielodzietna").await.with_status(201).ticket();
        office.kiosk().takes_ticket("mapy").await.with_status(201);
        let clerk = office.clerk("1").await;
        clerk.calls_next().await.ok();
        assert_eq!(clerk.view().await["current"]["code"], json!(ticket.code));
        browser.closes().await;
    }

    async fn what_the_law_asks_for_is_written_and_published(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/law?lang=pl").await;
        fills(&browser, "#field-office\\.law\\.privacy\\.officer", "iod@nowy.example").await;
        fills(&browser, "#field-office\\.law\\.declaration\\.email", "to nie adres").await;
        browser.presses("[data-add=recipients]").await;
        browser.presses("[data-part=save]").await;
        browser.reads("To nie jest adres e-mail.").await;
        browser.reads("To pole jest wymagane.").await;
        browser.is_accessible().await;
        fills(&browser, "#field-office\\.law\\.declaration\\.email", "dostepnosc@nowy.example").await;
        fills(&browser, "#field-office\\.law\\.privacy\\.recipients\\.1\\.pl", "operator bramki SMS").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano. Zmiany już działają.").await;
        browser.pictures("administration-law-saved-1280").await;
        let law = keeper.reads().await["document"]["office"]["law"].clone();
        assert_eq!(law["privacy"]["recipients"][1], json!({ "pl": "operator bramki SMS" }), "{law}");
        assert!(law["privacy"].get("basis").is_none() && law["declaration"]["gaps"][0]["uk"].is_string(), "{law}");
        for (path, words) in [("/privacy?lang=pl", "operator bramki SMS"), ("/accessibility?lang=pl", "dostepnosc@nowy.example")] {
            let page = reqwest::get(office.http.url(path)).await.expect("a page").text().await.expect("a text");
            assert!(page.contains(words), "{path}: {words}");
        }
        browser.closes().await;
    }
}
