//! From when on a supervisor is warned of a service: by its longest wait, and by how many wait.

use serde::{Deserialize, Serialize};

/// The longest wait that can be set, minutes.
const MOST_MINUTES: u32 = 600;
/// The most people that can be set.
const MOST_PEOPLE: u32 = 1_000;

/// Two marks of one figure; 0 is never.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// From here on it is a warning.
    pub warning: u32,
    /// From here on it is critical.
    pub critical: u32,
}

/// The marks of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    /// Of the longest wait now, minutes.
    pub wait_minutes: Marks,
    /// Of the people waiting now.
    pub people: Marks,
}

/// How a service stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Below every mark.
    #[default]
    Ok,
    /// Somebody should look.
    Warning,
    /// Somebody should act.
    Critical,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { wait_minutes: Marks { warning: 30, critical: 60 }, people: Marks::default() }
    }
}

impl Marks {
    /// How a figure stands against the marks.
    pub fn level(self, figure: u32) -> Level {
        let reached = |mark: u32| mark > 0 && figure >= mark;
        match (reached(self.critical), reached(self.warning)) {
            (true, _) => Level::Critical,
            (false, true) => Level::Warning,
            (false, false) => Level::Ok,
        }
    }

    fn fault(self, name: &str, most: u32) -> Option<(String, String, String)> {
        let disordered = self.warning > 0 && self.critical > 0 && self.critical < self.warning;
        let wrong = disordered || self.warning > most || self.critical > most;
        let words = || format!("thresholds.{name}: critical not below warning, both at most {most}; 0 is never");
        wrong.then(|| (format!("thresholds.{name}.warning"), most.to_string(), words()))
    }
}

impl Thresholds {
    /// Whether they are those of the house: then the file need not name them.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// What is wrong with them: the field, the most that it may be, and words for the person who edits the file.
    pub(crate) fn faults(&self) -> Vec<(String, String, String)> {
        let wait = self.wait_minutes.fault("wait_minutes", MOST_MINUTES);
        wait.into_iter().chain(self.people.fault("people", MOST_PEOPLE)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_counts_from_its_own_figure_on_and_zero_never() {
        let marks = Marks { warning: 30, critical: 60 };
        assert_eq!([29, 30, 59, 60].map(|minutes| marks.level(minutes)), {
            [Level::Ok, Level::Warning, Level::Warning, Level::Critical]
        });
        assert_eq!(Marks::default().level(u32::MAX), Level::Ok);
        assert_eq!(Marks { warning: 0, critical: 5 }.level(5), Level::Critical);
        assert!(Level::Critical > Level::Warning && Level::Warning > Level::Ok);
    }

    #[test]
    fn marks_that_contradict_each_other_are_named() {
        assert!(Thresholds::default().is_usual() && Thresholds::default().faults().is_empty());
        let wrong = Thresholds {
            wait_minutes: Marks { warning: 60, critical: 30 },
            people: Marks { warning: 1, critical: 1_001 },
        };
        let fields: Vec<String> = wrong.faults().into_iter().map(|(field, _, _)| field).collect();
        assert_eq!(fields, ["thresholds.wait_minutes.warning", "thresholds.people.warning"]);
    }
}
