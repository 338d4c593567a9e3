//! axe-core over every page of staff as the table of addresses has them, before and after the sign-on, and over every dialog in them. A
//! new page is looked at from its first day; what its states look like is the matter of its own tests.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::time::warsaw;
use okienko_tests::{Engine, Office, engine};
use serde_json::{Value, json};

/// Where staff work.
const STAFF: [&str; 6] = ["/desk", "/staff", "/admin", "/account", "/wall", "/reports"];
/// Narrow and dark in the language with the longest words, wide and light in the city's.
const LOOKS: [(u32, u32, Scheme, &str); 2] = [(320, 800, Scheme::Dark, "uk"), (1280, 900, Scheme::Light, "pl")];

#[test]
fn law_01_law_07_every_page_and_dialog_of_staff_is_accessible() {
    engine::tell(Engine::Sqlite, |office| async move {
        something_to_see(&office).await;
        let (browser, mut dialogs) = (Browser::opens(1280, 900).await, 0);
        let pages = pages(&office).await;
        for (width, height, scheme, language) in LOOKS {
            browser.is_shown(width, height, scheme).await;
            for path in &pages {
                browser.goes_to(&office.http.url(&format!("{path}?lang={language}"))).await;
                signs_on(&browser, &office, path).await;
                is_fine(&browser).await;
                for dialog in ids(&browser).await {
                    browser.evaluates(&format!("document.getElementById('{dialog}').showModal(); return 1")).await;
                    is_fine(&browser).await;
                    browser.evaluates(&format!("document.getElementById('{dialog}').close(''); return 1")).await;
                    dialogs += 1;
                }
            }
        }
        assert!(pages.len() > 12 && dialogs > 20, "{} pages, {dialogs} dialogs", pages.len());
        browser.closes().await;
    });
}

/// Somebody is served, somebody waits, somebody comes later.
async fn something_to_see(office: &Office) {
    let service = office.sample.shared_service();
    let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
    for _ in 0..3 {
        office.kiosk().takes_ticket(&service.id).await.with_status(201);
    }
    clerk.calls_next().await.ok();
    clerk.starts().await.ok();
    let citizen = office.citizen();
    let slot = citizen.slot_after(&service.id, warsaw("2026-11-23", "11:00")).await;
    citizen.books(&service.id, slot.start).await.with_status(201);
}

/// The addresses of the pages, with places of the sample office in them.
async fn pages(office: &Office) -> Vec<String> {
    let service = office.sample.shared_service();
    let (desk, department) = (&office.sample.desks_of(&service.id)[0], &office.sample.department_of(&service.id).id);
    let described = office.http.get("/api/openapi.json", None).await.with_status(200).body;
    let paths = described["paths"].as_object().expect("paths").iter();
    let pages = paths
        .filter(|(path, told)| told["get"]["tags"][0] == "pages" && STAFF.iter().any(|place| path.starts_with(place)));
    let filled = |path: &String| {
        let id = if path.starts_with("/desk") { desk } else { department };
        path.replace("{id}", id).replace("{service}", &service.id)
    };
    let filled: Vec<String> = pages.map(|(path, _)| filled(path)).collect();
    assert!(filled.iter().all(|path| !path.contains('{')), "a place of the path is not known here: {filled:?}");
    filled
}

/// Where a page asks who one is: looks at that, and tells it.
async fn signs_on(browser: &Browser, office: &Office, path: &str) {
    if browser.evaluates("return document.querySelector('[data-part=work]') === null").await == true {
        return;
    }
    browser.sees("[data-part=work], [data-part=login]").await;
    if browser.evaluates("return document.querySelector('[data-part=login]').hidden").await == false {
        is_fine(browser).await;
        let (login, password) = (&office.sample.admin.login, office.sample.admin.password.as_deref());
        browser.signs_on(login, password).await;
    }
    browser.sees("[data-part=work]").await;
    let here = browser.address().await;
    assert!(here.contains(path), "{path} led to {here}");
}

async fn is_fine(browser: &Browser) {
    browser.is_accessible().await;
    browser.fits_its_width().await;
}

/// The page's dialogs that stand there whole. One whose heading comes with its question is judged where the question is asked, in the
/// tests of its page.
async fn ids(browser: &Browser) -> Vec<String> {
    let found = browser.evaluates("return Array.from(document.querySelectorAll('dialog')).filter((one) => one.querySelector('h2').textContent.trim()).map((one) => one.id)").await;
    let Value::Array(ids) = found else { panic!("{found}") };
    assert!(!ids.contains(&json!("")), "a dialog without an id");
    ids.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()
}
