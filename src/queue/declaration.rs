//! The declaration of accessibility: facts that only the office knows (act of 4 April 2019, Art. 10; technical conditions v2.0 of 31 July 2024).

use crate::text::Text;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// How far the site keeps to WCAG 2.1 AA (act of 4 April 2019).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conformity {
    /// Fully.
    Full,
    /// In part: the gaps are listed.
    #[default]
    Partial,
    /// Not.
    None,
}

/// A mobile application of the office, which has a declaration of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// What it is called.
    pub name: Text,
    /// Where it is found, `https:`.
    pub url: String,
}

/// Facts of the declaration of accessibility.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Declaration {
    /// When the site was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// When it last changed in an important way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<NaiveDate>,
    /// When the declaration was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prepared: Option<NaiveDate>,
    /// When it was last reviewed: each year by 31 March.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<NaiveDate>,
    /// How far it conforms.
    pub conformity: Conformity,
    /// What does not conform yet, and why.
    pub gaps: Vec<Text>,
    /// Who judged it, when it was not the office itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessor: Option<String>,
    /// The report of that judgement, `https:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// The analysis that shows excessive costs (Art. 8 of the act), `https:`; without it the office does not plead them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs_analysis: Option<String>,
    /// Who answers for accessibility.
    pub person: String,
    /// Their mail.
    pub email: String,
    /// Their phone.
    pub phone: String,
    /// How the building can be reached and used.
    pub architecture: Text,
    /// Sign language, loops, other ways to talk.
    pub communication: Text,
    /// Mobile applications of the office.
    pub applications: Vec<Application>,
}

impl Declaration {
    /// What is wrong: the field below `office.law`, the stable code, and words for the person who edits the file.
    pub(crate) fn faults(&self) -> Vec<(String, &'static str, String)> {
        let mut found = Vec::new();
        let mut links = vec![
            ("report".to_owned(), self.report.as_deref()),
            ("costs_analysis".to_owned(), self.costs_analysis.as_deref()),
        ];
        let applications = self.applications.iter().enumerate();
        links.extend(applications.map(|(n, one)| (format!("applications.{n}.url"), Some(one.url.as_str()))));
        for (key, _) in links.into_iter().filter(|(_, link)| link.is_some_and(|link| !link.starts_with("https://"))) {
            let words = format!("law.declaration.{key}: must begin with https://");
            found.push((format!("declaration.{key}"), "not_https", words));
        }
        if !self.email.is_empty() && crate::person::email(&self.email).is_err() {
            found.push(("declaration.email".into(), "not_an_address", "law.declaration.email: no address".into()));
        }
        if self.conformity == Conformity::Partial && self.prepared.is_some() && self.gaps.is_empty() {
            let words = "law.declaration.gaps: a site that conforms in part says what does not".into();
            found.push(("declaration.gaps".into(), "no_gaps", words));
        }
        let gaps = self.gaps.iter().enumerate().map(|(n, text)| (format!("declaration.gaps.{n}.pl"), text));
        let names = self.applications.iter().enumerate();
        let names = names.map(|(n, one)| (format!("declaration.applications.{n}.name.pl"), &one.name));
        found.extend(crate::law::without_polish(gaps.chain(names)));
        found
    }

    /// Facts that the technical conditions ask for and that are not filled in, by their keys below `office.law`.
    pub fn missing(&self) -> Vec<&'static str> {
        let facts = [
            ("declaration.published", self.published.is_none()),
            ("declaration.updated", self.updated.is_none()),
            ("declaration.prepared", self.prepared.is_none()),
            ("declaration.person", self.person.trim().is_empty()),
            ("declaration.email", self.email.trim().is_empty()),
            ("declaration.phone", self.phone.trim().is_empty()),
            ("declaration.architecture", self.architecture.pl.trim().is_empty()),
            ("declaration.communication", self.communication.pl.trim().is_empty()),
        ];
        facts.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect()
    }

    /// The day since which a review is due: the last 31 March, when neither making nor review is as young (law line 11).
    pub fn review_due_since(&self, today: NaiveDate) -> Option<NaiveDate> {
        let last = self.reviewed.max(self.prepared)?;
        let due = last_deadline(today)?;
        (last < due).then_some(due)
    }
}

/// The last 31 March that has come.
fn last_deadline(today: NaiveDate) -> Option<NaiveDate> {
    let of = |year| NaiveDate::from_ymd_opt(year, 3, 31);
    of(today.year()).filter(|day| *day <= today).or_else(|| of(today.year() - 1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn law_11_a_review_older_than_the_last_31_march_is_due() {
        let reviewed = |text: &str| Declaration { reviewed: Some(day(text)), ..Declaration::default() };
        let due = |reviewed: &Declaration, today: &str| reviewed.review_due_since(day(today));
        assert_eq!(due(&reviewed("2026-03-31"), "2026-11-23"), None);
        assert_eq!(due(&reviewed("2026-03-31"), "2027-03-30"), None, "the year is not over");
        assert_eq!(due(&reviewed("2026-04-01"), "2027-03-31"), Some(day("2027-03-31")));
        assert_eq!(due(&reviewed("2025-10-01"), "2026-11-23"), Some(day("2026-03-31")));
        let made = Declaration { prepared: Some(day("2026-11-02")), ..reviewed("2025-10-01") };
        assert_eq!(due(&made, "2026-11-23"), None, "a new declaration counts as a review");
        assert_eq!(due(&Declaration::default(), "2026-11-23"), None, "what is not there is missing, not late");
        assert_eq!(Declaration::default().missing().len(), 8);
    }

    #[test]
    fn law_11_what_cannot_be_published_is_refused() {
        let bad = Declaration {
            report: Some("http://x".into()),
            email: "x".into(),
            prepared: Some(day("2026-11-02")),
            ..Declaration::default()
        };
        assert_eq!(bad.faults().len(), 3, "{:?}", bad.faults());
        assert!(Declaration::default().faults().is_empty());
    }
}
