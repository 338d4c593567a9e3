#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
//! The face towards the page that books, over a small office: proofs belong to one browser and are good once.

use super::*;
use crate::app::{State, WebSettings};
use crate::auth::Principal;
use crate::tests::house::office;
use actix_web::test::TestRequest;
use actix_web::web::{Bytes, Data};
use okienko_actors::Office;
use sha2::{Digest, Sha256};

const COOKIE: &str = "okienko=0123456789012345678901234567890123456789012";
const OTHER: &str = "okienko=9876543210987654321098765432109876543210987";

fn state(office: &Office) -> Data<State> {
    let soft = Rate::new(1, 1);
    let guard = GuardSettings { soft_address: soft, soft_minutes: 10, proof_bits: 8, keys: 100, ..Default::default() };
    Data::new(State::new(office.clone(), WebSettings { guard, ..WebSettings::default() }))
}

fn call(state: &Data<State>, cookie: &str, address: &str) -> Call {
    let request = TestRequest::post().uri("/s/dowody/2026-11-24/09:20").insert_header(("cookie", cookie));
    let req = request.peer_addr(format!("{address}:9").parse().unwrap()).to_http_request();
    Call { state: state.clone(), req, who: Principal::Nobody, body: Bytes::new(), payload: None }
}

fn fields(demand: &Demand, answer: &str) -> HashMap<String, String> {
    let fields = [("proof_challenge", demand.challenge.as_str()), ("proof_answer", answer)];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn solve(demand: &Demand) -> String {
    let fits = |number: &u32| Sha256::digest(format!("{}:{number}", demand.challenge))[0] == 0;
    (0..).find(fits).unwrap().to_string()
}

#[actix::test]
async fn a_form_is_asked_for_a_proof_once_the_rule_trips_and_without_one_it_books_to_be_confirmed() {
    let office = office().await;
    let state = state(&office);
    let call = call(&state, COOKIE, "203.0.113.7");
    let cookie = FormCookie::of(&call).unwrap();
    let nothing = HashMap::new();
    assert_eq!(demand(&call, &cookie), None);
    assert_eq!(passed(&call, &cookie, &nothing, "k1"), Passed::Freely);
    let Passed::Asked(asked) = passed(&call, &cookie, &nothing, "k2") else { panic!("the rule has tripped") };
    assert_eq!(asked.bits, 8);
    assert!(demand(&call, &cookie).is_some(), "and the page asks from now on");
    assert_eq!(passed(&call, &cookie, &fields(&asked, ""), "k2"), Passed::ToConfirm, "no script");
    assert_eq!(passed(&call, &cookie, &fields(&asked, &solve(&asked)), "k2"), Passed::Freely);
    assert_eq!(passed(&call, &cookie, &fields(&asked, &solve(&asked)), "k2"), Passed::Freely, "the same form again");
    assert_eq!(passed(&call, &cookie, &fields(&asked, &solve(&asked)), "k3"), Passed::ToConfirm, "used up");
}

#[actix::test]
async fn a_proof_of_another_browser_or_with_changed_terms_is_none() {
    let office = office().await;
    let state = state(&office);
    let (own, other) = (call(&state, COOKIE, "203.0.113.7"), call(&state, OTHER, "203.0.113.7"));
    let (cookie, theirs) = (FormCookie::of(&own).unwrap(), FormCookie::of(&other).unwrap());
    passed(&own, &cookie, &HashMap::new(), "k1");
    let Passed::Asked(asked) = passed(&own, &cookie, &HashMap::new(), "k2") else { panic!("the rule has tripped") };
    let solved = fields(&asked, &solve(&asked));
    assert_eq!(passed(&other, &theirs, &solved, "k4"), Passed::ToConfirm);
    let easier = Demand { challenge: asked.challenge.replace("_8_", "_0_"), ..asked.clone() };
    assert_eq!(passed(&own, &cookie, &fields(&easier, "1"), "k5"), Passed::ToConfirm);
    let (ends, rest) = asked.challenge.split_once('_').unwrap();
    let longer = Demand { challenge: format!("{}_{rest}", ends.parse::<i64>().unwrap() + 1), ..asked.clone() };
    assert_eq!(passed(&own, &cookie, &fields(&longer, &solve(&longer)), "k6"), Passed::ToConfirm);
    for answer in ["-1", "1e3", " 1", "99999999999999999"] {
        assert_eq!(passed(&own, &cookie, &fields(&asked, answer), "k7"), Passed::ToConfirm, "{answer}");
    }
    assert_eq!(passed(&own, &cookie, &solved, "k2"), Passed::Freely, "the right one is still good");
}

#[actix::test]
async fn a_rule_of_one_address_asks_nobody_else() {
    let office = office().await;
    let state = state(&office);
    let (busy, quiet) = (call(&state, COOKIE, "203.0.113.7"), call(&state, OTHER, "203.0.113.8"));
    let cookie = FormCookie::of(&busy).unwrap();
    for _ in 0..3 {
        passed(&busy, &cookie, &HashMap::new(), "k");
    }
    assert!(demand(&busy, &cookie).is_some());
    assert!(demand(&quiet, &FormCookie::of(&quiet).unwrap()).is_none());
}
