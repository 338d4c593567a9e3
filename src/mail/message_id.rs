//! Message-IDs: the same for the same letter, so that a resend shows as one mail, and readable again when a relay reports one.

use crate::clean::{host_text, id_text};
use crate::letter::{Letter, LetterKind, Sender};

/// What a Message-ID of ours is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The appointment's id.
    pub appointment: String,
    /// Which letter.
    pub kind: LetterKind,
    /// Its SEQUENCE, see [`Letter::effective_sequence`].
    pub sequence: u32,
}

impl Subject {
    /// Whether it is a letter of the outbox with this kind and these params (JSON).
    #[must_use]
    pub fn is_of(&self, kind: &str, params: &str) -> bool {
        let params: serde_json::Value = serde_json::from_str(params).unwrap_or_default();
        let moves = params.get("sequence").and_then(serde_json::Value::as_u64).unwrap_or(0);
        let lapsed = params.get("by").is_some_and(|by| by == "timeout");
        let written_as = if self.kind == LetterKind::Lapsed { LetterKind::Cancellation } else { self.kind };
        written_as.as_str() == kind
            && lapsed == (self.kind == LetterKind::Lapsed)
            && u64::from(self.sequence) == moves + u64::from(self.kind.ends())
    }
}

/// The host of an address, for [`Sender::host`].
#[must_use]
pub fn host_of(url: &str) -> String {
    let host = url.split("://").last().unwrap_or(url);
    host.split(['/', ':']).next().unwrap_or(host).to_owned()
}

/// The letter's own id.
pub(crate) fn own(letter: &Letter, sender: &Sender) -> String {
    written(&letter.appointment, letter.kind, letter.effective_sequence(), &sender.host)
}

/// The id that all letters of an appointment hang on: its confirmation's, sent or not.
pub(crate) fn root(letter: &Letter, sender: &Sender) -> String {
    written(&letter.appointment, LetterKind::Confirmation, 0, &sender.host)
}

fn written(appointment: &str, kind: LetterKind, sequence: u32, host: &str) -> String {
    format!("<{}.{}.{sequence}@{}>", id_text(appointment), kind.as_str(), host_text(host))
}

/// Reads a Message-ID of this office back, with or without its angles; `None` for one of somebody else's.
#[must_use]
pub fn subject_of(message_id: &str, host: &str) -> Option<Subject> {
    let bare = message_id.trim().trim_start_matches('<').trim_end_matches('>');
    let (left, right) = bare.rsplit_once('@')?;
    let (left, sequence) = left.rsplit_once('.')?;
    let (id, kind) = left.rsplit_once('.')?;
    let ours = right == host_text(host);
    let subject =
        Subject { appointment: plain_id(id)?, kind: LetterKind::parse(kind)?, sequence: sequence.parse().ok()? };
    ours.then_some(subject)
}

/// Undoes [`id_text`].
fn plain_id(text: &str) -> Option<String> {
    let mut pieces = text.split('.');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (hex, rest) = piece.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(hex, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_nothing_else() {
        for id in ["wro-a17", "a.b/ż-a1"] {
            let text = written(id, LetterKind::NotCollected, 3, "wizyty.example:8080");
            let read = subject_of(&text, "wizyty.example").unwrap();
            assert_eq!((read.appointment.as_str(), read.kind, read.sequence), (id, LetterKind::NotCollected, 3));
            assert_eq!(subject_of(&text, "other.example"), None);
        }
        for strange in [
            "",
            "<>",
            "<x@wizyty.example>",
            "<a.change.x@wizyty.example>",
            "<a.joke.1@wizyty.example>",
            "<é.zz.change.1@wizyty.example>",
        ] {
            assert_eq!(subject_of(strange, "wizyty.example"), None, "{strange}");
        }
    }
}
