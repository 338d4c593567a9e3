//! The card of a service: what to know before coming (roles.md, Citizen 7). Shown on the service's page, in part on the review.

use super::{Opening, Words};

/// What citizens should know of a matter. What an office has not filled in is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardView {
    /// What to bring, one thing an entry.
    pub bring: Vec<Words>,
    /// The fee, in words.
    pub fee: Option<Words>,
    /// Where: the service's own place, else the department's.
    pub place: Option<Words>,
    /// How it can be done without a visit, and the address where that begins.
    pub online: Option<(Words, Option<String>)>,
    /// When the department is open.
    pub opening: Opening,
    /// A phone that people answer; empty when the office has named none.
    pub phone: String,
}
