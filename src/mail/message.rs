//! One mail, ready to leave: headers and MIME parts around the words of a letter.

use std::fmt;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MessageBuilder, MultiPart, SinglePart};

use crate::clean::{id_text, one_line};
use crate::fault::Fault;
use crate::letter::{Letter, Sender};
use crate::wording::Wording;
use crate::{calendar, message_id, pages};

/// A composed mail. Holds personal data: its `Debug` shows the file name only.
#[derive(Clone)]
pub struct Message {
    pub(crate) mail: lettre::Message,
    name: String,
    subject: String,
    text: String,
    html: String,
    calendar: String,
    broken: Vec<String>,
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({})", self.name)
    }
}

impl Message {
    /// A file name stem that sorts by time: instant, appointment, kind; the same for the same letter.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The recipient's bare address.
    #[must_use]
    pub fn to(&self) -> String {
        self.mail.envelope().to().first().map(ToString::to_string).unwrap_or_default()
    }

    /// The subject, unencoded.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The plain text face.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The HTML face.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The calendar file (RFC 5545); empty for a letter that carries none.
    #[must_use]
    pub fn calendar(&self) -> &str {
        &self.calendar
    }

    /// Templates of the office that could not be used, so that the house's words stand in the letter; for the log.
    #[must_use]
    pub fn broken_templates(&self) -> &[String] {
        &self.broken
    }

    /// The whole mail as it goes over the wire (RFC 5322), CRLF lines.
    #[must_use]
    pub fn formatted(&self) -> Vec<u8> {
        self.mail.formatted()
    }
}

/// Writes a letter. Pure: the same letter and sender give the same bytes.
///
/// # Errors
/// [`Fault::Address`] for a recipient that is no address, [`Fault::Sender`] for the office's own, [`Fault::Link`],
/// [`Fault::Text`] for a missing text, [`Fault::Assembly`] for anything that does not fit together.
pub fn compose(letter: &Letter, sender: &Sender) -> Result<Message, Fault> {
    let wording = Wording::of(letter, sender)?;
    let from = mailbox(&sender.from).ok_or(Fault::Sender("from"))?;
    let (text, html) = (pages::text(&wording)?, pages::html(&wording)?);
    let calendar = match letter.kind.has_calendar() {
        true => calendar::file(letter, &wording, from.email.as_ref(), &sender.host)?,
        false => String::new(),
    };
    let mail = headers(letter, sender, &wording, from)?
        .multipart(parts(letter, wording.language, &text, &html, &calendar)?)
        .map_err(|error| Fault::Assembly(error.to_string()))?;
    let (name, broken) = (name(letter), wording.broken);
    Ok(Message { mail, name, subject: wording.subject, text, html, calendar, broken })
}

fn name(letter: &Letter) -> String {
    let instant = letter.written_at.format("%Y%m%dT%H%M%S%.3fZ");
    format!("{instant}_{}_{}", id_text(&letter.appointment), letter.kind.as_str())
}

fn headers(letter: &Letter, sender: &Sender, wording: &Wording, from: Mailbox) -> Result<MessageBuilder, Fault> {
    let to = letter.to_email.trim().parse().map_err(|_| Fault::Address)?;
    let to_name = Some(one_line(&letter.to_name)).filter(|name| !name.is_empty());
    let (own, root) = (message_id::own(letter, sender), message_id::root(letter, sender));
    let head = Head {
        from,
        to: Mailbox::new(to_name, to),
        subject: &wording.subject,
        language: wording.language,
        message_id: &own,
        written_at: letter.written_at,
    };
    let mut builder = head.builder(sender)?;
    if own != root {
        builder = builder.in_reply_to(root.clone()).references(root);
    }
    Ok(builder)
}

/// What stands at the head of every letter of ours.
struct Head<'a> {
    from: Mailbox,
    to: Mailbox,
    subject: &'a str,
    language: &'static str,
    message_id: &'a str,
    written_at: DateTime<Utc>,
}

impl Head<'_> {
    fn builder(self, sender: &Sender) -> Result<MessageBuilder, Fault> {
        let builder = lettre::Message::builder()
            .from(self.from)
            .to(self.to)
            .subject(self.subject)
            .date(SystemTime::from(self.written_at))
            .message_id(Some(self.message_id.to_owned()))
            // RFC 3834: other machines (out-of-office answers) are to keep quiet.
            .raw_header(plain("Auto-Submitted", "auto-generated"))
            .raw_header(plain("X-Auto-Response-Suppress", "All"))
            .raw_header(plain("Content-Language", self.language));
        match &sender.reply_to {
            Some(reply_to) => Ok(builder.reply_to(mailbox(reply_to).ok_or(Fault::Sender("reply_to"))?)),
            None => Ok(builder),
        }
    }
}

/// A letter of two faces without a calendar, to the office's own people.
pub(crate) struct Plain<'a> {
    /// The file name stem.
    pub name: String,
    /// With its angles.
    pub message_id: String,
    /// A bare address.
    pub to: &'a str,
    /// `pl`, `en` or `uk`.
    pub language: &'static str,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub written_at: DateTime<Utc>,
}

impl Message {
    /// Puts a plain letter together.
    ///
    /// # Errors
    /// As [`compose`].
    pub(crate) fn plain(letter: Plain<'_>, sender: &Sender) -> Result<Self, Fault> {
        let Plain { name, message_id, to, language, subject, text, html, written_at } = letter;
        let head = Head {
            from: mailbox(&sender.from).ok_or(Fault::Sender("from"))?,
            to: Mailbox::new(None, to.trim().parse().map_err(|_| Fault::Address)?),
            subject: &subject,
            language,
            message_id: &message_id,
            written_at,
        };
        let mail = head.builder(sender)?.multipart(faces(language, &text, &html)?);
        let mail = mail.map_err(|error| Fault::Assembly(error.to_string()))?;
        Ok(Self { mail, name, subject, text, html, calendar: String::new(), broken: Vec::new() })
    }
}

fn plain(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// `Name <address>` or a bare address. Wider than RFC 5322 in the name, which an office writes with dots and Polish letters.
fn mailbox(text: &str) -> Option<Mailbox> {
    let text = one_line(text);
    let (name, address) = match text.strip_suffix('>').and_then(|inner| inner.rsplit_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"').trim().to_owned(), address.trim().to_owned()),
        None => (String::new(), text),
    };
    let name = Some(name).filter(|name| !name.is_empty());
    Some(Mailbox::new(name, address.parse().ok()?))
}

fn faces(language: &str, text: &str, html: &str) -> Result<MultiPart, Fault> {
    // Cyrillic doubles in base64 but triples in quoted-printable; Polish and English stay readable in the raw mail.
    let words =
        if language == "uk" { ContentTransferEncoding::Base64 } else { ContentTransferEncoding::QuotedPrintable };
    Ok(MultiPart::alternative()
        .boundary("=_okienko_faces")
        .singlepart(part("text/plain; charset=utf-8", text, words)?)
        .singlepart(part("text/html; charset=utf-8", html, words)?))
}

fn parts(letter: &Letter, language: &str, text: &str, html: &str, calendar: &str) -> Result<MultiPart, Fault> {
    let base64 = ContentTransferEncoding::Base64;
    let method = calendar::method(letter.kind);
    let faces = faces(language, text, html)?;
    if calendar.is_empty() {
        return Ok(faces);
    }
    let alternative =
        faces.singlepart(part(&format!("text/calendar; charset=utf-8; method={method}"), calendar, base64)?);
    let visit = Attachment::new("visit.ics".to_owned())
        .body(body(calendar, base64)?, content_type("application/ics; name=\"visit.ics\"")?);
    // Fixed boundaries are safe: `=_` occurs neither in quoted-printable (hex digits follow `=`) nor in base64 (no `_`).
    Ok(MultiPart::mixed().boundary("=_okienko_letter").multipart(alternative).singlepart(visit))
}

fn part(kind: &str, content: &str, encoding: ContentTransferEncoding) -> Result<SinglePart, Fault> {
    Ok(SinglePart::builder().header(content_type(kind)?).body(body(content, encoding)?))
}

fn body(content: &str, encoding: ContentTransferEncoding) -> Result<Body, Fault> {
    let wire = content.replace("\r\n", "\n").replace('\n', "\r\n");
    Body::new_with_encoding(wire, encoding).map_err(|_| Fault::Assembly("a part refuses its encoding".to_owned()))
}

fn content_type(kind: &str) -> Result<ContentType, Fault> {
    ContentType::parse(kind).map_err(|error| Fault::Assembly(error.to_string()))
}
