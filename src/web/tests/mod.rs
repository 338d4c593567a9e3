//! The rooms below through the real URL table: what only this room can show. People over real HTTP are in the package of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod api;
mod confirm;
pub(crate) mod house;
mod letters;
mod manage;
mod pages;
mod sockets;
