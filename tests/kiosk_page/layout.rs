//! What the law and the hand ask of every screen: 20 mm targets, nothing scrolls, letters one can read, axe-core finds nothing.

use okienko_tests::counts::is_full;
use okienko_tests::time::warsaw;
use okienko_tests::{Engine, Office, engine};
use serde_json::{Value, json};

use crate::screen::{LANGUAGES, SIZES, Screen};

/// Helps that change the layout: all of them, which is the tightest, and in Polish none; the full run takes each alone and in every language.
fn helps(language: &str) -> &'static [&'static [&'static str]] {
    const ALL: &[&[&str]] = &[&["large", "low"], &[], &["large"], &["low"]];
    match (is_full(), language) {
        (true, _) => ALL,
        (false, "pl") => &ALL[..2],
        _ => &ALL[..1],
    }
}

/// Helps that change the colours: in Polish both ways, in the other languages one each; the full run takes both everywhere.
fn contrast(language: &str) -> &'static [&'static [&'static str]] {
    const BOTH: &[&[&str]] = &[&[], &["contrast"]];
    match (is_full(), language) {
        (true, _) | (false, "pl") => BOTH,
        (false, "en") => &BOTH[..1],
        _ => &BOTH[1..],
    }
}

/// Pixels of a millimetre on the densest common screen of each shape: 21.5″ portrait, 17″ 1280 × 1024.
fn per_millimetre(size: (u32, u32)) -> f64 {
    if size.0 < size.1 { 4.03 } else { 3.8 }
}

/// Where low reach begins, from the top: a part of the screen's height (`--line` of the style sheet).
fn line(size: (u32, u32)) -> f64 {
    f64::from(size.1) * if size.0 < size.1 { 0.41 } else { 0.3 }
}

/// Insists that the screen shown is right with these helps on.
async fn fits(screen: &Screen, size: (u32, u32), helps: &[&str], what: &str) {
    let line = if helps.contains(&"low") { line(size) } else { 0.0 };
    // EN 301 549 §5.1.4: a mode in which capitals are 0.7° high, 7.3 mm at 60 cm.
    let capital = if helps.contains(&"large") { 7.3 } else { 0.0 };
    let arguments = vec![json!(per_millimetre(size)), json!(line), json!(capital)];
    let wrong = screen.browser.driver().execute(include_str!("measure.js"), arguments).await.expect("a measure");
    if *wrong.json() != json!([]) {
        screen.pictures("wrong").await;
    }
    assert_eq!(*wrong.json(), json!([]), "{what} at {size:?} with {helps:?}");
}

/// Every screen of the visitor, one after the other, from the start and back to it.
async fn tour(office: &Office, screen: &Screen, judge: impl AsyncFn(&str)) {
    let service = office.sample.shared_service();
    judge("start").await;
    screen.chooses(&service.id).await;
    screen.is_at("ask").await;
    judge("ask").await;
    screen.touches("[data-part=take]").await;
    screen.ticket().await;
    judge("ticket").await;
    screen.leaves().await;
    screen.types_phone("662138278").await;
    judge("phone").await;
    screen.touches("[data-part=kind]").await;
    screen.types("123456").await;
    judge("code").await;
    screen.touches("[data-part=confirm]").await;
    screen.refusal().await;
    judge("refusal").await;
    screen.leaves().await;
}

/// Chooses a language and helps on the first screen.
async fn wishes(screen: &Screen, language: &str, helps: &[&str]) {
    screen.touches(&format!("[data-language={language}]")).await;
    for help in helps {
        screen.touches(&format!("[data-aid={help}]")).await;
    }
    screen.browser.evaluates("return document.fonts.ready.then(() => 1)").await;
}

/// Takes the helps back.
async fn thanks(screen: &Screen, helps: &[&str]) {
    for help in helps {
        screen.touches(&format!("[data-aid={help}]")).await;
    }
}

#[test]
fn r22_every_screen_fits_both_sizes_in_every_language_large_and_low() {
    engine::tell(Engine::Sqlite, |office| async move {
        for size in SIZES {
            let screen = Screen::opens(&office, size).await;
            for language in LANGUAGES {
                for &helps in helps(language) {
                    wishes(&screen, language, helps).await;
                    let judge = async |what: &str| fits(&screen, size, helps, &format!("{what} in {language}")).await;
                    tour(&office, &screen, judge).await;
                    thanks(&screen, helps).await;
                }
            }
            screen.browser.closes().await;
        }
    });
}

#[test]
fn r22_every_screen_is_accessible_in_every_language_and_in_high_contrast() {
    engine::tell(Engine::Sqlite, |office| async move {
        let screen = Screen::opens(&office, SIZES[0]).await;
        for language in LANGUAGES {
            for &helps in contrast(language) {
                wishes(&screen, language, helps).await;
                let judge = async |what: &str| {
                    assert_eq!(screen.knows("document.documentElement.lang").await, language, "{what}");
                    screen.browser.is_accessible().await;
                };
                tour(&office, &screen, judge).await;
                thanks(&screen, helps).await;
            }
        }
        screen.browser.closes().await;
    });
}

/// Names of 40 letters do not break anything: the browser is told of such services before the page asks.
#[test]
fn r22_names_of_forty_letters_fit_both_sizes() {
    let longer = "const fetched = window.fetch; window.fetch = async (...asked) => { const answer = await fetched(...asked); \
        if (!String(asked[0]).endsWith('/kiosk/setup')) return answer; const setup = await answer.json(); \
        const long = 'Rejestracja pojazdów sprowadzonych z zagranicy'.slice(0, 40); \
        for (const one of setup.departments) for (const each of one.services) each.name = { pl: long, en: long, uk: long }; \
        return new Response(JSON.stringify(setup), { status: 200, headers: { 'Content-Type': 'application/json' } }); };";
    engine::tell(Engine::Sqlite, |office| async move {
        for size in SIZES {
            let screen = Screen::opens_with(&office, size, longer).await;
            screen.browser.reads("Rejestracja pojazdów sprowadzonych").await;
            for &helps in helps("pl") {
                wishes(&screen, "pl", helps).await;
                tour(&office, &screen, async |what: &str| fits(&screen, size, helps, what).await).await;
                thanks(&screen, helps).await;
            }
            screen.browser.closes().await;
        }
    });
}

/// How many service buttons the page of the menu shows.
const SHOWN: &str = "document.querySelectorAll('.kiosk-service').length";

#[test]
fn r22_at_most_eight_buttons_a_page_and_the_booked_visit_on_each() {
    engine::tell(Engine::Sqlite, |office| async move {
        for size in SIZES {
            let screen = Screen::opens(&office, size).await;
            let mut left: Vec<String> = office.sample.services().map(|service| service.id.clone()).collect();
            for _ in 0..left.len() {
                assert!(screen.knows(SHOWN).await.as_i64().is_some_and(|shown| (1..=7).contains(&shown)));
                screen.browser.sees(".kiosk-booked").await;
                let keys = screen
                    .knows("Array.from(document.querySelectorAll('.kiosk-service'), (one) => one.dataset.key)")
                    .await;
                let keys: Vec<Value> = keys.as_array().expect("a list").clone();
                left.retain(|service| !keys.contains(&json!(service)));
                screen.touches("[data-part=more]").await;
            }
            assert!(left.is_empty(), "on no page: {left:?}");
            screen.browser.closes().await;
        }
    });
}

#[test]
fn r28_the_second_visits_hour_is_told_before_the_screen_forgets() {
    // The layout of a booked ticket, the fullest screen, with its two buttons.
    engine::tell(Engine::Sqlite, |office| async move {
        let (citizen, service) = (office.citizen(), office.sample.shared_service());
        let slot = citizen.slot_after(&service.id, warsaw("2026-11-23", "10:00")).await;
        citizen.books(&service.id, slot.start).await.with_status(201);
        office.clock(slot.start - chrono::TimeDelta::minutes(10)).await;
        let screen = Screen::opens(&office, SIZES[1]).await;
        screen.checks_in(&citizen.phone).await;
        assert!(screen.ticket().await.starts_with('U'));
        screen.browser.reads(&slot.start.format("%H:%M").to_string()).await;
        fits(&screen, SIZES[1], &[], "a booked ticket").await;
        screen.browser.closes().await;
    });
}
