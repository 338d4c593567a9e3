//! The store: everything okienko keeps, over SQLite or PostgreSQL behind one face.
//!
//! It knows nothing of tickets: event bodies are opaque JSON to it. It is synchronous; callers bring their own
//! threads. [`Store`] reads (a pool of connections), [`Appender`] writes (one dedicated connection, one writer).
//! Time is always an argument, in milliseconds since 1970 (UTC).

mod access;
mod account_links;
mod alarms;
mod answer;
mod append;
mod batch;
mod bulk;
mod bulk_sql;
mod calls;
mod claim;
mod connection;
mod contacts;
mod day;
mod devices;
mod engine;
mod erase;
mod erase_one;
mod event;
mod factors;
mod fault;
mod guard;
mod heads;
mod history;
mod letters;
mod listen;
mod lock;
mod migrate;
mod moved;
mod notes;
mod openid;
mod outbox;
mod pairings;
mod passwords;
mod pool;
mod queue_alarms;
mod read_model;
mod report_days;
mod reports;
mod schema;
mod screens;
mod secrets;
mod sessions;
mod settings;
mod staff;
mod states;
mod store;
mod unprinted;
mod visits;
mod wishes;
mod write;

#[cfg(test)]
mod tests;

pub use access::{Access, AccessQuery, Within};
pub use alarms::Alarm;
pub use answer::AnswerRow;
pub use append::Appender;
pub use batch::{Batch, Enclosure, Outcome, Taken};
pub use calls::BookedCall;
pub use claim::{Claim, Release};
pub use connection::Connection;
pub use contacts::Contact;
pub use devices::{Device, DeviceKind};
pub use engine::Engine;
pub use erase::Due;
pub use event::EventRow;
pub use factors::SecondFactor;
pub use fault::Fault;
pub use history::OfficeChange;
pub use letters::{Letter, LetterCounts, NewLetter};
pub use listen::{Heard, Listener};
pub use moved::ContactMove;
pub use notes::NoteRow;
pub use openid::Identity;
pub use outbox::LETTER_LEASE_MS;
pub use pairings::{PAIRING_MS, PairingPoll, PairingStart};
pub use passwords::{hash_password, verify_password};
pub use queue_alarms::QueueAlarm;
pub use read_model::{AppointmentRow, DeskHourRow, PlanRow, PlannedPlaces};
pub use report_days::{LegRow, PackedDay};
pub use reports::Report;
pub use screens::{SCREEN_REPORT_MS, ScreenReport};
pub use secrets::{Secrets, hash_token, new_token};
pub use sessions::{ListedSession, NewSession, Session, session_name};
pub use settings::Setting;
pub use staff::Staff;
pub use states::VisitState;
pub use store::Store;
pub use unprinted::{UNPRINTED_MS, Unprinted};
pub use visits::VisitRow;
pub use wishes::{WISH_MS, Wish};
