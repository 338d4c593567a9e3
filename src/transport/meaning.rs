//! What an imported file would mean, in words for whoever types the command.

use okienko_queue::change::{Blocked, Effects, Misfit, OfficeEffects, Unknown};
use okienko_queue::ids::DepartmentId;

/// Visits and tickets that are listed by name; the others are counted.
const LISTED: usize = 20;

/// What is to be told when the file is put to use.
///
/// # Errors
/// Why it is not: what is in use, and what has to be confirmed.
pub fn told(effects: &OfficeEffects, is_confirmed: bool) -> Result<Vec<String>, Vec<String>> {
    let all = || effects.departments.iter();
    let blocked: Vec<String> = all().flat_map(|(id, one)| one.blocked.iter().map(move |what| held(id, what))).collect();
    if !blocked.is_empty() {
        return Err(blocked);
    }
    let mut lines: Vec<String> =
        all().flat_map(|(id, one)| outside(id, one).chain(stranded(id, one)).chain(unknown(id, one))).collect();
    let more = lines.len().saturating_sub(LISTED);
    lines.truncate(LISTED);
    lines.extend((more > 0).then(|| format!("and {more} more")));
    if effects.asks() && !is_confirmed {
        lines.push(
            "nobody could call them, or nobody can say; to import it all the same: okienko import --confirm FILE"
                .into(),
        );
        return Err(lines);
    }
    Ok(lines)
}

fn held(department: &DepartmentId, what: &Blocked) -> String {
    let instead = "stop offering it first (walk_in = false, no slots) and remove it when they are through";
    match what {
        Blocked::Service { service, tickets, visits } => format!(
            "department {department}: service {service} is in use: tickets {tickets}, booked visits {visits}; {instead}"
        ),
        Blocked::Desk { desk, codes } => {
            format!("department {department}: desk {desk} is in use: {}; close it first", codes.join(", "))
        }
        Blocked::Department { department, tickets, visits } => {
            format!("department {department} is in use: tickets {tickets}, booked visits {visits}; {instead}")
        }
        Blocked::Letter { letter, service } => format!(
            "department {department}: service {service}: letter {letter} was given to tickets of another department today; change it tomorrow"
        ),
        Blocked::Numbers { last } => format!(
            "department {department}: u_numbers leave out numbers given today (up to {last}); change them before the doors open"
        ),
    }
}

fn outside<'a>(department: &'a DepartmentId, effects: &'a Effects) -> impl Iterator<Item = String> + 'a {
    effects.outside.iter().map(move |visit| {
        let stays =
            if visit.why == Misfit::NoDesk { "no desk offers its service" } else { "it stays valid and is honoured" };
        let (service, start, why) = (&visit.service, visit.start, visit.why.code());
        format!(
            "department {department}: the visit {} ({service}, {start}) is outside the terms ({why}); {stays}",
            visit.appointment
        )
    })
}

fn unknown(department: &DepartmentId, effects: &Effects) -> Option<String> {
    let what = match effects.unknown? {
        Unknown::Untouched => "nothing is changed in it",
        Unknown::Changed => "it gets another configuration, and nobody can say whom that concerns",
    };
    Some(format!("department {department} is out of service, its journal cannot be read; {what}"))
}

fn stranded<'a>(department: &'a DepartmentId, effects: &'a Effects) -> impl Iterator<Item = String> + 'a {
    effects.stranded.iter().map(move |ticket| {
        let (code, service, why) = (&ticket.code, &ticket.service, ticket.why.code());
        format!("department {department}: {code} waits for {service} and no desk could call it ({why})")
    })
}
