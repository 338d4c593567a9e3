//! The status page of a ticket: my place, an honest range, the call with its desk, live and without script. R30, R38.

mod eyes;
mod leave;
mod live;
mod no_script;
mod stream;

use okienko_tests::sample::Service;
use okienko_tests::{Clerk, Office, Ticket};

/// So many people with walk-in tickets for one service, and a clerk who serves it.
async fn queue(office: &Office, people: usize) -> (Service, Clerk, Vec<Ticket>) {
    let service = office.sample.shared_service();
    let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
    let mut tickets = Vec::new();
    for _ in 0..people {
        tickets.push(office.kiosk().takes_ticket(&service.id).await.with_status(201).ticket());
    }
    (service, clerk, tickets)
}

/// The address of a ticket's page.
fn page(office: &Office, ticket: &Ticket) -> String {
    office.http.url(&format!("/t/{}", ticket.token()))
}

/// The same, in Polish whatever the browser speaks.
fn in_polish(office: &Office, ticket: &Ticket) -> String {
    format!("{}?lang=pl", page(office, ticket))
}

/// The label of a clerk's desk.
fn label(office: &Office, clerk: &Clerk) -> String {
    let mut desks = office.sample.departments.iter().flat_map(|department| &department.desks);
    desks.find(|desk| desk.id == clerk.desk).expect("the desk").label.clone()
}
