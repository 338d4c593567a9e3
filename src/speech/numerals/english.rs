//! British English cardinals: "two hundred and thirty-one", "one thousand and seven".

use super::{Table, look_up, parts_with_and};
use crate::language::Language;

/// The whole number: what is below a hundred is joined by "and", tens and units by a hyphen.
pub(super) fn words(number: u16) -> String {
    let mut said = String::new();
    let mut before = None;
    for part in parts_with_and(Language::English, number) {
        let tens = before.is_some_and(|before| (20..100).contains(&before));
        said.push_str(match (before, tens) {
            (_, true) => "-",
            (None, false) if said.is_empty() => "",
            _ => " ",
        });
        said.push_str(part.map_or("and", word));
        before = part;
    }
    said
}

fn word(part: u16) -> &'static str {
    look_up(part, &WORDS)
}

const WORDS: Table = Table {
    small: [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ],
    tens: ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
    hundreds: [
        "one hundred",
        "two hundred",
        "three hundred",
        "four hundred",
        "five hundred",
        "six hundred",
        "seven hundred",
        "eight hundred",
        "nine hundred",
    ],
    thousands: [
        "one thousand",
        "two thousand",
        "three thousand",
        "four thousand",
        "five thousand",
        "six thousand",
        "seven thousand",
        "eight thousand",
        "nine thousand",
    ],
};
