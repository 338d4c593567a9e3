//! A caller on the phone: staff find the visit by phone, code or id (R36). Whoever sees one leaves a line in the access
//! log first (law line 23); the line holds ids only.

use crate::ask::Trouble;
use crate::office::Office;
use chrono::NaiveDate;
use okienko_queue::Department;
use okienko_queue::config::CheckIn;
use okienko_queue::ids::DepartmentId;
use okienko_queue::time::{day_of, from_ms, minutes};
use okienko_queue::view_ticket::local;
use okienko_store::{Access, Contact, Fault, Store};
use serde_json::{Value, json};

/// Visits of one answer. The limits per phone and day keep real answers far below.
const MOST: usize = 60;

/// What a caller tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Digits of a phone with the country's code.
    Phone(String),
    /// The six digits of a visit.
    Code(String),
    /// A visit's id, from a list of staff.
    Visit(String),
}

impl Wanted {
    /// How it was looked for, as the access log says it: never what was looked for.
    fn word(&self) -> &'static str {
        match self {
            Self::Phone(_) => "phone",
            Self::Code(_) => "code",
            Self::Visit(_) => "id",
        }
    }
}

/// Whether letters to a visit's address arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// They do, as far as is known.
    Fine,
    /// They come back (law line 34).
    Failed,
    /// There is no address: the caller was told, or got a printed slip.
    None,
}

/// A visit as staff see it: enough to know the caller and to help, and nothing more.
#[derive(Clone, Debug)]
pub struct StaffVisit {
    contact: Contact,
    state: String,
    moves: u32,
    confirm_by: Option<okienko_queue::time::Instant>,
    check_in: CheckIn,
}

impl Office {
    /// The visits that a caller may mean, today's and later ones, in any state, nearest first; `earlier` looks at
    /// those before today too. Erased ones are nobody's. Logged before it returns, also when nothing is found: who
    /// tries numbers is seen.
    ///
    /// # Errors
    /// [`Trouble::TryAgain`] when the database is away: what cannot be logged is not shown.
    pub async fn visits_for_staff(&self, wanted: Wanted, who: &str, earlier: bool) -> Result<Vec<StaffVisit>, Trouble> {
        let now = self.clock().now();
        let from = if earlier { NaiveDate::MIN } else { day_of(self.zone(), now) };
        let how = wanted.word();
        let contacts = self.read(move |store| look_up(store, &wanted, from)).await?;
        let line = |action, appointment: &str| Access::new(now.timestamp_millis(), who, action, appointment, how);
        let mut lines: Vec<Access> =
            contacts.iter().map(|contact| line("saw", &contact.appointment)).collect::<Result<_, _>>()?;
        if lines.is_empty() {
            lines.push(line("searched", "")?);
        }
        let mut visits = Vec::with_capacity(contacts.len());
        for contact in contacts {
            visits.push(self.for_staff(contact).await?);
        }
        self.log_access(lines).await?;
        Ok(visits)
    }

    async fn for_staff(&self, contact: Contact) -> Result<StaffVisit, Trouble> {
        let department = DepartmentId::from(contact.department.as_str());
        let id = contact.appointment.as_str().into();
        let facts = move |department: &Department, _: &_, _| {
            let visit = department.appointment(&id);
            (department.config().check_in.clone(), visit.map(|visit| (visit.state, visit.moves, visit.confirm_by)))
        };
        let (check_in, known) = self.look(&department, facts).await?;
        // The machine forgets visits of earlier days; their last state stands beside the contact.
        let (state, moves, confirm_by) = known.map_or_else(
            || (contact.state.clone(), 0, None),
            |(state, moves, confirm_by)| (state.as_str().to_owned(), moves, confirm_by),
        );
        Ok(StaffVisit { contact, state, moves, confirm_by, check_in })
    }
}

fn look_up(store: &Store, wanted: &Wanted, from: NaiveDate) -> Result<Vec<Contact>, Fault> {
    let mut found = match wanted {
        Wanted::Phone(digits) => store.contacts_of_person(&store.secrets().person_hash(digits), from)?,
        Wanted::Code(code) => store.contacts_by_code(from, code)?,
        Wanted::Visit(id) => store.contact(id)?.into_iter().filter(|contact| contact.day >= from).collect(),
    };
    found.retain(|contact| contact.erased_ms.is_none());
    found.truncate(MOST);
    Ok(found)
}

impl StaffVisit {
    /// The department it is booked at.
    pub fn department(&self) -> &str {
        &self.contact.department
    }

    /// The service it is for.
    pub fn service(&self) -> &str {
        &self.contact.service
    }

    /// Whether letters arrive.
    pub fn mail(&self) -> Mail {
        match (self.contact.email.is_empty(), self.contact.mail.as_str()) {
            (true, _) => Mail::None,
            (false, "failed") => Mail::Failed,
            (false, _) => Mail::Fine,
        }
    }

    /// As the interface tells it; instants with the office's offset. The phone stands whole, because the caller is
    /// known by it; the address only as far as to ask about it.
    pub fn json(&self, zone: chrono_tz::Tz) -> Value {
        let (contact, start) = (&self.contact, from_ms(self.contact.start_ms));
        json!({
            "id": contact.appointment,
            "code": contact.code,
            "department": contact.department,
            "service": contact.service,
            "start": local(zone, start),
            "state": self.state,
            "name": contact.name,
            "phone": contact.phone,
            "email": masked(&contact.email),
            "mail": match self.mail() { Mail::Fine => "fine", Mail::Failed => "failed", Mail::None => "none" },
            "language": contact.language,
            "moves": self.moves,
            "confirm_by": self.confirm_by.map(|at| local(zone, at)),
            "collect_from": local(zone, start - minutes(self.check_in.opens_minutes)),
            "collect_until": local(zone, start + minutes(self.check_in.grace_minutes)),
        })
    }
}

/// `a•••@example.org`: enough to ask "is it the address at …?", too little to copy. `None` without an address.
fn masked(email: &str) -> Option<String> {
    let (local, domain) = email.rsplit_once('@')?;
    Some(format!("{}•••@{domain}", local.chars().next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_masked_to_its_first_sign_and_its_domain() {
        assert_eq!(masked("żaneta.k@example.org").as_deref(), Some("ż•••@example.org"));
        assert_eq!(masked(""), None);
    }

    #[test]
    fn the_log_learns_how_it_was_looked_for_and_not_what() {
        for (wanted, word) in [
            (Wanted::Phone("48662138278".into()), "phone"),
            (Wanted::Code("123456".into()), "code"),
            (Wanted::Visit("so-a1".into()), "id"),
        ] {
            assert_eq!(wanted.word(), word);
        }
    }
}
