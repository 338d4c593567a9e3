//! The administrator's page of devices and the desk's list of tickets without paper, in a real browser.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::on_both_engines;

use super::*;

async fn signs_on(browser: &Browser, office: &Office, path: &str) {
    browser.goes_to(&office.http.url(path)).await;
    browser.signs_on(&office.sample.admin.login, office.sample.admin.password.as_deref()).await;
    browser.sees("[data-part=work]").await;
}

on_both_engines! {
    async fn the_page_of_devices_is_accessible_in_every_language_width_and_scheme(office: Office) {
        reports(&office, "near_end").await;
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/devices?lang=pl").await;
        for (width, height) in [(320, 800), (1280, 900)] {
            for scheme in [Scheme::Light, Scheme::Dark] {
                browser.is_shown(width, height, scheme).await;
                for lang in ["pl", "en", "uk"] {
                    browser.goes_to(&office.http.url(&format!("/admin/devices?lang={lang}"))).await;
                    browser.sees(".device[data-mood=warning]").await;
                    browser.sees("[data-part=preview]").await;
                    browser.is_accessible().await;
                    browser.fits_its_width().await;
                    browser.pictures(&format!("devices-{lang}-{width}-{}", scheme.word())).await;
                }
            }
        }
        browser.closes().await;
    }

    async fn the_administrator_sees_every_device_and_asks_the_kiosk(office: Office) {
        reports(&office, "paper_end").await;
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&office.http.url("/admin?lang=pl")).await;
        browser.sees("#login").await;
        browser.is_accessible().await;
        signs_on(&browser, &office, "/admin?lang=pl").await;
        browser.reads("brak papieru").await;
        browser.sees(".device[data-mood=ill]").await;
        browser.is_accessible().await;
        browser.pictures("devices-admin").await;
        let kiosk = ".device[data-mood=ill]";
        browser.presses(&format!("{kiosk} [data-wish=test_print]")).await;
        browser.reads("Czeka na wykonanie: Wydruk próbny").await;
        let told = wishes(&reports(&office, "ready").await);
        assert_eq!(told[0]["kind"], "test_print");
        browser.sees(".device[data-mood=well]").await;
        for words in ["gotowa", "zostało na 310 biletów", "wystarczy do około", "1 z dziś: ktoś trzyma numer"] {
            browser.reads(words).await;
        }
        browser.closes().await;
    }

    async fn a_screen_is_let_in_by_its_code_and_taken_out(office: Office) {
        let pairing = office.http.post("pairings", None, json!({ "kind": "kiosk" })).await.with_status(201);
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/devices?lang=pl").await;
        browser.types("#code", pairing.str("code")).await;
        browser.types("#name", "Hol, przy windzie\n").await;
        browser.reads("Dodano urządzenie „Hol, przy windzie”.").await;
        let polled = office.http.get(&format!("pairings/{}", pairing.str("poll_token")), None).await.with_status(200);
        let token = polled.str("token").to_owned();
        office.http.post("kiosk/health", Some(&token), health("near_end")).await.with_status(200);
        browser.sees(".device[data-mood=warning]").await;
        browser.is_accessible().await;
        browser.evaluates("window.confirm = () => true; return 1").await;
        browser.presses(".device[data-mood=warning] [data-part=revoke]").await;
        browser.reads("Odłączono urządzenie „Hol, przy windzie”.").await;
        browser.reads("odłączone").await;
        office.http.get("kiosk/setup", Some(&token)).await.with_status(401).refused_with("unauthorized");
        browser.closes().await;
    }

    async fn the_settings_are_saved_and_a_mistake_is_shown_where_it_is(office: Office) {
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/devices?lang=pl").await;
        browser.reads("PIN nie jest ustawiony").await;
        browser.sees("[data-part=preview]").await;
        browser.types("#pin", "1234").await;
        browser.presses("[data-part=settings] button[type=submit]").await;
        browser.reads("PIN musi mieć od 6 do 12 cyfr").await;
        browser.is_accessible().await;
        browser.pictures("devices-settings-refused").await;
        browser.types("#pin", "567890").await;
        browser.presses("[data-part=settings] button[type=submit]").await;
        browser.reads("PIN jest ustawiony").await;
        browser.reads("Zapisano.").await;
        let settings = Keeper::of(&office).await.gets("kiosk-settings").await.with_status(200).body;
        assert_eq!((&settings["pin_set"], &settings["template"]), (&json!(true), &Value::Null), "the house's layout stays the house's");
        browser.closes().await;
    }

    async fn a_ticket_without_paper_is_shown_at_the_desk_and_printed_again(office: Office) {
        let service = office.sample.shared_service();
        let desk = office.sample.desks_of(&service.id)[0].clone();
        let clerk = office.sample.clerks.iter().find(|clerk| clerk.desk == desk).expect("a clerk");
        let (kiosk, browser) = (office.kiosk(), Browser::opens(1366, 900).await);
        browser.goes_to(&office.http.url(&format!("/desk/{desk}?lang=pl"))).await;
        browser.signs_on(&clerk.login, clerk.password.as_deref()).await;
        browser.sees(".desk-primary:enabled").await;
        let shown = "return document.querySelector('[data-part=unprinted]').hidden";
        assert_eq!(browser.evaluates(shown).await, true, "no list without a reason");
        let mut tickets = Vec::new();
        for reason in ["paper_end", "unsure"] {
            let ticket = kiosk.takes_ticket(&service.id).await.with_status(201).ticket();
            kiosk.post(&format!("kiosk/tickets/{}/paper", ticket.id), json!({ "state": "failed", "reason": reason })).await.with_status(200);
            tickets.push(ticket);
        }
        browser.sees("[data-part=unprinted-list] li:nth-child(2)").await;
        for words in ["Bilety bez wydruku", "brak papieru", "nie wiadomo, czy bilet wyszedł z drukarki", "Kiosk 1"] {
            browser.reads(words).await;
        }
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.is_shown(1366, 900, scheme).await;
            browser.is_accessible().await;
            browser.pictures(&format!("devices-desk-{}", scheme.word())).await;
        }
        browser.presses("[data-part=unprinted-list] li:nth-child(1) [data-act=reprint]").await;
        browser.reads(&format!("Bilet {} drukuje: Kiosk 1.", tickets[0].code)).await;
        assert_eq!(wishes(&reports(&office, "ready").await)[0]["ticket"]["code"], tickets[0].code.as_str());
        kiosk.post(&format!("kiosk/tickets/{}/paper", tickets[0].id), json!({ "state": "printed" })).await.with_status(200);
        browser.presses("[data-part=unprinted-list] li[data-key$='t2'] [data-act='unprinted/told']").await;
        browser.reads(&format!("Numer {} przekazano ustnie.", tickets[1].code)).await;
        let begun = std::time::Instant::now();
        while browser.evaluates(shown).await != true {
            assert!(begun.elapsed().as_secs() < 15, "the list goes when nobody misses a paper");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        browser.closes().await;
    }
}
