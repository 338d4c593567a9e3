//! The published call orders, exact.
#![allow(clippy::unwrap_used)]

use okienko_queue::vectors::{Outcome, Vector, run};
use serde_json::Value;

#[test]
fn every_published_call_order_is_exact() {
    let all: Vec<Value> = serde_json::from_str(include_str!("call-order.json")).unwrap();
    assert_eq!(all.len(), 22);
    for (n, value) in all.iter().enumerate() {
        let vector: Vector = serde_json::from_value(value.clone()).unwrap();
        let expected: Outcome = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(run(&vector).unwrap(), expected, "vector {n}: {} {:?}", vector.policy, vector.params);
    }
}
