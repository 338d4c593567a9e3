//! The day list of a kiosk: what it needs to collect booked visits by the six digits of the letter while the server is
//! away. Six digits are soon tried through, so the list holds keyed hashes of them, and the key is the kiosk's own token,
//! which stands beside no list.

use crate::ask::Trouble;
use crate::directory;
use crate::office::Office;
use crate::outlook::Outlook;
use chrono::NaiveDate;
use hmac::{Hmac, Mac};
use okienko_queue::Department;
use okienko_queue::check_in::Listed;
use okienko_queue::ids::DepartmentId;
use okienko_queue::time::day_of;
use sha2::Sha256;
use std::collections::BTreeMap;

/// Visits of a day as one kiosk knows them.
pub struct DayList {
    /// The service day.
    pub day: NaiveDate,
    visits: Vec<DayVisit>,
    key: Hmac<Sha256>,
}

/// One visit with the digits that collect it.
pub struct DayVisit {
    /// Where it is.
    pub department: DepartmentId,
    /// What the core says of it.
    pub listed: Listed,
    code: String,
}

impl Office {
    /// Today's visits of all departments for the kiosk with this token, as it was sent.
    ///
    /// # Errors
    /// [`Trouble::TryAgain`] when the database is away. A department that is out of service is left out.
    pub async fn day_list(&self, token: &str) -> Result<DayList, Trouble> {
        let day = day_of(self.zone(), self.clock().now());
        let departments: Vec<DepartmentId> =
            self.catalogue().departments.iter().map(|department| department.id.clone()).collect();
        let wanted = departments.clone();
        let codes = directory::read(&self.shared, move |store| {
            let mut codes = BTreeMap::new();
            for department in &wanted {
                let contacts = store.contacts_of_day(department.as_str(), day)?;
                codes.extend(contacts.into_iter().map(|contact| (contact.appointment, contact.code)));
            }
            Ok(codes)
        });
        let mut codes = codes.await?;
        let mut visits = Vec::new();
        for department in departments {
            let of_day = move |department: &Department, _: &Outlook, _| department.visits_of(day).collect::<Vec<_>>();
            let listed = match directory::look(&self.shared, &department, of_day).await {
                Err(Trouble::Broken) => continue,
                listed => listed?,
            };
            visits.extend(listed.into_iter().filter_map(|listed| {
                let code = codes.remove(listed.appointment.as_str())?;
                Some(DayVisit { department: department.clone(), listed, code })
            }));
        }
        visits.sort_by(|one, other| (one.listed.start, &one.code).cmp(&(other.listed.start, &other.code)));
        DayList::new(token, day, visits).ok_or(Trouble::Broken)
    }
}

impl DayList {
    fn new(token: &str, day: NaiveDate, visits: Vec<DayVisit>) -> Option<Self> {
        let day_key = keyed(token.as_bytes())?.chain_update(format!("okienko day list {day}")).finalize().into_bytes();
        Some(Self { day, visits, key: keyed(&day_key)? })
    }

    /// The visits, by hour.
    pub fn visits(&self) -> &[DayVisit] {
        &self.visits
    }

    /// What the list holds in place of a visit's digits: HMAC-SHA256 in hex.
    pub fn entry(&self, visit: &DayVisit) -> String {
        let hash = self.key.clone().chain_update(&visit.code).finalize().into_bytes();
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The visit of an entry; each is compared in constant time.
    pub fn find(&self, entry: &str) -> Option<&DayVisit> {
        let wanted = bytes(entry)?;
        let is_it = |visit: &&DayVisit| self.key.clone().chain_update(&visit.code).verify_slice(&wanted).is_ok();
        // All are looked at, wherever it stands.
        self.visits.iter().filter(is_it).fold(None, |found, visit| found.or(Some(visit)))
    }
}

fn keyed(key: &[u8]) -> Option<Hmac<Sha256>> {
    // HMAC takes keys of any length (RFC 2104 §2).
    Hmac::new_from_slice(key).ok()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let whole = hex.len() == 64 && hex.is_ascii();
    let pair = |at: usize| hex.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    (0..hex.len()).step_by(2).map(pair).collect::<Option<Vec<u8>>>().filter(|_| whole)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use okienko_queue::appointment::AppointmentState;
    use okienko_queue::time::from_ms;

    fn list(token: &str, day: &str, codes: &[&str]) -> DayList {
        let visit = |code: &&str| DayVisit {
            department: "so".into(),
            listed: Listed {
                appointment: format!("so-a{code}").into(),
                service: "dowody".into(),
                start: from_ms(0),
                opens_at: from_ms(0),
                until: from_ms(0),
                state: AppointmentState::Booked,
            },
            code: (*code).to_owned(),
        };
        DayList::new(token, day.parse().unwrap(), codes.iter().map(visit).collect()).unwrap()
    }

    #[test]
    fn an_entry_is_the_double_hmac_that_the_agent_computes() {
        // python3: hmac(hmac(b"token", b"okienko day list 2026-11-23").digest(), b"123456").hexdigest()
        let list = list("token", "2026-11-23", &["123456"]);
        let entry = list.entry(&list.visits()[0]);
        assert_eq!(entry, "77adc42cbcea2d4ea29154000a59d12c8f6e535acdcf3c5fbe4a071634b935a2");
    }

    #[test]
    fn an_entry_finds_its_visit_for_this_kiosk_and_day_alone() {
        let own = list("token", "2026-11-23", &["111111", "222222"]);
        let entry = own.entry(&own.visits()[1]);
        assert_eq!(own.find(&entry).unwrap().listed.appointment.as_str(), "so-a222222");
        assert!(list("other", "2026-11-23", &["111111", "222222"]).find(&entry).is_none(), "another kiosk");
        assert!(list("token", "2026-11-24", &["111111", "222222"]).find(&entry).is_none(), "another day");
        for unreadable in ["", "zz", &entry[..62], &format!("{entry}00"), &"ż".repeat(32)] {
            assert!(own.find(unreadable).is_none(), "{unreadable}");
        }
    }
}
