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

    /// What is wrong with it, in words for the person who edits the file.
    pub fn problems(&self) -> Vec<String> {
        let url = self.online.as_ref().and_then(|online| online.url.as_deref());
        let bad = url.filter(|url| !url.starts_with("https://"));
        bad.map(|_| "card.online.url: must begin with https://".to_owned()).into_iter().collect()
    }
}
