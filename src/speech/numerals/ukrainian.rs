//! Ukrainian cardinals, written with the apostrophe of the house (U+2019).

use super::{Table, look_up};

pub(super) fn word(part: u16) -> &'static str {
    look_up(part, &WORDS)
}

/// As espeak-ng says it right: in its phonemes. From letters its Ukrainian (1.51) says и like і and both too short to be heard, stresses
/// the wrong syllable of один, сорок, вісімдесят, дев’яносто and тисяча, and pauses after an apostrophe.
pub(super) fn voiced(part: u16) -> &'static str {
    look_up(part, &PHONEMES)
}

const PHONEMES: Table = Table {
    small: [
        "[[n'ul]]",
        "[[od'In]]",
        "[[dv'A]]",
        "[[tr'I]]",
        "[[tSot'IrI]]",
        "[[p'jat;]]",
        "[[S'i:st;]]",
        "[[s'i:m]]",
        "[[v'i:sim]]",
        "[[d'evjat;]]",
        "[[d'es;at;]]",
        "[[odIn'Ats;At;]]",
        "[[dvan'Ats;At;]]",
        "[[trIn'Ats;At;]]",
        "[[tSotIrn'Ats;At;]]",
        "[[pjatn'Ats;At;]]",
        "[[Sisn'Ats;At;]]",
        "[[simn'Ats;At;]]",
        "[[visimn'Ats;At;]]",
        "[[devjatn'Ats;At;]]",
    ],
    tens: [
        "[[dv'Ats;At;]]",
        "[[tr'Its;At;]]",
        "[[s'orok]]",
        "[[pjatdes;'At]]",
        "[[Sizdes;'At]]",
        "[[simdes;'At]]",
        "[[visimdes;'At]]",
        "[[devjan'osto]]",
    ],
    hundreds: [
        "[[st'o]]",
        "[[dv'i:sti]]",
        "[[tr'Ista]]",
        "[[tSot'IrIsta]]",
        "[[pjats'ot]]",
        "[[Sists'ot]]",
        "[[sims'ot]]",
        "[[visims'ot]]",
        "[[devjats'ot]]",
    ],
    thousands: [
        "[[t'Is;atSa]]",
        "[[dv'i: t'Is;atSi]]",
        "[[tr'I t'Is;atSi]]",
        "[[tSot'IrI t'Is;atSi]]",
        "[[p'jat; t'Is;atS]]",
        "[[S'i:st; t'Is;atS]]",
        "[[s'i:m t'Is;atS]]",
        "[[v'i:sim t'Is;atS]]",
        "[[d'evjat; t'Is;atS]]",
    ],
};

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
