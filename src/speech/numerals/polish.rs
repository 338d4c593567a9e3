//! Polish cardinals.

use super::{Table, look_up};

pub(super) fn word(part: u16) -> &'static str {
    look_up(part, &WORDS)
}

const WORDS: Table = Table {
    small: [
        "zero",
        "jeden",
        "dwa",
        "trzy",
        "cztery",
        "pięć",
        "sześć",
        "siedem",
        "osiem",
        "dziewięć",
        "dziesięć",
        "jedenaście",
        "dwanaście",
        "trzynaście",
        "czternaście",
        "piętnaście",
        "szesnaście",
        "siedemnaście",
        "osiemnaście",
        "dziewiętnaście",
    ],
    tens: [
        "dwadzieścia",
        "trzydzieści",
        "czterdzieści",
        "pięćdziesiąt",
        "sześćdziesiąt",
        "siedemdziesiąt",
        "osiemdziesiąt",
        "dziewięćdziesiąt",
    ],
    hundreds: [
        "sto",
        "dwieście",
        "trzysta",
        "czterysta",
        "pięćset",
        "sześćset",
        "siedemset",
        "osiemset",
        "dziewięćset",
    ],
    thousands: [
        "tysiąc",
        "dwa tysiące",
        "trzy tysiące",
        "cztery tysiące",
        "pięć tysięcy",
        "sześć tysięcy",
        "siedem tysięcy",
        "osiem tysięcy",
        "dziewięć tysięcy",
    ],
};
