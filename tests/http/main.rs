//! Bad input and bad manners over HTTP: each its own code and sentence, never a 500.

mod bad_input;
mod keys;
mod operations;
mod rights;

use okienko_tests::Office;

/// Every POST of the contract, with an id that exists where the sample office gives one.
fn posts(office: &Office) -> Vec<String> {
    let desk = &office.sample.clerks[0].desk;
    let verbs = [
        "call-next",
        "call",
        "recall",
        "start",
        "finish",
        "no-show",
        "hold",
        "unhold",
        "return",
        "transfer",
        "reactivate",
        "undo",
        "pause",
        "resume",
    ];
    let fixed =
        ["session", "appointments", "kiosk/check-ins", "kiosk/tickets", "appointments/x/cancel", "tickets/x/leave"];
    let mut all: Vec<String> = fixed.iter().map(ToString::to_string).collect();
    all.extend(verbs.iter().map(|verb| format!("desks/{desk}/{verb}")));
    all
}
