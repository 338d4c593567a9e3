//! Reports: every figure equals what an auditor computes from the journal alone, in each form in which it is handed out; who may see which.

mod exports;
mod page;
mod recount;
mod rights;
mod tables;
mod ten_days;
mod town;

use okienko_tests::{Office, admin};
use serde_json::Value;

/// A report as somebody with this token gets it.
async fn report(office: &Office, token: &str, query: &str) -> Value {
    office.http.get(&format!("reports?{query}"), Some(token)).await.with_status(200).body
}

/// The administrator's report.
async fn all(office: &Office, query: &str) -> Value {
    report(office, &admin::token(office).await, query).await
}
