//! Numbers and letters in words: golden ones for what is easily wrong, and what holds for all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use okienko_speech::numerals::{MOST, parts, words};
use okienko_speech::{Language, letters};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Number, Polish, English, Ukrainian.
const TRICKY: [(u16, &str, &str, &str); 32] = [
    (0, "zero", "zero", "нуль"),
    (1, "jeden", "one", "один"),
    (2, "dwa", "two", "два"),
    (4, "cztery", "four", "чотири"),
    (5, "pięć", "five", "п’ять"),
    (9, "dziewięć", "nine", "дев’ять"),
    (10, "dziesięć", "ten", "десять"),
    (11, "jedenaście", "eleven", "одинадцять"),
    (12, "dwanaście", "twelve", "дванадцять"),
    (14, "czternaście", "fourteen", "чотирнадцять"),
    (15, "piętnaście", "fifteen", "п’ятнадцять"),
    (16, "szesnaście", "sixteen", "шістнадцять"),
    (19, "dziewiętnaście", "nineteen", "дев’ятнадцять"),
    (20, "dwadzieścia", "twenty", "двадцять"),
    (21, "dwadzieścia jeden", "twenty-one", "двадцять один"),
    (30, "trzydzieści", "thirty", "тридцять"),
    (40, "czterdzieści", "forty", "сорок"),
    (50, "pięćdziesiąt", "fifty", "п’ятдесят"),
    (66, "sześćdziesiąt sześć", "sixty-six", "шістдесят шість"),
    (90, "dziewięćdziesiąt", "ninety", "дев’яносто"),
    (100, "sto", "one hundred", "сто"),
    (101, "sto jeden", "one hundred and one", "сто один"),
    (110, "sto dziesięć", "one hundred and ten", "сто десять"),
    (200, "dwieście", "two hundred", "двісті"),
    (231, "dwieście trzydzieści jeden", "two hundred and thirty-one", "двісті тридцять один"),
    (312, "trzysta dwanaście", "three hundred and twelve", "триста дванадцять"),
    (444, "czterysta czterdzieści cztery", "four hundred and forty-four", "чотириста сорок чотири"),
    (515, "pięćset piętnaście", "five hundred and fifteen", "п’ятсот п’ятнадцять"),
    (600, "sześćset", "six hundred", "шістсот"),
    (999, "dziewięćset dziewięćdziesiąt dziewięć", "nine hundred and ninety-nine", "дев’ятсот дев’яносто дев’ять"),
    (1007, "tysiąc siedem", "one thousand and seven", "тисяча сім"),
    (5_230, "pięć tysięcy dwieście trzydzieści", "five thousand two hundred and thirty", "п’ять тисяч двісті тридцять"),
];

#[test]
fn the_tricky_ones_are_right() {
    for (number, polish, english, ukrainian) in TRICKY {
        let said = Language::ALL.map(|language| words(language, number));
        assert_eq!(said, [polish, english, ukrainian].map(str::to_owned));
    }
}

#[test]
fn no_two_numbers_are_said_the_same_and_none_is_left_unsaid() {
    for language in Language::ALL {
        let all: BTreeSet<String> = (0..=MOST).map(|number| words(language, number)).collect();
        assert_eq!(all.len(), usize::from(MOST) + 1, "{language}");
        for said in &all {
            let clean = |sign: char| sign.is_alphabetic() || [' ', '-', '’'].contains(&sign);
            assert!(said.chars().all(clean) && !said.contains("  ") && said.trim() == said, "{said:?}");
        }
    }
}

#[test]
fn every_word_belongs_to_its_alphabet() {
    let latin = |sign: char| sign.is_ascii_lowercase() || "ąćęłńóśźż -".contains(sign);
    let cyrillic = |sign: char| ('а'..='я').contains(&sign) || "іїєґ ’".contains(sign);
    for number in 0..=MOST {
        assert!(words(Language::Polish, number).chars().all(latin), "{number}");
        assert!(words(Language::English, number).chars().all(latin), "{number}");
        assert!(words(Language::Ukrainian, number).chars().all(cyrillic), "{number}");
    }
}

#[test]
fn every_letter_has_a_name_of_its_own_in_every_language() {
    for language in Language::ALL {
        let names: BTreeSet<&str> = ('A'..='Z').map(|letter| letters::name(language, letter).unwrap()).collect();
        assert_eq!(names.len(), 26, "{language}");
    }
    let named = |letter| Language::ALL.map(|language| letters::name(language, letter).unwrap());
    assert_eq!(named('U'), ["U", "U", "У"]);
    assert_eq!(named('R'), ["er", "ar", "ер"]);
    assert_eq!(named('W'), ["wu", "double-u", "дубль-ве"]);
    assert_eq!(named('H'), ["ha", "aitch", "га"]);
    assert_eq!(letters::name(Language::Polish, 'Ł'), None);
}

proptest! {
    #[test]
    fn the_parts_are_the_number(number in 0..=MOST) {
        let parts = parts(number);
        prop_assert_eq!(parts.iter().sum::<u16>(), number);
        prop_assert!(parts.windows(2).all(|two| two[0] > two[1]));
    }

    #[test]
    fn polish_and_ukrainian_say_the_parts_one_after_the_other(number in 0..=MOST) {
        for language in [Language::Polish, Language::Ukrainian] {
            let joined: Vec<String> = parts(number).into_iter().map(|part| words(language, part)).collect();
            prop_assert_eq!(words(language, number), joined.join(" "));
        }
    }

    #[test]
    fn english_has_one_and_before_what_is_below_a_hundred(number in 101..=MOST) {
        let said = words(Language::English, number);
        let wanted = usize::from(number % 100 > 0);
        prop_assert_eq!(said.split(' ').filter(|word| *word == "and").count(), wanted);
        if wanted == 1 {
            let below = words(Language::English, number % 100);
            prop_assert!(said.ends_with(&["and", &below].join(" ")));
        }
    }
}
