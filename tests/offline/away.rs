//! A kiosk that loses the network: what it remembers, what it prints, what it tells.

use chrono::TimeDelta;
use hmac::{Hmac, Mac};
use okienko_tests::chance::fresh;
use okienko_tests::time::{When, written};
use okienko_tests::{Answer, Kiosk, Office, admin};
use serde_json::{Value, json};
use sha2::Sha256;

/// The day of all these tests.
pub const DAY: &str = "2026-11-23";

/// A kiosk with the numbers that are lent to it.
pub struct Away {
    pub kiosk: Kiosk,
    leases: Value,
}

impl Away {
    /// The kiosk of the hall, just before the network goes.
    pub async fn of(office: &Office) -> Self {
        Self::with(office.kiosk()).await
    }

    /// Another kiosk, paired by the administrator.
    pub async fn second(office: &Office) -> Self {
        let asked = office.http.post("pairings", None, json!({ "kind": "kiosk" })).await.with_status(201);
        let approve = format!("pairings/{}/approve", asked.str("code"));
        office.http.post(&approve, Some(&admin::token(office).await), json!({ "name": "Kiosk 2" })).await.ok();
        let told = office.http.get(&format!("pairings/{}", asked.str("poll_token")), None).await.ok();
        Self::with(Kiosk::new(&office.http, told.str("token"))).await
    }

    async fn with(kiosk: Kiosk) -> Self {
        let mut away = Self { kiosk, leases: Value::Null };
        away.asks().await;
        away
    }

    /// Asks for numbers again.
    pub async fn asks(&mut self) {
        self.leases = self.kiosk.post("kiosk/leases", json!({})).await.with_status(200).body;
    }

    /// The whole answer to the wish for numbers.
    pub fn leases(&self) -> &Value {
        &self.leases
    }

    /// The numbers lent for a service, or of a department's booked series.
    pub fn block(&self, department: &str, service: Option<&str>) -> Vec<Value> {
        let blocks = self.leases["leases"].as_array().expect("blocks").iter();
        let mut wanted = blocks.filter(|block| block["department"] == department && block["service"] == json!(service));
        wanted.next().map(|block| block["numbers"].as_array().expect("numbers").clone()).unwrap_or_default()
    }

    /// The `nth` number lent for a service.
    pub fn number(&self, office: &Office, service: &str, nth: usize) -> Value {
        self.block(&office.sample.department_of(service).id, Some(service))[nth].clone()
    }

    /// The `nth` booked number of a service's department.
    pub fn booked(&self, office: &Office, service: &str, nth: usize) -> Value {
        self.block(&office.sample.department_of(service).id, None)[nth].clone()
    }

    /// What is told of a walk-in ticket.
    pub fn ticket(service: &str, lent: &Value, at: When) -> Value {
        json!({ "key": fresh(), "kind": "ticket", "service": service, "number": lent["number"], "issued_at": written(at) })
    }

    /// What is told of a booked visit's ticket.
    pub fn check_in(&self, code: &str, lent: &Value, at: When) -> Value {
        let entry = self.entry(code);
        json!({ "key": fresh(), "kind": "check_in", "entry": entry, "number": lent["number"], "collected_at": written(at) })
    }

    /// What the day list holds in place of six digits.
    pub fn entry(&self, code: &str) -> String {
        let hash = |key: &[u8], text: &str| {
            let mac = Hmac::<Sha256>::new_from_slice(key).expect("a key");
            mac.chain_update(text).finalize().into_bytes().to_vec()
        };
        let key = hash(self.kiosk.token.as_bytes(), &format!("okienko day list {DAY}"));
        hash(&key, code).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Tells of papers; the results in their order.
    pub async fn tells(&self, entries: &[Value]) -> Vec<Value> {
        let answer = self.syncs(entries).await.with_status(200);
        let results = answer.body["results"].as_array().expect("results").clone();
        assert_eq!(results.len(), entries.len(), "one result an entry");
        for (entry, result) in entries.iter().zip(&results) {
            assert_eq!(entry["key"], result["key"], "in order");
        }
        results
    }

    /// Tells of one paper.
    pub async fn tells_one(&self, entry: Value) -> Value {
        self.tells(&[entry]).await.remove(0)
    }

    /// `POST /kiosk/sync`.
    pub async fn syncs(&self, entries: &[Value]) -> Answer {
        self.kiosk.post("kiosk/sync", json!({ "entries": entries })).await
    }

    /// The day list.
    pub async fn day_list(&self) -> Answer {
        self.kiosk.http.get("kiosk/day", Some(&self.kiosk.token)).await
    }
}

/// So many minutes.
pub fn minutes(n: i64) -> TimeDelta {
    TimeDelta::minutes(n)
}

/// Insists on a state and a code.
#[track_caller]
pub fn is(result: &Value, state: &str, code: Option<&str>) {
    assert_eq!((&result["state"], &result["code"]), (&json!(state), &json!(code)), "{result}");
    assert_eq!(result["ticket"].is_null(), state == "refused", "a paper that is not refused has a ticket: {result}");
}
