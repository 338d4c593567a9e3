//! The administrator's page of boards in a real browser, with a lobby page that looks on.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::{Engine, on_both_engines};

use super::*;

async fn signs_on(browser: &Browser, office: &Office, lang: &str) {
    browser.goes_to(&office.http.url(&format!("/admin/boards?lang={lang}"))).await;
    browser.signs_on(&office.sample.admin.login, office.sample.admin.password.as_deref()).await;
    browser.sees("[data-part=boards] li").await;
    browser.evaluates("window.confirm = () => true; return 1").await;
}

/// Waits until a script says yes.
async fn comes(browser: &Browser, script: &str) {
    let begun = std::time::Instant::now();
    while browser.evaluates(script).await != true {
        assert!(begun.elapsed().as_secs() < 15, "never: {script}\n{}", browser.text().await);
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

/// What stands in the preview's frame, which is a page of the same server.
fn in_the_frame(question: &str) -> String {
    format!(
        "const page = document.querySelector('[data-part=frame]').contentDocument; return Boolean(page?.body && ({question}))"
    )
}

/// Chooses in a list or sets a field as a person does.
async fn sets(browser: &Browser, id: &str, value: &str) {
    let script = format!(
        "const field = document.getElementById('{id}'); field.value = '{value}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); return 1"
    );
    browser.evaluates(&script).await;
}

on_both_engines! {
    async fn an_administrator_sees_a_change_before_it_is_saved_and_the_lobby_follows_when_it_is(office: Office) {
        let (browser, lobby) = (Browser::opens(1280, 1000).await, Browser::opens(1280, 720).await);
        lobby.goes_to(&office.http.url("/lobby/hol")).await;
        lobby.sees("body[data-layout=hall]").await;
        // The bar that asks for sound stands where the messages are.
        lobby.presses("[data-part=sound]").await;
        signs_on(&browser, &office, "pl").await;
        browser.is_accessible().await;
        browser.presses("[data-key=hol] [data-part=edit]").await;
        comes(&browser, &in_the_frame("page.body.dataset.layout === 'hall' && /^[A-Z]+\\d{3}$/.test(page.querySelector('[data-part=code]').textContent)")).await;
        assert_eq!(browser.evaluates(&in_the_frame("page.body.textContent.includes('015')")).await, false);
        browser.presses("[data-part=sample]").await;
        comes(&browser, &in_the_frame("page.body.textContent.includes('015')")).await;
        browser.presses("[data-part=ticker-add]").await;
        browser.types_keys("Dzień otwarty w sobotę").await;
        comes(&browser, &in_the_frame("page.body.textContent.includes('Dzień otwarty w sobotę')")).await;
        sets(&browser, "field-layout", "list").await;
        comes(&browser, &in_the_frame("page.body.dataset.layout === 'list' && page.body.textContent.includes('Dzień otwarty w sobotę')")).await;
        browser.reads("Są niezapisane zmiany.").await;
        browser.is_accessible().await;
        browser.pictures("boards-editor-1280").await;
        assert_eq!(lobby.evaluates("return [document.body.dataset.layout, document.body.textContent.includes('Dzień otwarty')]").await, json!(["hall", false]), "nothing is saved yet");
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano tablicę „Hol główny”.").await;
        lobby.reads("Dzień otwarty w sobotę").await;
        comes(&lobby, "return document.body.dataset.layout === 'list'").await;
        browser.closes().await;
        lobby.closes().await;
    }

    async fn the_page_is_accessible_in_every_language_width_and_scheme(office: Office) {
        std::fs::write(office.folder().join("media/herb.svg"), "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4'/></svg>").expect("a file");
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "pl").await;
        // The databases do not change how it looks, so each sees one of the schemes.
        let scheme = if office.engine == Engine::Sqlite { Scheme::Light } else { Scheme::Dark };
        for (width, height) in [(320, 800), (1280, 900)] {
            browser.is_shown(width, height, scheme).await;
            for lang in ["pl", "en", "uk"] {
                browser.goes_to(&office.http.url(&format!("/admin/boards?lang={lang}"))).await;
                browser.presses("[data-key=hol] [data-part=edit]").await;
                for part in ["ticker-add", "media-add", "hours-add"] {
                    browser.presses(&format!("[data-part={part}]")).await;
                }
                browser.evaluates("for (const box of document.querySelectorAll('details')) box.open = true; return 1").await;
                comes(&browser, &in_the_frame("page.querySelector('[data-part=code]').textContent")).await;
                browser.is_accessible().await;
                browser.fits_its_width().await;
                browser.pictures(&format!("boards-{lang}-{width}-{}", scheme.word())).await;
                browser.evaluates("document.querySelector('[data-part=editor]').scrollIntoView(); return 1").await;
                browser.pictures(&format!("boards-form-{lang}-{width}-{}", scheme.word())).await;
                // Whoever leaves is asked; here nobody answers.
                browser.evaluates("document.querySelectorAll('[data-act=remove]').forEach((one) => one.isConnected && one.click()); return 1").await;
            }
        }
        browser.closes().await;
    }

    async fn mistakes_are_linked_to_their_fields_and_another_administrators_change_loses_nothing(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "pl").await;
        browser.presses("[data-key=geodezja] [data-part=edit]").await;
        browser.presses("[data-part=ticker-add]").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Komunikat 1, polski: To pole jest wymagane.").await;
        assert_eq!(browser.evaluates("return document.activeElement.dataset.part").await, "errors", "what is wrong takes the focus");
        browser.is_accessible().await;
        browser.presses("[data-part=errors] a").await;
        assert_eq!(browser.evaluates("return [document.activeElement.id, document.activeElement.getAttribute('aria-invalid')]").await, json!(["field-ticker.0.pl", "true"]));
        browser.types_keys("Nasz komunikat").await;
        let mut theirs = keeper.edits("geodezja").await;
        theirs["board"]["theme"] = "light".into();
        keeper.saves(&theirs).await.with_status(200);
        browser.presses("[data-part=save]").await;
        browser.reads("Ktoś inny zmienił tę tablicę").await;
        browser.is_accessible().await;
        browser.pictures("boards-conflict").await;
        assert_eq!(browser.evaluates("return document.getElementById('field-ticker.0.pl').value").await, "Nasz komunikat");
        browser.presses("[data-part=mine]").await;
        browser.reads("Zapisano tablicę").await;
        let saved = keeper.edits("geodezja").await;
        assert_eq!((&saved["board"]["ticker"][0]["pl"], &saved["board"]["theme"]), (&json!("Nasz komunikat"), &json!("dark")));
        browser.closes().await;
    }

    async fn a_supervisor_puts_a_message_over_everything_and_takes_it_down_by_the_keyboard(office: Office) {
        let (browser, lobby) = (Browser::opens(1280, 900).await, Browser::opens(1280, 720).await);
        lobby.goes_to(&office.http.url("/lobby/hol")).await;
        browser.goes_to(&office.http.url("/admin/boards?lang=pl")).await;
        browser.signs_on(&office.sample.supervisor.login, office.sample.supervisor.password.as_deref()).await;
        browser.sees("[data-part=emergency-box] summary").await;
        assert_eq!(browser.evaluates("return document.querySelector('[data-part=all]').hidden").await, true, "boards are the administrator's");
        browser.evaluates("window.asked = []; window.confirm = (words) => { window.asked.push(words); return true; }; return 1").await;
        browser.tabs_to("[data-part=emergency-box] summary").await;
        browser.types_keys("\u{e007}").await;
        browser.tabs_to("#field-text\\.pl").await;
        browser.types_keys("Proszę opuścić budynek\u{e007}").await;
        browser.reads("Komunikat jest na ekranach").await;
        assert!(browser.evaluates("return window.asked[0]").await.as_str().is_some_and(|words| words.contains("Proszę opuścić budynek")));
        lobby.reads("Proszę opuścić budynek").await;
        browser.is_accessible().await;
        browser.pictures("boards-emergency").await;
        lobby.pictures("boards-emergency-lobby").await;
        assert_eq!(browser.evaluates("return document.activeElement.dataset.part").await, "down");
        browser.types_keys("\u{e007}").await;
        browser.reads("Komunikat zdjęto.").await;
        comes(&lobby, "return !document.body.innerText.includes('Proszę opuścić budynek')").await;
        browser.closes().await;
        lobby.closes().await;
    }
}
