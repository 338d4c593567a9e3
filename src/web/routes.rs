//! The one table of every address of okienko: method, path, who may, which handler; and what the description of the interface says of it.

mod account;
mod administration;
mod desk;
mod interface;
mod reports;
mod sign_on;
mod site;
mod wall;
pub mod who;

use crate::call::Handler;
use crate::keys::MOST_BODY;
pub use who::{Scope, Who};

/// A method of HTTP. GET answers HEAD too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Reads; never changes anything (law line 33).
    Get,
    /// Changes something.
    Post,
    /// Ends something.
    Delete,
}

/// What sort of answer it is; decides headers and whether a problem is JSON or a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Public data that any site may read.
    Data,
    /// JSON for programs and screens.
    Api,
    /// A public page.
    Page,
    /// A page that belongs to one person or screen: never stored, never indexed.
    Private,
    /// As [`Kind::Private`], and the office's own pages may show it in a frame: a lobby screen in its preview.
    Screen,
    /// For those who run the server.
    Operation,
    /// A web socket.
    Socket,
    /// A file of the build.
    Asset,
    /// A picture or film of the office.
    Media,
}

impl Kind {
    /// Whether a person reads it in a browser.
    pub(crate) const fn is_page(self) -> bool {
        matches!(self, Self::Page | Self::Private | Self::Screen)
    }
}

/// One line of the table.
pub struct Route {
    /// The method.
    pub verb: Verb,
    /// The path with `{parts}`.
    pub path: &'static str,
    /// Who may.
    pub who: Who,
    /// What sort of answer.
    pub kind: Kind,
    /// What it is for, one sentence.
    pub what: &'static str,
    /// Names of what the query may hold.
    pub query: &'static [&'static str],
    /// The schema of the body, if it takes one.
    pub takes: Option<&'static str>,
    /// Bytes that the body may have.
    pub most: usize,
    /// The status of success.
    pub status: u16,
    /// The schema of a success; empty for a page or a file.
    pub gives: &'static str,
    pub(crate) run: Handler,
}

macro_rules! to {
    ($handler:path) => {
        |call| Box::pin($handler(call))
    };
}
use to;

pub(crate) const fn row(
    verb: Verb,
    path: &'static str,
    who: Who,
    kind: Kind,
    run: Handler,
    what: &'static str,
) -> Route {
    Route { verb, path, who, kind, what, query: &[], takes: None, most: MOST_BODY, status: 200, gives: "", run }
}

impl Route {
    pub(crate) const fn asks(mut self, query: &'static [&'static str]) -> Self {
        self.query = query;
        self
    }

    pub(crate) const fn takes(mut self, schema: &'static str) -> Self {
        self.takes = Some(schema);
        self
    }

    /// Takes a body of up to so many bytes, where the usual bound is too narrow.
    pub(crate) const fn holds(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    pub(crate) const fn gives(mut self, status: u16, schema: &'static str) -> Self {
        self.status = status;
        self.gives = schema;
        self
    }
}

pub(crate) const fn data(path: &'static str, run: Handler, what: &'static str) -> Route {
    row(Verb::Get, path, Who::Public, Kind::Data, run, what)
}

pub(crate) const fn read(path: &'static str, who: Who, run: Handler, what: &'static str) -> Route {
    row(Verb::Get, path, who, Kind::Api, run, what)
}

pub(crate) const fn post(path: &'static str, who: Who, run: Handler, what: &'static str) -> Route {
    row(Verb::Post, path, who, Kind::Api, run, what)
}

pub(crate) const fn desk(path: &'static str, run: Handler, what: &'static str) -> Route {
    post(path, who::SERVES, run, what).takes("AsSeen").gives(200, "Desk")
}

pub(crate) const fn page(path: &'static str, run: Handler, what: &'static str) -> Route {
    row(Verb::Get, path, Who::Public, Kind::Page, run, what)
}

pub(crate) const fn private(verb: Verb, path: &'static str, who: Who, run: Handler, what: &'static str) -> Route {
    row(verb, path, who, Kind::Private, run, what)
}

pub(crate) const fn operation(path: &'static str, run: Handler, what: &'static str) -> Route {
    row(Verb::Get, path, Who::Public, Kind::Operation, run, what)
}

/// Every address: what programs and devices call, then what a browser opens.
pub fn all() -> impl Iterator<Item = &'static Route> {
    let desks = [interface::ROUTES, desk::ROUTES, wall::ROUTES, reports::ROUTES];
    desks.into_iter().chain([account::ROUTES, sign_on::ROUTES, administration::ROUTES, site::ROUTES]).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_stands_twice() {
        let mut all: Vec<_> = all().map(|row| (row.path, format!("{:?}", row.verb))).collect();
        all.sort();
        let before = all.len();
        all.dedup();
        assert_eq!(all.len(), before);
    }

    #[test]
    fn what_is_guarded_is_never_public_data_and_reads_take_no_body() {
        for row in all() {
            assert!(row.kind != Kind::Data || row.who == Who::Public, "{}", row.path);
            assert!(row.verb != Verb::Get || row.takes.is_none(), "{}", row.path);
            assert!(!row.path.starts_with("/api/v1/desks/") || matches!(row.who, Who::Desk(_)), "{}", row.path);
            assert!(!row.path.starts_with("/api/v1/kiosk/") || row.who == Who::Kiosk, "{}", row.path);
        }
    }
}
