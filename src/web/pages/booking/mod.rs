//! The citizen's booking: four steps (service, day, hour, form; R7), the visit's own page, its cancellation, and the ticket's status.
//!
//! URLs: `/` · `/d/{department}` · `/s/{service}` · `/s/{service}/{YYYY-MM-DD}` · `/s/{service}/{YYYY-MM-DD}/{HH:MM}` · `/a/{token}` ·
//! `/a/{token}/cancel` · `/t/{token}`. Everything works without script.
//! Behind a visit's link also: `/a/{token}/move` · `/a/{token}/move/{YYYY-MM-DD}` · `/a/{token}/move/{YYYY-MM-DD}/{HH:MM}` ·
//! `/a/{token}/resend` · `/a/{token}/erase` · `/a/{token}/visit.ics`; and `/c/{token}` behind the link that confirms.

pub mod act;
pub mod cancel;
pub mod days;
pub mod form;
pub mod hours;
pub mod move_visit;
pub mod parts;
pub mod services;
pub mod ticket;
pub mod visit;
pub mod visit_page;

pub use act::{Act, ActPage, Deed, Why};
pub use cancel::{CancelPage, CancelState};
pub use days::{DayTerms, DaysPage};
pub use form::{FieldError, FormPage, FormValues};
pub use hours::{HourTerm, HoursPage};
pub use move_visit::{MoveDaysPage, MoveHoursPage, MovePage};
pub use parts::{ServiceHead, Term};
pub use services::{DepartmentServices, ServiceLine, ServicesPage};
pub use ticket::{TicketPage, TicketState};
pub use visit::{Visit, VisitState};
pub use visit_page::{Glance, Mail, News, Preparation, VisitPage, Words};

#[cfg(test)]
mod manage_samples;
#[cfg(test)]
mod manage_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
