//! Signing on through the city's identity provider.

use crate::api::openid;
use crate::handlers::sign_on as pages;
use crate::routes::Verb::Get;
use crate::routes::Who::Public;
use crate::routes::{Route, post, private, read, to};

/// The rows.
pub(super) static ROUTES: &[Route] = &[
    read("/api/v1/sign-on", Public, to!(openid::offered), "Which identity provider staff may sign on through, if any.")
        .gives(200, "Provided"),
    post(
        "/api/v1/session/openid",
        Public,
        to!(openid::open),
        "Signs on with what the identity provider sent the browser back with; once.",
    )
    .takes("OpenidReturn")
    .gives(200, "Session"),
    private(Get, "/sign-on/openid", Public, to!(pages::start), "Sends the browser to the identity provider.")
        .asks(&["next", "lang"])
        .gives(303, ""),
    private(
        Get,
        "/sign-on/openid/return",
        Public,
        to!(pages::back),
        "Where the provider sends the browser back to; changes nothing, its script signs on.",
    )
    .asks(&["code", "state", "iss", "error"]),
];
