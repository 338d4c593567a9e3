//! What a screen shows in the moments that matter: a call, a recall, a desk that closes, an emergency, an office that is closed.

use okienko_tests::browser::Browser;
use okienko_tests::time::warsaw;
use okienko_tests::{Engine, engine};
use serde_json::json;

use crate::hung::{Hung, board, text};
use crate::judge::{is_seen_from_afar, stands_well};

#[test]
fn the_screen_above_a_desk_says_what_the_desk_does() {
    engine::tell(Engine::Sqlite, |office| async move {
        let hung = Hung::of(office).await;
        let (clerk, browser) = (&hung.clerks[0], Browser::opens(1024, 600).await);
        browser.goes_to(&format!("{}?layout=desk&desk={}", hung.page, clerk.desk)).await;
        browser.reads("Nieczynne").await;
        stands_well(&browser, "a desk that is closed").await;
        let code = hung.calls(0).await;
        browser.reads("Teraz obsługujemy").await;
        browser.reads(&code).await;
        is_seen_from_afar(&browser, "a desk that serves").await;
        clerk.finishes().await.ok();
        browser.reads("Wolne").await;
        assert!(!browser.text().await.contains(&code), "who was served is called no longer");
        let service = hung.office.sample.shared_service();
        hung.office.kiosk().takes_ticket(&service.id).await.with_status(201);
        let next = clerk.calls_next().await.ticket().code;
        browser.reads("Zapraszamy").await;
        browser.reads(&next).await;
        browser.pictures("lobby-desk-called").await;
        is_seen_from_afar(&browser, "a desk that calls").await;
        browser.closes().await;
    });
}

#[test]
fn law_18_a_new_call_and_a_recall_are_seen_without_flashing_and_without_motion_for_whom_it_hurts() {
    engine::tell(Engine::Sqlite, |office| async move {
        let hung = Hung::with_calls(office).await;
        let browser = Browser::opens(1920, 1080).await;
        hung.opens(&browser, "").await;
        let moving = "return document.getAnimations().filter(one => one.animationName === 'pulse')\
                      .map(one => one.effect.getTiming().duration)";
        hung.calls(0).await;
        browser.sees(".board-call.is-new").await;
        // 3 Hz and more may set off a seizure (WCAG 2.3.1).
        assert_eq!(browser.evaluates(moving).await, json!([2000]), "one change of brightness in two seconds");
        is_seen_from_afar(&browser, "a new call").await;
        browser.pictures("lobby-new").await;
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        browser.commands("Emulation.setEmulatedMedia", still).await;
        hung.opens(&browser, "").await;
        let code = hung.calls(1).await;
        browser.sees(".board-call.is-new").await;
        assert_eq!(browser.evaluates("return document.getAnimations().length").await, json!(0));
        assert_eq!(
            browser.evaluates("return document.querySelector('[data-part=ticker-pause]').ariaPressed").await,
            "true"
        );
        browser.reads(&code).await;
        hung.clerks[1].finishes().await.ok();
        hung.office.kiosk().takes_ticket(&hung.office.sample.shared_service().id).await.with_status(201);
        hung.clerks[1].calls_next().await.ok();
        hung.clerks[1].recalls().await.ok();
        browser.sees("[data-part=again]").await;
        is_seen_from_afar(&browser, "a recall").await;
        browser.closes().await;
    });
}

#[test]
fn an_emergency_stands_over_everything_and_the_newest_call_stays() {
    engine::tell(Engine::Sqlite, |office| async move {
        let hung = Hung::with_calls(office).await;
        let browser = Browser::opens(1920, 1080).await;
        hung.opens(&browser, "").await;
        let code = browser.sees("[data-part=code]").await.text().await.expect("a text");
        let said = "Prosimy natychmiast opuścić budynek najbliższym wyjściem ewakuacyjnym i zebrać się na placu przed ratuszem. Nie korzystać z wind. Pracownicy w żółtych kamizelkach wskazują drogę każdemu, kto pyta.";
        assert!(said.chars().count() <= 200);
        hung.office
            .rewrites(|file| {
                board(file).insert(
                    "emergency".into(),
                    text(said, said.replace('z', "s").as_str(), said.replace('a', "о").as_str()),
                );
            })
            .await;
        browser.reads("Prosimy natychmiast opuścić").await;
        for (width, height) in [(1920, 1080), (1080, 1920), (1024, 600)] {
            browser.is_shown(width, height, okienko_tests::emulation::Scheme::Light).await;
            stands_well(&browser, "an emergency").await;
            browser.pictures(&format!("lobby-emergency-{width}x{height}")).await;
            let top = browser
                .evaluates(
                    "const at = (css) => { const box = document.querySelector(css).getBoundingClientRect(); \
                     return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('[data-part]')?.dataset.part; }; \
                     return [at('[data-part=code]'), at('[data-part=history]'), document.querySelector('[data-part=code]').textContent]",
                )
                .await;
            assert_eq!(top[0], "code", "the newest call is seen");
            assert_eq!(top[2], code.as_str());
            assert_ne!(top[1], "history", "everything else is covered");
        }
        browser.is_accessible().await;
        browser.closes().await;
    });
}

#[test]
fn a_closed_office_says_when_it_opens_in_every_language() {
    engine::tell(Engine::Sqlite, |office| async move {
        let hung = Hung::of(office).await;
        hung.office.clock(warsaw("2026-11-27", "17:00")).await;
        let browser = Browser::opens(1920, 1080).await;
        for layout in ["hall", "list", "desk", "door"] {
            browser.goes_to(&format!("{}?layout={layout}&desk={}", hung.page, hung.clerks[0].desk)).await;
            // From Friday evening to Monday morning the hour alone would send people there on Saturday.
            for words in ["poniedziałek, 30 listopada", "Monday 30 November", "понеділок, 30 листопада", "07:30"]
            {
                browser.reads(words).await;
            }
            browser.pictures(&format!("lobby-closed-{layout}")).await;
            stands_well(&browser, &format!("{layout}, closed")).await;
            browser.is_accessible().await;
        }
        browser.closes().await;
    });
}
