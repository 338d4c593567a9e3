//! The page in a real browser.

use chrono::TimeDelta;
use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::{Office, on_both_engines};

/// A morning with something to tell.
async fn morning(office: &Office) {
    let (clerk, other) = (office.clerk("9").await, office.clerk("10").await);
    let citizen = office.citizen();
    let slot = citizen.slot_after("meldunki", office.now() + TimeDelta::hours(2)).await;
    citizen.books("meldunki", slot.start).await.with_status(201);
    for number in 0..14 {
        office
            .kiosk()
            .takes_ticket(["meldunki", "dowody-osobiste", "zaswiadczenia"][number % 3])
            .await
            .with_status(201);
        office.advance_seconds(40 + 37 * (number as i64 % 5)).await;
        let clerk = if number % 2 == 0 { &clerk } else { &other };
        clerk.calls_next().await.ok();
        office.advance_seconds(25).await;
        if number % 6 == 5 {
            clerk.no_show().await.ok()
        } else {
            clerk.starts().await.ok()
        };
        office.advance_seconds(100 + 53 * (number as i64 % 4)).await;
    }
    office.clock(slot.start - TimeDelta::minutes(12)).await;
    office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201);
}

async fn signs_on(browser: &Browser, office: &Office, query: &str) {
    browser.goes_to(&office.http.url(&format!("/reports?{query}"))).await;
    let root = &office.sample.admin;
    browser.signs_on(&root.login, root.password.as_deref()).await;
    browser.sees("[data-part=report] .rep-table").await;
}

on_both_engines! {
    async fn a_report_is_read_asked_anew_and_printed(office: Office) {
        morning(&office).await;
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&office.http.url("/reports?lang=pl")).await;
        browser.sees("#login").await;
        browser.is_accessible().await;
        signs_on(&browser, &office, "lang=pl&by=hour").await;
        browser.reads("Czas oczekiwania").await;
        browser.is_accessible().await;
        browser.pictures("reports-1280").await;
        browser.evaluates("document.querySelector('figure').scrollIntoView()").await;
        browser.pictures("reports-1280-charts").await;
        browser.evaluates("document.querySelector('#times-title').scrollIntoView()").await;
        browser.pictures("reports-1280-tables").await;
        browser.reads("Miejsca w terminach: zaplanowane, umówione, wykorzystane").await;
        let planned = "return Number(document.querySelector('[aria-labelledby=capacity-title] tfoot td').textContent)";
        assert!(browser.evaluates(planned).await.as_f64() > Some(0.0), "the day planned places");
        browser.evaluates("document.querySelector('#capacity-title').scrollIntoView()").await;
        browser.pictures("reports-1280-places").await;
        browser.evaluates("scrollTo(0, 0)").await;
        assert_eq!(browser.evaluates("return document.querySelectorAll('svg[role=img] title').length").await, 2, "two charts with a name");
        // Another question, by the form; the address holds it.
        browser.evaluates("document.querySelector('#by').value = 'person'").await;
        browser.presses("[data-part=ask] button[type=submit]").await;
        browser.reads("Obejrzenie ich zapisano w dzienniku dostępu").await;
        assert!(browser.address().await.contains("by=person"));
        browser.reads("stanowisko-9").await;
        assert_eq!(browser.evaluates("return document.activeElement.dataset.part").await, "title", "the focus is on the answer");
        browser.is_accessible().await;
        browser.driver().back().await.expect("back");
        browser.reads("Tabela: godzina").await;
    }

    async fn a_wrong_period_is_said_and_nothing_is_lost(office: Office) {
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "lang=pl").await;
        browser.presses("input[value=between]").await;
        browser.evaluates("document.querySelector('#from').value = '2026-11-23'; document.querySelector('#to').value = '2026-11-20'").await;
        browser.presses("[data-part=ask] button[type=submit]").await;
        browser.reads("dzień „od” nie późniejszy niż „do”").await;
        browser.is_accessible().await;
        assert_eq!(browser.evaluates("return document.querySelector('#to').value").await, "2026-11-20", "the form stays as it was");
    }

    async fn on_a_small_screen_only_tables_and_charts_scroll(office: Office) {
        morning(&office).await;
        let browser = Browser::opens(1280, 900).await;
        browser.is_shown(320, 900, Scheme::Light).await;
        signs_on(&browser, &office, "lang=uk&by=desk").await;
        browser.is_accessible().await;
        browser.fits_its_width().await;
        browser.pictures("reports-320").await;
        browser.evaluates("document.querySelector('#report-title').scrollIntoView()").await;
        browser.pictures("reports-320-figures").await;
        browser.evaluates("document.querySelector('figure').scrollIntoView()").await;
        browser.pictures("reports-320-charts").await;
    }

    async fn a_clerk_is_told_that_reports_are_not_for_clerks(office: Office) {
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&office.http.url("/reports?lang=en")).await;
        let clerk = &office.sample.clerks[0];
        browser.signs_on(&clerk.login, clerk.password.as_deref()).await;
        browser.reads("Reports are for those who oversee others").await;
    }
}
