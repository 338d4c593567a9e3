//! The pure core of okienko: everything that is decided about tickets and visits, and nothing else.
//!
//! No clock, no chance, no storage, no network: they come in as arguments, so a seed replays a whole day of a town in a unit test.

mod apply;
mod apply_booking;
mod apply_desk;
mod apply_offline;
mod decide;
mod decide_booking;
mod decide_desk;
mod decide_offline;
mod newcomer;
mod reason;
mod slots;
mod timers;

pub mod announced;
pub mod appointment;
pub mod board;
pub mod board_check;
pub mod card;
pub mod check_in;
pub mod claims;
pub mod command;
pub mod config;
pub mod declaration;
pub mod department;
pub mod desk;
pub mod discipline;
pub mod event;
pub mod figures;
pub mod forecast;
pub mod holidays;
pub mod hours;
pub mod ids;
pub mod kiosk;
pub mod kiosk_alarm;
pub mod law;
pub mod lease;
pub mod notices;
pub mod office;
pub mod patterns;
pub mod person;
pub mod refusal;
pub mod screen_alarm;
pub mod shift;
pub mod text;
pub mod throttle;
pub mod ticket;
pub mod time;
pub mod vectors;
pub mod view_board;
pub mod view_desk;
pub mod view_ticket;
pub mod visits;
pub mod waiting;
pub mod work;

pub use apply::Unreadable;
pub use decide::{Answer, Decision, Step};
pub use department::Department;
pub use newcomer::Prospect;
pub use slots::Slot;
