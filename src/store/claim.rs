//! Claims: rules that span departments and nodes, held by a primary key. The rule itself is the caller's.

use crate::bulk::{Cell, Row};

/// A wish to be the one (or one of the few) under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Index of the command in its batch; echoed when the claim is taken.
    pub command: usize,
    /// What sort of claim, e.g. `day_limit`; part of the key.
    pub kind: String,
    /// What is claimed, e.g. person and day.
    pub key: String,
    /// The first free ordinal of 1..=n is taken; 1 means plainly unique.
    pub ordinals: i32,
    /// By what it is released again, e.g. an appointment's id.
    pub owner: String,
}

/// Gives back all claims of an owner, or those of one kind. Releases of an append happen before its claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The owner of the claims.
    pub owner: String,
    /// Only claims of this kind; `None` for all.
    pub kind: Option<String>,
}

/// One try for one ordinal.
#[derive(Debug)]
pub(crate) struct ClaimTry<'b> {
    pub claim: &'b Claim,
    pub ordinal: i32,
}

impl Row for ClaimTry<'_> {
    const TABLE: &'static str = "claims";
    const COLUMNS: &'static [&'static str] = &["kind", "key", "ordinal", "owner"];
    const TAIL: &'static str = "ON CONFLICT DO NOTHING";

    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>) {
        into.extend([
            Cell::text(&self.claim.kind),
            Cell::text(&self.claim.key),
            Cell::int(self.ordinal),
            Cell::text(&self.claim.owner),
        ]);
    }
}
