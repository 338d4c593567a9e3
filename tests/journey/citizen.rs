//! A citizen books in a real browser: without script, with the keyboard alone, on a narrow phone; law lines 1, 7, 9.

use okienko_tests::browser::Browser;
use okienko_tests::on_both_engines;

use thirtyfour::prelude::*;

/// The Enter key (WebDriver §17.4.2).
const ENTER: &str = "\u{e007}";
/// What a first view may weigh, bytes on the wire.
const MOST: u64 = 130 * 1024;

on_both_engines! {
    async fn law09_every_step_works_without_script(office: Office) {
        let (service, citizen) = (office.sample.shared_service(), office.citizen());
        let browser = Browser::opens_without_script(412, 915).await;
        browser.goes_to("data:text/html,<title>x</title><p>bez</p><script>document.title='ran'</script>").await;
        browser.reads("bez").await;
        assert_eq!(browser.driver().title().await.expect("a title"), "x", "no script runs in this window");
        browser.goes_to(&office.sample.pages.booking).await;
        browser.types("#q", &service.name).await;
        browser.presses(".search button").await;
        browser.presses(&format!("a.service-link[href*='/{}']", service.id)).await;
        browser.presses("a.day[href*='2026-11-25']").await;
        browser.presses("a.hour[href*='2026-11-25']").await;
        browser.types("#name", &citizen.name).await;
        browser.types("#phone", "12").await;
        browser.types("#email", "wislawa@gmial.com").await;
        browser.presses("#booking button[data-size=lg]").await;
        browser.sees("[role=alert] a[href='#phone']").await;
        browser.driver().find(By::Id("phone")).await.expect("a field").clear().await.expect("cleared");
        browser.types("#phone", &citizen.phone).await;
        browser.presses("#booking button[data-size=lg]").await;
        browser.presses(".mail-hint button").await;
        browser.reads("wislawa@gmail.com").await;
        browser.presses("#review button[type=submit]").await;
        browser.reads(&citizen.shown_phone()).await;
        browser.reads("25/11/2026").await;
        assert!(browser.address().await.contains("/a/"), "{}", browser.address().await);
        browser.closes().await;
    }

    async fn law01_the_keyboard_alone_leads_to_a_confirmed_visit(office: Office) {
        let (service, citizen) = (office.sample.shared_service(), office.citizen());
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&office.sample.pages.booking).await;
        browser.tabs_to("a.ok-skip").await;
        browser.tabs_to(&format!("a.service-link[href*='/{}']", service.id)).await;
        let ring = "return getComputedStyle(document.activeElement.closest('.service')).outlineStyle";
        assert_eq!(browser.evaluates(ring).await, "solid", "the focus is seen");
        browser.types_keys(ENTER).await;
        browser.sees(".calendar").await;
        browser.tabs_to("a.day[href*='2026-11-26']").await;
        browser.types_keys(ENTER).await;
        browser.sees(".hours").await;
        browser.tabs_to("a.hour").await;
        browser.types_keys(ENTER).await;
        browser.sees("#booking").await;
        browser.tabs_to("#booking button[type=submit]").await;
        browser.types_keys(ENTER).await;
        browser.sees("[role=alert]").await;
        let focus = "return document.activeElement.getAttribute('role')";
        assert_eq!(browser.evaluates(focus).await, "alert", "after a mistake the focus is at the summary (law line 4)");
        browser.tabs_to("[role=alert] a[href='#name']").await;
        browser.types_keys(ENTER).await;
        assert_eq!(browser.evaluates("return document.activeElement.id").await, "name", "its link leads to the field");
        browser.types_keys(&citizen.name).await;
        browser.tabs_to("#phone").await;
        browser.types_keys(&citizen.phone).await;
        browser.tabs_to("#email").await;
        browser.types_keys(&citizen.email).await;
        browser.types_keys(ENTER).await;
        browser.sees("#review").await;
        browser.tabs_to("#review button[type=submit]").await;
        browser.types_keys(ENTER).await;
        browser.reads("26/11/2026").await;
        browser.reads(&citizen.shown_phone()).await;
        browser.closes().await;
    }

    async fn law07_no_page_is_wider_than_a_small_phone_and_all_pass_axe(office: Office) {
        let service = office.sample.shared_service();
        let browser = Browser::opens(500, 900).await;
        let narrow = serde_json::json!({ "width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        browser.commands("Emulation.setDeviceMetricsOverride", narrow).await;
        for scheme in ["light", "dark"] {
            let wish = serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            browser.commands("Emulation.setEmulatedMedia", wish).await;
            for language in ["pl", "en", "uk"] {
                let day = format!("/s/{}/2026-11-24", service.id);
                for page in ["/".to_owned(), "/?q=xyz".into(), "/s/numeracja".into(), format!("/s/{}", service.id), day.clone(), format!("{day}/09:00")] {
                    let joint = if page.contains('?') { '&' } else { '?' };
                    browser.goes_to(&office.http.url(&format!("{page}{joint}lang={language}"))).await;
                    let wider = browser.evaluates("return document.documentElement.scrollWidth - innerWidth").await;
                    assert!(wider.as_i64().is_some_and(|pixels| pixels <= 0), "{page} {language} {scheme}: {wider}");
                    browser.is_accessible().await;
                }
            }
        }
        browser.closes().await;
    }

    async fn r01_the_first_view_is_light_and_nothing_comes_from_elsewhere(office: Office) {
        let service = office.sample.shared_service();
        for page in ["/".to_owned(), format!("/s/{}", service.id), format!("/s/{}/2026-11-24/09:00", service.id)] {
            let browser = Browser::opens(412, 915).await;
            browser.goes_to(&office.http.url(&page)).await;
            browser.evaluates("return document.fonts.ready.then(() => 1)").await;
            let loaded = browser.evaluates(
                "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] \
                 .map(entry => [entry.name, entry.transferSize])",
            ).await;
            let loaded = loaded.as_array().expect("a list").clone();
            let total: u64 = loaded.iter().filter_map(|one| one[1].as_u64()).sum();
            assert!(total > 10_000 && total <= MOST, "{page}: {total} bytes: {loaded:?}");
            for one in &loaded {
                let name = one[0].as_str().unwrap_or("");
                assert!(name.starts_with(&office.http.url("/")) || name.starts_with("data:"), "{name} at {page}");
            }
            let refused = "return new Promise(tell => { const seen = []; \
                 new ReportingObserver(all => seen.push(...all.map(one => one.body.effectiveDirective)), \
                 { types: ['csp-violation'], buffered: true }).observe(); setTimeout(() => tell(seen), 300); })";
            assert_eq!(browser.evaluates(refused).await, serde_json::json!([]), "the content policy at {page}");
            browser.closes().await;
        }
    }
}
