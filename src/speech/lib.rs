//! The spoken call: "Numer U siedem, stanowisko trzy", in Polish, English and Ukrainian, as a sound that every browser plays.
//!
//! A [`Sentence`] is what is said, as plain parts; [`numerals`] and [`letters`] know their words. A [`Speaker`] makes the sound: from
//! the fragments of a [`Pack`] (a folder of recordings, of a person or of the voice), or by a [`Voice`], a program of this computer
//! that is spoken to over its standard input and output and never linked. Every sound leaves here levelled: silence cut off, ends
//! faded, the loudest sample at [`level::PEAK_DB`].
//!
//! Words and numbers are pure; files and programs are met in `pack`, `render`, `check` and `voice` only. There is no clock and no chance.
//!
//! Deliberately absent: names of people (a call holds a code and a desk), MP3 and Opus (a sentence of three seconds is 130 kB once, and
//! is kept for ever), volume and order of calls (the screen's), other voices' quirks (they belong into a recorded pack).

mod call;
pub mod check;
pub mod chime;
mod fault;
mod language;
pub mod letters;
pub mod level;
mod made;
pub mod numerals;
mod pack;
mod phrase;
pub mod render;
mod sound;
mod speaker;
mod voice;

pub use call::{DeskLabel, TicketCode};
pub use fault::SpeechFault;
pub use language::Language;
pub use pack::{Pack, keys};
pub use phrase::{Part, Sentence};
pub use sound::{RATE, Sound};
pub use speaker::Speaker;
pub use voice::Voice;
