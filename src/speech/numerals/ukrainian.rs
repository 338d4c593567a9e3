//! Ukrainian cardinals, written with the apostrophe of the house (U+2019).

use super::{Table, look_up};

pub(super) fn word(part: u16) -> &'static str {
    look_up(part, &WORDS)
}

/// As espeak-ng 1.51 says it right. Left to itself it stresses the wrong syllable of один, сорок, вісімдесят, дев’яносто and тисяча,
/// leaves the last sound of п’ять and its kin hard, and pauses after an apostrophe; those words are given as its phonemes.
pub(super) fn voiced(part: u16) -> &'static str {
    match part {
        1 => "[[od'in]]",
        5 => "[[p'jat;]]",
        9 => "[[d'evjat;]]",
        10 => "[[d'esjat;]]",
        15 => "[[pjatn'Adtsjat;]]",
        19 => "[[devjatn'Adtsjat;]]",
        40 => "[[s'orok]]",
        50 => "[[pjatdes'jat]]",
        80 => "[[visimdes'jat]]",
        90 => "[[devjan'osto]]",
        500 => "[[pjats'ot]]",
        900 => "[[devjats'ot]]",
        1000 => "[[t'isjatSa]]",
        2000 => "дві [[t'isjatSi]]",
        3000 => "три [[t'isjatSi]]",
        4000 => "чотири [[t'isjatSi]]",
        5000 => "[[p'jat;]] [[t'isjatS]]",
        6000 => "шість [[t'isjatS]]",
        7000 => "сім [[t'isjatS]]",
        8000 => "вісім [[t'isjatS]]",
        9000 => "[[d'evjat;]] [[t'isjatS]]",
        part => word(part),
    }
}

const WORDS: Table = Table {
    small: [
        "нуль",
        "один",
        "два",
        "три",
        "чотири",
        "п’ять",
        "шість",
        "сім",
        "вісім",
        "дев’ять",
        "десять",
        "одинадцять",
        "дванадцять",
        "тринадцять",
        "чотирнадцять",
        "п’ятнадцять",
        "шістнадцять",
        "сімнадцять",
        "вісімнадцять",
        "дев’ятнадцять",
    ],
    tens: ["двадцять", "тридцять", "сорок", "п’ятдесят", "шістдесят", "сімдесят", "вісімдесят", "дев’яносто"],
    hundreds: ["сто", "двісті", "триста", "чотириста", "п’ятсот", "шістсот", "сімсот", "вісімсот", "дев’ятсот"],
    thousands: [
        "тисяча",
        "дві тисячі",
        "три тисячі",
        "чотири тисячі",
        "п’ять тисяч",
        "шість тисяч",
        "сім тисяч",
        "вісім тисяч",
        "дев’ять тисяч",
    ],
};
