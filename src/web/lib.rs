//! The web room of okienko: HTTP, sockets and pages over the actors. It parses, asks and answers; it decides nothing about tickets.
//!
//! One request's way: [`routes`] names the call and who may make it, `dispatch` admits the caller and reads the body, a small
//! handler in `api` or `handlers` asks the office, `errors` words what was refused, `headers` dresses every answer.

pub mod assets;
pub mod errors;
pub mod office_file;
pub mod openapi;
pub mod pages;
pub mod routes;
pub mod texts;

mod api;
mod app;
mod audit;
mod auth;
mod browser_kind;
mod call;
mod company;
mod cookies;
mod dispatch;
mod draft;
mod etag;
mod guard;
mod handlers;
mod headers;
mod instants;
mod keys;
mod known_browser;
mod mail_typos;
mod metrics;
mod packed;
mod paired;
mod provider;
mod reports;
mod said;
mod schemas;
mod screens;
mod sealed;
mod second_factor;
mod sign_on;
mod sockets;
mod speaking;
mod spreadsheet;
mod streams;
mod tokens;
mod totp;
mod walls;

#[cfg(test)]
mod tests;

pub use app::{Drain, WebSettings, server};
pub use guard::{GuardSettings, Rate};
pub use metrics::Gauge;
pub use streams::StreamLimits;
