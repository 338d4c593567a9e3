//! The office's own words: what is refused, and what is shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use okienko_queue::text::Text;
use std::collections::BTreeMap;

fn own(texts: &[(&str, Text)]) -> BTreeMap<String, Text> {
    texts.iter().map(|(key, text)| ((*key).to_owned(), text.clone())).collect()
}

/// The one problem of one Polish text.
fn problem(key: &str, words: &str) -> String {
    let found = problems(&own(&[(key, words.into())]));
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[test]
fn what_cannot_stand_in_the_place_of_the_house_is_refused_with_advice() {
    assert!(problem("web-skipp", "x").contains("did you mean web-skip?"));
    assert!(problem("mail-minutes", "x").contains("office.notices.templates"));
    assert!(problem("web-skip", "Do { treści").contains("cannot be read"));
    assert!(problem("web-skip", "raz\n.dwa = trzy").contains("one text"), "no attribute");
    assert!(problem("web-days-until", "Do kiedyś").contains("$date is missing"));
    assert!(problem("web-skip", "Dla { $name }").contains("filled with nothing"));
    assert!(problem("web-days-until", "{ $date } { $x }").contains("filled with $date only"));
    assert!(problem("web-skip", "{ web-skipp }").contains("no such text"));
    assert!(problem("web-skip", "a { web-skip }").contains("quotes itself"));
    assert!(problem("web-skip", "{ NUMBER(1) }").contains("no functions"));
    assert!(problem("web-skip", "{ -miasto }").contains("no such text in this language"));
    assert!(problem("web-skip", "a\u{0007}b").contains("control"));
}

#[test]
fn own_words_terms_and_plurals_are_shown_and_each_language_falls_back_to_the_house() {
    let people = "{ $n ->\n    [one] { $n } { -kto }\n   *[other] { $n } { -kto }ów\n}";
    let all = own(&[
        ("web-place", Text { pl: "Rezerwacje & wizyty".into(), en: Some("Our visits".into()), uk: None }),
        ("-kto", "klient".into()),
        ("web-ticket-ahead", people.into()),
        ("web-weekday", Text { pl: String::new(), en: Some("a day ({ $weekday })".into()), uk: None }),
    ]);
    assert_eq!(problems(&all), Vec::<String>::new());
    let edition = own::Edition::of(&all);
    let get = |lang, key| edition.say(lang, key, None).unwrap();
    let count = |lang, n: u32| {
        let args = HashMap::from([(Cow::Borrowed("n"), FluentValue::from(n))]);
        edition.say(lang, "web-ticket-ahead", Some(&args)).unwrap()
    };
    assert_eq!(
        (get(Lang::Pl, "web-place"), get(Lang::En, "web-place")),
        ("Rezerwacje & wizyty".into(), "Our visits".into())
    );
    assert_eq!(get(Lang::Uk, "web-place"), Texts::new(Lang::Uk).get("web-place"), "no Polish inside Ukrainian");
    assert_eq!((count(Lang::Pl, 1), count(Lang::Pl, 5)), ("1 klient".into(), "5 klientów".into()));
    assert_eq!(count(Lang::En, 1), "1 person");
    let long = |lang| {
        let number = |name, n: u32| (Cow::Borrowed(name), FluentValue::from(n));
        let args = HashMap::from([number("weekday", 1), number("day", 23), number("month", 11), number("year", 2026)]);
        edition.say(lang, "web-date-long", Some(&args)).unwrap()
    };
    assert!(long(Lang::En).starts_with("a day (1)"), "the house quotes the office: {}", long(Lang::En));
    assert!(long(Lang::Pl).starts_with("poniedziałek"), "blank is no text");
}

#[test]
fn a_text_may_quote_others_and_need_not_say_what_one_language_leaves_out() {
    assert_eq!(problems(&own(&[("web-skip", "{ web-place } – { web-steps }".into())])), Vec::<String>::new());
}
