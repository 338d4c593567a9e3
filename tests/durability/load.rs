//! A busy morning: kiosks, citizens and clerks, each with a seeded stream of chance, until the server dies.

use std::time::Duration;

use okienko_tests::chance::Chance;
use okienko_tests::citizen::Slot;
use okienko_tests::sample::Service;
use okienko_tests::{Citizen, Clerk, Office};
use serde_json::json;
use tokio::task::JoinHandle;

use crate::ledger::Ledger;

/// Everybody who acts under load.
pub struct Crowd {
    service: Service,
    slots: Vec<Slot>,
    kiosk: String,
    clerks: Vec<Clerk>,
}

impl Crowd {
    /// Signs the clerks on and looks at the calendar once.
    pub async fn gathers(office: &Office) -> Self {
        let service = office.sample.shared_service();
        let slots = office.citizen().slots(&service.id, "2026-11-24", "2026-12-07").await;
        let clerks = office.clerks_of(&service.id).await;
        Self { service, slots, kiosk: office.kiosk().token, clerks }
    }

    /// The clerks, to compare their desks afterwards.
    pub fn clerks(&self) -> &[Clerk] {
        &self.clerks
    }

    /// Everybody starts; each goes on until the server does not answer any more.
    pub fn starts(&self, ledger: &Ledger, seed: u64) -> Vec<JoinHandle<()>> {
        let mut tasks = Vec::new();
        for stream in 0..3 {
            tasks.push(tokio::spawn(takes_tickets(
                self.service.id.clone(),
                self.kiosk.clone(),
                ledger.clone(),
                seed + stream,
            )));
        }
        for stream in 10..12 {
            tasks.push(tokio::spawn(books(self.service.id.clone(), self.slots.clone(), ledger.clone(), seed + stream)));
        }
        for (stream, clerk) in (20..).zip(&self.clerks) {
            tasks.push(tokio::spawn(works(clerk.clone(), ledger.clone(), seed + stream)));
        }
        tasks
    }
}

async fn breathes(chance: &mut Chance) {
    tokio::time::sleep(Duration::from_micros(500 + chance.below(6000))).await;
}

async fn takes_tickets(service: String, kiosk: String, ledger: Ledger, seed: u64) {
    let mut chance = Chance::of(seed);
    while ledger.does("kiosk/tickets", Some(&kiosk), json!({ "service": service })).await.is_some() {
        breathes(&mut chance).await;
    }
}

async fn books(service: String, slots: Vec<Slot>, ledger: Ledger, seed: u64) {
    let mut chance = Chance::of(seed);
    loop {
        let citizen = Citizen::new(ledger.http());
        let slot = chance.one_of(&slots);
        let Some(answer) = ledger.does("appointments", None, citizen.form(&service, slot.start)).await else {
            return;
        };
        if answer.status == 201 && chance.below(3) == 0 {
            let path = format!("appointments/{}/cancel", answer.str("token"));
            if ledger.does(&path, None, json!({})).await.is_none() {
                return;
            }
        }
        breathes(&mut chance).await;
    }
}

async fn works(clerk: Clerk, ledger: Ledger, seed: u64) {
    let mut chance = Chance::of(seed);
    loop {
        let verb = *chance.one_of(&[
            "call-next",
            "start",
            "finish",
            "call-next",
            "start",
            "recall",
            "no-show",
            "return",
            "hold",
        ]);
        let path = format!("desks/{}/{verb}", clerk.desk);
        if ledger.does(&path, Some(&clerk.token), json!({})).await.is_none() {
            return;
        }
        breathes(&mut chance).await;
    }
}
