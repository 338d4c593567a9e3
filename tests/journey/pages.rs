//! Single pages in a real browser, and what several journeys share.

use std::time::Duration;

use okienko_tests::browser::Browser;
use okienko_tests::{Office, on_both_engines};

/// The kiosk's address with its token in the fragment, as a kiosk computer is set up.
pub fn kiosk(office: &Office) -> String {
    let page = &office.sample.pages.kiosk;
    let token = office.sample.kiosk.token.as_deref().expect("the kiosk's token");
    if page.contains('#') { page.clone() } else { format!("{page}#token={token}") }
}

/// Opens the page of `desk` and signs its clerk on.
pub async fn signs_on(browser: &Browser, office: &Office, desk: &str) {
    let clerk = office.sample.clerks.iter().find(|clerk| clerk.desk == desk).expect("a clerk");
    browser.goes_to(&office.sample.pages.desk).await;
    if browser.evaluates("return document.querySelector('.desk-choices') !== null").await == true {
        browser.is_accessible().await;
        browser.presses(&format!("a[href$='/{desk}']")).await;
    }
    browser.types("#login", &clerk.login).await;
    browser.types("#password", clerk.password.as_deref().expect("a password")).await;
    browser.is_accessible().await;
    browser.presses("[data-part=login-form] button[type=submit]").await;
    browser.sees(".desk-primary:enabled").await;
}

/// Presses the desk's one big button, once its guard against a hasty second press has passed.
pub async fn presses_the_big_button(browser: &Browser) {
    tokio::time::sleep(Duration::from_millis(700)).await;
    browser.presses(".desk-primary:enabled").await;
}

/// Waits until the screens have said of so many calls that they announced them.
async fn announced(office: &Office, calls: u64) {
    let begun = std::time::Instant::now();
    loop {
        let metrics = office.http.get("/metrics", None).await.text;
        let line = metrics
            .lines()
            .find(|line| line.starts_with("okienko_announced_total "))
            .expect("the count of announced calls");
        let count: u64 = line.rsplit(' ').next().and_then(|count| count.parse().ok()).expect("a number");
        assert!(count <= calls, "{count} announced of {calls}");
        if count == calls {
            return;
        }
        assert!(begun.elapsed().as_secs() < 25, "{count} announced of {calls}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

on_both_engines! {
    async fn r22_the_kiosk_menu_has_the_entry_for_booked_visits_beside_the_walk_in_services(office: Office) {
        let browser = Browser::opens(1080, 1920).await;
        browser.goes_to(&kiosk(&office)).await;
        browser.reads("Potwierdzenie umówionej internetowo wizyty").await;
        let wanted: Vec<&str> = office.sample.services().map(|service| service.name.as_str()).collect();
        let mut seen = String::new();
        for _ in 0..wanted.len() {
            browser.sees(".kiosk-booked").await;
            seen += &browser.text().await;
            browser.presses("[data-part=more]").await;
        }
        for name in wanted {
            assert!(seen.contains(name), "{name} is on no page of the menu");
        }
        browser.closes().await;
    }

    async fn r25_the_kiosk_refuses_politely(office: Office) {
        let browser = Browser::opens(1080, 1920).await;
        browser.goes_to(&kiosk(&office)).await;
        browser.presses(".kiosk-booked").await;
        for digit in office.citizen().shown_phone().chars() {
            browser.presses(&format!("[data-digit='{digit}']")).await;
        }
        browser.presses("[data-part=confirm]").await;
        let said = browser.sees("section[data-screen=refusal] [data-part=refusal-title]").await.text().await;
        assert!(!said.expect("a text").is_empty());
        browser.is_accessible().await;
        browser.pictures("7-kiosk-refusal").await;
        browser.closes().await;
    }

    async fn r33_the_lobby_page_shows_calls_and_recalls_by_itself(office: Office) {
        let service = office.sample.shared_service();
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        let browser = Browser::opens(1920, 1080).await;
        browser.goes_to(&office.sample.pages.lobby).await;
        let ticket = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        clerk.calls_next().await.ok();
        browser.reads(&ticket.code).await;
        browser.sees("[data-part=please]").await;
        clerk.recalls().await.ok();
        browser.sees("[data-part=again]").await;
        browser.reads(&ticket.code).await;
        browser.pictures("7-lobby-recall").await;
        browser.closes().await;
    }

    async fn r33_a_call_of_a_department_with_a_shorter_journal_is_announced_too(office: Office) {
        let busy = office.sample.shared_service();
        let quiet = office.sample.service_elsewhere(&busy.id);
        for _ in 0..5 {
            office.kiosk().takes_ticket(&busy.id).await.with_status(201);
        }
        let browser = Browser::opens(1920, 1080).await;
        browser.goes_to(&office.sample.pages.lobby).await;
        browser.sees("[data-part=waiting] li").await;
        let clerk = office.clerk(&office.sample.desks_of(&busy.id)[0]).await;
        for _ in 0..2 {
            clerk.calls_next().await.ok();
            clerk.starts().await.ok();
            clerk.finishes().await.ok();
        }
        announced(&office, 2).await;
        let ticket = office.kiosk().takes_ticket(&quiet.id).await.with_status(201).ticket();
        office.clerk(&office.sample.desks_of(&quiet.id)[0]).await.calls_next().await.ok();
        announced(&office, 3).await;
        let large = browser.evaluates("return document.querySelector('[data-part=code]').textContent").await;
        assert_eq!(large, ticket.code.as_str());
        browser.closes().await;
    }

    async fn r32_the_desk_page_serves_a_visit_from_call_to_finish(office: Office) {
        let service = office.sample.shared_service();
        let ticket = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, &office.sample.desks_of(&service.id)[0]).await;
        presses_the_big_button(&browser).await;
        browser.sees(".desk-primary[data-command=start]").await;
        presses_the_big_button(&browser).await;
        browser.sees(".desk-primary[data-command=call-next]").await;
        browser.presses("button[data-command=finish]:enabled").await;
        let begun = std::time::Instant::now();
        while office.ticket_state(ticket.token()).await != "finished" {
            assert!(begun.elapsed().as_secs() < 10, "the visit is finished");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        browser.closes().await;
    }
}
