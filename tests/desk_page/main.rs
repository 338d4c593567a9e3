//! The clerk's page in a real browser: a whole day, the narrow bar, the keyboard alone, a lost connection, two windows, calls for help.

mod bar;
mod day;
mod keyboard;
mod looks;
mod notes;
mod notices;
mod page;
mod whole_day;
mod wire;

use okienko_tests::{Office, Ticket};
