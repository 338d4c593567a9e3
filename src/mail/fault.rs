//! What can go wrong with a letter. No text here ever holds a person's data: addresses are masked before they get in.

use std::fmt;

/// Why a letter could not be written, or a post could not be set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The client's address is not an address; the letter can never be sent.
    Address,
    /// The office's own settings (`from`, `reply_to`) are not an address: names the setting.
    Sender(&'static str),
    /// The personal link is not an `http` or `https` address.
    Link,
    /// A text is missing or broken in a language: `language`, then the key.
    Text(&'static str, String),
    /// The pages or the MIME parts could not be put together.
    Assembly(String),
    /// The post's settings (SMTP address, folder) are unusable; never holds a password.
    Settings(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address => f.write_str("the client's e-mail address is not valid"),
            Self::Sender(setting) => {
                write!(f, "the office's setting `{setting}` is not a mail address")
            }
            Self::Link => f.write_str("the personal link is not an http(s) address"),
            Self::Text(language, key) => {
                write!(f, "the text `{key}` is missing or broken in `{language}`")
            }
            Self::Assembly(what) => write!(f, "the letter could not be assembled: {what}"),
            Self::Settings(what) => write!(f, "the mail settings are not usable: {what}"),
        }
    }
}

impl std::error::Error for Fault {}

/// Why a message did not leave. The text is fit for a log: status codes and reasons, addresses masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// Worth another try: server away, 4xx answer, full disk, or an office setting that an administrator can mend (R20).
    Later(String),
    /// Another try would end the same: 5xx for this recipient or content.
    Never(String),
}

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Later(why) => write!(f, "not sent, will be tried again: {why}"),
            Self::Never(why) => write!(f, "not sent, given up: {why}"),
        }
    }
}

impl std::error::Error for NotSent {}
