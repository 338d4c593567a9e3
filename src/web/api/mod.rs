//! The interface of the contract, one file per matter. A handler parses, asks and answers; it decides nothing.

pub mod appointments;
pub mod boards;
pub mod departments;
pub mod desk_bodies;
pub mod desk_paper;
pub mod desks;
pub mod device_view;
pub mod devices;
pub mod kiosk;
pub mod kiosk_health;
pub mod kiosk_offline;
pub mod kiosk_paper;
pub mod kiosk_settings;
pub mod kiosk_setup;
pub mod letter_bodies;
pub mod letters;
pub mod operations;
pub mod pairings;
pub mod paper_preview;
pub mod privacy;
pub mod session;
pub mod slots;
pub mod speech;
pub mod staff;
pub mod tickets;
pub mod wishes;
