//! The one table of every address of okienko: method, path, who may, which handler; and what the description of the interface says of it.

use crate::api::{
    appointments, boards, departments, desks, devices, kiosk, operations, pairings, privacy, session, slots, tickets,
};
use crate::call::Handler;
use crate::handlers::{cancel, days, files, form, law, screens, services, ticket, visit};
use crate::sockets;

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

/// Who may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Public,
    /// The holder of the secret link in the path.
    Link,
    /// A kiosk by its token.
    Kiosk,
    /// Staff who may act at the desk `{id}`.
    Clerk,
    /// As [`Who::Clerk`], with the token in the query.
    DeskSocket,
    /// Any member of staff.
    Staff,
    /// An administrator.
    Admin,
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
    /// For those who run the server.
    Operation,
    /// A web socket.
    Socket,
    /// A file of the build.
    Asset,
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

const fn row(verb: Verb, path: &'static str, who: Who, kind: Kind, run: Handler, what: &'static str) -> Route {
    Route { verb, path, who, kind, what, query: &[], takes: None, status: 200, gives: "", run }
}

impl Route {
    const fn asks(mut self, query: &'static [&'static str]) -> Self {
        self.query = query;
        self
    }

    const fn takes(mut self, schema: &'static str) -> Self {
        self.takes = Some(schema);
        self
    }

    const fn gives(mut self, status: u16, schema: &'static str) -> Self {
        self.status = status;
        self.gives = schema;
        self
    }
}

const fn data(path: &'static str, run: Handler, what: &'static str) -> Route {
    row(Verb::Get, path, Who::Public, Kind::Data, run, what)
}

const fn read(path: &'static str, who: Who, run: Handler, what: &'static str) -> Route {
    row(Verb::Get, path, who, Kind::Api, run, what)
}

const fn post(path: &'static str, who: Who, run: Handler, what: &'static str) -> Route {
    row(Verb::Post, path, who, Kind::Api, run, what)
}

const fn desk(path: &'static str, run: Handler, what: &'static str) -> Route {
    post(path, Who::Clerk, run, what).gives(200, "Desk")
}

const fn page(path: &'static str, run: Handler, what: &'static str) -> Route {
    row(Verb::Get, path, Who::Public, Kind::Page, run, what)
}

const fn private(verb: Verb, path: &'static str, who: Who, run: Handler, what: &'static str) -> Route {
    row(verb, path, who, Kind::Private, run, what)
}

const fn operation(path: &'static str, run: Handler, what: &'static str) -> Route {
    row(Verb::Get, path, Who::Public, Kind::Operation, run, what)
}

use Verb::{Delete, Get, Post};
use Who::{Admin, Clerk, DeskSocket, Kiosk, Link, Public, Staff};

/// Every address.
pub static ROUTES: &[Route] = &[
    // Booking
    data("/api/v1/departments", to!(departments::list), "All departments with their services.")
        .asks(&["lang"])
        .gives(200, "Departments"),
    data(
        "/api/v1/services/{id}/slots",
        to!(slots::list),
        "Free terms of a service that can be booked now; at most 92 days at once.",
    )
    .asks(&["from", "to"])
    .gives(200, "Days"),
    post("/api/v1/appointments", Public, to!(appointments::book), "Books a visit.")
        .takes("Booking")
        .gives(201, "Appointment"),
    read("/api/v1/appointments/{token}", Link, to!(appointments::show), "A visit.").gives(200, "Appointment"),
    post(
        "/api/v1/appointments/{token}/cancel",
        Link,
        to!(appointments::cancel),
        "Cancels a visit; twice, too late or after collection it shows the state and changes nothing.",
    )
    .gives(200, "Appointment"),
    // Kiosk
    post(
        "/api/v1/kiosk/check-ins",
        Kiosk,
        to!(kiosk::check_in),
        "Collects the nearest visit in its window, by phone or code.",
    )
    .takes("Entry")
    .gives(201, "Issued"),
    post("/api/v1/kiosk/tickets", Kiosk, to!(kiosk::ticket), "A walk-in ticket.").takes("Walk").gives(201, "Issued"),
    // Desk
    read("/api/v1/desks/{id}", Clerk, to!(desks::show), "The desk's view.").gives(200, "Desk"),
    desk(
        "/api/v1/desks/{id}/call-next",
        to!(desks::call_next),
        "Calls the next ticket; finishes the one being served.",
    )
    .gives(200, "Called"),
    desk("/api/v1/desks/{id}/call", to!(desks::call), "Calls this ticket.").takes("CallOne").gives(200, "Called"),
    desk("/api/v1/desks/{id}/recall", to!(desks::recall), "Announces the called ticket again."),
    desk("/api/v1/desks/{id}/start", to!(desks::start), "The visitor is at the desk."),
    desk("/api/v1/desks/{id}/finish", to!(desks::finish), "The visit is over."),
    desk("/api/v1/desks/{id}/no-show", to!(desks::no_show), "The visitor did not come."),
    desk("/api/v1/desks/{id}/hold", to!(desks::hold), "Puts the ticket aside.").takes("Hold"),
    desk("/api/v1/desks/{id}/unhold", to!(desks::unhold), "Lets a ticket put aside wait again.").takes("OneTicket"),
    desk("/api/v1/desks/{id}/return", to!(desks::give_back), "Back to the queue, at the same place."),
    desk(
        "/api/v1/desks/{id}/transfer",
        to!(desks::transfer),
        "To a service, also of another department, or to a desk.",
    )
    .takes("Transfer"),
    desk("/api/v1/desks/{id}/next-service", to!(desks::next_service), "The next matter of the same visit.")
        .takes("OneService"),
    desk(
        "/api/v1/desks/{id}/reactivate",
        to!(desks::reactivate),
        "Lets a finished, missed or cancelled ticket wait again.",
    )
    .takes("OneTicket"),
    desk("/api/v1/desks/{id}/undo", to!(desks::undo), "Takes the desk's last command back."),
    desk("/api/v1/desks/{id}/pause", to!(desks::pause), "Stops calling for a while.").takes("Pause"),
    desk("/api/v1/desks/{id}/resume", to!(desks::resume), "Goes on."),
    desk("/api/v1/desks/{id}/close", to!(desks::close), "Closes the desk for today."),
    post("/api/v1/desks/{id}/tickets", Clerk, to!(desks::ticket), "A walk-in ticket given at the desk.")
        .takes("Walk")
        .gives(201, "Issued"),
    post(
        "/api/v1/desks/{id}/check-ins",
        Clerk,
        to!(desks::check_in),
        "Collects a visit for somebody at the desk, by phone or code.",
    )
    .takes("Entry")
    .gives(201, "Issued"),
    // Boards and tickets
    data("/api/v1/boards/{id}", to!(boards::show), "The board's view.").gives(200, "Board"),
    read("/api/v1/tickets/{token}", Link, to!(tickets::show), "A ticket as its holder sees it.").gives(200, "Ticket"),
    post("/api/v1/tickets/{token}/leave", Link, to!(tickets::leave), "Gives a waiting ticket up.").gives(200, "Ticket"),
    // Staff and devices
    post("/api/v1/session", Public, to!(session::open), "Signs on.").takes("SignOn").gives(200, "Session"),
    row(Delete, "/api/v1/session", Staff, Kind::Api, to!(session::close), "Signs off.").gives(204, ""),
    post("/api/v1/pairings", Public, to!(pairings::start), "Asks for a new device; its code is shown on the screen.")
        .takes("NewPairing")
        .gives(201, "Pairing"),
    read(
        "/api/v1/pairings/{poll_token}",
        Public,
        to!(pairings::poll),
        "Whether the code was approved; the token is told once.",
    )
    .gives(200, "PairingState"),
    post(
        "/api/v1/pairings/{code}/approve",
        Admin,
        to!(pairings::approve),
        "Lets a device in by the code on its screen.",
    )
    .takes("Approval")
    .gives(200, "Device"),
    read("/api/v1/devices", Admin, to!(devices::list), "All devices.").gives(200, "Devices"),
    post("/api/v1/devices/{id}/revoke", Admin, to!(devices::revoke), "Takes a device's token away for good.")
        .gives(200, "Device"),
    // Personal data, for the data-protection officer
    post(
        "/api/v1/privacy/find",
        Admin,
        to!(privacy::find),
        "The visits that hold somebody's data, by phone or e-mail.",
    )
    .takes("Whose")
    .gives(200, "PersonalData"),
    post("/api/v1/privacy/export", Admin, to!(privacy::export), "All that is held about somebody, as a file.")
        .takes("Whose")
        .gives(200, "PersonalDataFile"),
    post(
        "/api/v1/privacy/erase",
        Admin,
        to!(privacy::erase),
        "Erases visits' personal data; those still ahead are cancelled first.",
    )
    .takes("Erasure")
    .gives(200, "Erased"),
    post("/demo/clock", Admin, to!(operations::clock), "Sets the office clock; in a demonstration only.")
        .takes("Clock")
        .gives(200, "Clock"),
    // Sockets
    row(Get, "/ws/boards/{id}", Public, Kind::Socket, to!(sockets::board), "The board's view after every change.")
        .gives(101, ""),
    row(Get, "/ws/desks/{id}", DeskSocket, Kind::Socket, to!(sockets::desk), "The desk's view after every change.")
        .asks(&["token"])
        .gives(101, ""),
    // Operations
    operation("/healthz", to!(operations::health), "Whether the process lives."),
    operation("/readyz", to!(operations::ready), "Whether it can work: database there, not draining."),
    operation("/metrics", to!(operations::metrics), "Counts in the text format of Prometheus."),
    operation("/api/openapi.json", to!(operations::openapi), "This description."),
    // Pages of the citizen
    page("/", to!(services::all), "All services, with a search.").asks(&["q", "lang"]),
    page("/d/{department}", to!(services::one), "The services of a department.").asks(&["lang"]),
    page("/s/{service}", to!(days::days), "The days of a service.").asks(&["lang"]),
    page("/s/{service}/{date}", to!(days::hours), "The hours of a day.").asks(&["lang"]),
    private(Get, "/s/{service}/{date}/{time}", Public, to!(form::show), "The form for a term.").asks(&["lang"]),
    private(Post, "/s/{service}/{date}/{time}", Public, to!(form::send), "Books what the form says.")
        .asks(&["lang"])
        .gives(303, ""),
    private(Get, "/a/{token}", Link, to!(visit::show), "A visit.").asks(&["lang"]),
    private(Get, "/a/{token}/cancel", Link, to!(cancel::ask), "Asks whether to cancel; changes nothing.")
        .asks(&["lang"]),
    private(Post, "/a/{token}/cancel", Link, to!(cancel::cancel), "Cancels a visit.").asks(&["lang"]),
    private(Get, "/t/{token}", Link, to!(ticket::show), "A ticket's state.").asks(&["lang"]),
    private(Post, "/t/{token}/leave", Link, to!(ticket::leave), "Gives a ticket up.").asks(&["lang"]).gives(303, ""),
    // What the law asks for
    page("/accessibility", to!(law::accessibility), "The declaration of accessibility.").asks(&["lang"]),
    page("/privacy", to!(law::privacy), "The information clause of Art. 13 GDPR, and the notice on cookies.")
        .asks(&["lang"]),
    page("/.well-known/security.txt", to!(law::security), "Where weaknesses are reported (RFC 9116)."),
    // Screens
    private(Get, "/desk", Public, to!(screens::desks), "Choose a desk.").asks(&["lang"]),
    private(Get, "/desk/{id}", Public, to!(screens::desk), "A desk.").asks(&["lang"]),
    private(Get, "/lobby/{board}", Public, to!(screens::lobby), "A lobby screen.").asks(&["lang"]),
    private(Get, "/kiosk", Public, to!(screens::kiosk), "The kiosk's touch screen.").asks(&["lang"]),
    private(Get, "/admin", Public, to!(screens::admin), "Devices: approve and revoke.").asks(&["lang"]),
    private(Get, "/admin/privacy", Public, to!(law::tool), "Personal data: find, export, erase.").asks(&["lang"]),
    row(Get, "/assets/{digest}/{path:.*}", Public, Kind::Asset, to!(files::asset), "A file of this build."),
    row(Get, "/favicon.ico", Public, Kind::Asset, to!(files::icon), "The office's crest."),
    page("/robots.txt", to!(files::robots), "What search engines may read."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_stands_twice() {
        let mut all: Vec<_> = ROUTES.iter().map(|row| (row.path, format!("{:?}", row.verb))).collect();
        all.sort();
        let before = all.len();
        all.dedup();
        assert_eq!(all.len(), before);
    }

    #[test]
    fn what_is_guarded_is_never_public_data_and_reads_take_no_body() {
        for row in ROUTES {
            assert!(row.kind != Kind::Data || row.who == Who::Public, "{}", row.path);
            assert!(row.verb != Verb::Get || row.takes.is_none(), "{}", row.path);
            assert!(!row.path.starts_with("/api/v1/desks/") || row.who == Who::Clerk, "{}", row.path);
            assert!(!row.path.starts_with("/api/v1/kiosk/") || row.who == Who::Kiosk, "{}", row.path);
        }
    }
}
