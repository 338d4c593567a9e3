//! The access log as those read it who may (law line 23): who saw or changed which visit, who signed on, who changed whose account, and
//! when. Ids only. Who holds the right in some departments reads what is about their visits and what their people did.

use crate::api::slots;
use crate::auth::departments_of;
use crate::call::{Call, json};
use crate::errors::Problem;
use crate::instants::{local, wall};
use crate::spreadsheet::{MARK, guarded};
use actix_web::HttpResponse;
use actix_web::http::header::{ACCEPT, CONTENT_DISPOSITION};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use okienko_queue::rights::Holder;
use okienko_queue::time::{from_ms, start_of};
use okienko_store::{Access, AccessQuery, Staff, Within};
use serde_json::json as object;
use std::collections::{BTreeMap, HashMap};

/// Lines of one answer, the latest; who needs more asks for fewer days.
const MOST: usize = 5_000;
/// How the log names a member of staff, before the id.
const STAFF: &str = "staff:";

/// `GET /staff/log?from=&to=&who=&appointment=&action=&format=`. Reading the log leaves a line itself.
pub(crate) async fn list(call: Call) -> Result<HttpResponse, Problem> {
    let (query, office) = (call.query(), call.office());
    let (from, to) = slots::range(&query)?;
    let at_ms = office.clock().now().timestamp_millis();
    let line = Access::new(at_ms, &call.who.actor(), "saw_log", "", &format!("{from} {to}"));
    office.log_access(vec![line.map_err(okienko_actors::Trouble::from)?]).await?;
    let staff = office.read(okienko_store::Store::staff).await?;
    let within = within(&call.member()?.holder, &staff);
    let wanted = AccessQuery { within, ..wanted(&query, (from, to), office.zone(), &staff) };
    let mut lines = office.read(move |store| store.accesses(&wanted)).await?;
    let complete = lines.len() <= MOST;
    lines.truncate(MOST);
    let logins: BTreeMap<String, String> =
        staff.into_iter().map(|member| (format!("{STAFF}{}", member.id), member.login)).collect();
    if is_csv(&call, &query) {
        return Ok(csv(&lines, &logins, office.zone(), (from, to)));
    }
    let told: Vec<_> = lines.iter().map(|line| told(line, &logins, office.zone())).collect();
    json(&object!({ "lines": told, "complete": complete }))
}

fn wanted(query: &HashMap<String, String>, days: (NaiveDate, NaiveDate), zone: Tz, staff: &[Staff]) -> AccessQuery {
    let text = |name: &str| query.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
    // A person knows logins; the log knows ids, which outlive a login.
    let login = text("who");
    let member = staff.iter().find(|member| member.login == login);
    let after = days.1.checked_add_days(Days::new(1)).unwrap_or(days.1);
    AccessQuery {
        from_ms: start_of(zone, days.0).timestamp_millis(),
        before_ms: start_of(zone, after).timestamp_millis(),
        who: member.map_or(login, |member| format!("{STAFF}{}", member.id)),
        appointment: text("appointment"),
        action: text("action"),
        within: None,
        limit: i64::try_from(MOST + 1).unwrap_or(i64::MAX),
    }
}

/// The part of the office that a reader is bound to.
fn within(reader: &Holder, staff: &[Staff]) -> Option<Within> {
    if reader.departments.is_empty() {
        return None;
    }
    let people = staff.iter().filter(|one| reader.spans(&departments_of(one)));
    Some(Within {
        departments: reader.departments.iter().map(ToString::to_string).collect(),
        people: people.map(|one| format!("{STAFF}{}", one.id)).collect(),
    })
}

fn told(line: &Access, logins: &BTreeMap<String, String>, zone: Tz) -> serde_json::Value {
    object!({
        "at": local(zone, from_ms(line.at_ms)),
        "who": line.who,
        "login": logins.get(&line.who),
        "action": line.action,
        "appointment": line.appointment,
        "detail": line.detail,
        // Whose account it was about, by the login of now.
        "about": logins.get(&line.detail),
    })
}

fn is_csv(call: &Call, query: &HashMap<String, String>) -> bool {
    let accepted = call.req.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    query.get("format").is_some_and(|format| format == "csv") || accepted.starts_with("text/csv")
}

fn csv(
    lines: &[Access],
    logins: &BTreeMap<String, String>,
    zone: Tz,
    (from, to): (NaiveDate, NaiveDate),
) -> HttpResponse {
    let mut text = format!("{MARK}date;time;who;login;action;appointment;detail\r\n");
    for line in lines {
        let at = wall(zone, from_ms(line.at_ms));
        let (date, time) = (at.format("%Y-%m-%d").to_string(), at.format("%H:%M:%S").to_string());
        let login = logins.get(&line.who).map_or("", String::as_str);
        let cells = [&date, &time, &line.who, login, &line.action, &line.appointment, &line.detail];
        text.push_str(&cells.map(cell).join(";"));
        text.push_str("\r\n");
    }
    let name = format!("attachment; filename=\"access-log-{from}-{to}.csv\"");
    HttpResponse::Ok().content_type("text/csv; charset=utf-8").insert_header((CONTENT_DISPOSITION, name)).body(text)
}

/// One cell (RFC 4180 §2) of columns that semicolons part, as Polish spreadsheets want them, and none that a spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    let guarded = guarded(text);
    if guarded.contains([';', '"', '\r', '\n']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_two_and_never_a_formula() {
        assert_eq!(cell("booked"), "booked");
        assert_eq!(cell("a;b"), "\"a;b\"");
        assert_eq!(cell("a\"b\n"), "\"a\"\"b\n\"");
        assert_eq!(cell("=1+1"), "'=1+1");
    }

    #[test]
    fn a_reader_of_one_department_reads_of_its_visits_and_its_own_people() {
        let person = |id: &str, departments: &[&str]| Staff {
            id: id.into(),
            login: id.into(),
            password: String::new(),
            role: "clerk".into(),
            desk: None,
            departments: departments.iter().map(|&id| id.to_owned()).collect(),
        };
        let staff = [person("s1", &["geo"]), person("s2", &["geo", "so"]), person("s3", &[])];
        let reader = |departments: &[&str]| Holder {
            departments: departments.iter().map(|&id| id.into()).collect(),
            ..Holder::default()
        };
        assert_eq!(within(&reader(&[]), &staff), None);
        let told = within(&reader(&["geo"]), &staff).unwrap_or_default();
        assert_eq!((told.departments, told.people), (vec!["geo".to_owned()], vec!["staff:s1".to_owned()]));
    }

    #[test]
    fn a_day_is_the_office_s_and_a_login_means_its_id() {
        let anna = Staff {
            id: "s1".into(),
            login: "anna".into(),
            password: String::new(),
            role: "clerk".into(),
            desk: None,
            departments: Vec::new(),
        };
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        let query = |who: &str| HashMap::from([("who".to_owned(), who.to_owned())]);
        let of = |who: &str| wanted(&query(who), (day, day), chrono_tz::Europe::Warsaw, std::slice::from_ref(&anna));
        assert_eq!((of("anna").who.as_str(), of("staff:s9").who.as_str()), ("staff:s1", "staff:s9"));
        assert_eq!(of("").before_ms - of("").from_ms, 24 * 3_600_000);
        assert_eq!(from_ms(of("").from_ms).to_rfc3339(), "2026-11-22T23:00:00+00:00");
    }
}
