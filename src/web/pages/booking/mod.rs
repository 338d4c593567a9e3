//! The citizen's booking: four steps (service, day, hour, form with its review; R7), the visit's own page, its cancellation, and the
//! ticket's status.
//!
//! URLs: `/` · `/d/{department}` · `/s/{service}` · `/s/{service}/{YYYY-MM-DD}` · `/s/{service}/{YYYY-MM-DD}/{HH:MM}` and below it `/review`
//! and `/sent` · `/a/{token}` · `/a/{token}/cancel` · `/t/{token}` · `/t/{token}/leave`. Everything works without script.
//! Behind a visit's link also: `/a/{token}/move` · `/a/{token}/move/{YYYY-MM-DD}` · `/a/{token}/move/{YYYY-MM-DD}/{HH:MM}` ·
//! `/a/{token}/resend` · `/a/{token}/erase` · `/a/{token}/visit.ics`; and `/c/{token}` behind the link that confirms.

pub mod act;
pub mod cancel;
pub mod card;
pub mod days;
pub(crate) mod find;
pub mod form;
pub mod hours;
pub(crate) mod linked;
pub mod move_visit;
pub mod opening;
pub mod parts;
pub mod review;
pub mod sent;
pub mod services;
pub mod ticket;
pub mod ticket_words;
pub mod visit;
pub mod visit_page;
pub mod words;

pub use act::{Act, ActPage, Deed, Why};
pub use cancel::{CancelPage, CancelState};
pub use card::CardView;
pub use days::{DayTerms, DaysPage};
pub use form::{FieldError, FormPage, FormValues};
pub use hours::{HourTerm, HoursPage};
pub use move_visit::{MoveDaysPage, MoveHoursPage, MovePage};
pub use opening::Opening;
pub use parts::{ServiceHead, Term};
pub use review::ReviewPage;
pub use sent::SentPage;
pub use services::{DepartmentServices, ServiceLine, ServicesPage};
pub use ticket::{LeavePage, TicketPage, TicketState, ticket_path};
pub use ticket_words::{TicketFacts, TicketWords};
pub use visit::{Visit, VisitState};
pub use visit_page::{Glance, Mail, News, Preparation, VisitPage};
pub use words::Words;

#[cfg(test)]
mod manage_samples;
#[cfg(test)]
mod manage_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
