//! Every layout at every size of a wall's screen (issue 5).

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::{Engine, engine};
use serde_json::json;

use crate::hung::Hung;
use crate::judge::{is_seen_from_afar, stands_well};

/// Full HD, 4K, portrait, a tablet at the door.
const SIZES: [(u32, u32); 4] = [(1920, 1080), (3840, 2160), (1080, 1920), (1024, 600)];
/// A citizen's phone.
const PHONE: (u32, u32) = (320, 640);

#[test]
fn law_18_every_layout_is_legible_at_every_size_with_three_languages_and_long_names() {
    engine::tell(Engine::Sqlite, |office| async move {
        let hung = Hung::with_calls(office).await;
        let desk = &hung.clerks[0].desk;
        let browser = Browser::opens(1920, 1080).await;
        for (width, height) in SIZES {
            browser.is_shown(width, height, Scheme::Light).await;
            for layout in ["hall", "list", "desk", "door"] {
                for theme in ["dark", "light"] {
                    hung.opens(&browser, &format!("layout={layout}&theme={theme}&desk={desk}")).await;
                    let what = format!("lobby-{layout}-{theme}-{width}x{height}");
                    browser.pictures(&what).await;
                    // At the door one stands near.
                    if layout == "door" {
                        stands_well(&browser, &what).await;
                    } else {
                        is_seen_from_afar(&browser, &what).await;
                    }
                    browser.is_accessible().await;
                }
            }
        }
        browser.closes().await;
    });
}

#[test]
fn law_18_the_same_page_is_read_on_a_phone_without_scrolling_sideways() {
    engine::tell(Engine::Sqlite, |office| async move {
        let hung = Hung::with_calls(office).await;
        let browser = Browser::opens(800, 900).await;
        browser.is_shown(PHONE.0, PHONE.1, Scheme::Light).await;
        for layout in ["hall", "list", "desk", "door"] {
            hung.opens(&browser, &format!("layout={layout}&desk={}", hung.clerks[0].desk)).await;
            browser.pictures(&format!("lobby-{layout}-phone")).await;
            stands_well(&browser, &format!("{layout} on a phone")).await;
            browser.fits_its_width().await;
            browser.is_accessible().await;
        }
        browser.closes().await;
    });
}

#[test]
fn every_colour_of_an_office_carries_letters_on_both_themes() {
    engine::tell(Engine::Sqlite, |office| async move {
        let hung = Hung::with_calls(office).await;
        let browser = Browser::opens(1024, 600).await;
        hung.opens(&browser, "").await;
        let found = browser.evaluates(&format!("{}\nreturn tried();", include_str!("colours.js"))).await;
        assert_eq!(found[0], json!([]), "colours that carry no letters");
        assert!(
            found[1].as_u64() > Some(4000) && found[2] == true,
            "half of them stay what the office chose: {}",
            found[1]
        );
        browser.closes().await;
    });
}
