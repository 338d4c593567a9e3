//! Setting an office up, and changing it while it runs.

use crate::api::administration::{MOST, file, history, settings};
use crate::handlers::administration as pages;
use crate::routes::Verb::Get;
use crate::routes::Who::Public;
use crate::routes::who::CONFIGURES;
use crate::routes::{Route, post, private, read, to};

/// The rows.
pub(super) static ROUTES: &[Route] = &[
    read(
        "/api/v1/office",
        CONFIGURES,
        to!(settings::show),
        "The office's document without secrets, with its revision.",
    )
    .gives(200, "OfficeDocument"),
    post(
        "/api/v1/office/preview",
        CONFIGURES,
        to!(settings::preview),
        "What a new document, or new parts of it, would mean: what is wrong, who would be concerned. Nothing is saved.",
    )
    .takes("OfficeWish")
    .holds(MOST)
    .gives(200, "OfficePreview"),
    post(
        "/api/v1/office",
        CONFIGURES,
        to!(settings::save),
        "Changes the document, in parts or whole, over the revision that was seen; all or nothing.",
    )
    .takes("OfficeWish")
    .holds(MOST)
    .gives(200, "OfficeSaved"),
    read(
        "/api/v1/office/file",
        CONFIGURES,
        to!(file::download),
        "The whole configuration as a file (TOML), without secrets.",
    ),
    read(
        "/api/v1/office/unserved",
        CONFIGURES,
        to!(settings::unserved),
        "Who waits and cannot be called, with the reason.",
    )
    .gives(200, "OfficeUnserved"),
    read("/api/v1/office/history", CONFIGURES, to!(history::list), "Changes of the document, the latest first.")
        .asks(&["before", "lang"])
        .gives(200, "OfficeHistory"),
    post(
        "/api/v1/office/history/{revision}/undo",
        CONFIGURES,
        to!(history::undo),
        "Takes a change back: a new change, for exactly the places that were changed.",
    )
    .takes("OfficeConfirm")
    .gives(200, "OfficeSaved"),
    private(Get, "/admin/office", Public, to!(pages::office), "The office: facts, departments, staff, file.")
        .asks(&["lang"]),
    private(
        Get,
        "/admin/departments/{id}",
        Public,
        to!(pages::department),
        "A department: services, desks, hours, order.",
    )
    .asks(&["lang"]),
    private(
        Get,
        "/admin/departments/{id}/services/{service}",
        Public,
        to!(pages::service),
        "A service: its card for citizens, the marks of its warnings.",
    )
    .asks(&["lang"]),
    private(
        Get,
        "/admin/law",
        Public,
        to!(pages::law),
        "What the law asks the office to publish: clause, declaration.",
    )
    .asks(&["lang"]),
    private(Get, "/admin/history", Public, to!(pages::history), "Changes of the office, with undo.").asks(&["lang"]),
];
