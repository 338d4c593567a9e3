//! What a citizen should know of a matter before coming (roles.md, Citizen 7).

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// The card of a service. Everything is optional; what is not filled in is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// What to bring, one thing an entry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bring: Vec<Text>,
    /// The fee, in words: `17 zł`, or that there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Text>,
    /// Where, when it is not the department's place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// How it can be done without a visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online: Option<Online>,
    /// Other words that citizens search for, in any language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}

/// A way without a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Online {
    /// What it is.
    pub note: Text,
    /// Where it begins; `https://` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Card {
    /// Whether nothing is filled in.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is wrong with it: the field below the service, the stable code, and words for the person who edits the file.
    pub(crate) fn faults(&self) -> Vec<(String, &'static str, String)> {
        let missing = self.texts().filter(|(_, text)| text.pl.trim().is_empty()).map(|(field, _)| {
            let words = format!("card.{field}: is missing in Polish");
            (format!("card.{field}.pl"), "missing", words)
        });
        let mut found: Vec<_> = missing.collect();
        let url = self.online.as_ref().and_then(|online| online.url.as_deref());
        if url.is_some_and(|url| !url.starts_with("https://")) {
            found.push(("card.online.url".into(), "not_https", "card.online.url: must begin with https://".into()));
        }
        found
    }

    /// Its texts with their places.
    fn texts(&self) -> impl Iterator<Item = (String, &Text)> {
        let note = self.online.as_ref().map(|online| &online.note);
        let single = [("fee", self.fee.as_ref()), ("place", self.place.as_ref()), ("online.note", note)];
        let bring = self.bring.iter().enumerate().map(|(n, text)| (format!("bring.{n}"), text));
        bring.chain(single.into_iter().filter_map(|(field, text)| Some((field.to_owned(), text?))))
    }
}
