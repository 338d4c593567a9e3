//! A lobby screen and its administrator in real browsers: from the code on the wall to the living board, and back when it is taken out.

use std::time::{Duration, Instant};

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::{Engine, on_both_engines};

use super::screens::{Screen, given, said};
use super::*;

/// What a page's pairing needs at most: a poll, a page, a socket.
const SOON: Duration = Duration::from_secs(25);

/// Waits until a script's value fits.
async fn until(browser: &Browser, script: &str, fits: impl Fn(&Value) -> bool) -> Value {
    let begun = Instant::now();
    loop {
        let value = browser.evaluates(script).await;
        if fits(&value) {
            return value;
        }
        assert!(begun.elapsed() < SOON, "{script}: {value} at {}", browser.address().await);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// The code that a new screen shows, once it does.
async fn code(browser: &Browser) -> String {
    let shown = "return document.querySelector('[data-part=code]')?.textContent ?? ''";
    let code = until(browser, shown, |code| {
        code.as_str().is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_uppercase()))
    })
    .await;
    let code = code.as_str().expect("a code").to_owned();
    assert_eq!(code.len(), 8, "{code}");
    code
}

async fn address_is(browser: &Browser, begins: &str) -> String {
    let at = "return location.pathname + location.search + location.hash";
    let address = until(browser, at, |at| at.as_str().is_some_and(|at| at.starts_with(begins))).await;
    address.as_str().expect("an address").to_owned()
}

/// The id of the device that was let in last.
async fn let_in(keeper: &Keeper<'_>, code: &str, given: Value) -> String {
    keeper.posts(&format!("pairings/{code}/approve"), given).await.with_status(200).str("id").to_owned()
}

/// The screen's page has said how it is.
async fn is_online(keeper: &Keeper<'_>, id: &str) -> Value {
    let begun = Instant::now();
    loop {
        let device = keeper.device(id).await;
        if device["screen"]["online"] == true {
            return device;
        }
        assert!(begun.elapsed() < SOON, "{device}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

on_both_engines! {
    async fn a_new_screen_goes_from_its_code_to_the_living_board(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1920, 1080).await;
        browser.is_shown(1920, 1080, Scheme::Dark).await;
        browser.goes_to(&office.http.url("/lobby")).await;
        let code = code(&browser).await;
        // Legible across a room: the letters of the code are a tenth of the screen's height and more.
        let high = browser.evaluates("return parseFloat(getComputedStyle(document.querySelector('[data-part=code]')).fontSize) * 0.69 / innerHeight").await;
        assert!(high.as_f64().is_some_and(|high| high > 0.15), "{high}");
        let hidden = browser.evaluates("return getComputedStyle(document.body).cursor + '|' + document.cookie").await;
        assert_eq!(hidden, "none|", "no pointer, no cookie");
        // A player that loads its page again shows the same code.
        browser.driver().refresh().await.expect("loaded again");
        assert_eq!(self::code(&browser).await, code);
        let id = let_in(&keeper, &code, given(&[])).await;
        let address = address_is(&browser, "/lobby/hol?layout=list").await;
        is_online(&keeper, &id).await;
        let service = office.sample.shared_service();
        let clerk = &office.clerks_of(&service.id).await[0];
        let ticket = office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket();
        clerk.calls_next().await.ticket();
        browser.reads(&ticket.code).await;
        browser.pictures("screen-paired-1920x1080").await;
        // Whoever opens /lobby in this browser again is at the board at once; the whole address alone does it in any other.
        browser.goes_to(&office.http.url("/lobby")).await;
        assert_eq!(address_is(&browser, "/lobby/hol?layout=list").await, address);
        browser.closes().await;
    }

    async fn a_player_without_storage_needs_its_address_alone(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1080, 1920).await;
        let none = "for (const name of ['localStorage', 'sessionStorage']) \
                    Object.defineProperty(window, name, { get() { throw new DOMException('none', 'SecurityError'); } });";
        browser.commands("Page.enable", json!({})).await;
        browser.commands("Page.addScriptToEvaluateOnNewDocument", json!({ "source": none })).await;
        browser.goes_to(&office.http.url("/lobby")).await;
        let code = code(&browser).await;
        browser.driver().refresh().await.expect("loaded again");
        assert_eq!(self::code(&browser).await, code, "the address remembers");
        let id = let_in(&keeper, &code, given(&[])).await;
        address_is(&browser, "/lobby/hol?layout=list").await;
        is_online(&keeper, &id).await;
        browser.closes().await;
    }

    async fn a_code_that_ran_out_is_followed_by_a_new_one(office: Office) {
        let browser = Browser::opens(1024, 600).await;
        browser.goes_to(&office.http.url("/lobby?lang=en")).await;
        let first = code(&browser).await;
        crate::rights::in_the_database(&office, "UPDATE pairings SET expires_ms = 1");
        let shown = "return document.querySelector('[data-part=code]').textContent";
        until(&browser, shown, |shown| shown.as_str().is_some_and(|shown| shown.len() == 8 && shown != first)).await;
        browser.reads("The code changes every 10 minutes.").await;
        // The server goes away and comes back: the page says so, and goes on.
        office.stop();
        browser.reads("The server cannot be reached.").await;
        office.restart_in_place().await;
        browser.reads("Waiting to be approved.").await;
        browser.closes().await;
    }

    async fn the_pairing_page_is_accessible_and_fits_every_screen(office: Office) {
        let browser = Browser::opens(1280, 900).await;
        for (width, height) in [(1920, 1080), (1080, 1920), (1024, 600), (3840, 2160), (320, 640)] {
            browser.is_shown(width, height, Scheme::Dark).await;
            // All languages where it is judged, elsewhere the longest words.
            let judged = width == 1920 || width == 320;
            let langs: &[&str] = if judged { &["pl", "en", "uk"] } else { &["uk"] };
            for lang in langs {
                browser.goes_to(&office.http.url(&format!("/lobby?lang={lang}"))).await;
                code(&browser).await;
                browser.sees("[data-part=qr]").await;
                browser.fits_its_width().await;
                if width > 320 {
                    let low = browser.evaluates("return document.querySelector('[data-part=state]').getBoundingClientRect().bottom <= innerHeight").await;
                    assert_eq!(low, true, "{width}x{height} {lang}: the last line is on the screen");
                }
                if judged {
                    browser.is_accessible().await;
                }
                browser.pictures(&format!("pair-{lang}-{width}x{height}")).await;
            }
        }
        browser.closes().await;
    }

    async fn a_real_page_obeys_and_goes_where_it_is_sent(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 720).await;
        browser.goes_to(&office.http.url("/lobby")).await;
        let id = let_in(&keeper, &code(&browser).await, given(&[])).await;
        address_is(&browser, "/lobby/hol?layout=list").await;
        is_online(&keeper, &id).await;
        browser.evaluates("window.before = true; return 1").await;
        keeper.posts(&format!("devices/{id}/wishes"), json!({ "kind": "reload" })).await.with_status(201);
        until(&browser, "return window.before ?? false", |before| *before == false).await;
        let begun = Instant::now();
        while keeper.device(&id).await["screen"]["wishes"] != json!([]) {
            assert!(begun.elapsed() < SOON, "the wish is done");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        keeper.posts(&format!("devices/{id}"), json!({ "board": "geodezja", "layout": null })).await.with_status(200);
        address_is(&browser, "/lobby/geodezja#token=").await;
        browser.closes().await;
    }

    async fn a_screen_that_is_taken_out_shows_the_board_until_it_asks_again(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 720).await;
        browser.goes_to(&office.http.url("/lobby")).await;
        let first = code(&browser).await;
        let id = let_in(&keeper, &first, given(&[])).await;
        address_is(&browser, "/lobby/hol").await;
        is_online(&keeper, &id).await;
        keeper.posts(&format!("devices/{id}/revoke"), json!({})).await.with_status(200);
        until(&browser, "return location.hash === '' && document.body.dataset.board === 'hol'", |public| *public == true).await;
        address_is(&browser, "/lobby").await;
        browser.reads("Ten ekran został odłączony.").await;
        assert_ne!(code(&browser).await, first);
        browser.pictures("pair-refused").await;
        browser.closes().await;
    }

    async fn the_administrator_lets_a_screen_in_changes_it_and_sees_how_it_is(office: Office) {
        let keeper = Keeper::of(&office).await;
        let pairing = office.http.post("pairings", None, json!({ "kind": "board" })).await.with_status(201);
        let browser = Browser::opens(1280, 900).await;
        // As the QR code on the screen leads there.
        browser.goes_to(&office.http.url(&format!("/admin/devices?lang=pl&code={}", pairing.str("code")))).await;
        browser.signs_on(&office.sample.admin.login, office.sample.admin.password.as_deref()).await;
        browser.types("#name", "Ekran nad wejściem\n").await;
        browser.reads("Proszę wybrać tablicę dla tego ekranu.").await;
        browser.is_accessible().await;
        browser.evaluates("const f = document.querySelector('[data-part=approve]').elements; f.board.value = 'hol'; f.layout.value = 'desk'; f.layout.dispatchEvent(new Event('change')); return 1").await;
        browser.sees("#desk").await;
        browser.presses("[data-part=approve] button[type=submit]").await;
        browser.reads("Dodano urządzenie „Ekran nad wejściem”.").await;
        let told = office.http.get(&format!("pairings/{}", pairing.str("poll_token")), None).await.with_status(200);
        assert_eq!((told.str("layout"), told.str("board")), ("desk", "hol"));
        let mut screen = Screen::is_let_in(&keeper, given(&[("name", json!("Hol główny"))])).await;
        screen.says(&said("blocked")).await;
        browser.sees(".device[data-mood=ill]").await;
        for words in ["dźwięk zablokowany", "starsza niż serwer", "7 od uruchomienia, stan 3"] {
            browser.reads(words).await;
        }
        browser.presses(".device[data-mood=ill] [data-wish=reload]").await;
        browser.reads("Czeka na wykonanie: Odśwież ekran").await;
        browser.presses(".device[data-mood=ill] [data-part=change]").await;
        browser.sees("#change-board").await;
        browser.evaluates("const f = document.querySelector('[data-part=change-form]').elements; f.name.value = ''; return 1").await;
        browser.presses("[data-part=change-form] button[type=submit]").await;
        browser.reads("Nazwa może mieć od 1 do 60 znaków.").await;
        browser.is_accessible().await;
        browser.pictures("devices-change-refused").await;
        browser.types("#change-name", "Hol B").await;
        browser.evaluates("const f = document.querySelector('[data-part=change-form]').elements; f.board.value = 'geodezja'; return 1").await;
        browser.presses("[data-part=change-form] button[type=submit]").await;
        browser.reads("Zapisano „Hol B”.").await;
        assert_eq!(keeper.device(&screen.id).await["address"], "/lobby/geodezja?layout=list");
        browser.closes().await;
    }

    async fn screens_beside_kiosks_are_accessible_in_every_language_width_and_scheme(office: Office) {
        let keeper = Keeper::of(&office).await;
        reports(&office, "ready").await;
        let mut screens = Vec::new();
        for (name, sound) in [("Hol główny", "on"), ("Piętro 1", "blocked"), ("Piętro 2", "no_speech")] {
            screens.push((Screen::is_let_in(&keeper, given(&[("name", json!(name))])).await, sound));
        }
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&office.http.url("/admin/devices?lang=pl")).await;
        browser.signs_on(&office.sample.admin.login, office.sample.admin.password.as_deref()).await;
        browser.sees("[data-part=work]").await;
        let ill = format!(".device[data-key='{}'][data-mood=ill]", screens[1].0.id);
        // The databases do not change how it looks, so each sees one of the schemes.
        let scheme = if office.engine == Engine::Sqlite { Scheme::Light } else { Scheme::Dark };
        for (width, height) in [(320, 800), (1280, 900)] {
            browser.is_shown(width, height, scheme).await;
            for lang in ["pl", "en", "uk"] {
                // They go on to say how they are, or they would be missed.
                reports(&office, "ready").await;
                for (screen, sound) in &mut screens {
                    screen.says(&said(sound)).await;
                }
                browser.goes_to(&office.http.url(&format!("/admin/devices?lang={lang}"))).await;
                browser.sees(&ill).await;
                browser.is_accessible().await;
                browser.fits_its_width().await;
                browser.pictures(&format!("devices-screens-{lang}-{width}-{}", scheme.word())).await;
                if lang != "uk" {
                    continue; // The dialog is looked at where its words are longest.
                }
                browser.presses(&format!("{ill} [data-part=change]")).await;
                browser.sees("#change-layout").await;
                browser.is_accessible().await;
                browser.pictures(&format!("devices-change-{lang}-{width}-{}", scheme.word())).await;
            }
        }
        browser.closes().await;
    }
}
