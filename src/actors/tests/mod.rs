//! What only this room can show: actors that die, nodes that race, hand-overs that are sent twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod boards;
mod dying;
mod house;
mod journeys;
mod kiosks;
mod letters;
mod letters_house;
mod moves;
mod nodes;
mod reminders;
mod screens;
mod texting;
