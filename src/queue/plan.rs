//! What a service day planned: how many visits its terms held (roles.md, Manager 6). A term counts as the configuration had it when the term began:
//! who opens more terms at noon planned more, and who closes the afternoon at night planned no less.

use crate::config::DepartmentConfig;
use crate::department::Department;
use crate::ids::ServiceId;
use crate::time::Instant;
use chrono::{NaiveDate, Timelike};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// The terms of one service day with the visits that each held, taken or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    terms: BTreeMap<(ServiceId, Instant), u16>,
}

/// The places of one service in one office-local hour. The hour that an autumn night repeats is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedHour {
    /// The service.
    pub service: ServiceId,
    /// The hour of the office clock in which the terms began.
    pub hour: u32,
    /// Visits that they held.
    pub places: u32,
}

impl Plan {
    /// The whole day by one configuration.
    fn of(config: &DepartmentConfig, day: NaiveDate) -> Self {
        let mut terms = BTreeMap::new();
        for service in &config.services {
            let capacity = service.slots.as_ref().map_or(0, |rule| rule.capacity);
            terms.extend(config.grid(service, day).into_iter().map(|start| ((service.id.clone(), start), capacity)));
        }
        Self { terms }
    }

    /// Another configuration holds from an instant on: terms that have begun stay as they were.
    fn changed(&mut self, config: &DepartmentConfig, day: NaiveDate, at: Instant) {
        self.terms.retain(|(_, start), _| *start < at);
        let ahead = Self::of(config, day).terms.into_iter().filter(|((_, start), _)| *start >= at);
        self.terms.extend(ahead);
    }

    /// By service and hour, in order.
    pub fn hours(&self, zone: Tz) -> Vec<PlannedHour> {
        let mut places: BTreeMap<(&ServiceId, u32), u32> = BTreeMap::new();
        for ((service, start), capacity) in &self.terms {
            *places.entry((service, start.with_timezone(&zone).hour())).or_default() += u32::from(*capacity);
        }
        let hour = |((service, hour), places): ((&ServiceId, u32), u32)| {
            let service = service.clone();
            PlannedHour { service, hour, places }
        };
        places.into_iter().map(hour).collect()
    }
}

impl Department {
    /// A day begins with the configuration in force.
    pub(crate) fn plan_opens(&mut self, day: NaiveDate) {
        self.plan = Plan::of(&self.config, day);
        self.touched.plan = true;
    }

    /// Another configuration is in force from now on.
    pub(crate) fn plan_follows(&mut self, at: Instant) {
        let Some(day) = self.day else { return };
        self.plan.changed(&self.config, day, at);
        self.touched.plan = true;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use chrono_tz::Europe::Warsaw;

    fn config(capacity: u16, hours: &str) -> DepartmentConfig {
        serde_json::from_value(serde_json::json!({
            "id": "d", "name": {"pl": "Wydział"}, "u_numbers": {"first": 1, "last": 99}, "desks": [],
            "hours": {"week": {"monday": [hours], "sunday": ["00:00-06:00"]}},
            "services": [{"id": "a", "letter": "A", "name": {"pl": "a"}, "duration_minutes": 20,
                "slots": {"first": "00:00:00", "every_minutes": 20, "capacity": capacity}}],
        }))
        .unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn places(plan: &Plan) -> Vec<(u32, u32)> {
        plan.hours(Warsaw).iter().map(|one| (one.hour, one.places)).collect()
    }

    #[test]
    fn a_term_counts_as_it_was_when_it_began() {
        let monday = day("2026-11-23");
        let mut plan = Plan::of(&config(2, "08:00-10:00"), monday);
        assert_eq!(places(&plan), [(8, 6), (9, 6)]);
        // At 9:20 the term of 9:20 has not begun.
        plan.changed(&config(5, "08:00-11:00"), monday, "2026-11-23T08:20:00Z".parse().unwrap());
        assert_eq!(places(&plan), [(8, 6), (9, 12), (10, 15)]);
        plan.changed(&config(1, "12:00-13:00"), monday, "2026-11-23T21:00:00Z".parse().unwrap());
        assert_eq!(places(&plan), [(8, 6), (9, 12), (10, 15)], "what is over stays");
    }

    #[test]
    fn an_hour_that_is_skipped_has_no_terms_and_one_that_is_repeated_has_them_once() {
        assert_eq!(
            places(&Plan::of(&config(1, "08:00-10:00"), day("2026-03-29"))),
            [(0, 3), (1, 3), (3, 3), (4, 3), (5, 3)]
        );
        let autumn = places(&Plan::of(&config(1, "08:00-10:00"), day("2026-10-25")));
        assert_eq!(autumn, [(0, 3), (1, 3), (2, 3), (3, 3), (4, 3), (5, 3)]);
        assert_eq!(places(&Plan::of(&config(1, "08:00-10:00"), day("2026-12-24"))), [], "a holiday plans nothing");
    }
}
