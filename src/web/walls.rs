//! Live walls: the departments of a supervisor as server-sent events (HTML Standard §9.2). Each message is the whole wall of one
//! department with its `seq`, so a page that missed something heals with the next. The token goes by header, never in an address.
//! A department is looked at once for all who watch it: what they are sent is one text, and the latest one.

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
use okienko_actors::{Change, Office};
use okienko_queue::ids::DepartmentId;
use std::collections::BTreeMap;
use std::future::ready;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{Instant, sleep_until, timeout};

/// At least so often a department is looked at, for what time alone changes, and something is written, so that proxies keep the line.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// Changes closer together than this are one.
const COALESCED: Duration = Duration::from_millis(500);
/// Walls of one process.
const MOST: usize = 300;
/// When to ask again where there was no place, seconds.
const AGAIN: u32 = 10;

/// The walls that are open, and the departments that somebody watches.
pub(crate) struct Walls {
    places: Arc<Semaphore>,
    watched: Mutex<BTreeMap<DepartmentId, Weak<Watched>>>,
}

impl Default for Walls {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(MOST)), watched: Mutex::default() }
    }
}

/// What there is to show of a department.
#[derive(Clone)]
enum Wall {
    /// Nothing was looked at yet.
    Unseen,
    /// The message.
    Seen(Arc<str>),
    /// The department is away for now, or gone: pages ask again and are told.
    Gone,
}

/// A department that somebody watches; it is looked at until the last one has left.
struct Watched(watch::Sender<Wall>);

impl Walls {
    /// A department as it is watched; the first who comes sets the looking going.
    fn of(&self, office: &Office, department: &DepartmentId) -> Arc<Watched> {
        let mut watched = self.watched.lock().unwrap_or_else(PoisonError::into_inner);
        let known = watched.get(department).and_then(Weak::upgrade).filter(|one| !one.is_gone());
        known.unwrap_or_else(|| {
            let fresh = Arc::new(Watched(watch::Sender::new(Wall::Unseen)));
            watched.retain(|_, one| one.strong_count() > 0);
            watched.insert(department.clone(), Arc::downgrade(&fresh));
            actix_web::rt::spawn(keep(office.clone(), department.clone(), Arc::downgrade(&fresh)));
            fresh
        })
    }
}

impl Watched {
    fn is_gone(&self) -> bool {
        matches!(*self.0.borrow(), Wall::Gone)
    }
}

/// Looks at a department after every change, and now and then for what time alone changes, as long as anybody watches it.
async fn keep(office: Office, department: DepartmentId, watched: Weak<Watched>) {
    let mut change: Change = office.changes(&department);
    let mut shown = None;
    loop {
        if watched.strong_count() == 0 {
            return;
        }
        let looked = Instant::now();
        let seen = look(&office, &department).await;
        let Some(watched) = watched.upgrade() else { return };
        match seen {
            Ok(message) if shown.as_ref() != message.get("view") => {
                shown = message.get("view").cloned();
                watched.0.send_replace(Wall::Seen(message.to_string().into()));
            }
            Ok(_) => {}
            Err(_) => {
                watched.0.send_replace(Wall::Gone);
                return;
            }
        }
        drop(watched);
        // Whether it was heard or not: what counts is the department.
        let _ = timeout(LOOK_EVERY, change.next()).await;
        sleep_until(looked + COALESCED).await;
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
    let place = call.state.walls.places.clone().try_acquire_owned();
    let place = Arc::new(place.map_err(|_| Problem::new("try_again").after(AGAIN))?);
    let token: Arc<str> = auth::bearer(&call.req).unwrap_or_default().into();
    let feed = |id| Feed::of(&call.state, &id, (call.who.clone(), token.clone()), place.clone());
    let feeds: Vec<_> = own.into_iter().map(|id| Box::pin(feed(id).messages())).collect();
    // The first one that ends ends all: a department is gone, a session is over, or the server stops. The page comes back.
    let whole = select_all(feeds).take_while(|text| ready(text.is_some()));
    let bytes = whole.filter_map(|text| ready(text.map(|text| Ok::<_, Error>(Bytes::from(text)))));
    Ok(answer.streaming(Box::pin(bytes)))
}

/// One department of one wall.
struct Feed {
    state: Data<State>,
    caller: (Principal, Arc<str>),
    news: watch::Receiver<Wall>,
    wrote: Instant,
    _watched: Arc<Watched>,
    _place: Arc<OwnedSemaphorePermit>,
}

impl Feed {
    fn of(
        state: &Data<State>,
        department: &DepartmentId,
        caller: (Principal, Arc<str>),
        place: Arc<OwnedSemaphorePermit>,
    ) -> Self {
        let watched = state.walls.of(&state.office, department);
        let mut news = watched.0.subscribe();
        // What was seen before this one came is news to this one.
        news.mark_changed();
        Self { state: state.clone(), caller, news, wrote: Instant::now(), _watched: watched, _place: place }
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
        let wall = loop {
            let wall = self.wait().await?;
            // Before the first look there is nothing to say.
            if !matches!(wall, Some(Wall::Unseen)) {
                break wall;
            }
        };
        let (who, token) = &self.caller;
        if !auth::is_still(who, &self.state, token).await {
            return None;
        }
        self.wrote = Instant::now();
        match wall {
            Some(Wall::Seen(message)) => Some(format!("data: {message}\n\n")),
            Some(Wall::Gone) => None,
            Some(Wall::Unseen) | None => Some(":\n\n".to_owned()),
        }
    }

    /// The wall once it has changed, or nothing when time is up; the outer `None` when the server stops.
    async fn wait(&mut self) -> Option<Option<Wall>> {
        let drain = self.state.settings.drain.clone();
        tokio::select! {
            biased;
            () = drain.begun() => None,
            changed = self.news.changed() => changed.ok().map(|()| Some(self.news.borrow_and_update().clone())),
            () = sleep_until(self.wrote + LOOK_EVERY) => Some(None),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::tests::house::{KIOSK, office, one, post};
    use serde_json::json;

    async fn message(news: &mut watch::Receiver<Wall>) -> Arc<str> {
        loop {
            let seen = timeout(Duration::from_secs(10), news.changed()).await;
            seen.unwrap().unwrap();
            if let Wall::Seen(message) = &*news.borrow_and_update() {
                return message.clone();
            }
        }
    }

    #[actix_web::test]
    async fn all_who_watch_a_department_are_handed_one_text_and_nobody_watching_ends_the_looking() {
        let office = office().await;
        let (walls, id) = (Walls::default(), DepartmentId::from("so"));
        let (one_wall, other) = (walls.of(&office, &id), walls.of(&office, &id));
        let (mut first, mut second) = (one_wall.0.subscribe(), other.0.subscribe());
        let begun = message(&mut first).await;
        assert!(Arc::ptr_eq(&begun, &message(&mut second).await), "it is computed once");
        let given = one(&office, post("/api/v1/kiosk/tickets", KIOSK, &json!({ "service": "archiwum" }))).await;
        assert_eq!(given.status, 201, "{}", given.text);
        let told = message(&mut first).await;
        assert!(told.contains(r#""code":"A001""#) && Arc::ptr_eq(&told, &message(&mut second).await), "{told}");
        let late = walls.of(&office, &id);
        assert!(
            matches!(&*late.0.borrow(), Wall::Seen(known) if Arc::ptr_eq(known, &told)),
            "whoever comes late finds it"
        );
        let left = Arc::downgrade(&late);
        drop((one_wall, other, late));
        assert!(left.upgrade().is_none(), "nothing holds it but those who watch");
    }
}
