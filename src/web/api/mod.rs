//! The interface of the contract, one file per matter. A handler parses, asks and answers; it decides nothing.

pub mod appointments;
pub mod boards;
pub mod departments;
pub mod desk_bodies;
pub mod desks;
pub mod devices;
pub mod kiosk;
pub mod kiosk_offline;
pub mod letter_bodies;
pub mod letters;
pub mod operations;
pub mod pairings;
pub mod privacy;
pub mod session;
pub mod slots;
pub mod staff;
pub mod tickets;
