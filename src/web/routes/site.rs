//! What a browser opens: pages of the citizen, of the law, of staff; files.

use crate::api::{media, speech};
use crate::handlers::{
    calendar_file, cancel, confirm, days, erase, files, form, law, move_visit, resend, review, screens, sent, services,
    sitemap, ticket, visit, widget,
};
use crate::routes::Verb::{Get, Post};
use crate::routes::Who::{Link, Public};
use crate::routes::{Kind, Route, page, private, read, row, to};
use crate::streams;

/// The rows.
pub(super) static ROUTES: &[Route] = &[
    // Pages of the citizen
    page("/", to!(services::all), "All services, with a search.").asks(&["q", "lang", "embed"]),
    page("/d/{department}", to!(services::one), "The services of a department.").asks(&["lang", "embed"]),
    page("/s/{service}", to!(days::days), "The days of a service.").asks(&["lang", "embed"]),
    page("/s/{service}/{date}", to!(days::hours), "The hours of a day.").asks(&["lang", "embed"]),
    page("/s/{service}/{date}/{time}", to!(form::show), "The form for a term.").asks(&["lang"]),
    private(
        Post,
        "/s/{service}/{date}/{time}",
        Public,
        to!(form::send),
        "Keeps what the form says and goes on to its review.",
    )
    .asks(&["lang"])
    .gives(303, ""),
    private(
        Get,
        "/s/{service}/{date}/{time}/review",
        Public,
        to!(review::show),
        "Everything once more before booking.",
    )
    .asks(&["lang"]),
    private(Post, "/s/{service}/{date}/{time}/review", Public, to!(review::send), "Books what was reviewed.")
        .asks(&["lang"])
        .gives(303, ""),
    private(
        Get,
        "/s/{service}/{date}/{time}/sent",
        Public,
        to!(sent::show),
        "Which mailbox has the link that confirms.",
    )
    .asks(&["lang"]),
    private(Get, "/a/{token}", Link, to!(visit::show), "A visit.").asks(&["lang"]),
    private(Get, "/a/{token}/cancel", Link, to!(cancel::ask), "Asks whether to cancel; changes nothing.")
        .asks(&["lang"]),
    private(Post, "/a/{token}/cancel", Link, to!(cancel::cancel), "Cancels a visit.").asks(&["lang"]),
    private(Get, "/a/{token}/move", Link, to!(move_visit::days), "The days a visit can be moved to.").asks(&["lang"]),
    private(Get, "/a/{token}/move/{date}", Link, to!(move_visit::hours), "The hours of such a day.").asks(&["lang"]),
    private(
        Get,
        "/a/{token}/move/{date}/{time}",
        Link,
        to!(move_visit::review),
        "Both terms, and whether to move; changes nothing.",
    )
    .asks(&["lang"]),
    private(Post, "/a/{token}/move/{date}/{time}", Link, to!(move_visit::send), "Moves a visit.")
        .asks(&["lang"])
        .gives(303, ""),
    private(
        Get,
        "/a/{token}/resend",
        Link,
        to!(resend::ask),
        "Asks whether to send the letter again; changes nothing.",
    )
    .asks(&["lang"]),
    private(Post, "/a/{token}/resend", Link, to!(resend::send), "Sends the letter again.")
        .asks(&["lang"])
        .gives(303, ""),
    private(Get, "/a/{token}/erase", Link, to!(erase::ask), "Asks whether to erase the data; changes nothing.")
        .asks(&["lang"]),
    private(Post, "/a/{token}/erase", Link, to!(erase::send), "Cancels the visit and erases the data.")
        .asks(&["lang"])
        .gives(303, ""),
    private(Get, "/a/{token}/visit.ics", Link, to!(calendar_file::show), "The visit as a calendar file.")
        .asks(&["lang"]),
    private(Get, "/c/{token}", Link, to!(confirm::ask), "Asks whether to confirm a visit; changes nothing.")
        .asks(&["lang"]),
    private(Post, "/c/{token}", Link, to!(confirm::send), "Confirms a visit.").asks(&["lang"]).gives(303, ""),
    private(Get, "/t/{token}", Link, to!(ticket::show), "A ticket's state.").asks(&["lang", "refresh"]),
    read(
        "/t/{token}/events",
        Link,
        to!(streams::ticket),
        "A ticket's state after every change, as server-sent events; ends with the final state.",
    )
    .asks(&["lang"]),
    private(Get, "/t/{token}/leave", Link, to!(ticket::ask), "Asks whether to leave the queue; changes nothing.")
        .asks(&["lang"]),
    private(Post, "/t/{token}/leave", Link, to!(ticket::leave), "Gives a ticket up.").asks(&["lang"]).gives(303, ""),
    // What the law asks for
    page("/accessibility", to!(law::accessibility), "The declaration of accessibility.").asks(&["lang"]),
    page("/privacy", to!(law::privacy), "The information clause of Art. 13 GDPR, and the notice on cookies.")
        .asks(&["lang"]),
    page("/.well-known/security.txt", to!(law::security), "Where weaknesses are reported (RFC 9116)."),
    // Screens
    private(Get, "/desk", Public, to!(screens::desks), "Choose a desk.").asks(&["lang"]),
    private(Get, "/desk/{id}", Public, to!(screens::desk), "A desk.").asks(&["lang"]),
    private(Get, "/lobby", Public, to!(screens::pair), "A new lobby screen: the code that lets it in.").asks(&["lang"]),
    row(Get, "/lobby/{board}", Public, Kind::Screen, to!(screens::lobby), "A lobby screen.")
        .asks(&["layout", "theme", "lang", "desk", "preview"]),
    private(Get, "/kiosk", Public, to!(screens::kiosk), "The kiosk's touch screen.").asks(&["lang"]),
    private(Get, "/staff", Public, to!(screens::staff), "The phone line: find, book, move, cancel for callers.")
        .asks(&["lang"]),
    private(Get, "/admin", Public, to!(screens::devices), "The administrator's first page: devices.")
        .asks(&["lang", "code"]),
    private(
        Get,
        "/admin/devices",
        Public,
        to!(screens::devices),
        "Devices: how they are, let in, take out, ask; settings of the kiosks.",
    )
    .asks(&["lang", "code"]),
    private(
        Get,
        "/admin/boards",
        Public,
        to!(screens::boards),
        "Boards: edited with a live preview; and the message over everything.",
    )
    .asks(&["lang"]),
    private(Get, "/admin/privacy", Public, to!(law::tool), "Personal data: find, export, erase.").asks(&["lang"]),
    private(Get, "/admin/letters", Public, to!(screens::letters), "Letters: dead ones, and the office's own words.")
        .asks(&["lang"]),
    row(Get, "/assets/{digest}/{path:.*}", Public, Kind::Asset, to!(files::asset), "A file of this build."),
    row(
        Get,
        "/speech/{revision}/{lang}/{code}/{desk}.wav",
        Public,
        Kind::Asset,
        to!(speech::say),
        "A call as a sound: one whole sentence, WAV.",
    ),
    row(Get, "/media/{file}", Public, Kind::Media, to!(media::file), "A picture or film that boards show."),
    row(Get, "/favicon.ico", Public, Kind::Asset, to!(files::icon), "The office's crest."),
    page("/robots.txt", to!(sitemap::robots), "What search engines may read."),
    page("/sitemap.xml", to!(sitemap::sitemap), "The stable pages, in each language."),
    row(
        Get,
        "/widget.js",
        Public,
        Kind::Asset,
        to!(widget::script),
        "The booking as an element for other sites' pages.",
    ),
];
