//! Figures in words: cards with a comparison, lines of the table, times.

use super::Measure;
use crate::reports::DEFINED;
use crate::reports::csv::{clock, decimal};
use crate::reports::labels::channel;
use crate::texts::Texts;
use okienko_queue::figures::{Capacity, Figures, Part, Spread};

/// A key figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// What it was before.
    pub before: String,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// The figures, in the order of the heads.
    pub cells: Vec<String>,
}

/// Figures to words, in one language.
#[derive(Clone, Copy, Debug)]
pub struct ReportWords {
    t: Texts,
}

/// Figures to words.
#[must_use]
pub fn report_words(t: Texts) -> ReportWords {
    ReportWords { t }
}

/// One of the times of a part.
type Pick = fn(&Part) -> &Spread;

/// Percent that a change must have to be told.
const NO_CHANGE: f64 = 0.5;

impl ReportWords {
    /// The key figures, beside those of the days before.
    #[must_use]
    pub fn cards(&self, now: &Figures, before: &Figures) -> Vec<Card> {
        let count = |pick: fn(&Figures) -> u32| {
            let value = |figures: &Figures| Some(f64::from(pick(figures)));
            (value(now), value(before))
        };
        let time = |pick: Pick, of: fn(&Spread) -> u32| {
            let value = |figures: &Figures| {
                Some(pick(&figures.all)).filter(|spread| spread.count > 0).map(|spread| f64::from(of(spread)))
            };
            (value(now), value(before))
        };
        let share = |pick: fn(&Figures) -> Option<f64>| (pick(now), pick(before));
        let whole = |value: f64| format!("{value:.0}");
        let long = |value: f64| self.time(value);
        let percent = |value: f64| format!("{}%", decimal(value, self.t.lang));
        let waiting: Pick = |part| &part.waiting;
        let mut cards = vec![
            self.card("reports-tickets", count(|figures| figures.all.counts.tickets), whole),
            self.card("reports-waiting-median", time(waiting, |spread| spread.median_ms), long),
            self.card("reports-waiting-p90", time(waiting, |spread| spread.p90_ms), long),
            self.card("reports-service-median", time(|part| &part.service, |spread| spread.median_ms), long),
            self.card("reports-no_show_rate", share(|figures| figures.all.counts.no_show_percent()), percent),
            self.card("reports-lost", count(|figures| figures.all.counts.lost), whole),
        ];
        if now.visits.is_some() {
            let rate = share(|figures| figures.visits.and_then(|visits| visits.not_collected_percent()));
            cards.push(self.card("reports-not_collected_rate", rate, percent));
        }
        if now.capacity.is_some() {
            let rate = share(|figures| figures.capacity.and_then(|capacity| capacity.used_percent()));
            cards.push(self.card("reports-used_rate", rate, percent));
        }
        if now.work.is_some() {
            let rate = share(|figures| figures.work.and_then(|work| work.utilisation_percent()));
            cards.push(self.card("reports-utilisation", rate, percent));
        }
        cards
    }

    fn card(&self, key: &str, (now, before): (Option<f64>, Option<f64>), shown: impl Fn(f64) -> String) -> Card {
        let nothing = || self.t.get("reports-nothing");
        let change = now.zip(before).and_then(|(now, before)| change(now, before));
        let before = match (before.map(&shown), change) {
            (None, _) => self.t.get("reports-was-nothing"),
            (Some(was), None) => self.t.with("reports-was", "was", was),
            (Some(was), Some(change)) => self.t.with2("reports-was-change", "was", was, "change", change),
        };
        Card { name: self.t.get(key), value: now.map_or_else(nothing, shown), before }
    }

    /// "7 min 30 s", "1 h 5 min".
    #[must_use]
    pub fn time(&self, ms: f64) -> String {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "times are whole and short")]
        let seconds = (ms / 1_000.0).round() as u32;
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
        match hours {
            0 => self.t.with2("reports-time-minutes", "minutes", minutes, "seconds", seconds % 60),
            _ => self.t.with2("reports-time-hours", "hours", hours, "minutes", minutes),
        }
    }

    /// The heads of the table, behind the one of its rows.
    #[must_use]
    pub fn heads(&self) -> Vec<String> {
        let keys = [
            "reports-tickets",
            "reports-of-booked",
            "reports-served",
            "reports-waiting-median",
            "reports-waiting-p90",
            "reports-service-median",
            "reports-no_show_rate",
            "reports-not_collected",
            "reports-lost",
            "reports-utilisation",
        ];
        keys.iter().map(|key| self.t.get(key)).collect()
    }

    /// A line of the table.
    #[must_use]
    pub fn line(&self, label: String, figures: &Figures) -> Line {
        let dash = || "–".to_owned();
        let time = |spread: &Spread, ms: u32| if spread.count == 0 { dash() } else { clock(i64::from(ms)) };
        let percent = |share: Option<f64>| share.map_or_else(dash, |share| format!("{}%", decimal(share, self.t.lang)));
        let Part { counts, waiting, service, .. } = &figures.all;
        let cells = vec![
            counts.tickets.to_string(),
            figures.booked.counts.tickets.to_string(),
            counts.served.to_string(),
            time(waiting, waiting.median_ms),
            time(waiting, waiting.p90_ms),
            time(service, service.median_ms),
            percent(counts.no_show_percent()),
            figures.visits.map_or_else(dash, |visits| visits.not_collected.to_string()),
            counts.lost.to_string(),
            percent(figures.work.and_then(|work| work.utilisation_percent())),
        ];
        Line { label, cells }
    }

    /// The heads of the table of places, behind the one of its rows.
    #[must_use]
    pub fn capacity_heads(&self) -> Vec<String> {
        let names = ["planned", "appointments", "collected", "used", "cancelled", "booked_rate", "used_rate"];
        names.iter().map(|name| self.t.get(format!("reports-{name}"))).collect()
    }

    /// A line of the table of places; `None` where there is nothing to tell.
    #[must_use]
    pub fn capacity(&self, label: String, figures: &Figures) -> Option<Line> {
        let Capacity { planned, booked, collected, used, given_back } = figures.capacity?;
        let percent = |share: Option<f64>| {
            share.map_or_else(|| "–".to_owned(), |share| format!("{}%", decimal(share, self.t.lang)))
        };
        let shares = figures.capacity.map(|one| [one.booked_percent(), one.used_percent()]);
        let counts = [planned, booked, collected, used, given_back].map(|count| count.to_string());
        let cells = counts.into_iter().chain(shares.into_iter().flatten().map(percent)).collect();
        Some(Line { label, cells })
    }

    /// Waiting, walking and service, of all visits and of each channel.
    #[must_use]
    pub fn times(&self, figures: &Figures) -> Vec<Measure> {
        let parts =
            [("reports-all", &figures.all), (channel(false), &figures.walk_in), (channel(true), &figures.booked)];
        let picks: [(&str, Pick); 3] = [
            ("reports-waiting", |part| &part.waiting),
            ("reports-walking", |part| &part.walking),
            ("reports-service", |part| &part.service),
        ];
        let all = picks.into_iter().flat_map(|(what, pick)| parts.map(|(of, part)| (what, of, pick(part))));
        all.map(|(what, of, spread)| Measure { what: self.t.get(what), channel: self.t.get(of), cells: cells(spread) })
            .collect()
    }

    /// What every figure means.
    #[must_use]
    pub fn definitions(&self) -> Vec<(String, String)> {
        DEFINED
            .iter()
            .map(|name| (self.t.get(format!("reports-{name}")), self.t.get(format!("reports-def-{name}"))))
            .collect()
    }
}

fn cells(spread: &Spread) -> Vec<String> {
    let time = |ms: u32| if spread.count == 0 { "–".to_owned() } else { clock(i64::from(ms)) };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mean of times lies between them")]
    let mean = spread.mean_ms.round() as u32;
    let times = [mean, spread.median_ms, spread.p90_ms, spread.p95_ms, spread.max_ms].map(time);
    std::iter::once(spread.count.to_string()).chain(times).collect()
}

/// "+12%" or "−5%"; none where there is no change worth telling, or nothing to compare with.
fn change(now: f64, before: f64) -> Option<String> {
    let percent = 100.0 * (now - before) / before;
    let told = before > 0.0 && percent.abs() >= NO_CHANGE;
    told.then(|| if percent > 0.0 { format!("+{percent:.0}%") } else { format!("−{:.0}%", percent.abs()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Lang;

    #[test]
    fn a_change_is_told_with_its_sign_and_against_nothing_none_is() {
        assert_eq!(change(112.0, 100.0), Some("+12%".into()));
        assert_eq!(change(95.0, 100.0), Some("−5%".into()));
        assert_eq!((change(5.0, 0.0), change(100.2, 100.0)), (None, None));
    }

    #[test]
    fn times_are_words_a_person_says() {
        let words = report_words(Texts::new(Lang::Pl));
        assert_eq!(words.time(450_000.0), "7 min 30 s");
        assert_eq!(words.time(3_900_000.0), "1 godz. 5 min");
        let cards = words.cards(&Figures::default(), &Figures::default());
        assert_eq!(
            (cards.len(), cards[1].value.as_str(), cards[1].before.as_str()),
            (6, "brak", "poprzednio brak danych")
        );
    }

    #[test]
    fn every_figure_has_a_definition_in_every_language() {
        for lang in Lang::ALL {
            for (name, meaning) in report_words(Texts::new(lang)).definitions() {
                assert!(!name.starts_with("reports-") && !meaning.starts_with("reports-"), "{name}: {meaning}");
                assert!(meaning.ends_with('.'), "{meaning}");
            }
        }
    }
}
