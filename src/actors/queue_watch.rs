//! The watch over the queues: a department that named an address is told when a service has reached its marks for some minutes, and when it is
//! well again. Every node watches; the store sees to it that one tells. By the office clock, as all that is about tickets.

use crate::directory;
use crate::mailer::Wake;
use crate::outlook::Outlook;
use crate::queue_letters::{self, Params};
use crate::shared::Shared;
use okienko_queue::Department;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::ids::{DepartmentId, ServiceId};
use okienko_queue::queue_alarm::{QueueFigures, QueueNews, QueueTold, QueueTrouble, QueueWatch, queue_news};
use okienko_queue::time::{Instant, day_of, from_ms};
use okienko_store::QueueAlarm;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// The queues are looked at so often.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// The word of the store after an all-clear.
const CLEAR: &str = "clear";

/// What this node has seen of each service.
type Seen = BTreeMap<(DepartmentId, ServiceId), QueueWatch>;

/// Watches for as long as the process runs.
pub async fn keep(shared: Arc<Shared>) {
    let mut seen = Seen::new();
    while !shared.is_draining() {
        round(&shared, &mut seen).await;
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// One look at the queues of every department that named an address. A database that is away is asked again the next time.
async fn round(shared: &Arc<Shared>, seen: &mut Seen) {
    let catalogue = shared.catalogue();
    let watched: Vec<&DepartmentConfig> =
        catalogue.departments.iter().filter(|department| department.alerts.mail.is_some()).collect();
    seen.retain(|(id, _), _| watched.iter().any(|department| department.id == *id));
    if watched.is_empty() {
        return;
    }
    let Ok(told) = directory::read(shared, |store| store.queue_alarms()).await else { return };
    for department in watched {
        let Ok((now, figures)) = figures(shared, &department.id).await else { continue };
        for (service, figures) in figures {
            let watch = seen.entry((department.id.clone(), service.clone())).or_default();
            watch.look(&figures, now);
            let last = told.iter().find(|alarm| alarm.service == service.as_str());
            if let Some(news) = news(department, watch, last, now) {
                tell(shared, department, &service, (news, &figures), last, now).await;
            }
        }
    }
}

/// How every service of a department stands.
async fn figures(
    shared: &Arc<Shared>,
    department: &DepartmentId,
) -> Result<(Instant, Vec<(ServiceId, QueueFigures)>), crate::Trouble> {
    let look = |department: &Department, _: &Outlook, now: Instant| {
        let services = department.config().services.iter().map(|service| service.id.clone());
        let known = services.filter_map(|id| Some((id.clone(), department.queue_figures(&id, now)?)));
        (now, known.collect())
    };
    directory::look(shared, department, look).await
}

fn news(
    department: &DepartmentConfig,
    watch: &QueueWatch,
    last: Option<&QueueAlarm>,
    now: Instant,
) -> Option<QueueNews> {
    let zone = department.time_zone;
    let told = last.map(|last| QueueTold { trouble: QueueTrouble::parse(&last.told), raised: from_ms(last.raised_ms) });
    let is_open = |at: Instant| department.hours.is_open(zone, at);
    let is_today = |at: Instant| day_of(zone, at) == day_of(zone, now);
    queue_news(watch, told, department.alerts.after_minutes, now, is_open, is_today)
}

/// A change with its letter, unless another node is faster.
async fn tell(
    shared: &Arc<Shared>,
    department: &DepartmentConfig,
    service: &ServiceId,
    (news, figures): (QueueNews, &QueueFigures),
    last: Option<&QueueAlarm>,
    now: Instant,
) {
    let now_ms = now.timestamp_millis();
    let standing = last.filter(|last| last.told != CLEAR);
    let (told, trouble, since) = match news {
        QueueNews::Raised(trouble, since) => (trouble.as_str().to_owned(), trouble.as_str().to_owned(), since),
        QueueNews::Cleared(since) => {
            (CLEAR.to_owned(), standing.map(|last| last.told.clone()).unwrap_or_default(), since)
        }
    };
    let alarm = QueueAlarm {
        service: service.to_string(),
        told,
        // One that gets worse, or better, is still the trouble that began then.
        raised_ms: standing
            .filter(|last| is_same_day(department, last.raised_ms, now))
            .map_or(now_ms, |last| last.raised_ms),
        turn: last.map_or(0, |last| last.turn) + 1,
    };
    let params = Params {
        department: department.id.to_string(),
        service: service.to_string(),
        trouble,
        people: figures.people,
        minutes: figures.minutes,
        since_ms: since.timestamp_millis(),
        written_at_ms: now_ms,
    };
    let is_alarm = matches!(news, QueueNews::Raised(..));
    let Some(letter) = queue_letters::letter(is_alarm, alarm.turn, &params) else { return };
    tracing::warn!(%service, trouble = %params.trouble, open = is_alarm, "a queue's state is told to its department");
    let told = directory::write(shared, move |appender| appender.tell_queue_alarm(&alarm, &letter)).await;
    if let (Ok(true), Some(mailer)) = (told, shared.mailer.get()) {
        mailer.do_send(Wake);
    }
}

fn is_same_day(department: &DepartmentConfig, ms: i64, now: Instant) -> bool {
    day_of(department.time_zone, from_ms(ms)) == day_of(department.time_zone, now)
}
