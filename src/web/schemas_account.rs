//! The shapes of accounts and sign-ons; see `schemas.rs`.

use super::{instant, list, maybe, object, text, to};
use serde_json::{Value, json};

fn secret() -> Value {
    json!({ "type": "string", "format": "password" })
}

fn provided() -> Value {
    json!({ "type": "boolean", "description": "Signs on through the identity provider: has no password and no second factor here" })
}

fn right() -> Value {
    let words: Vec<&str> = okienko_queue::rights::Right::ALL.into_iter().map(|right| right.as_str()).collect();
    json!({ "enum": words })
}

/// What people of staff send and get about accounts.
pub(super) fn all() -> Value {
    json!({
        "SignOn": object(&["login", "password"], json!({
            "login": text(), "password": secret(),
            "code": { "type": "string", "description": "Of the application (six digits), or a recovery code; asked for by `second_factor_required`" },
        })),
        "Session": object(&["token", "expires_at"], json!({
            "token": text(), "expires_at": instant(), "role": text(), "rights": list(right()), "desk": maybe("string"),
            "second_factor_due": { "type": "boolean", "description": "Nothing but setting up a second factor can be done" },
        })),
        "Provided": object(&["provider"], json!({
            "provider": { "type": ["object", "null"], "description": "The identity provider, where one is set up", "properties": {
                "name": text(), "label": { "type": "string", "description": "For the button, in the language of the request" },
            } },
        })),
        "OpenidReturn": object(&["state"], json!({
            "state": text(), "code": secret(),
            "iss": { "type": "string", "description": "RFC 9207" }, "error": { "type": "string", "description": "RFC 6749 §4.1.2.1" },
        })),
        "Account": object(&["login", "role", "rights", "departments", "desk", "second_factor", "sessions"], json!({
            "login": text(), "role": text(), "rights": list(right()), "departments": list(text()), "desk": maybe("string"),
            "provided": provided(),
            "second_factor": object(&["active", "required", "recovery_codes_left"], json!({
                "active": { "type": "boolean" }, "required": { "type": "boolean" }, "recovery_codes_left": { "type": "integer", "minimum": 0 },
            })),
            "sessions": list(object(&["id", "begun_at", "seen_at", "browser", "current"], json!({
                "id": text(), "begun_at": instant(), "seen_at": instant(), "browser": text(), "current": { "type": "boolean" },
            }))),
        })),
        "PasswordChange": object(&["current", "password"], json!({ "current": secret(), "password": secret() })),
        "OwnPassword": object(&["password"], json!({ "password": secret() })),
        "NewFactor": object(&["secret", "address", "picture"], json!({
            "secret": text(), "address": { "type": "string", "description": "otpauth://" }, "picture": { "type": "string", "description": "The address as a QR code, SVG" },
        })),
        "FactorCode": object(&["code"], json!({ "code": { "type": "string", "pattern": "^[0-9]{6}$" } })),
        "RecoveryCodes": object(&["recovery_codes"], json!({ "recovery_codes": list(text()) })),
        "LinkToken": object(&["token"], json!({ "token": secret() })),
        "LinkUse": object(&["token", "password"], json!({ "token": secret(), "password": secret() })),
        "LinkOwner": object(&["login"], json!({ "login": text() })),
        "AccountLink": object(&["url", "expires_at"], json!({ "url": text(), "expires_at": instant() })),
        "Accounts": object(&["accounts"], json!({ "accounts": list(to("AccountState")) })),
        "AccountState": object(&["login", "role", "has_password", "second_factor", "sessions", "mine_to_change"], json!({
            "login": text(), "role": text(), "departments": list(text()), "desk": maybe("string"),
            "has_password": { "type": "boolean" }, "provided": provided(), "second_factor": { "type": "boolean" }, "second_factor_required": { "type": "boolean" },
            "sessions": { "type": "integer", "minimum": 0 },
            "mine_to_change": { "type": "boolean", "description": "Whether the caller holds everything that is in it" },
        })),
    })
}
