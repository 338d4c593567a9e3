//! The actors: one department, one machine, one actor that alone asks it to decide.
//!
//! Decide, append, confirm, publish, in that order and nothing else. Rules about tickets live in the pure core.

pub mod accounts;
pub mod history;
pub mod provided;

mod access;
mod amend;
mod announced;
mod answer;
mod ask;
mod boards;
mod booking;
mod calendar_file;
mod catch_up;
mod change;
mod check_in;
mod clock;
mod company;
mod day_list;
mod deliver;
mod department;
mod device_news;
mod directory;
mod enclose;
mod fate;
mod flight;
mod housekeeping;
mod issuer;
mod kiosk_letters;
mod kiosk_watch;
mod landing;
mod links;
mod mailer;
mod near;
mod nodes;
mod notices;
mod office;
mod offline;
mod outlook;
mod past;
mod patterns;
mod presence;
mod preview;
mod publish;
mod queue_letters;
mod queue_watch;
mod reading;
mod recent;
mod reminders;
mod report_days;
mod retention;
mod rows;
mod screen_watch;
mod setup;
mod shared;
mod shift;
mod staff_visits;
mod stats;
mod watch;
mod writer;
mod written;

pub use ask::{Ask, Frame, Key, Person, Reply, Trouble};
pub use change::{By, effects_in_store, put_office};
pub use check_in::{Entry, Typed};
pub use clock::{OfficeClock, process_now_ms};
pub use day_list::{DayList, DayVisit};
pub use links::Links;
pub use office::Office;
pub use outlook::Outlook;
pub use patterns::Findings;
pub use preview::Preview;
pub use reading::AppointmentFacts;
pub use report_days::{ReportDay, facts_of};
pub use retention::LETTER_DAYS;
pub use rows::{Rows, record_of};
pub use shared::Settings;
pub use staff_visits::{Mail, StaffVisit, Wanted};
pub use stats::Stats;
pub use watch::Change;

#[cfg(test)]
mod tests;
