//! Live tickets: server-sent events (HTML Standard §9.2). A stream sends the whole state after every change, never a difference, so a page
//! that missed something heals with the next message, and any node can serve it: what is sent is read as every other answer is.

use crate::api::tickets;
use crate::app::State;
use crate::call::Call;
use crate::errors::Problem;
use crate::handlers::ticket::{facts, read_view};
use crate::instants::local;
use crate::texts::{Lang, Texts};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpResponse};
use chrono::{DurationRound, TimeDelta};
use futures_util::stream::unfold;
use okienko_actors::Change;
use okienko_queue::ids::{DepartmentId, TicketId};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep_until};

/// At least so often something is written, so that proxies keep the line and a visitor who went away is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// Changes closer together than this are one.
const COALESCED: Duration = Duration::from_secs(1);
/// Looks at departments at once, for all streams together: thousands of pages never crowd out a clerk's press.
const LOOKS: usize = 32;
/// When to ask again where there was no place, seconds.
const AGAIN: u32 = 30;

/// How many streams there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamLimits {
    /// Of one process.
    pub all: usize,
    /// Of one link.
    pub per_link: usize,
}

impl Default for StreamLimits {
    fn default() -> Self {
        Self { all: 20_000, per_link: 5 }
    }
}

/// The streams that are open.
pub(crate) struct Streams {
    limits: StreamLimits,
    by_link: Mutex<(usize, HashMap<TicketId, usize>)>,
    looks: Semaphore,
}

/// A stream's place; given back when the stream ends.
struct Place {
    streams: Arc<Streams>,
    link: TicketId,
}

impl Streams {
    /// None yet.
    pub fn new(limits: StreamLimits) -> Arc<Self> {
        Arc::new(Self { limits, by_link: Mutex::default(), looks: Semaphore::new(LOOKS) })
    }

    /// How many are open.
    pub fn count(&self) -> usize {
        self.by_link.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    fn place(self: &Arc<Self>, link: &TicketId) -> Result<Place, Problem> {
        let mut open = self.by_link.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, of_link) = (open.0, open.1.get(link).copied().unwrap_or(0));
        if of_link >= self.limits.per_link {
            return Err(Problem::new("throttled").after(AGAIN));
        }
        if all >= self.limits.all {
            return Err(Problem::new("try_again").after(AGAIN));
        }
        open.0 += 1;
        open.1.insert(link.clone(), of_link + 1);
        Ok(Place { streams: self.clone(), link: link.clone() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.streams.by_link.lock().unwrap_or_else(PoisonError::into_inner);
        open.0 = open.0.saturating_sub(1);
        let left = open.1.get(&self.link).copied().unwrap_or(0).saturating_sub(1);
        if left == 0 {
            open.1.remove(&self.link);
        } else {
            open.1.insert(self.link.clone(), left);
        }
    }
}

/// `GET /t/{token}/events`.
pub(crate) async fn ticket(call: Call) -> Result<HttpResponse, Problem> {
    let link = tickets::ticket(&call)?;
    if call.state.settings.drain.has_begun() {
        return Err(Problem::new("try_again"));
    }
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, "text/event-stream; charset=utf-8"));
    answer.insert_header((HeaderName::from_static("x-accel-buffering"), "no"));
    // Named, so that it is not compressed: a compressor would hold messages back.
    answer.insert_header((CONTENT_ENCODING, "identity"));
    if call.req.method() == Method::HEAD {
        return Ok(answer.finish());
    }
    let place = call.state.streams.place(&link)?;
    let (now, lang) = (Instant::now(), call.lang());
    let mut feed = Feed { state: call.state, place, lang, change: None, sent: None, looked: now, wrote: now };
    let first = feed.look().await?;
    let greeting = format!("retry: {}\n\n{}", retry_ms(), feed.event(&first));
    let ends = is_final(&first);
    let stream = unfold((Some(greeting), (!ends).then_some(feed)), |(greeting, feed)| async move {
        if let Some(greeting) = greeting {
            return Some((Ok::<_, Error>(Bytes::from(greeting)), (None, feed)));
        }
        let mut feed = feed?;
        let (text, goes_on) = feed.next().await?;
        Some((Ok(Bytes::from(text)), (None, goes_on.then_some(feed))))
    });
    Ok(answer.streaming(Box::pin(stream)))
}

/// One stream.
struct Feed {
    state: Data<State>,
    place: Place,
    lang: Lang,
    /// The department that holds the ticket now, and what changes in it.
    change: Option<(DepartmentId, Change)>,
    sent: Option<Value>,
    looked: Instant,
    wrote: Instant,
}

impl Feed {
    /// What to write next, and whether anything follows it; `None` at the end.
    async fn next(&mut self) -> Option<(String, bool)> {
        let drain = self.state.settings.drain.clone();
        loop {
            let (beat, soonest) = (self.wrote + HEARTBEAT, self.looked + COALESCED);
            tokio::select! {
                // The browser comes back by itself, to a node that stays.
                () = drain.begun() => return None,
                () = sleep_until(beat) => {}
                () = changed(&mut self.change) => {}
            }
            tokio::select! {
                () = drain.begun() => return None,
                () = sleep_until(soonest) => {}
            }
            match self.look().await {
                Ok(state) if self.sent.as_ref() != Some(&state) => {
                    return Some((self.event(&state), !is_final(&state)));
                }
                Ok(_) => {}
                Err(problem) if problem.code == "try_again" => {}
                Err(_) => return None,
            }
            if Instant::now() >= beat {
                self.wrote = Instant::now();
                return Some((":\n\n".to_owned(), true));
            }
        }
    }

    /// The whole state. What changes while we look is heard afterwards.
    async fn look(&mut self) -> Result<Value, Problem> {
        let (office, id) = (self.state.office.clone(), &self.place.link);
        let turn = self.place.streams.looks.acquire().await;
        let department = office.department_of_ticket(id).await?;
        if self.change.as_ref().is_none_or(|(known, _)| *known != department) {
            let change = office.changes(&department);
            self.change = Some((department, change));
        }
        let text = office.ticket(id).await?;
        drop(turn);
        self.looked = Instant::now();
        let mut state = read_view(&text)?;
        let facts = facts(&self.state, &state, self.lang)?;
        let minute = office.clock().now().duration_trunc(TimeDelta::minutes(1)).unwrap_or_default();
        let more = json!({
            "as_of": local(office.zone(), minute), "words": facts.words(Texts::new(self.lang)), "final": !facts.state.is_open(),
        });
        if let (Value::Object(members), Value::Object(more)) = (&mut state, more) {
            members.extend(more);
        }
        Ok(state)
    }

    /// A message; its id is a digest of what it says.
    fn event(&mut self, state: &Value) -> String {
        let data = state.to_string();
        let id: String = Sha256::digest(&data).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        (self.sent, self.wrote) = (Some(state.clone()), Instant::now());
        format!("id: {id}\ndata: {data}\n\n")
    }
}

async fn changed(change: &mut Option<(DepartmentId, Change)>) {
    match change {
        Some((_, change)) => change.next().await,
        None => std::future::pending().await,
    }
}

fn is_final(state: &Value) -> bool {
    state.get("final").and_then(Value::as_bool).unwrap_or(false)
}

/// When a browser comes back after a broken line: not all in the same moment.
fn retry_ms() -> u32 {
    2_000 + getrandom::u32().unwrap_or_default() % 3_000
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn places_are_bounded_by_link_and_in_all_and_come_back() {
        let streams = Streams::new(StreamLimits { all: 3, per_link: 2 });
        let (one, other) = (TicketId::from("a-t1"), TicketId::from("a-t2"));
        let first = streams.place(&one).ok().unwrap();
        let _second = streams.place(&one).ok().unwrap();
        assert_eq!(streams.place(&one).err().unwrap().status(), 429);
        let _third = streams.place(&other).ok().unwrap();
        assert_eq!(streams.place(&other).err().unwrap().status(), 503);
        drop(first);
        assert_eq!(streams.count(), 2);
        assert!(streams.place(&one).is_ok());
    }
}
