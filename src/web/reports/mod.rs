//! Reports as they are asked for and told: the question out of an address, its answer out of the facts, and the forms it is handed out in.

pub(crate) mod asked;
pub(crate) mod chart;
pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod labels;
pub(crate) mod table;
pub(crate) mod told;
pub(crate) mod xlsx;

pub(crate) use asked::Asked;
pub(crate) use told::Told;

/// The figures that have a name (`reports-NAME`) and a definition (`reports-def-NAME`), in the order in which they are explained.
pub(crate) const DEFINED: [&str; 28] = [
    "tickets",
    "legs",
    "served",
    "passed_on",
    "no_shows",
    "no_show_rate",
    "gave_up",
    "lost",
    "open",
    "waiting",
    "walking",
    "service",
    "percentiles",
    "collected",
    "not_collected",
    "not_collected_rate",
    "cancelled",
    "expected",
    "planned",
    "appointments",
    "used",
    "booked_rate",
    "used_rate",
    "working",
    "paused",
    "busy",
    "utilisation",
    "days",
];
