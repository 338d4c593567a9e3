//! What the status page says, sentence by sentence. The page is written from it, and so is every message of the live stream: a screen
//! that stays open says the same as one that was just opened.

use chrono::{NaiveDateTime, TimeDelta};
use fluent_templates::fluent_bundle::FluentValue;
use serde::Serialize;

use super::TicketState;
use crate::texts::{Lang, Texts};

/// A delay is told in steps of so many minutes, rounded outward like the wait itself (waiting.md, "Forecast").
const STEP: i64 = 5;

/// What is known of a ticket.
#[derive(Clone, Debug)]
pub struct TicketFacts {
    /// The code on the paper, e.g. `U007`.
    pub code: String,
    /// The service as `letter: name` (R6).
    pub service: String,
    /// The language that it is written in.
    pub service_lang: Lang,
    /// Where its department is; empty when the office does not say.
    pub place: String,
    /// Its state.
    pub state: TicketState,
    /// How many people are ahead.
    pub people_ahead: u32,
    /// The expected wait as a range in minutes; `None`: nobody can say, e.g. no desk is open.
    pub wait: Option<(u32, u32)>,
    /// The desk that calls or serves it, or that called in vain.
    pub desk: Option<String>,
    /// The booked hour of a visit, office-local.
    pub booked_for: Option<NaiveDateTime>,
    /// The office's hour at which this is true.
    pub as_of: NaiveDateTime,
}

/// The sentences; what does not apply is left out. No name and no phone is among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TicketWords {
    /// The title of the browser's tab: the badge of those who look elsewhere.
    pub tab: String,
    /// What a screen reader announces; changes only with the state and the place.
    pub spoken: String,
    /// The matter.
    pub service: String,
    /// The code of its language, for screen readers.
    pub service_lang: &'static str,
    /// The state in a few words.
    pub title: String,
    /// What to do.
    pub text: String,
    /// The desk to go to.
    pub desk: Option<String>,
    /// Where that is.
    pub place: Option<String>,
    /// People ahead, while waiting.
    pub ahead: Option<String>,
    /// The range of the wait, while waiting.
    pub wait: Option<String>,
    /// The same by the clock, or why it is not known.
    pub wait_more: Option<String>,
    /// The booked hour, while it matters.
    pub booked: Option<String>,
    /// By how much the booked hour is expected to shift (R30, R38).
    pub shift: Option<String>,
    /// When this was true.
    pub as_of: String,
}

impl TicketFacts {
    /// All sentences in a language.
    #[must_use]
    pub fn words(&self, t: Texts) -> TicketWords {
        let (waits, key) = (self.state == TicketState::Waiting, self.state.key());
        let title = t.get(format!("web-ticket-title-{key}"));
        let asks_to_go = matches!(self.state, TicketState::Called | TicketState::Serving);
        let booked = self.booked_for.filter(|_| self.state.awaits_call());
        TicketWords {
            tab: self.tab(t, &title),
            spoken: self.spoken(t, &title),
            service: self.service.clone(),
            service_lang: self.service_lang.code(),
            text: self.text(t),
            desk: self.desk.clone().filter(|_| asks_to_go),
            place: Some(self.place.clone()).filter(|place| self.state.awaits_call() && !place.is_empty()),
            ahead: waits.then(|| match self.people_ahead {
                0 => t.get("web-ticket-next"),
                n => t.with("web-ticket-ahead", "n", n),
            }),
            wait: waits.then(|| self.wait(t)),
            wait_more: waits.then(|| self.wait_more(t)).flatten(),
            booked: booked.map(|hour| t.with("web-ticket-shift-label", "hour", t.hour(hour.time()))),
            shift: booked.filter(|_| waits).map(|hour| self.shift(hour, t)),
            as_of: t.with("web-ticket-as-of", "hour", t.hour(self.as_of.time())),
            title,
        }
    }

    fn tab(&self, t: Texts, title: &str) -> String {
        let code = || FluentValue::from(self.code.clone());
        match (self.state, &self.desk) {
            (TicketState::Waiting, _) => t.with2("web-ticket-tab-ahead", "n", self.people_ahead, "code", &self.code),
            (TicketState::Called, Some(desk)) => t.with2("web-ticket-tab-called", "desk", desk, "code", &self.code),
            _ => t.fill("web-ticket-tab", [("code", code()), ("title", FluentValue::from(title.to_owned()))]),
        }
    }

    fn spoken(&self, t: Texts, title: &str) -> String {
        match (self.state, &self.desk) {
            (TicketState::Waiting, _) => t.with("web-ticket-spoken-ahead", "n", self.people_ahead),
            (TicketState::Called, Some(desk)) => t.with("web-ticket-spoken-called", "desk", desk),
            _ => format!("{title}. {}", self.text(t)),
        }
    }

    fn text(&self, t: Texts) -> String {
        let next = self.state == TicketState::Waiting && self.people_ahead == 0;
        let text = t.get(format!("web-ticket-text-{}", if next { "next" } else { self.state.key() }));
        match &self.desk {
            Some(desk) if self.state == TicketState::NoShow => {
                format!("{} {text}", t.with("web-ticket-missed", "desk", desk))
            }
            _ => text,
        }
    }

    /// "20–35 min", "about 5 min", or that it is not known.
    fn wait(&self, t: Texts) -> String {
        match self.wait {
            None => t.get("web-ticket-wait-unknown"),
            Some((_, to)) if to < 1 => t.get("web-ticket-wait-now"),
            Some((from, to)) if from >= to => t.with("web-ticket-wait-about", "to", to),
            Some((from, to)) => t.with2("web-ticket-wait-range", "from", from, "to", to),
        }
    }

    fn wait_more(&self, t: Texts) -> Option<String> {
        let clock = |minutes: u32| t.hour((self.as_of + TimeDelta::minutes(minutes.into())).time());
        match self.wait {
            None => Some(t.get("web-ticket-wait-why")),
            Some((from, to)) if from < to => {
                Some(t.with2("web-ticket-wait-clock", "from", clock(from), "to", clock(to)))
            }
            Some(_) => None,
        }
    }

    /// The call is expected between `now + from` and `now + to`; what of that lies behind the booked hour is the delay. Never padded, and
    /// what nobody knows is said to be unknown.
    fn shift(&self, booked: NaiveDateTime, t: Texts) -> String {
        let delay = |minutes: u32| (self.as_of + TimeDelta::minutes(minutes.into()) - booked).num_minutes().max(0);
        let told = |minutes: i64| u32::try_from(minutes).unwrap_or(u32::MAX);
        let shift = match self.wait.map(|(from, to)| (delay(from), delay(to))) {
            None => t.get("web-ticket-shift-unknown"),
            Some((_, 0)) => return t.get("web-ticket-shift-none"),
            Some((from, to)) => {
                let (from, to) = (told(from / STEP * STEP), told((to + STEP - 1) / STEP * STEP));
                match from {
                    0 => t.with("web-ticket-shift-upto", "to", to),
                    from => t.with2("web-ticket-shift-range", "from", from, "to", to),
                }
            }
        };
        format!("{shift}. {}", t.get("web-ticket-shift-valid"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::super::samples::{at, ticket_facts};
    use super::*;

    fn polish(facts: &TicketFacts) -> TicketWords {
        facts.words(Texts::new(Lang::Pl))
    }

    #[test]
    fn the_wait_is_a_range_with_hours_and_unknown_while_nobody_can_say() {
        let mut facts = ticket_facts(TicketState::Waiting, 3, Some((10, 25)));
        let words = polish(&facts);
        assert_eq!(words.wait.as_deref(), Some("od 10 do 25 min"));
        assert_eq!(words.wait_more.as_deref(), Some("czyli między 10:17 a 10:32"));
        assert_eq!((words.ahead.as_deref(), words.tab.as_str()), (Some("3 osoby"), "(3) U007"));
        facts.wait = None;
        let words = polish(&facts);
        assert_eq!(words.wait.as_deref(), Some("nie da się teraz określić"));
        assert!(words.wait_more.unwrap().contains("żadne stanowisko"));
    }

    #[test]
    fn r38_the_shift_is_what_lies_behind_the_booked_hour_rounded_outward() {
        let shift = |from: u32, to: u32| {
            let facts = ticket_facts(TicketState::Waiting, 3, Some((from, to)));
            polish(&facts).shift.unwrap()
        };
        // The picture is of 10:07, the visit was booked for 10:20.
        assert_eq!(shift(0, 10), "bez opóźnienia");
        assert!(shift(5, 20).starts_with("możliwe opóźnienie do 10 min"), "{}", shift(5, 20));
        assert!(shift(20, 40).starts_with("opóźnienie od 5 do 30 min"), "{}", shift(20, 40));
        let unknown = polish(&ticket_facts(TicketState::Waiting, 3, None)).shift.unwrap();
        assert!(unknown.contains("nie da się teraz powiedzieć") && unknown.contains("bilet jest ważny"));
        let walk_in = TicketFacts { booked_for: None, ..ticket_facts(TicketState::Waiting, 3, None) };
        assert_eq!((polish(&walk_in).shift, polish(&walk_in).booked), (None, None));
    }

    #[test]
    fn r30_a_late_booked_ticket_is_told_that_it_stays_valid() {
        let late = TicketFacts { as_of: at(2, 11, 0), ..ticket_facts(TicketState::Waiting, 1, Some((5, 10))) };
        assert_eq!(
            polish(&late).shift.unwrap(),
            "opóźnienie od 45 do 50 min. Odebrany bilet jest ważny bez względu na opóźnienie."
        );
    }

    #[test]
    fn the_call_names_the_desk_and_the_way_and_a_missed_one_says_what_to_do() {
        let called = polish(&ticket_facts(TicketState::Called, 0, None));
        assert_eq!((called.desk.as_deref(), called.tab.as_str()), (Some("3"), "❗ U007 → stanowisko 3"));
        assert_eq!(called.place.as_deref(), Some("I piętro, stanowiska 3–4"));
        assert_eq!((called.ahead, called.wait), (None, None));
        let missed = polish(&ticket_facts(TicketState::NoShow, 0, None));
        assert!(missed.desk.is_none() && missed.text.starts_with("Numer wzywało stanowisko 3."), "{}", missed.text);
    }
}
