//! Letters by SMTP through lettre: which answers are worth another try, and what of them may be logged.

use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::{SmtpTransport, Transport};

use crate::clean::mask;
use crate::fault::{Fault, NotSent};
use crate::message::Message;

/// Longest wait for a silent server; R15 wants a letter out within a minute, retries included.
const PATIENCE: Duration = Duration::from_secs(20);

/// 5xx answers about the office's own account or relay (RFC 4954, RFC 7504), which an administrator mends; the letter is sound.
const OURS: [u16; 5] = [521, 530, 534, 535, 538];

/// The pooled transport of a URL.
///
/// # Errors
/// [`Fault::Settings`], without the URL, which may hold a password.
pub(crate) fn transport(url: &str) -> Result<SmtpTransport, Fault> {
    let builder = SmtpTransport::from_url(url).map_err(|error| Fault::Settings(mask(&error.to_string())))?;
    Ok(builder.timeout(Some(PATIENCE)).build())
}

/// Hands the message to the server and sorts its answer.
///
/// # Errors
/// [`NotSent`], addresses masked.
pub(crate) fn send(transport: &SmtpTransport, message: &Message) -> Result<(), NotSent> {
    let foreign = !message.to().is_ascii();
    transport.send(&message.mail).map(drop).map_err(|error| sorted(&error, foreign))
}

/// Only an answer about this letter is final. A client error with a non-ASCII address means that the server lacks SMTPUTF8.
fn sorted(error: &Error, foreign: bool) -> NotSent {
    let why = mask(&error.to_string());
    let ours = error.status().is_some_and(|code| OURS.contains(&u16::from(code)));
    let this_letter = error.is_permanent() && !ours || error.is_client() && foreign;
    if this_letter { NotSent::Never(why) } else { NotSent::Later(why) }
}
