//! The phone line of the office: staff find, book, move and cancel for callers, under the limits of the web (R36), and
//! supervisors look at who saw what (law line 23) and at suspicious patterns.
//!
//! Any member of staff acts for any department: whoever picks the phone up helps the caller, and the limits are the
//! citizen's own ones. Only a supervisor may pass over limits, in the own departments; event and access log say so.

mod bodies;
pub mod log;
pub mod patterns;
pub mod visits;
