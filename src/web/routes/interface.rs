//! What programs, devices and screens call: the contract, and what goes beyond it.

use crate::api::{
    appointments, board_emergency, board_settings, board_shapes, boards, departments, desk_paper, desks, devices,
    kiosk, kiosk_health, kiosk_offline, kiosk_paper, kiosk_settings, kiosk_setup, letters, operations, pairings,
    paper_preview, privacy, session, slots, staff, tickets, wishes,
};
use crate::routes::Verb::{Delete, Get};
use crate::routes::Who::{DeskSocket, Kiosk, Link, Public, Staff};
use crate::routes::who::{AT_DESK, AUDITS, BOARD, CONFIGURES, DEVICES, ISSUES, OFFICER, OVERSEES, VISITS};
use crate::routes::{Kind, Route, data, desk, operation, post, read, row, to};
use crate::sockets;

/// The rows.
pub(super) static ROUTES: &[Route] = &[
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
    post(
        "/api/v1/appointments/{token}/move",
        Link,
        to!(appointments::move_to),
        "Moves a visit to another term; the old one is free only when the new one is firm.",
    )
    .takes("Move")
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
    post(
        "/api/v1/kiosk/leases",
        Kiosk,
        to!(kiosk_offline::leases),
        "Numbers that the kiosk may give out while it cannot reach the server; fills up blocks that are less than half full.",
    )
    .gives(200, "Leases"),
    read(
        "/api/v1/kiosk/day",
        Kiosk,
        to!(kiosk_offline::day),
        "Today's visits with keyed hashes of their codes, to collect them while the server is away; with an ETag.",
    )
    .gives(200, "DayList"),
    post(
        "/api/v1/kiosk/sync",
        Kiosk,
        to!(kiosk_offline::sync),
        "Takes in the tickets that the kiosk gave by itself; each under its own key, so the whole may be repeated.",
    )
    .takes("Sync")
    .gives(200, "Synced"),
    read(
        "/api/v1/kiosk/setup",
        Kiosk,
        to!(kiosk_setup::setup),
        "The office as a kiosk needs to know it; `revision` changes with anything in it.",
    )
    .gives(200, "KioskSetup"),
    read(
        "/api/v1/kiosk/services",
        Kiosk,
        to!(kiosk_setup::services),
        "What a walk-in ticket taken now would get, told before it is taken.",
    )
    .gives(200, "KioskServices"),
    post(
        "/api/v1/kiosk/health",
        Kiosk,
        to!(kiosk_health::health),
        "How the kiosk is; answered by what it is asked to do. Said twice, it changes nothing.",
    )
    .takes("KioskHealth")
    .gives(200, "KioskWishes"),
    post(
        "/api/v1/kiosk/tickets/{id}/paper",
        Kiosk,
        to!(kiosk_paper::paper),
        "Whether a ticket's paper came out; one that did not is told to staff.",
    )
    .takes("Paper")
    .gives(200, "Nothing"),
    // Desk
    read("/api/v1/desks/{id}", AT_DESK, to!(desks::show), "The desk's view.").gives(200, "Desk"),
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
    read(
        "/api/v1/desks/{id}/unprinted",
        ISSUES,
        to!(desk_paper::list),
        "Tickets of the desk's department that no paper was printed of.",
    )
    .gives(200, "Unprinted"),
    post(
        "/api/v1/desks/{id}/unprinted/told",
        ISSUES,
        to!(desk_paper::told),
        "The visitor was told the number; its paper is missed no more.",
    )
    .takes("OneTicket")
    .gives(200, "Unprinted"),
    post(
        "/api/v1/desks/{id}/reprint",
        ISSUES,
        to!(desk_paper::reprint),
        "Prints a ticket again: at the kiosk named, else where it failed, else where it was given.",
    )
    .takes("Reprint")
    .gives(201, "PrintWish"),
    // Boards and tickets
    data("/api/v1/boards/{id}", to!(boards::show), "The board's view.").gives(200, "Board"),
    data(
        "/api/v1/boards/{id}/setup",
        to!(boards::show_setup),
        "How the board is set up: what it shows, how it looks and sounds; `revision` changes with anything in it.",
    )
    .gives(200, "BoardSetup"),
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
        DEVICES,
        to!(pairings::approve),
        "Lets a device in by the code on its screen.",
    )
    .takes("Approval")
    .gives(200, "Device"),
    read("/api/v1/devices", DEVICES, to!(devices::list), "All devices.").gives(200, "Devices"),
    post(
        "/api/v1/devices/{id}",
        DEVICES,
        to!(devices::change),
        "Another name or place, and for a lobby screen what it shows; what is left out stays, null takes away.",
    )
    .takes("DeviceChange")
    .gives(200, "Device"),
    post("/api/v1/devices/{id}/revoke", DEVICES, to!(devices::revoke), "Takes a device's token away for good.")
        .gives(200, "Device"),
    post(
        "/api/v1/devices/{id}/wishes",
        DEVICES,
        to!(wishes::wish),
        "Asks a kiosk or a lobby screen to reload its page, a kiosk also to restart or to print a test ticket; forgotten after 15 minutes.",
    )
    .takes("NewWish")
    .gives(201, "Wish"),
    read("/api/v1/kiosk-settings", CONFIGURES, to!(kiosk_settings::show), "The office's settings of its kiosks.")
        .gives(200, "KioskSettings"),
    post(
        "/api/v1/kiosk-settings",
        CONFIGURES,
        to!(kiosk_settings::save),
        "Changes the settings that are named; null takes one away. All or nothing.",
    )
    .takes("KioskSettingsChange")
    .gives(200, "KioskSettings"),
    // Boards, as they are set up
    read("/api/v1/board-settings", CONFIGURES, to!(board_settings::list), "How boards are set up, and what can be chosen.")
        .gives(200, "BoardSettings"),
    post("/api/v1/board-settings", CONFIGURES, to!(board_settings::create), "A new board.")
        .takes("BoardEdit")
        .holds(board_shapes::MOST)
        .gives(201, "EditedBoard"),
    post(
        "/api/v1/board-settings/{id}",
        BOARD,
        to!(board_settings::save),
        "Changes a board whole; refused when somebody else changed it since the revision that was edited.",
    )
    .takes("BoardEdit")
    .holds(board_shapes::MOST)
    .gives(200, "EditedBoard"),
    post("/api/v1/board-settings/{id}/remove", BOARD, to!(board_settings::remove), "Removes a board that no device shows.")
        .takes("SeenBoard")
        .gives(200, "RemovedBoard"),
    post(
        "/api/v1/board-settings/preview",
        CONFIGURES,
        to!(board_settings::preview),
        "How a board that is not saved would be shown, and what is wrong with it.",
    )
    .takes("BoardEdit")
    .holds(board_shapes::MOST)
    .gives(200, "BoardPreview"),
    read(
        "/api/v1/boards/emergency",
        OVERSEES,
        to!(board_emergency::show),
        "What stands over everything on which board, and words that are ready.",
    )
    .gives(200, "Emergencies"),
    post(
        "/api/v1/boards/emergency",
        OVERSEES,
        to!(board_emergency::put),
        "Puts a message over everything on boards, or takes it down; on every screen within seconds.",
    )
    .takes("Emergency")
    .gives(200, "Emergencies"),
    post(
        "/api/v1/kiosk-template/preview",
        CONFIGURES,
        to!(paper_preview::preview),
        "The printed ticket as a picture (image/png), by a template that is not saved yet.",
    )
    .takes("TicketPreview"),
    // Personal data, for the data-protection officer
    post(
        "/api/v1/privacy/find",
        OFFICER,
        to!(privacy::find),
        "The visits that hold somebody's data, by phone or e-mail.",
    )
    .takes("Whose")
    .gives(200, "PersonalData"),
    post("/api/v1/privacy/export", OFFICER, to!(privacy::export), "All that is held about somebody, as a file.")
        .takes("Whose")
        .gives(200, "PersonalDataFile"),
    post(
        "/api/v1/privacy/erase",
        OFFICER,
        to!(privacy::erase),
        "Erases visits' personal data; those still ahead are cancelled first.",
    )
    .takes("Erasure")
    .gives(200, "Erased"),
    // Letters
    read(
        "/api/v1/letters/dead",
        CONFIGURES,
        to!(letters::dead),
        "Letters that were given up, the latest first; and all counts.",
    )
    .gives(200, "DeadLetters"),
    post(
        "/api/v1/letters/{id}/resend",
        CONFIGURES,
        to!(letters::resend),
        "Queues a dead letter anew; another is left alone.",
    )
    .gives(200, "LetterState"),
    post(
        "/api/v1/letters/bounce",
        CONFIGURES,
        to!(letters::bounce),
        "For a mail relay: a letter came back. Its visit is marked, staff see it; told twice it changes nothing.",
    )
    .takes("Bounce")
    .gives(200, "LetterState"),
    read(
        "/api/v1/letters/templates",
        CONFIGURES,
        to!(letters::templates),
        "The office's own words, what may be worded, what lacks a language.",
    )
    .gives(200, "Templates"),
    post(
        "/api/v1/letters/templates",
        CONFIGURES,
        to!(letters::save),
        "Changes the templates that are named; null gives the house's words back. All or nothing.",
    )
    .takes("TemplateChange")
    .gives(200, "Templates"),
    post(
        "/api/v1/letters/preview",
        CONFIGURES,
        to!(letters::preview),
        "A letter about a made-up visit, with changed templates.",
    )
    .takes("PreviewWish")
    .gives(200, "Preview"),
    post("/demo/clock", CONFIGURES, to!(operations::clock), "Sets the office clock; in a demonstration only.")
        .takes("Clock")
        .gives(200, "Clock"),
    // The phone line
    post(
        "/api/v1/staff/appointments/find",
        VISITS,
        to!(staff::visits::find),
        "Finds a caller's visits of today and later by phone, code or id; logged.",
    )
    .takes("StaffSearch")
    .gives(200, "StaffVisits"),
    post("/api/v1/staff/appointments", VISITS, to!(staff::visits::book), "Books for a caller; e-mail may be missing.")
        .takes("StaffBooking")
        .gives(201, "StaffBooked"),
    read("/api/v1/staff/appointments/{id}", VISITS, to!(staff::visits::show), "One visit as staff see it; logged.")
        .gives(200, "StaffVisit"),
    post("/api/v1/staff/appointments/{id}/move", VISITS, to!(staff::visits::change), "Moves a visit to another term.")
        .takes("StaffMove")
        .gives(200, "StaffTerm"),
    post("/api/v1/staff/appointments/{id}/cancel", VISITS, to!(staff::visits::cancel), "Cancels a visit for a caller.")
        .gives(200, "StaffTerm"),
    read(
        "/api/v1/staff/log",
        AUDITS,
        to!(staff::log::list),
        "Who did or saw what, the latest first; also as CSV, by Accept or format=csv.",
    )
    .asks(&["from", "to", "who", "appointment", "action", "format"])
    .gives(200, "AccessLog"),
    read("/api/v1/staff/patterns", OVERSEES, to!(staff::patterns::list), "Suspicious patterns in bookings.")
        .gives(200, "Patterns"),
    // Sockets
    row(Get, "/ws/boards/{id}", Public, Kind::Socket, to!(sockets::board), "The board's view after every change.")
        .asks(&["screen"])
        .gives(101, ""),
    row(Get, "/ws/desks/{id}", DeskSocket, Kind::Socket, to!(sockets::desk), "The desk's view after every change.")
        .asks(&["token", "page"])
        .gives(101, ""),
    // Operations
    operation("/healthz", to!(operations::health), "Whether the process lives."),
    operation("/readyz", to!(operations::ready), "Whether it can work: database there, not draining."),
    operation("/metrics", to!(operations::metrics), "Counts in the text format of Prometheus."),
    operation("/api/openapi.json", to!(operations::openapi), "This description."),
];
