//! Live walls: the departments of a supervisor as server-sent events (HTML Standard §9.2). Each message is the whole wall of one
//! department with its `seq`, so a page that missed something heals with the next. The token goes by header, never in an address.

use crate::api::wall::{departments, look};
use crate::app::State;
use crate::auth::{self, Principal};
use crate::call::Call;
use crate::errors::Problem;
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpResponse};
use futures_util::StreamExt;
use futures_util::stream::{Stream, select_all, unfold};
use okienko_actors::Change;
use okienko_queue::ids::DepartmentId;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until};

/// At least so often a department is looked at, for what time alone changes, and something is written, so that proxies keep the line.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// Changes closer together than this are one.
const COALESCED: Duration = Duration::from_millis(500);
/// Walls of one process.
const MOST: usize = 300;
/// When to ask again where there was no place, seconds.
const AGAIN: u32 = 10;

/// The walls that are open.
pub(crate) struct Walls(Arc<Semaphore>);

impl Default for Walls {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST)))
    }
}

/// `GET /api/v1/wall/events`.
pub(crate) async fn stream(call: Call) -> Result<HttpResponse, Problem> {
    let own = departments(&call)?;
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
    let place = call.state.walls.0.clone().try_acquire_owned();
    let place = Arc::new(place.map_err(|_| Problem::new("try_again").after(AGAIN))?);
    let token: Arc<str> = auth::bearer(&call.req).unwrap_or_default().into();
    let feed = |id| Feed::of(&call.state, id, (call.who.clone(), token.clone()), place.clone());
    let feeds: Vec<_> = own.into_iter().map(|id| Box::pin(feed(id).messages())).collect();
    let all = select_all(feeds).map(|text| text.map_or_else(|| Err(Error::from(Ended)), |text| Ok(Bytes::from(text))));
    // The first one that ends ends all: a department is gone, a session is over, or the server stops. The page comes back.
    let whole = all.take_while(|message| std::future::ready(message.is_ok()));
    Ok(answer.streaming(Box::pin(whole)))
}

/// The end of a feed, which nobody is shown.
#[derive(Debug)]
struct Ended;

impl std::fmt::Display for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the stream of a wall has ended")
    }
}

impl actix_web::ResponseError for Ended {}

/// One department of one wall.
struct Feed {
    state: Data<State>,
    department: DepartmentId,
    caller: (Principal, Arc<str>),
    change: Change,
    sent: Option<Value>,
    looked: Instant,
    _place: Arc<OwnedSemaphorePermit>,
}

impl Feed {
    fn of(
        state: &Data<State>,
        department: DepartmentId,
        caller: (Principal, Arc<str>),
        place: Arc<OwnedSemaphorePermit>,
    ) -> Self {
        let change = state.office.changes(&department);
        Self { state: state.clone(), department, caller, change, sent: None, looked: Instant::now(), _place: place }
    }

    /// Its messages; the last one is `None`.
    fn messages(self) -> impl Stream<Item = Option<String>> {
        unfold(Some(self), |feed| async move {
            let mut feed = feed?;
            let text = feed.next().await;
            let goes_on = text.is_some();
            Some((text, goes_on.then_some(feed)))
        })
    }

    /// What to write next; `None` at the end.
    async fn next(&mut self) -> Option<String> {
        if self.sent.is_some() {
            self.wait().await?;
        }
        let (who, token) = &self.caller;
        if !auth::is_still(who, &self.state, token).await {
            return None;
        }
        self.looked = Instant::now();
        match look(&self.state.office, &self.department).await {
            Ok(message) if self.sent.as_ref() != message.get("view") => {
                self.sent = message.get("view").cloned();
                Some(format!("data: {message}\n\n"))
            }
            Ok(_) => Some(":\n\n".to_owned()),
            // Away for now, or gone: the page asks again and is told.
            Err(_) => None,
        }
    }

    /// Until something has changed, or time is up; `None` when the server stops.
    async fn wait(&mut self) -> Option<()> {
        let drain = self.state.settings.drain.clone();
        let (soonest, latest) = (self.looked + COALESCED, self.looked + LOOK_EVERY);
        tokio::select! {
            () = drain.begun() => return None,
            () = sleep_until(latest) => {}
            () = self.change.next() => {}
        }
        tokio::select! {
            () = drain.begun() => None,
            () = sleep_until(soonest) => Some(()),
        }
    }
}
