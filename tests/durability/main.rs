//! Bad days: the process is killed, the database goes away, a second server wants the same file.

mod away;
mod kill;
mod ledger;
mod load;
mod second;
