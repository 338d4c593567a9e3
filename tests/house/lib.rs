//! The test house: people as objects over real HTTP and sockets.
//!
//! A test reads like a morning at the office: an [`Office`] is opened (the real server binary over a fresh database),
//! a [`Citizen`] books, a [`Kiosk`] gives tickets, a [`Clerk`] calls, a [`Board`] shows. Nothing here knows the
//! server from inside; what it relies on is the contract: commands, HTTP, sockets, letters in a folder.
//!
//! Every test is written once and runs on both database engines, see [`on_both_engines`].

pub mod admin;
pub mod agent;
pub mod board;
pub mod browser;
pub mod chance;
pub mod citizen;
pub mod clerk;
pub mod counts;
pub mod days;
pub mod emulation;
pub mod engine;
pub mod events;
pub mod http;
pub mod kiosk;
pub mod letter;
pub mod office;
pub mod page;
pub mod postgres;
pub mod printer;
pub mod process;
pub mod python;
pub mod rules;
pub mod sample;
pub mod served;
pub mod serving;
pub mod time;
pub mod wire;

pub use agent::KioskAgent;
pub use board::Board;
pub use citizen::Citizen;
pub use clerk::Clerk;
pub use engine::Engine;
pub use events::{Events, Said};
pub use http::{Answer, Http, Ticket};
pub use kiosk::Kiosk;
pub use letter::Letter;
pub use office::Office;
pub use printer::Printer;
pub use sample::Sample;
pub use serving::Serving;
pub use wire::{Way, Wire};
