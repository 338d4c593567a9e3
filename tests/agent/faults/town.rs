//! An office with two kiosks, each on a wire of its own, and everything that may break.

use std::time::Duration;

use chrono::TimeDelta;
use okienko_tests::agent::another_kiosk;
use okienko_tests::chance::Chance;
use okienko_tests::time::warsaw;
use okienko_tests::{Engine, KioskAgent, Office, Way, Wire};

use super::auditor::Auditor;
use super::touch::{Deed, checks_in, walks_in};
use crate::Visit;

const WAYS: [Way; 4] = [Way::Open, Way::Refused, Way::Deaf, Way::AnswersLost];
const WORDS: [&str; 4] = ["paper_end", "breaks", "unsure", "away"];

/// One kiosk.
pub struct Place {
    pub agent: KioskAgent,
    pub wire: Wire,
}

/// The office, its kiosks, what was done so far.
pub struct Town {
    pub office: Office,
    pub places: Vec<Place>,
    pub deeds: Vec<Deed>,
    services: Vec<String>,
    auditor: Auditor,
}

impl Town {
    pub async fn opens(engine: Engine) -> Self {
        let office = Office::open_at(engine, "2026-11-23T09:00:00+01:00").await;
        let tokens = [office.sample.kiosk.token.clone().expect("a token"), another_kiosk(&office).await];
        let mut places = Vec::new();
        for token in &tokens {
            let wire = Wire::to(&office.sample.base_url).await;
            let agent = KioskAgent::start(&wire.url(), Some(token), &[]).await;
            agent.is_ready_alone().await;
            places.push(Place { agent, wire });
        }
        let shared = office.sample.shared_service();
        let services = vec![office.sample.sibling_service(&shared.id).id, shared.id];
        Self { office, places, deeds: Vec::new(), services, auditor: Auditor::default() }
    }

    /// One seed: visits are booked, things break while people touch, all is healed, and the auditor looks.
    pub async fn lives(&mut self, chance: &mut Chance) {
        let visits = self.books(chance).await;
        let from = self.deeds.len();
        for _ in 0..2 + chance.below(3) {
            let deeds = self.happens(chance, &visits).await;
            self.deeds.extend(deeds);
        }
        self.heals().await;
        self.auditor.looks(&self.office, &self.places, &self.deeds, from, &visits).await;
    }

    /// One or two visits that can be collected now, known to both kiosks.
    async fn books(&self, chance: &mut Chance) -> Vec<Visit> {
        let mut visits = Vec::new();
        let now = self.office.now();
        for _ in 0..1 + chance.below(2) {
            let after = (now + TimeDelta::minutes(2)).max(warsaw("2026-11-23", "09:10"));
            visits.push(Visit::booked_after(&self.office, after).await);
        }
        let last = visits.iter().map(|visit| visit.start).max().expect("a visit");
        let opens = last - TimeDelta::minutes(25);
        if opens > self.office.now() {
            self.office.clock(opens).await;
        }
        for place in &self.places {
            place.agent.knows_entries(&visits.iter().map(Visit::code).collect::<Vec<_>>()).await;
        }
        visits
    }

    /// Something breaks, people touch meanwhile, something else breaks in the middle.
    async fn happens(&mut self, chance: &mut Chance, visits: &[Visit]) -> Vec<Deed> {
        for place in &self.places {
            if chance.below(3) == 0 {
                place.wire.set(*chance.one_of(&WAYS)).await;
            }
            if chance.below(4) == 0 {
                let word = chance.one_of(&WORDS);
                place.agent.printer_is((chance.below(2) == 0).then_some(*word));
            }
        }
        let (delay, trouble, at) = (chance.below(350), chance.below(6), chance.below(2) as usize);
        let way = *chance.one_of(&WAYS);
        let touches = self.touches(chance, visits);
        let (deeds, ()) = tokio::join!(touches, async {
            tokio::time::sleep(Duration::from_millis(delay)).await;
            self.breaks(trouble, at, way).await;
        });
        deeds
    }

    /// One or two people, each at a kiosk; two may type the same code in the same instant.
    async fn touches(&self, chance: &mut Chance, visits: &[Visit]) -> Vec<Deed> {
        let mut wishes = Vec::new();
        for kiosk in 0..self.places.len() {
            let what = chance.below(4);
            let visit = chance.below(visits.len() as u64) as usize;
            let service = chance.one_of(&self.services).clone();
            wishes.push((kiosk, what, visit, service));
        }
        if chance.below(3) == 0 {
            // Both in the same instant, the same visit.
            let (_, _, visit, _) = wishes[0];
            for wish in &mut wishes {
                (wish.1, wish.2) = (3, visit);
            }
        }
        let deeds = wishes.iter().map(|(kiosk, what, visit, service)| async move {
            let agent = &self.places[*kiosk].agent;
            match what {
                0..=2 => walks_in(*kiosk, agent, service).await,
                _ => checks_in(*kiosk, agent, visits[*visit].code(), *visit).await,
            }
        });
        futures_util::future::join_all(deeds).await
    }

    async fn breaks(&self, trouble: u64, at: usize, way: Way) {
        let place = &self.places[at];
        match trouble {
            0 => {
                place.agent.kill();
                place.agent.restart().await;
            }
            1 => {
                self.office.kill();
                self.office.restart().await;
                self.leads();
            }
            2 | 3 => place.wire.set(way).await,
            4 => place.agent.printer_is(Some("paper_end")),
            _ => {}
        }
    }

    fn leads(&self) {
        for place in &self.places {
            place.wire.leads_to(&self.office.http.url("/"));
        }
    }

    async fn heals(&self) {
        for place in &self.places {
            place.agent.printer_is(None);
            place.wire.set(Way::Open).await;
        }
        for place in &self.places {
            place.agent.is("server", "online".into()).await;
            place.agent.settles().await;
        }
    }
}
