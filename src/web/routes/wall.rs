//! The supervisor's wall: what it shows, and what is done from it at once.

use crate::api::wall::{self, acts, tickets};
use crate::handlers::screens;
use crate::routes::Verb::Get;
use crate::routes::Who::Public;
use crate::routes::who::{OVERSEES, OVERSEES_HERE};
use crate::routes::{Route, post, private, read, to};
use crate::walls;

/// The rows.
pub(super) static ROUTES: &[Route] = &[
    private(
        Get,
        "/wall",
        Public,
        to!(screens::wall),
        "The supervisor's wall; the token of staff brings what it shows.",
    )
    .asks(&["lang"]),
    read("/api/v1/wall", OVERSEES, to!(wall::all), "The walls of the caller's departments.").gives(200, "Walls"),
    read(
        "/api/v1/wall/events",
        OVERSEES,
        to!(walls::stream),
        "The walls of the caller's departments, each whole after every change, as server-sent events.",
    ),
    read("/api/v1/departments/{id}/wall", OVERSEES_HERE, to!(wall::one), "The wall of a department.")
        .gives(200, "Wall"),
    post(
        "/api/v1/departments/{id}/services/{service}/stop",
        OVERSEES_HERE,
        to!(acts::stop),
        "No new tickets and no new bookings of a service until the day ends; tickets and visits that there are stay.",
    )
    .takes("Stop")
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/services/{service}/reopen",
        OVERSEES_HERE,
        to!(acts::reopen),
        "Tickets and terms of a service are given again.",
    )
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/desks/{desk}/services",
        OVERSEES_HERE,
        to!(acts::move_desk),
        "Lets a desk serve these services until the day ends; refused when people would be left without a desk.",
    )
    .takes("DeskServices")
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/desks/{desk}/pause",
        OVERSEES_HERE,
        to!(acts::pause),
        "Pauses a desk that its clerk has left.",
    )
    .takes("RestDesk")
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/desks/{desk}/close",
        OVERSEES_HERE,
        to!(acts::close),
        "Closes a desk that its clerk has left, for today.",
    )
    .takes("RestDesk")
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/desks/{desk}/alarm/answer",
        OVERSEES_HERE,
        to!(acts::answer_alarm),
        "The supervisor comes to the desk that asked for help.",
    )
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/desks/{desk}/alarm/end",
        OVERSEES_HERE,
        to!(acts::end_alarm),
        "Help is needed no more at a desk.",
    )
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/tickets/{ticket}/call",
        OVERSEES_HERE,
        to!(tickets::call),
        "Calls this ticket to a desk.",
    )
    .takes("CallTo")
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/tickets/{ticket}/return",
        OVERSEES_HERE,
        to!(tickets::give_back),
        "A called ticket goes back to the queue, with its place.",
    )
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/tickets/{ticket}/cancel",
        OVERSEES_HERE,
        to!(tickets::cancel),
        "Cancels a ticket that waits or was put aside.",
    )
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/tickets/{ticket}/reactivate",
        OVERSEES_HERE,
        to!(tickets::reactivate),
        "Lets a finished, missed or cancelled ticket wait again.",
    )
    .gives(200, "Nothing"),
    post(
        "/api/v1/departments/{id}/tickets/{ticket}/change",
        OVERSEES_HERE,
        to!(tickets::change),
        "Changes the service or the priority of a waiting ticket; a priority of null takes it away.",
    )
    .takes("ChangeTicket")
    .gives(200, "Nothing"),
];
