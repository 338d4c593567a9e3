//! The citizen's booking: four steps (service, day, hour, form; R7), the visit's own page, its cancellation, and the ticket's status.
//!
//! URLs: `/` · `/d/{department}` · `/s/{service}` · `/s/{service}/{YYYY-MM-DD}` · `/s/{service}/{YYYY-MM-DD}/{HH:MM}` · `/a/{token}` ·
//! `/a/{token}/cancel` · `/t/{token}` · `/t/{token}/leave`. Everything works without script.

pub mod cancel;
pub mod days;
pub mod form;
pub mod hours;
pub mod parts;
pub mod services;
pub mod ticket;
pub mod ticket_words;
pub mod visit;

pub use cancel::{CancelPage, CancelState};
pub use days::{DayTerms, DaysPage};
pub use form::{FieldError, FormPage, FormValues};
pub use hours::{HourTerm, HoursPage};
pub use parts::{ServiceHead, Term};
pub use services::{DepartmentServices, ServiceLine, ServicesPage};
pub use ticket::{LeavePage, TicketPage, TicketState, ticket_path};
pub use ticket_words::{TicketFacts, TicketWords};
pub use visit::{Mail, Visit, VisitPage, VisitState};

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
