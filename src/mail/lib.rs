//! Letters of the office: what is written (R15–R21), and how it leaves the house.
//!
//! [`compose`] turns a [`Letter`] (plain data) and a [`Sender`] (the office's settings) into a [`Message`]: text, HTML and a
//! calendar file in one mail. It is pure: the same letter gives the same bytes, so a resend after a crash is recognisable as the
//! same mail. [`Post`] hides whether a message goes to an SMTP server, a folder of `.eml` files or a test's memory.
//!
//! Deliberately absent: queues and retries (the outbox of the store and the mailer actor own them), DKIM (the city's relay signs),
//! tracking of any kind, and a clock.

mod calendar;
mod clean;
mod content_line;
mod entry;
mod fault;
mod folder;
mod letter;
mod memory;
mod message;
mod pages;
mod post;
mod sentence;
mod smtp;
mod texts;
mod wording;

pub use clean::mask;
pub use entry::{Entry, entry};
pub use fault::{Fault, NotSent};
pub use letter::{Letter, LetterKind, Sender};
pub use memory::Memory;
pub use message::{Message, compose};
pub use post::Post;
