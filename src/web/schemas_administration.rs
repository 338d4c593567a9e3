//! The shapes of setting an office up.

use super::{list, maybe, object, text};
use serde_json::{Value, json};

/// All of them.
pub(super) fn all() -> Value {
    let number = || json!({ "type": "integer" });
    let flag = || json!({ "type": "boolean" });
    let any = || json!({ "type": "object" });
    let path = || list(text());
    let place = || {
        object(
            &["path", "place", "before", "after"],
            json!({ "path": path(), "place": text(), "before": text(), "after": text() }),
        )
    };
    let errors =
        list(object(&["field", "code", "detail"], json!({ "field": text(), "code": text(), "detail": text() })));
    let effects = || {
        object(
            &["refused", "asks", "departments"],
            json!({ "refused": flag(), "asks": flag(), "departments": list(any()) }),
        )
    };
    let change = json!({
        "revision": number(), "at": text(), "author": text(), "login": maybe("string"), "undoes": maybe("integer"), "can_undo": flag(),
        "places": list(place()),
    });
    let unserved = json!({ "department": text(), "code": text(), "service": text(), "why": { "enum": ["no_desk", "service_gone"] }, "words": text() });
    json!({
        "OfficeDocument": object(&["revision", "document"], json!({ "revision": number(), "document": any() })),
        "OfficeWish": object(&["revision"], json!({
            "revision": number(), "document": { "type": ["object", "null"] }, "text": maybe("string"), "confirmed": flag(),
            "changes": list(object(&["path"], json!({ "path": path(), "value": {} }))),
        })),
        "OfficePreview": object(&["revision", "errors", "effects", "changes"], json!({
            "revision": number(), "errors": errors, "effects": effects(), "changes": list(place()),
        })),
        "OfficeSaved": object(&["revision", "changes"], json!({ "revision": number(), "changes": list(place()), "effects": effects() })),
        "OfficeUnserved": object(&["tickets"], json!({ "tickets": list(object(&["department", "code", "service", "why"], unserved)) })),
        "OfficeHistory": object(&["changes", "more"], json!({
            "changes": list(object(&["revision", "at", "author", "can_undo", "places"], change)), "more": flag(),
        })),
        "OfficeConfirm": object(&[], json!({ "confirmed": flag() })),
    })
}
