//! A visit as a calendar file: the same entry that its letters carry (law line 36).

use crate::office::Office;
use crate::reading::AppointmentFacts;
use okienko_mail::{Entry, entry};
use okienko_queue::appointment::AppointmentState;

impl Office {
    /// The file in a language; `None` when the matter is not offered any more.
    pub fn calendar_file(&self, facts: &AppointmentFacts, language: &str) -> Option<String> {
        let catalogue = self.catalogue();
        let department = catalogue.departments.iter().find(|one| one.id == facts.department)?;
        let service = department.service(&facts.service)?;
        let cancelled = facts.state == AppointmentState::Cancelled;
        let place = service.card.place.as_ref().unwrap_or(&department.place);
        let visit = Entry {
            cancelled,
            language: language.to_owned(),
            appointment: facts.id.to_string(),
            service: service.title(language),
            place: place.in_language(language).to_owned(),
            start: facts.start.with_timezone(&facts.zone),
            duration_minutes: service.duration_minutes,
            sequence: facts.moves,
            written_at: self.clock().now(),
        };
        let sender = crate::written::sender(&self.shared, language);
        let written = entry(&visit, &sender);
        written.inspect_err(|fault| tracing::error!(%fault, "a calendar file cannot be written")).ok()
    }
}
