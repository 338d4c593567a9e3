//! The agent on the kiosk computer, as a library, so that its parts can be tried alone.

pub mod printer;
