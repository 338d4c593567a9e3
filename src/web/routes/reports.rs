//! Reports: for programs, for spreadsheets, and as a page.

use crate::api::reports;
use crate::routes::Verb::Get;
use crate::routes::Who::Public;
use crate::routes::who::REPORTS;
use crate::routes::{Route, private, read, to};

/// What a report is asked by.
const QUESTION: &[&str] = &["period", "from", "to", "department", "service", "channel", "by", "lang"];

/// The rows.
pub(super) static ROUTES: &[Route] = &[
    read(
        "/api/v1/reports",
        REPORTS,
        to!(reports::json),
        "Figures of service days with their definitions: `period` (today, week, month, year, or between with from and to, at most 366 days), \
         one department or all own ones, one service, one channel (walk_in, booked), rows by day, hour, department, service, desk or person.",
    )
    .asks(QUESTION)
    .gives(200, "Report"),
    read("/api/v1/reports.csv", REPORTS, to!(reports::csv), "The same as CSV for a spreadsheet.").asks(QUESTION),
    read("/api/v1/reports.xlsx", REPORTS, to!(reports::xlsx), "The same as a workbook.").asks(QUESTION),
    read(
        "/api/v1/reports/page",
        REPORTS,
        to!(reports::part),
        "The same as the part of a page, with charts, and the form that asks for another.",
    )
    .asks(QUESTION),
    private(Get, "/reports", Public, to!(reports::page), "Reports: the frame of the page.").asks(QUESTION),
];
