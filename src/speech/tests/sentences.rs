//! Whole calls in words, and what is no code or label.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use okienko_speech::{DeskLabel, Language, Sentence, TicketCode};
use proptest::prelude::*;

fn said(code: &str, desk: &str) -> [String; 3] {
    let sentence = Sentence::new(&TicketCode::parse(code).unwrap(), &DeskLabel::parse(desk).unwrap());
    Language::ALL.map(|language| sentence.text(language))
}

#[test]
fn a_call_is_a_whole_sentence_in_each_language() {
    assert_eq!(
        said("U007", "3"),
        ["Numer U siedem, stanowisko trzy", "Number U seven, desk three", "Номер У сім, вікно три"]
    );
    assert_eq!(
        said("R231", "12"),
        [
            "Numer er dwieście trzydzieści jeden, stanowisko dwanaście",
            "Number ar two hundred and thirty-one, desk twelve",
            "Номер ер двісті тридцять один, вікно дванадцять"
        ]
    );
}

#[test]
fn two_letters_are_spelled_and_zeros_in_front_are_not_said() {
    assert_eq!(said("KW010", "01")[0], "Numer ka wu dziesięć, stanowisko jeden");
    assert_eq!(said("A000", "0")[1], "Number A zero, desk zero");
    assert_eq!(said("B1007", "1")[2], "Номер бе тисяча сім, вікно один");
}

#[test]
fn labels_are_said_as_people_read_them() {
    for (label, polish) in [
        ("A4", "stanowisko A cztery"),
        ("A-4", "stanowisko A cztery"),
        ("4b", "stanowisko cztery be"),
        ("BO 2", "stanowisko be O dwa"),
        ("60", "stanowisko sześćdziesiąt"),
        ("10452", "stanowisko jeden zero cztery pięć dwa"),
        ("Kasa 2", "Kasa dwa"),
        ("Okno Ł", "Okno Ł"),
        ("3 prawe", "stanowisko trzy prawe"),
    ] {
        assert_eq!(said("U1", label)[0], format!("Numer U jeden, {polish}"), "{label}");
    }
}

#[test]
fn what_is_no_code_or_label_is_not_read() {
    for code in ["", "U", "007", "u007", "U00007", "ABC1", "U1a", "U-1", "Ż12", "U 1", "U٣", "U+1", " U1", "U1\n"] {
        assert_eq!(TicketCode::parse(code), None, "{code:?}");
    }
    for label in ["", " ", "-", "1234567890123", "3;reboot", "[['a]]", "<p>", "3.", "a/b", "3\n", "$(x)", "„3”"] {
        assert_eq!(DeskLabel::parse(label), None, "{label:?}");
    }
    assert!(DeskLabel::parse("Żółć 123 абв").is_some(), "twelve characters, whatever their bytes");
}

proptest! {
    #[test]
    fn whatever_is_read_is_said_without_signs_of_the_voices_own_language(code in "[A-Z]{1,2}[0-9]{1,4}", desk in "[a-zA-Z0-9ąęłśПРкі -]{1,12}") {
        let Some(desk) = DeskLabel::parse(&desk) else { return Ok(()) };
        let sentence = Sentence::new(&TicketCode::parse(&code).unwrap(), &desk);
        for language in Language::ALL {
            let text = sentence.text(language);
            prop_assert!(text.chars().all(|sign| sign.is_alphanumeric() || " ,-’".contains(sign)), "{}", text);
            prop_assert_eq!(text.matches(',').count(), 1);
        }
    }

    #[test]
    fn no_input_of_any_kind_is_a_fault(code in ".{0,16}", desk in ".{0,16}") {
        if let (Some(code), Some(desk)) = (TicketCode::parse(&code), DeskLabel::parse(&desk)) {
            prop_assert!(!Sentence::new(&code, &desk).text(Language::Polish).is_empty());
        }
    }
}
