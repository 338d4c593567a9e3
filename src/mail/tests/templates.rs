//! The office's own words: what they may do, what they cannot undo.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeMap;

use common::{LANGUAGES, letter, sender};
use okienko_mail::{LetterKind, Message, Sender, check_templates, compose, template_names};
use okienko_queue::text::Text;

fn with(templates: &[(&str, Text)]) -> Sender {
    let templates = templates.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
    Sender { templates, ..sender() }
}

fn written(kind: LetterKind, language: &str, sender: &Sender) -> Message {
    compose(&letter(kind, language), sender).unwrap()
}

fn problems(name: &str, source: &str) -> Vec<(&'static str, Option<usize>)> {
    let templates = BTreeMap::from([(name.to_owned(), Text::from(source))]);
    check_templates(&templates).into_iter().map(|problem| (problem.code, problem.line)).collect()
}

#[test]
fn r16_r17_no_edit_loses_what_must_be_said() {
    let all: Vec<(String, Text)> = template_names().map(|name| (name, Text::new("X", "X", "X"))).collect();
    let sender = Sender { templates: all.into_iter().collect(), ..sender() };
    for kind in LetterKind::ALL {
        for language in LANGUAGES {
            let (house, own) = (written(kind, language, &common::sender()), written(kind, language, &sender));
            assert_eq!((own.subject(), own.calendar()), ("X", house.calendar()));
            // Everything from the facts on stands as it stood.
            let tail = |message: &Message, begin: &str| message.text().split_once(begin).unwrap().1.to_owned();
            let label = house.text().lines().find(|line| line.contains("Grażyna")).unwrap();
            assert_eq!(tail(&own, label), tail(&house, label), "{kind:?} {language}");
        }
    }
}

#[test]
fn words_are_filled_and_fall_back_to_polish_marked_as_such() {
    let intro = Text {
        pl: "Dzień dobry {{ name }}, {{ office }} czeka.".into(),
        en: Some("Hello {{ name }}.".into()),
        uk: None,
    };
    let extra = Text::from("{% if place %}Winda działa: {{ place }}.{% endif %}\n\nProszę wziąć dowód.");
    let sender = with(&[("confirmation.intro", intro), ("confirmation.extra", extra)]);
    let polish = written(LetterKind::Confirmation, "pl", &sender);
    assert!(polish.text().contains("Dzień dobry Grażyna, Urząd Miejski w Dąbrowie Górniczej czeka."));
    assert!(
        polish.text().contains("Winda działa: Wydział Rozwoju") && polish.text().contains("\n\nProszę wziąć dowód.\n")
    );
    assert!(written(LetterKind::Confirmation, "en", &sender).text().contains("Hello Grażyna."));
    let ukrainian = written(LetterKind::Confirmation, "uk", &sender);
    assert!(ukrainian.html().contains("<p><span lang=\"pl\">Dzień dobry Grażyna,"), "{}", ukrainian.html());
    assert!(
        written(LetterKind::Reminder, "pl", &sender).text().contains("uprzejmie przypomina"),
        "other kinds are untouched"
    );
}

#[test]
fn markup_is_shown_and_never_obeyed() {
    let sender = with(&[("confirmation.extra", Text::from("<script>alert(1)</script> <b>{{ name }}</b>\u{202e}"))]);
    let mut letter = letter(LetterKind::Confirmation, "pl");
    letter.to_name = "<i>Ola</i>{{ code }}".into();
    let message = compose(&letter, &sender).unwrap();
    assert!(!message.html().contains("<script") && !message.html().contains("<b>") && !message.html().contains("<i>"));
    assert!(message.text().contains("<b><i>Ola</i>{{ code }}</b>") && !message.text().contains('\u{202e}'));
    let subject = with(&[("confirmation.subject", Text::from("A\r\nBcc: x@y.pl"))]);
    let raw = String::from_utf8(compose(&letter, &subject).unwrap().formatted()).unwrap();
    assert!(raw.contains("Subject: A Bcc: x@y.pl\r\n") && !raw.contains("\nBcc"), "{raw}");
}

#[test]
fn a_broken_template_is_refused_with_its_line() {
    assert_eq!(problems("confirmation.intro", "Dzień dobry {{ name }}"), []);
    assert_eq!(problems("confirmation.intro", "Dzień\ndobry {{ name"), [("syntax", Some(2))]);
    assert_eq!(problems("confirmation.intro", "{{ name }}\n{{ nmae }}"), [("unknown_value", Some(2))]);
    assert_eq!(
        problems("confirmation.intro", "{% if code %}x{% else %}\n{{ secret }}{% endif %}"),
        [("unknown_value", Some(2))]
    );
    assert_eq!(problems("confirmation.links", "x"), [("unknown_name", None)]);
    assert_eq!(problems("confirmation.intro", "  "), [("needs_polish", None)]);
    assert_eq!(problems("confirmation.intro", "{# nothing #}"), [("empty", None)]);
    assert_eq!(problems("confirmation.intro", &"x".repeat(1001)), [("too_long", None)]);
    assert_eq!(problems("confirmation.sms", "Do zobaczenia"), [("needs_code", None)]);
    for trick in [
        "{% include 'letter.html' %}",
        "{% for a in range(1000000000) %}x{% endfor %}",
        "{{ name|safe }}",
        "{{ 'x' * 100000000 }}",
        "{% for a in 'x' * 9000 %}{% for b in 'x' * 9000 %}y{% endfor %}{% endfor %}",
        "{{ name.__class__ }}",
        "{{ name() }}",
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    ] {
        assert!(!problems("confirmation.intro", trick).is_empty(), "{trick}");
    }
    let english = Text { pl: "x".into(), en: Some("{{ oops }}".into()), uk: None };
    let found = check_templates(&BTreeMap::from([("change.intro".to_owned(), english)]));
    assert_eq!(found.len(), 1);
    assert!(
        found[0].to_string().starts_with("notices.templates change.intro (en), line 1: `oops` is no value"),
        "{}",
        found[0]
    );
}

#[test]
fn one_that_is_broken_all_the_same_is_passed_over_and_told() {
    let sender =
        with(&[("confirmation.intro", Text::from("{{ nmae }}")), ("confirmation.subject", Text::from("{% if %}"))]);
    let message = written(LetterKind::Confirmation, "en", &sender);
    assert_eq!(message.text(), written(LetterKind::Confirmation, "en", &common::sender()).text());
    assert_eq!(message.broken_templates(), ["confirmation.subject (en)", "confirmation.intro (en)"]);
}
