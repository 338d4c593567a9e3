//! The same page where the agent of the kiosk computer serves it. The agent here is a script in the page that says what a test wants it to
//! say; tickets come from the real server.

use okienko_tests::{Engine, Office, engine};
use serde_json::json;

use crate::screen::{SIZES, Screen};

async fn opens(office: &Office, size: (u32, u32)) -> Screen {
    Screen::opens_with(office, size, include_str!("agent.js")).await
}

/// Changes what the agent says.
async fn says(screen: &Screen, what: &str) {
    screen.browser.evaluates(&format!("Object.assign(window.agentFake, {what}); return 1")).await;
}

/// Everything read aloud so far.
async fn aloud(screen: &Screen) -> String {
    screen.knows("window.agentFake.said.join(' | ')").await.as_str().expect("a text").to_owned()
}

#[test]
fn r26_what_became_of_the_paper_is_said_and_a_missing_one_leaves_the_number_large() {
    engine::tell(Engine::Sqlite, |office| async move {
        let service = office.sample.shared_service();
        for size in SIZES {
            let screen = opens(&office, size).await;
            screen.chooses(&service.id).await;
            screen.touches("[data-part=take]").await;
            screen.ticket().await;
            screen.browser.reads("Bilet wydrukowano").await;
            screen.leaves().await;
            says(
                &screen,
                "{ print: { state: 'printing', reason: null }, later: { state: 'failed', reason: 'paper_end' } }",
            )
            .await;
            screen.chooses(&service.id).await;
            screen.touches("[data-part=take]").await;
            screen.ticket().await;
            screen.browser.reads("Skończył się papier. Biletu nie wydrukowano.").await;
            screen.browser.reads("pracownik został powiadomiony").await;
            screen.browser.sees("[data-part=qr] svg").await;
            let stays = screen.knows("document.querySelector('[data-part=countdown-text]').textContent").await;
            assert!(
                stays.as_str().is_some_and(|text| text.contains("60") || text.contains("59") || text.contains("58")),
                "{stays}"
            );
            screen.browser.is_accessible().await;
            screen.pictures("paperless").await;
            screen.browser.closes().await;
        }
    });
}

#[test]
fn r31_an_offline_ticket_says_that_its_place_follows() {
    engine::tell(Engine::Sqlite, |office| async move {
        let screen = opens(&office, SIZES[0]).await;
        says(&screen, "{ offline: true }").await;
        screen.chooses(&office.sample.shared_service().id).await;
        screen.touches("[data-part=take]").await;
        screen.ticket().await;
        screen.browser.reads("Miejsce w kolejce podamy, gdy wróci połączenie").await;
        screen.leaves().await;
        for (code, sentence) in [("ask_staff", "Proszę podejść do pracownika"), ("offline_phone", "sześć cyfr kodu")]
        {
            says(&screen, &format!("{{ refuses: '{code}' }}")).await;
            screen.checks_in("601999888").await;
            assert!(screen.refusal().await.contains(sentence));
            if code == "ask_staff" {
                screen.leaves().await;
            }
        }
        screen.touches("[data-part=advice-0]").await;
        screen.browser.reads("kod z listu").await;
        screen.browser.closes().await;
    });
}

#[test]
fn r22_every_screen_is_read_aloud_but_never_a_digit() {
    engine::tell(Engine::Sqlite, |office| async move {
        let screen = opens(&office, SIZES[0]).await;
        screen.touches("[data-voice=on]").await;
        assert!(aloud(&screen).await.contains("W jakiej sprawie"));
        screen.browser.types_keys("+").await;
        assert!(
            aloud(&screen).await.contains("Potwierdzenie umówionej internetowo wizyty"),
            "the button that has the focus"
        );
        screen.chooses(&office.sample.shared_service().id).await;
        assert!(aloud(&screen).await.contains("Są Państwo pierwsi w kolejce"));
        screen.leaves().await;
        screen.touches(".kiosk-booked").await;
        says(&screen, "{ said: [] }").await;
        screen.types("60").await;
        screen.browser.types_keys("1999888").await;
        screen.touches("[data-part=reveal]").await;
        screen.touches("[data-voice=repeat]").await;
        let said = aloud(&screen).await;
        assert!(said.contains("wpisano 9 cyfr"), "{said}");
        for digits in ["6 0 1", "601", "1999", "888"] {
            assert!(!said.contains(digits), "{digits} in {said}");
        }
        screen.touches("[data-voice=volume]").await;
        screen.browser.reads("Głośność 4").await;
        screen.touches("[data-language=uk]").await;
        assert_eq!(
            screen.knows("document.querySelector('[data-voice=on]').hidden").await,
            json!(true),
            "no voice for Ukrainian here"
        );
        screen.touches("[data-language=pl]").await;
        screen.touches("[data-voice=on]").await;
        screen.browser.reads("Głośność 3").await;
        screen.browser.closes().await;
    });
}

#[test]
fn r22_the_keepers_menu_opens_by_gesture_and_pin_and_forgets_both() {
    engine::tell(Engine::Sqlite, |office| async move {
        for size in SIZES {
            let screen = opens(&office, size).await;
            for _ in 0..5 {
                screen.touches("[data-part=crest]").await;
            }
            screen.is_at("pin").await;
            let pin = async |digits: &str| {
                for digit in digits.chars() {
                    screen.touches(&format!("section[data-screen=pin] [data-digit='{digit}']")).await;
                }
                screen.touches("[data-part=pin-confirm]").await;
            };
            pin("1111").await;
            screen.browser.reads("Kod PIN jest niepoprawny").await;
            screen.browser.is_accessible().await;
            pin("2580").await;
            screen.is_at("service").await;
            for fact in ["papier się kończy", "412; dziś 40", "około 38 biletów, do 12:51", "a line of the log"] {
                screen.browser.reads(fact).await;
            }
            screen.browser.is_accessible().await;
            screen.pictures("service").await;
            screen.touches("[data-do=test-print]").await;
            screen.browser.reads("Wykonano.").await;
            screen.touches("[data-do=roll-changed]").await;
            screen.touches("section[data-screen=service] [data-go=start]").await;
            assert_eq!(screen.knows("window.agentFake.done").await, json!(["test-print", "roll-changed"]));
            let html = screen.knows("document.body.outerHTML").await.to_string();
            assert!(!html.contains("a line of the log") && !html.contains("2580"));
            screen.browser.closes().await;
        }
    });
}

#[test]
fn r22_the_page_beats_and_is_loaded_anew_only_while_nobody_uses_it() {
    engine::tell(Engine::Sqlite, |office| async move {
        let screen = opens(&office, SIZES[1]).await;
        screen.browser.evaluates("window.marked = true; return 1").await;
        screen.chooses(&office.sample.shared_service().id).await;
        says(&screen, "{ reload: true }").await;
        tokio::time::sleep(std::time::Duration::from_secs(7)).await;
        assert_eq!(
            screen.knows("[window.marked, window.agentFake.beats >= 2]").await,
            json!([true, true]),
            "somebody is there"
        );
        screen.leaves().await;
        // Left on a later page of services the screen still belongs to somebody: for half a minute, and a beat.
        let begun = std::time::Instant::now();
        while screen.knows("window.marked").await == json!(true) {
            assert!(begun.elapsed().as_secs() < 60, "the page is loaded anew");
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        screen.browser.closes().await;
    });
}

#[test]
fn r22_an_agent_without_a_pairing_shows_its_code() {
    engine::tell(Engine::Sqlite, |office| async move {
        let screen = opens(&office, SIZES[0]).await;
        says(&screen, "{ state: { ...window.agentFake.state, paired: false, code: 'BCDFGHJK' } }").await;
        screen.is_at("pair").await;
        screen.browser.reads("BCDFGHJK").await;
        screen.browser.is_accessible().await;
        says(&screen, "{ state: { ...window.agentFake.state, paired: true, code: null } }").await;
        screen.is_at("start").await;
        screen.browser.closes().await;
    });
}

#[test]
fn r22_without_an_agent_the_gesture_opens_nothing() {
    engine::tell(Engine::Sqlite, |office| async move {
        let screen = Screen::opens(&office, SIZES[0]).await;
        for _ in 0..6 {
            screen.touches("[data-part=crest]").await;
        }
        assert_eq!(screen.knows("document.body.dataset.screen").await, "start");
        screen.browser.closes().await;
    });
}
