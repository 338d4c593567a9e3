//! Letters of the office: what is written (R15–R21), and how it leaves the house.
//!
//! [`compose`] turns a [`Letter`] (plain data) and a [`Sender`] (the office's settings) into a [`Message`]: text, HTML and a
//! calendar file in one mail. It is pure: the same letter gives the same bytes, so a resend after a crash is recognisable as the
//! same mail. [`Post`] hides whether a message goes to an SMTP server, a folder of `.eml` files or a test's memory. Text
//! messages have the same shape: [`sms::Note`] is said, [`sms::Gateway`] hides who carries it. [`Ways`] holds both ways out.
//!
//! What an administrator may word differently stands in templates ([`check_templates`]); what the law and the city ask to be said
//! (facts, kiosk words, the personal link, the clause) is outside of them, so no edit can lose it.
//!
//! Deliberately absent: queues and retries (the outbox of the store and the mailer actor own them), DKIM (the city's relay signs),
//! tracking of any kind, `List-Unsubscribe` (all these letters are necessary ones), and a clock.

mod alert;
mod calendar;
mod clean;
mod content_line;
mod entry;
mod fault;
mod folder;
mod letter;
mod memory;
mod message;
mod message_id;
mod pages;
mod post;
mod sentence;
pub mod sms;
mod smtp;
mod templates;
mod texts;
mod values;
mod wording;

pub use alert::{Alert, AlertKind, Matter, QueueFacts, compose_alert};
pub use clean::{mask, mask_digits};
pub use entry::{Entry, entry};
pub use fault::{Fault, NotSent};
pub use letter::{Confirm, Letter, LetterKind, Sender};
pub use memory::Memory;
pub use message::{Message, compose};
pub use message_id::{Subject, host_of, subject_of};
pub use post::{Post, Ways};
pub use templates::{TemplateProblem, check_templates, template_names};
pub use values::VALUES;
