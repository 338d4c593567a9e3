//! The sample office: a file to read, embedded so that one command needs nothing else.

use crate::failure::Failure;
use crate::transport::read_office;
use okienko_queue::office::OfficeFile;

/// The file.
pub const TEXT: &str = include_str!("sample/office.toml");

/// The board of the whole lobby.
pub const BOARD: &str = "hol";

/// The sample office, checked like any other.
///
/// # Errors
/// Never in a released program; the tests of this file read it.
pub fn office() -> Result<OfficeFile, Failure> {
    read_office("the sample office", TEXT)
}

#[cfg(test)]
mod tests;
