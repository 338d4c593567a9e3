//! What the law asks an office to publish and to keep to (law-and-standards, lines 11, 19, 21). The web words it.

pub use crate::declaration::{Application, Conformity, Declaration};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// The office's duties. What is not filled in is shown as the general clause, or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Law {
    /// The information clause of Art. 13 GDPR.
    pub privacy: Privacy,
    /// The declaration of accessibility.
    pub declaration: Declaration,
    /// How long contact data is kept.
    pub retention: Retention,
    /// Where weaknesses are reported (RFC 9116): `mailto:` or `https:`; without it the office's reply address stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_contact: Option<String>,
    /// The page that says how reports of weaknesses are dealt with (RFC 9116 §2.5.7), `https:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_policy: Option<String>,
}

/// Facts of the information clause (GDPR Art. 13).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Privacy {
    /// Who decides on the data, with address; the office itself when empty.
    pub controller: Text,
    /// How to reach the data-protection officer: mail, phone.
    pub officer: String,
    /// The basis, when it is not Art. 6(1)(e) GDPR.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Text>,
    /// Who else gets the data: the mail and SMS operators.
    pub recipients: Vec<Text>,
    /// More paragraphs of the office's own.
    pub more: Vec<Text>,
}

/// How long personal data is kept (line 21).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Retention {
    /// Days after the visit, 0 to 30.
    pub contact_days: u32,
    /// Hours after the booked hour for a visit that was cancelled or not collected, 0 to 24.
    pub ended_hours: u32,
    /// Days for which the access log is kept, at least 1.
    pub log_days: u32,
    /// Days for which changes of the office's configuration are kept, with who made them; at least 1.
    pub history_days: u32,
    /// Days after which the office's backups are gone; the clause says it. The program makes no backups itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_days: Option<u32>,
}

impl Default for Retention {
    fn default() -> Self {
        Self { contact_days: 14, ended_hours: 24, log_days: 730, history_days: 730, backup_days: None }
    }
}

impl Retention {
    fn faults(&self) -> Vec<(String, &'static str, &'static str, String)> {
        let bounds = [
            ("contact_days", self.contact_days > 30, "0–30", "0 to 30"),
            ("ended_hours", self.ended_hours > 24, "0–24", "0 to 24"),
            ("log_days", self.log_days == 0, "1–", "at least 1"),
            ("history_days", self.history_days == 0, "1–", "at least 1"),
        ];
        let wrong = bounds.into_iter().filter(|(_, wrong, ..)| *wrong);
        wrong
            .map(|(key, _, range, words)| {
                (format!("retention.{key}"), "out_of_range", range, format!("law.retention.{key}: {words}"))
            })
            .collect()
    }
}

/// Texts of which the Polish words are missing: Polish stands in for every other language.
pub(crate) fn without_polish<'a>(
    texts: impl Iterator<Item = (String, &'a Text)>,
) -> impl Iterator<Item = (String, &'static str, String)> {
    texts.filter(|(_, text)| text.pl.trim().is_empty()).map(|(field, _)| {
        let words = format!("law.{field}: is missing");
        (field, "missing", words)
    })
}

impl Law {
    /// What is wrong: the field below `office.law`, the stable code, what it is about, and words for the person who edits the file.
    pub(crate) fn faults(&self) -> Vec<(String, &'static str, &'static str, String)> {
        let mut found: Vec<_> = self.retention.faults();
        let contact = self.security_contact.as_deref();
        if contact.is_some_and(|text| !text.starts_with("mailto:") && !text.starts_with("https:")) {
            let words = "law.security_contact: must begin with mailto: or https:".to_owned();
            found.push(("security_contact".into(), "not_a_contact", "", words));
        }
        if self.security_policy.as_deref().is_some_and(|text| !text.starts_with("https:")) {
            found.push((
                "security_policy".into(),
                "not_https",
                "",
                "law.security_policy: must begin with https:".into(),
            ));
        }
        let clause = &self.privacy;
        let lists = [("recipients", &clause.recipients), ("more", &clause.more)];
        let texts = lists.iter().flat_map(|(key, list)| {
            list.iter().enumerate().map(move |(n, text)| (format!("privacy.{key}.{n}.pl"), text))
        });
        let basis = clause.basis.as_ref().map(|text| ("privacy.basis.pl".to_owned(), text));
        let plain = without_polish(texts.chain(basis)).chain(self.declaration.faults());
        found.extend(plain.map(|(field, code, words)| (field, code, "", words)));
        found
    }

    /// Facts that the law asks for and that are not filled in, by their keys below `office.law`. The pages say so openly; nothing is invented.
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = self.declaration.missing();
        if self.privacy.officer.trim().is_empty() {
            missing.push("privacy.officer");
        }
        missing
    }
}
