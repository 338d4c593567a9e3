//! What a desk can do beyond the commands of the contract: reception, the day, tickets of others, help. And its narrow page.

use crate::api::{desk_notes, desk_reception, desk_tickets, desks};
use crate::handlers::screens;
use crate::routes::Verb::Get;
use crate::routes::Who::Public;
use crate::routes::who::{AT_DESK, ISSUES};
use crate::routes::{Kind, Route, desk, post, read, row, to};

/// The rows.
pub(super) static ROUTES: &[Route] = &[
    post(
        "/api/v1/desks/{id}/tickets",
        ISSUES,
        to!(desk_reception::ticket),
        "A walk-in ticket given at the desk; printed at a kiosk if one is named.",
    )
    .takes("DeskWalk")
    .gives(201, "DeskIssued"),
    post(
        "/api/v1/desks/{id}/check-ins",
        ISSUES,
        to!(desk_reception::check_in),
        "Collects a visit for somebody at the desk, by phone or code; printed at a kiosk if one is named.",
    )
    .takes("DeskEntry")
    .gives(201, "DeskIssued"),
    read(
        "/api/v1/desks/{id}/reception",
        ISSUES,
        to!(desk_reception::show),
        "What a reception can give and where it can print: services with walk-in tickets, classes of priority, kiosks.",
    )
    .gives(200, "Reception"),
    read(
        "/api/v1/desks/{id}/day",
        AT_DESK,
        to!(desk_tickets::day),
        "Visits booked for today at the services of the desk, and tickets that have ended and can be brought back; no names.",
    )
    .gives(200, "DeskDay"),
    desk(
        "/api/v1/desks/{id}/change",
        to!(desk_tickets::change),
        "Another matter or class of priority for a waiting ticket of the department.",
    )
    .takes("TicketChange"),
    desk(
        "/api/v1/desks/{id}/revert-check-in",
        to!(desk_tickets::revert_check_in),
        "Takes a check-in back before the first call: the visit is booked again.",
    )
    .takes("OneTicket"),
    desk(
        "/api/v1/desks/{id}/note",
        to!(desk_notes::write),
        "Writes a note on a ticket that is at the desk, waits for it or is parked; refused when the note is another one by now.",
    )
    .takes("Note"),
    read(
        "/api/v1/desks/{id}/tickets/{ticket}/note",
        AT_DESK,
        to!(desk_notes::read),
        "The note on a ticket that the desk holds or sees; each reading is logged.",
    )
    .gives(200, "NoteRead"),
    desk(
        "/api/v1/desks/{id}/alarm",
        to!(desks::alarm),
        "Asks the colleagues of the department quietly for help; asked twice, it changes nothing.",
    ),
    desk("/api/v1/desks/{id}/alarm/answer", to!(desks::answer_alarm), "Somebody of this desk comes to help.")
        .takes("AtDesk"),
    desk("/api/v1/desks/{id}/alarm/end", to!(desks::end_alarm), "Help is needed no more.").takes("AtDesk"),
    row(Get, "/desk/{id}/bar", Public, Kind::Screen, to!(screens::desk_bar), "A desk as a narrow bar beside other work.")
        .asks(&["lang"]),
];
