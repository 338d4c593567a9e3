//! The one menu of the pages of staff: what is open to whom, the present page marked, one sign-on for all of them, and narrow screens.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::on_both_engines;
use okienko_tests::sample::Login;

use super::*;

/// The links that are shown, by where they lead, and the one that is marked.
async fn menu(browser: &Browser) -> (Vec<String>, Option<String>) {
    browser.sees("[data-part=menu] a").await;
    let script = "return Array.from(document.querySelectorAll('[data-part=menu] a')).filter(one => one.checkVisibility()).map(one => [one.pathname, one.getAttribute('aria-current')])";
    let told = browser.evaluates(script).await;
    let all: Vec<(String, Option<String>)> = serde_json::from_value(told).expect("links");
    let marked = all.iter().find(|(_, mark)| mark.as_deref() == Some("page")).map(|(path, _)| path.clone());
    (all.into_iter().map(|(path, _)| path).collect(), marked)
}

async fn signs_on(browser: &Browser, office: &Office, path: &str, Login { login, password }: &Login) {
    browser.goes_to(&office.http.url(path)).await;
    browser.signs_on(login, password.as_deref()).await;
    browser.sees("[data-part=work]").await;
}

const EVERYTHING: [&str; 14] = [
    "/admin/office",
    "/admin/letters",
    "/admin/law",
    "/admin/history",
    "/admin/devices",
    "/admin/boards",
    "/admin/accounts",
    "/admin/privacy",
    "/account",
    "/wall",
    "/reports",
    "/admin/audit",
    "/desk",
    "/staff",
];

on_both_engines! {
    async fn the_administrator_finds_every_page_and_signs_on_once(office: Office) {
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/departments/geodezja?lang=pl", &office.sample.admin).await;
        assert_eq!(menu(&browser).await, (EVERYTHING.map(str::to_owned).to_vec(), Some("/admin/office".into())));
        // The head is as wide as what is below it.
        let edges = "const at = css => Math.round(document.querySelector(css).getBoundingClientRect().left); return [at('.ok-brand img'), at('.head-groups .head-name'), at('[data-part=title]')]";
        browser.is_shown(1920, 1000, Scheme::Light).await;
        let edges = browser.evaluates(edges).await;
        assert!(edges[0] == edges[1] && edges[1] == edges[2], "{edges}");
        for path in ["/wall", "/reports", "/staff", "/account", "/admin/devices", "/admin/privacy"] {
            browser.presses(&format!("[data-part=menu] a[href^='{path}?']")).await;
            browser.sees("[data-part=work]").await;
            assert_eq!(menu(&browser).await.1.as_deref(), Some(path));
            browser.is_accessible().await;
        }
        browser.presses("[data-part=logout]").await;
        browser.sees("#login").await;
        browser.goes_to(&office.http.url("/wall?lang=pl")).await;
        browser.sees("#login").await;
        assert_eq!(browser.evaluates("return document.querySelector('[data-part=menu]').hidden").await, true);
        browser.closes().await;
    }

    async fn a_supervisor_sees_what_is_open_to_supervisors_and_unfolds_it_by_keyboard_where_it_is_narrow(office: Office) {
        let browser = Browser::opens(320, 800).await;
        browser.is_shown(320, 800, Scheme::Light).await;
        signs_on(&browser, &office, "/reports?lang=pl", &office.sample.supervisor).await;
        browser.sees("[data-part=menu-open]").await;
        browser.fits_its_width().await;
        browser.tabs_to("[data-part=menu-open]").await;
        browser.types_keys("\u{e007}").await;
        let wanted = ["/account", "/wall", "/reports", "/admin/audit", "/desk", "/staff"].map(str::to_owned).to_vec();
        assert_eq!(menu(&browser).await, (wanted, Some("/reports".into())));
        browser.is_accessible().await;
        browser.fits_its_width().await;
        browser.pictures("menu-reports-320").await;
        browser.tabs_to("[data-part=menu] a[href^='/wall?']").await;
        browser.types_keys("\u{e00c}").await;
        assert_eq!(browser.evaluates("return document.activeElement.dataset.part").await, "menu-open", "Escape folds it again");
        browser.goes_to(&office.http.url("/wall?lang=uk")).await;
        browser.sees(".wall-service").await;
        browser.presses("[data-part=menu-open]").await;
        assert_eq!(menu(&browser).await.1.as_deref(), Some("/wall"));
        browser.is_accessible().await;
        browser.fits_its_width().await;
        browser.pictures("menu-wall-320").await;
        browser.closes().await;
    }
}
