//! Fifty people, one seat: R9.

use okienko_tests::counts::count;
use okienko_tests::{Citizen, on_both_engines};

use super::*;

/// How many people want the same seat.
const CROWD: usize = 50;

on_both_engines! {
    async fn r09_fifty_people_for_one_seat_and_one_gets_it(office: Office) {
        let service = service(&office);
        let rounds = count("OKIENKO_SEAT_RACES", 5, 100);
        let mut terms = office.citizen().slots(&service.id, "2026-11-24", "2026-12-07").await.into_iter();
        for round in 0..rounds {
            let term = terms.next().expect("enough terms in two weeks");
            for _ in 1..term.free {
                office.citizen().books(&service.id, term.start).await.with_status(201);
            }
            let crowd: Vec<Citizen> = (0..CROWD).map(|_| office.citizen()).collect();
            let tries = crowd.into_iter().map(|citizen| {
                let service = service.id.clone();
                tokio::spawn(async move { citizen.books(&service, term.start).await })
            });
            let (mut won, mut lost) = (0, 0);
            for answer in tries.collect::<Vec<_>>() {
                let answer = answer.await.expect("an answer");
                if answer.status == 201 {
                    won += 1;
                } else {
                    assert!(!answer.refused_with("slot_taken").body["nearest"].is_null(), "the nearest free term is named");
                    lost += 1;
                }
            }
            assert_eq!((won, lost), (1, CROWD - 1), "round {round}");
        }
    }
}
