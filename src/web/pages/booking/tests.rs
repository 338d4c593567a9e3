#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
//! What must hold of every page, and of single ones. With `OKIENKO_PAGES_DIR` all pages are written there, to be looked at.

use std::collections::BTreeSet;
use std::path::Path;

use super::samples::{self, BOOKING_REFUSALS};
use super::*;
use crate::pages::Frame;
use crate::texts::Lang;

fn each(check: impl Fn(Lang, &str, &str)) {
    for lang in Lang::ALL {
        for (name, html) in samples::all(lang) {
            check(lang, &name, &html);
        }
    }
}

#[test]
fn every_page_stands_under_the_strict_policy_and_says_its_language() {
    each(|lang, name, html| {
        assert!(html.contains(&format!("<html lang=\"{}\"", lang.code())), "{name}");
        for forbidden in [" style=", "<style", " onclick", " onload", "javascript:", "http://", "https://"] {
            assert!(!html.contains(forbidden), "{name} ({lang:?}) holds {forbidden}");
        }
        // A block of data is no script: the policy lets it stand, and nothing runs.
        let data = html.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(
            html.matches("<script").count(),
            data + html.matches("<script type=\"module\" src=\"/assets/").count(),
            "{name}"
        );
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
    });
}

#[test]
fn no_text_is_missing_anywhere() {
    each(|lang, name, html| {
        let at = html.find("web-").map(|at| &html[at..(at + 40).min(html.len())]);
        assert_eq!(at, None, "{name} ({lang:?}) shows a key instead of a text");
        let html = html.replace("<script type=\"application/ld+json\">{}", "");
        assert!(!html.contains('{') && !html.contains('$'), "{name} ({lang:?}) shows a placeholder");
    });
}

#[test]
fn all_languages_have_the_same_keys_in_every_file_and_no_key_twice() {
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../displays/texts");
    let keys = |lang: &str| {
        let mut found = BTreeSet::new();
        for file in std::fs::read_dir(texts.join(lang)).unwrap() {
            let file = file.unwrap();
            for line in std::fs::read_to_string(file.path()).unwrap().lines() {
                let Some((key, _)) =
                    line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase() || c == '-'))
                else {
                    continue;
                };
                let name = file.file_name().into_string().unwrap();
                assert!(found.insert((name.clone(), key.trim().to_owned())), "{lang}/{name}: {key} twice");
            }
        }
        let all: BTreeSet<_> = found.iter().map(|(_, key)| key.clone()).collect();
        assert_eq!(all.len(), found.len(), "{lang}: one key in two files");
        found
    };
    let polish = keys("pl");
    for lang in ["en", "uk"] {
        let other = keys(lang);
        assert_eq!(
            polish.symmetric_difference(&other).collect::<Vec<_>>(),
            Vec::<&(String, String)>::new(),
            "pl and {lang} differ"
        );
    }
}

#[test]
fn what_was_typed_is_kept_and_harmless() {
    for (field, code) in BOOKING_REFUSALS {
        let html = samples::form(Lang::Pl, &[(field, code)]).html();
        assert!(!html.contains("<b>"), "{code}: markup got through");
        for kept in ["Zofia &#60;b&#62;", "value=\"662 138\"", "value=\"zofia@\""] {
            assert!(html.contains(kept), "{code} lost {kept}");
        }
        assert!(html.contains("role=\"alert\""), "{code}");
        assert!(!html.contains("Nie udało się tego zrobić"), "{code} has no sentence of its own");
    }
    assert!(samples::services(Lang::Pl, "<script>x").html().contains("&#60;script&#62;x"));
}

#[test]
fn r6_a_service_is_shown_as_letter_and_name() {
    assert_eq!(samples::service().title(), "R: Rejestracja działalności gospodarczej");
}

#[test]
fn r7_the_four_steps_lead_one_to_the_next() {
    assert!(samples::services(Lang::En, "").html().contains("href=\"/s/r?lang=en\""));
    assert!(samples::days(Lang::En).html().contains("href=\"/s/dzialalnosc/2026-11-24?lang=en\""));
    assert!(samples::hours(Lang::En).html().contains("href=\"/s/dzialalnosc/2026-11-24/10:20?lang=en\""));
    assert!(samples::form(Lang::En, &[]).html().contains("action=\"/s/dzialalnosc/2026-11-24/10:20?lang=en\""));
    assert!(
        samples::review(Lang::En, &[]).html().contains("action=\"/s/dzialalnosc/2026-11-24/10:20/review?lang=en\"")
    );
}

#[test]
fn r8_the_calendar_ends_with_the_last_bookable_day_and_r9_full_days_are_no_links() {
    let mut page = samples::days(Lang::Pl);
    page.days.push(DayTerms { date: samples::day(15), free: 9 });
    let html = page.html();
    assert!(!html.contains("/2026-12-07"), "day 15 is offered");
    assert!(!html.contains("href=\"/s/dzialalnosc/2026-11-26"), "a full day is a link");
    assert!(html.contains("wtorek, 24 listopada 2026, 11 wolnych godzin"));
}

#[test]
fn r11_and_r12_the_form_says_what_the_data_is_for_and_that_one_booking_is_one_matter() {
    let html = samples::form(Lang::Pl, &[]).html();
    assert!(html.contains("muszą być aktualne"));
    assert!(html.contains("Jedna rezerwacja uprawnia do załatwienia jednej sprawy."));
    for wanted in [
        "autocomplete=\"given-name\"",
        "autocomplete=\"tel\"",
        "inputmode=\"tel\"",
        "autocomplete=\"email\"",
        "(wymagane)",
        "name=\"key\" value=\"0b6f7c1e\"",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
}

#[test]
fn a_taken_slot_offers_the_nearest_terms_in_the_same_form() {
    let html = samples::form(Lang::Pl, &[("start", "slot_taken")]).html();
    assert!(html.contains("name=\"start\" id=\"start-0\" value=\"2026-11-24T10:40\" checked"));
    assert!(!html.contains("value=\"2026-11-24T10:20\""), "the lost term is still sent");
    assert!(html.contains("href=\"#start-0\""));
    let html = samples::review(Lang::Pl, &[("start", "slot_taken")]).html();
    assert!(html.contains("id=\"start-0\" value=\"2026-11-24T10:40\" checked"), "and so does the review");
    assert!(html.contains("48662138278") && html.contains("zofia@gmial.com"), "nothing typed is lost");
}

#[test]
fn law06_the_review_shows_everything_and_every_part_can_be_changed() {
    let html = samples::review(Lang::Pl, &[]).html();
    assert!(!html.contains("<b>") && html.contains("Zofia &#60;b&#62;"), "what was typed is harmless");
    for shown in ["R: Rejestracja działalności", "wtorek, 24 listopada 2026, 10:20", "48662138278", "zofia@gmial.com"]
    {
        assert!(html.contains(shown), "{shown}");
    }
    for change in ["#name", "#phone", "#email"] {
        assert!(html.contains(&format!("href=\"/s/dzialalnosc/2026-11-24/10:20{change}\"")), "{change}");
    }
    assert!(html.contains("nie jest jeszcze umówiona") && html.contains("Zmień na zofia@gmail.com"));
    let limit = samples::review(Lang::Pl, &[("form", "limit_reached")]).html();
    assert!(!limit.contains("Umów wizytę</button>"), "only another day helps, so no button says otherwise");
}

#[test]
fn r2_a_service_without_a_calendar_says_what_to_do() {
    let queue = DaysPage { bookable: false, ..samples::days(Lang::Pl) }.html();
    assert!(queue.contains("nie umawia się przez internet") && queue.contains("R: Rejestracja działalności"));
    assert!(queue.contains("poniedziałek – piątek") && !queue.contains("/s/dzialalnosc/2026"), "no term is offered");
}

#[test]
fn a_page_in_a_frame_leaves_it_for_the_form() {
    let page = DaysPage { frame: Frame { embed: true, ..samples::days(Lang::En).frame }, ..samples::days(Lang::En) };
    let html = page.html();
    assert!(html.contains("href=\"/s/dzialalnosc/2026-11-24?lang=en&#38;embed=1\""), "the day stays in the frame");
    assert!(html.contains("href=\"/s/dzialalnosc/2026-11-23/09:20?lang=en\" target=\"_top\""), "the form does not");
    assert!(!html.contains("ok-header") && html.contains("booking/embed.js"));
}

#[test]
fn the_ticket_page_refreshes_without_script_only_while_a_call_may_come_and_can_be_stopped() {
    let refresh = "<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>";
    for state in samples::TICKET_STATES {
        let html = samples::ticket(Lang::Pl, state, 3, Some((12, 25))).html();
        assert_eq!(html.contains(refresh), state.awaits_call(), "{state:?}");
        assert_eq!(html.contains("/t/rozwoj-t3.abc?refresh=off"), state.awaits_call(), "{state:?}");
        assert_eq!(html.contains("booking/status.js"), state.is_open(), "{state:?}");
        assert_eq!(
            html.contains("data-while=\"leaves\"><a href=\"/t/rozwoj-t3.abc/leave\""),
            state.can_leave(),
            "{state:?}"
        );
    }
    let still = samples::ticket(Lang::Pl, TicketState::Waiting, 3, Some((12, 25)));
    let still = TicketPage { refreshes: false, ..still }.html();
    assert!(!still.contains("http-equiv=\"refresh\"") && still.contains("Włącz odświeżanie co 30 sekund"));
    let html = samples::ticket(Lang::Pl, TicketState::Waiting, 3, Some((12, 25))).html();
    assert!(html.contains("3 osoby") && html.contains("od 12 do 25 min"));
    assert!(samples::ticket(Lang::Pl, TicketState::Waiting, 3, None).html().contains("nie da się teraz określić"));
}

#[test]
fn the_search_forgives_missing_polish_marks() {
    assert_eq!(samples::services(Lang::Pl, "DZIALALNOSC").count(), 1);
    assert_eq!(samples::services(Lang::Pl, "spraw obywatelskich").count(), 4);
}

#[test]
fn pages_can_be_looked_at() {
    let Some(dir) = std::env::var_os("OKIENKO_PAGES_DIR") else { return };
    each(|lang, name, html| {
        let folder = Path::new(&dir).join(lang.code());
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
    });
    std::fs::write(Path::new(&dir).join("digest"), crate::assets::digest()).unwrap();
}
