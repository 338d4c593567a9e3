//! A clerk's note on a visit: written with a number that tells one text from the next, read only where it is logged. The text may be
//! personal data: it leaves this room sealed, and comes into no journal, view or stored answer.

use super::desks::{act, desk};
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::sealed::Seal;
use actix_web::HttpResponse;
use okienko_queue::command::DeskAction;
use okienko_queue::ids::TicketId;
use okienko_queue::note::{MOST, NoteView, Sealed};
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::Channel;
use okienko_store::{Access, NoteRow, Secrets};
use serde::Deserialize;
use serde_json::json as object;

/// A seal that has no end: erasing ends it.
const ENDLESS: i64 = i64::MAX;
const PURPOSE: &str = "note";

#[derive(Deserialize)]
struct Written {
    ticket: TicketId,
    /// The number of the note that was seen; 0 for none.
    number: u32,
    /// Empty takes the note away.
    text: String,
}

impl Written {
    fn checked(self, secrets: &Secrets) -> Result<DeskAction, Problem> {
        let Self { ticket, number, text } = self;
        let text = tidied(&text);
        if text.chars().count() > MOST {
            return Err(Problem::fields(&[("text", "invalid_note")]));
        }
        let text = if text.is_empty() {
            None
        } else {
            let seal = Seal::new(secrets, PURPOSE, ticket.as_str());
            let sealed = seal.and_then(|seal| seal.close(text.as_bytes(), ENDLESS));
            Some(Sealed(sealed.ok_or(Problem::new("try_again"))?))
        };
        Ok(DeskAction::Note { ticket, number, text })
    }
}

/// Without signs that nobody sees, and with one way to end a line.
fn tidied(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let seen: String = lines.chars().filter(|sign| *sign == '\n' || !sign.is_control()).collect();
    seen.trim().to_owned()
}

/// `POST /desks/{id}/note`.
pub(crate) async fn write(call: Call) -> Result<HttpResponse, Problem> {
    let action = call.json::<Written>()?.checked(call.office().store().secrets())?;
    act(call, action).await
}

/// `GET /desks/{id}/tickets/{ticket}/note`. Each reading leaves a line in the access log before anything is shown.
pub(crate) async fn read(call: Call) -> Result<HttpResponse, Problem> {
    let (desk, ticket) = (desk(&call), TicketId::from(call.param("ticket")));
    let department = call.office().department_of_desk(&desk).ok_or(Refusal::NotFound)?;
    let wanted = ticket.clone();
    let seen = move |department: &okienko_queue::Department, _: &okienko_actors::Outlook, _| {
        department.noted_ticket(&desk, &wanted).map(|(ticket, note)| (ticket.channel.clone(), note))
    };
    let (channel, note) = call.office().look(&department, seen).await??;
    let Some(note) = note else { return json(&object!({ "note": null })) };
    log(&call, &ticket, &channel).await?;
    let id = ticket.clone();
    let row = call.office().read(move |store| store.note(id.as_str())).await?;
    json(&object!({ "note": row.map(|row| shown(&call, &note, &row)) }))
}

fn shown(call: &Call, note: &NoteView, row: &NoteRow) -> serde_json::Value {
    object!({
        "number": note.number, "at": note.at, "desk": note.desk, "text": opened(call.office().store().secrets(), row),
    })
}

/// What a note says; `None` for one that was sealed under another secret.
pub(super) fn opened(secrets: &Secrets, row: &NoteRow) -> Option<String> {
    let text = Seal::new(secrets, PURPOSE, &row.ticket)?.open(&row.sealed, 0)?;
    String::from_utf8(text).ok()
}

async fn log(call: &Call, ticket: &TicketId, channel: &Channel) -> Result<(), Problem> {
    let appointment = match channel {
        Channel::Booked { appointment, .. } => appointment.as_str(),
        Channel::WalkIn => "",
    };
    let now_ms = call.office().clock().now().timestamp_millis();
    let line = Access::new(now_ms, &call.who.actor(), "saw_note", appointment, ticket.as_str());
    Ok(call.office().log_access(vec![line.map_err(okienko_actors::Trouble::from)?]).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_keeps_its_lines_and_loses_what_nobody_sees() {
        assert_eq!(tidied("  wróci\r\no 12\u{0}\u{7} \r"), "wróci\no 12");
        assert_eq!(
            tidied(" \u{200e}\n").chars().filter(|sign| !sign.is_control()).count(),
            1,
            "marks of direction stay"
        );
        assert_eq!(tidied("\t\n "), "");
    }
}
