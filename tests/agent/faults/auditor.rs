//! The auditor: knows only answers, papers, what the server shows, and that nothing is left open.

use std::collections::BTreeMap;

use okienko_tests::Office;

use super::touch::Deed;
use super::town::Place;
use crate::Visit;
use crate::alone::people;

/// What was found before.
#[derive(Default)]
pub struct Auditor {
    /// People at the end of the last seed.
    people: i64,
    /// Tickets without an answer to anybody at the end of the last seed.
    orphans: i64,
    /// Every number that was ever told, and its key.
    codes: BTreeMap<String, String>,
}

impl Auditor {
    /// Compares after a seed; its deeds begin at `from`.
    pub async fn looks(&mut self, office: &Office, places: &[Place], deeds: &[Deed], from: usize, visits: &[Visit]) {
        let deeds = &deeds[from..];
        let told = unprinted(office).await;
        let mut given = 0;
        for deed in deeds {
            let Some(answer) = deed.given() else { continue };
            given += 1;
            let ticket = answer.ticket();
            let earlier = self.codes.insert(ticket.code.clone(), deed.key.clone());
            assert!(earlier.is_none(), "{} was given twice: {} and {earlier:?}", ticket.code, deed.key);
            let state = office.ticket_state(ticket.token()).await;
            assert_eq!(state, "waiting", "{} of {} is lost\n{}", ticket.code, deed.key, places[deed.kiosk].agent.log());
            let papers = places[deed.kiosk].agent.papers().get(&ticket.code).copied().unwrap_or(0);
            assert!(papers <= 1, "{} came {papers} times", ticket.code);
            let is_told = told.contains(&ticket.code);
            assert!(
                papers == 1 || is_told,
                "{} has no paper and nobody knows\n{}",
                ticket.code,
                places[deed.kiosk].agent.log()
            );
            if answer.body["print"]["state"] == "printed" {
                assert_eq!(papers, 1, "{} was said to be printed", ticket.code);
            }
        }
        self.counts(office, places, given).await;
        collected(places, deeds, visits).await;
    }

    /// As many people wait as were told a number, and those tickets nobody was told of are told to staff: no twin is left.
    async fn counts(&mut self, office: &Office, places: &[Place], given: i64) {
        let (before, orphans_before) = (self.people, self.orphans);
        self.people = people(office).await;
        self.orphans =
            places.iter().map(|place| place.agent.count("touches WHERE state = 'issued' AND shown = 0")).sum();
        let silent = places
            .iter()
            .map(|place| place.agent.count("touches WHERE state = 'issued' AND shown = 0 AND paper = 'none'"));
        assert_eq!(silent.sum::<i64>(), 0, "a ticket that nobody knows of");
        let doubled = places.iter().map(|place| place.agent.count("touches WHERE twin = 'conflict'")).sum::<i64>();
        assert_eq!(doubled, 0, "nobody called anybody, so no twin can have been called");
        assert_eq!(
            self.people - before,
            given + self.orphans - orphans_before,
            "people at the board against numbers told"
        );
    }
}

/// A visit is collected once, whoever holds numbers for it.
async fn collected(places: &[Place], deeds: &[Deed], visits: &[Visit]) {
    for (number, visit) in visits.iter().enumerate() {
        let holders: Vec<&Deed> =
            deeds.iter().filter(|deed| deed.visit == Some(number) && deed.given().is_some()).collect();
        let conflicts = holders.iter().filter(|deed| {
            let rows = format!("entries WHERE touch = '{}' AND state = 'conflict'", deed.key);
            places[deed.kiosk].agent.count(&rows) == 1
        });
        let whole = holders.len() - conflicts.count();
        assert!(whole <= 1, "visit {number} was collected {whole} times");
        if !holders.is_empty() {
            assert_eq!(visit.state().await, "collected");
        }
    }
}

/// The numbers that staff see as having no paper, at the desks of all departments.
async fn unprinted(office: &Office) -> Vec<String> {
    let mut codes = Vec::new();
    for department in &office.sample.departments {
        let Some(desk) = department.desks.first() else { continue };
        let clerk = office.clerk(&desk.id).await;
        let listed = office.http.get(&format!("desks/{}/unprinted", desk.id), Some(&clerk.token)).await.ok();
        let list = listed.body["unprinted"].as_array().expect("a list").clone();
        codes.extend(list.iter().map(|one| one["code"].as_str().expect("a code").to_owned()));
    }
    codes
}
