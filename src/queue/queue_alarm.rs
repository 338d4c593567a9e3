//! When a department is told by letter that a service has reached its marks, and when that the queue is well again (roles.md, Manager 2):
//! once for each mark, only after it has held for some minutes, never at night, and never in a storm.

use crate::department::Department;
use crate::ids::ServiceId;
use crate::thresholds::{Level, Thresholds};
use crate::ticket::{Ticket, TicketState};
use crate::time::{self, Instant};
use serde::{Deserialize, Serialize};

/// Minutes between two first letters about the same service.
pub const PAUSE_MINUTES: u32 = 30;
/// Minutes after closing for which those who still wait are served, and an all-clear is still news.
const AFTERWARDS_MINUTES: u32 = 60;
/// The longest that a mark may be asked to hold, minutes.
pub const LONGEST_MINUTES: u32 = 120;

/// Who is told, and after how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueueAlerts {
    /// Where letters about this department's queues go; without it nobody is told. It stands in the office's document alone, never in a
    /// journal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// Minutes for which a mark must have been reached, or left, before anybody is told.
    pub after_minutes: u32,
}

/// What is told of a service: which of its marks was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QueueTrouble {
    /// The warning.
    Warning,
    /// The critical one.
    Critical,
}

/// How a service stands now, and since when at the latest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueFigures {
    /// People waiting.
    pub people: u32,
    /// The longest wait now, minutes.
    pub minutes: u32,
    /// The worse of the two.
    pub level: Level,
    /// Which figures have reached a mark: `wait`, `people`.
    pub reached: Vec<&'static str>,
    /// Since when, judged by those who wait now alone, the marks have been reached: warning, critical.
    since: [Option<Instant>; 2],
}

/// What one node has seen of a service: since when, without a gap, each mark was reached or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueWatch {
    since: [Option<Instant>; 2],
    calm: Option<Instant>,
}

/// What was told last of a service: a trouble, or `None` for an all-clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueTold {
    /// What.
    pub trouble: Option<QueueTrouble>,
    /// When its first alarm was raised, office clock.
    pub raised: Instant,
}

/// What is told now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueNews {
    /// A mark was reached at this instant, and has been since.
    Raised(QueueTrouble, Instant),
    /// No mark is reached any more, since this instant.
    Cleared(Instant),
}

impl Default for QueueAlerts {
    fn default() -> Self {
        Self { mail: None, after_minutes: 5 }
    }
}

impl QueueAlerts {
    /// Whether they are those of the house: then the file need not name them.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// What is wrong with them: field, code, what, words for the file.
    pub(crate) fn faults(&self) -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
        let mut found = Vec::new();
        if self.mail.as_deref().is_some_and(|mail| crate::person::email(mail).is_err()) {
            found.push(("alerts.mail", "not_an_address", "", "alerts.mail: no address"));
        }
        if !(1..=LONGEST_MINUTES).contains(&self.after_minutes) {
            found.push(("alerts.after_minutes", "out_of_range", "1–120", "alerts.after_minutes: 1 to 120"));
        }
        found
    }
}

impl QueueTrouble {
    /// All of them, the milder first.
    pub const ALL: [Self; 2] = [Self::Warning, Self::Critical];

    /// The stable word: of the store, of letters and of texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "queue_warning",
            Self::Critical => "queue_critical",
        }
    }

    /// The trouble of a word, if it is one.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.as_str() == word)
    }
}

impl QueueFigures {
    /// By the marks and the arrivals of those who wait, the first one first.
    pub(crate) fn of(marks: Thresholds, arrivals: &[Instant], now: Instant) -> Self {
        let minutes = arrivals.first().map_or(0, |first| time::minutes_between(*first, now));
        let people = u32::try_from(arrivals.len()).unwrap_or(u32::MAX);
        let figures = [("wait", marks.wait_minutes.level(minutes)), ("people", marks.people.level(people))];
        let since = |wait: u32, people: u32| {
            // Whoever waits longest reached the mark then; as many as now have waited since the one who made the number full.
            let waits = arrivals.first().map(|first| *first + time::minutes(wait));
            let by_wait = waits.filter(|at| wait > 0 && *at <= now);
            let full = usize::try_from(people).ok().and_then(|mark| mark.checked_sub(1));
            by_wait.into_iter().chain(full.and_then(|last| arrivals.get(last)).copied()).min()
        };
        Self {
            people,
            minutes,
            level: figures.iter().map(|(_, level)| *level).max().unwrap_or_default(),
            reached: figures.iter().filter(|(_, level)| *level > Level::Ok).map(|(name, _)| *name).collect(),
            since: [
                since(marks.wait_minutes.warning, marks.people.warning),
                since(marks.wait_minutes.critical, marks.people.critical),
            ],
        }
    }
}

impl Department {
    /// How a service stands; nothing where there is none.
    pub fn queue_figures(&self, service: &ServiceId, now: Instant) -> Option<QueueFigures> {
        let marks = self.config.service(service)?.thresholds;
        let waits = |ticket: &&Ticket| ticket.service == *service && ticket.state == TicketState::Waiting;
        let mut arrivals: Vec<Instant> = self.tickets.values().filter(waits).map(|ticket| ticket.issued_at).collect();
        arrivals.sort_unstable();
        Some(QueueFigures::of(marks, &arrivals, now))
    }
}

impl QueueWatch {
    /// Takes what is seen now. A clock that was set back begins anew.
    pub fn look(&mut self, seen: &QueueFigures, now: Instant) {
        let reached = [seen.level >= Level::Warning, seen.level >= Level::Critical];
        for ((known, told), reached) in self.since.iter_mut().zip(seen.since).zip(reached) {
            let before = known.filter(|at| *at <= now);
            *known = reached.then(|| before.into_iter().chain(told).min().unwrap_or(now));
        }
        let before = self.calm.filter(|at| *at <= now);
        self.calm = (seen.level == Level::Ok).then(|| before.unwrap_or(now));
    }

    fn held(&self, trouble: QueueTrouble) -> Option<Instant> {
        let [warning, critical] = self.since;
        match trouble {
            QueueTrouble::Warning => warning,
            QueueTrouble::Critical => critical,
        }
    }
}

/// What a department is told of one service, by what it was told before; `is_open` says whether it is open at an instant, and `is_today`
/// whether an instant is of the present service day: what was told on another day is over.
pub fn queue_news(
    watch: &QueueWatch,
    told: Option<QueueTold>,
    after_minutes: u32,
    now: Instant,
    is_open: impl Fn(Instant) -> bool,
    is_today: impl Fn(Instant) -> bool,
) -> Option<QueueNews> {
    let told = told.filter(|told| is_today(told.raised));
    let standing = told.and_then(|told| told.trouble);
    let long_enough = |since: &Instant| *since + time::minutes(after_minutes) <= now;
    let rested = told.is_none_or(|told| told.raised + time::minutes(PAUSE_MINUTES) <= now);
    let worst = QueueTrouble::ALL.into_iter().rev().find_map(|trouble| {
        let since = watch.held(trouble).filter(long_enough)?;
        Some((trouble, since))
    });
    if let Some((trouble, since)) = worst.filter(|(trouble, _)| is_open(now) && Some(*trouble) > standing) {
        // A first letter rests after an earlier trouble; one that is getting worse does not wait.
        return (standing.is_some() || rested).then_some(QueueNews::Raised(trouble, since));
    }
    let still_news = is_open(now) || is_open(now - time::minutes(AFTERWARDS_MINUTES));
    let calm = watch.calm.filter(|since| standing.is_some() && still_news && long_enough(since));
    calm.map(QueueNews::Cleared)
}

#[cfg(test)]
mod tests {
    use super::QueueTrouble::{Critical, Warning};
    use super::*;
    use crate::thresholds::Marks;
    use crate::time::from_ms;

    const MARKS: Thresholds =
        Thresholds { wait_minutes: Marks { warning: 30, critical: 60 }, people: Marks { warning: 3, critical: 0 } };

    fn at(minute: u32) -> Instant {
        from_ms(1_795_000_000_000) + time::minutes(minute)
    }

    fn seen(arrivals: &[u32], now: u32) -> QueueFigures {
        QueueFigures::of(MARKS, &arrivals.iter().map(|minute| at(*minute)).collect::<Vec<_>>(), at(now))
    }

    fn watched(looks: &[(&[u32], u32)]) -> QueueWatch {
        let mut watch = QueueWatch::default();
        for (arrivals, now) in looks {
            watch.look(&seen(arrivals, *now), at(*now));
        }
        watch
    }

    fn news(watch: &QueueWatch, told: Option<QueueTold>, now: u32) -> Option<QueueNews> {
        queue_news(watch, told, 5, at(now), |_| true, |_| true)
    }

    fn told(trouble: Option<QueueTrouble>, raised: u32) -> Option<QueueTold> {
        Some(QueueTold { trouble, raised: at(raised) })
    }

    #[test]
    fn a_mark_counts_from_the_moment_at_which_those_who_wait_reached_it() {
        assert_eq!(seen(&[0], 29).level, Level::Ok);
        let figures = seen(&[0, 10], 40);
        assert_eq!((figures.level, figures.people, figures.minutes), (Level::Warning, 2, 40));
        assert_eq!((figures.since, figures.reached), ([Some(at(30)), None], vec!["wait"]));
        let many = seen(&[35, 36, 38], 40);
        assert_eq!((many.since, many.reached), ([Some(at(38)), None], vec!["people"]), "the third made it full");
        assert_eq!(seen(&[0], 75).since, [Some(at(30)), Some(at(60))]);
        assert_eq!(seen(&[], 75).since, [None, None]);
    }

    #[test]
    fn a_letter_goes_only_when_a_mark_has_held_and_once_for_each_mark() {
        let now = |minute| watched(&[(&[0], minute)]);
        assert_eq!(news(&now(34), None, 34), None, "four minutes are a rush");
        assert_eq!(news(&now(35), None, 35), Some(QueueNews::Raised(Warning, at(30))));
        assert_eq!(news(&now(50), told(Some(Warning), 35), 50), None);
        assert_eq!(news(&now(64), told(Some(Warning), 35), 64), None);
        assert_eq!(
            news(&now(65), told(Some(Warning), 60), 65),
            Some(QueueNews::Raised(Critical, at(60))),
            "worse waits for no pause"
        );
        assert_eq!(news(&now(90), told(Some(Critical), 35), 90), None);
        assert_eq!(news(&now(65), None, 65), Some(QueueNews::Raised(Critical, at(60))), "one letter, the worse one");
    }

    #[test]
    fn a_queue_that_turns_over_is_seen_by_whoever_looks_again_and_again() {
        // Whoever waits longest is always called at 31 minutes: by those who wait alone it was never for long.
        let turning = watched(&[(&[0], 31), (&[2], 33), (&[4], 35), (&[5], 36)]);
        assert_eq!(news(&turning, None, 36), Some(QueueNews::Raised(Warning, at(30))));
        let broken = watched(&[(&[0], 31), (&[30], 33), (&[5], 36)]);
        assert_eq!(news(&broken, None, 36), None, "it was calm in between");
    }

    #[test]
    fn an_all_clear_comes_after_calm_minutes_and_only_after_an_alarm() {
        let calm = watched(&[(&[0], 40), (&[], 41), (&[], 46)]);
        assert_eq!(news(&calm, told(Some(Critical), 36), 46), Some(QueueNews::Cleared(at(41))));
        assert_eq!(news(&calm, told(None, 36), 46), None);
        assert_eq!(news(&calm, None, 46), None);
        let short = watched(&[(&[0], 40), (&[], 42)]);
        assert_eq!(news(&short, told(Some(Warning), 36), 46), None, "four calm minutes are a lull");
    }

    #[test]
    fn letters_rest_for_half_an_hour_and_at_night() {
        let again = watched(&[(&[10], 45)]);
        assert_eq!(news(&again, told(None, 16), 45), None, "the last first letter was 29 minutes ago");
        assert_eq!(news(&again, told(None, 15), 45), Some(QueueNews::Raised(Warning, at(40))));
        assert_eq!(news(&again, told(Some(Warning), 46), 45), None, "told by a clock that is ahead");
        let closed = |told| queue_news(&again, told, 5, at(45), |_| false, |_| true);
        assert_eq!(closed(None), None);
        let calm = watched(&[(&[], 30)]);
        let evening =
            |closes: u32| queue_news(&calm, told(Some(Warning), 20), 5, at(60), |at_| at_ < at(closes), |_| true);
        assert_eq!(evening(10), Some(QueueNews::Cleared(at(30))), "those who waited were served after closing");
        assert_eq!(queue_news(&calm, told(Some(Warning), 20), 5, at(60), |_| false, |_| true), None);
        let yesterday = queue_news(&calm, told(Some(Warning), 20), 5, at(60), |_| true, |_| false);
        assert_eq!(yesterday, None, "what was told yesterday is over");
    }

    #[test]
    fn a_clock_that_was_set_back_begins_anew_and_words_are_read_back() {
        let mut watch = watched(&[(&[0], 40)]);
        watch.look(&seen(&[], 20), at(20));
        assert_eq!(watch, QueueWatch { since: [None, None], calm: Some(at(20)) });
        for trouble in QueueTrouble::ALL {
            assert_eq!(QueueTrouble::parse(trouble.as_str()), Some(trouble));
        }
        assert_eq!(QueueAlerts { mail: Some("biuro".into()), after_minutes: 0 }.faults().len(), 2);
        assert!(QueueAlerts::default().faults().is_empty());
    }
}
