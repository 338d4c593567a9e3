//! Who one is: the own account, accounts of others, and their pages.

use crate::api::account::{self, factor, link, password, sessions};
use crate::api::accounts;
use crate::handlers::account as pages;
use crate::routes::Verb::Get;
use crate::routes::Who::{Public, Staff};
use crate::routes::who::ACCOUNTS;
use crate::routes::{Route, post, private, read, to};

/// The rows.
pub(super) static ROUTES: &[Route] = &[
    read("/api/v1/account", Staff, to!(account::show), "Who the caller is, what they may, how and where they sign on.")
        .gives(200, "Account"),
    post(
        "/api/v1/account/password",
        Staff,
        to!(password::change),
        "Another password; every session of the account ends, the caller gets a new one.",
    )
    .takes("PasswordChange")
    .gives(200, "Session"),
    post(
        "/api/v1/account/second-factor",
        Staff,
        to!(factor::begin),
        "Begins to set up a second factor: its secret, told once.",
    )
    .takes("OwnPassword")
    .gives(200, "NewFactor"),
    post(
        "/api/v1/account/second-factor/confirm",
        Staff,
        to!(factor::put_in_force),
        "Puts it in force by a first code; the recovery codes are told once.",
    )
    .takes("FactorCode")
    .gives(200, "RecoveryCodes"),
    post(
        "/api/v1/account/second-factor/remove",
        Staff,
        to!(factor::remove),
        "Takes the second factor away; refused where the office asks for one.",
    )
    .takes("OwnPassword")
    .gives(200, "Account"),
    post(
        "/api/v1/account/recovery-codes",
        Staff,
        to!(factor::renew),
        "New recovery codes; the earlier ones hold no more.",
    )
    .takes("OwnPassword")
    .gives(200, "RecoveryCodes"),
    post(
        "/api/v1/account/sessions/end-others",
        Staff,
        to!(sessions::end_others),
        "Signs the caller out everywhere else.",
    )
    .gives(200, "Account"),
    post("/api/v1/account/sessions/{id}/end", Staff, to!(sessions::end), "Ends one of the caller's sessions.")
        .gives(200, "Account"),
    post("/api/v1/account-links/show", Public, to!(link::look), "Whose one-time link it is; changes nothing.")
        .takes("LinkToken")
        .gives(200, "LinkOwner"),
    post("/api/v1/account-links/use", Public, to!(link::spend), "Sets a password by a one-time link.")
        .takes("LinkUse")
        .gives(200, "LinkOwner"),
    read(
        "/api/v1/accounts",
        ACCOUNTS,
        to!(accounts::list),
        "The accounts of the caller's departments: how their owners sign on.",
    )
    .gives(200, "Accounts"),
    post(
        "/api/v1/accounts/{login}/link",
        ACCOUNTS,
        to!(accounts::link),
        "A one-time link by which the account's owner sets a password.",
    )
    .gives(200, "AccountLink"),
    post(
        "/api/v1/accounts/{login}/second-factor/remove",
        ACCOUNTS,
        to!(accounts::remove_factor),
        "Takes a lost second factor away and signs the account out.",
    )
    .gives(200, "Accounts"),
    post("/api/v1/accounts/{login}/sign-out", ACCOUNTS, to!(accounts::sign_out), "Signs an account out everywhere.")
        .gives(200, "Accounts"),
    post(
        "/api/v1/accounts/{login}/remove",
        ACCOUNTS,
        to!(accounts::remove),
        "Removes an account of the identity provider; those of the office's document are removed there.",
    )
    .gives(200, "Accounts"),
    // Pages: frames without anything in them; what they show comes by the interface.
    private(Get, "/account", Public, to!(pages::own), "The own account: password, second factor, sessions.")
        .asks(&["lang"]),
    private(Get, "/account/password", Public, to!(pages::password), "Sets a password by a one-time link.")
        .asks(&["lang"]),
    private(Get, "/admin/accounts", Public, to!(pages::accounts), "Accounts: links, lost second factors, sessions.")
        .asks(&["lang"]),
    private(Get, "/admin/audit", Public, to!(pages::audit), "Who did or saw what, and when.").asks(&["lang"]),
];
