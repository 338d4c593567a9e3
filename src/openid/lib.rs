//! Sign-on of staff through the city's identity provider: OpenID Connect with the authorization code and PKCE (RFC 7636, S256).
//!
//! A [`Provider`] is asked twice: [`Provider::begin`] says where a browser is sent and what it must bring back, [`Provider::finish`]
//! exchanges the code it came back with for a [`Person`] whom the provider vouches for. What a group means here is the machine owner's
//! word: [`Settings::grant`]. All calls block; the time is an argument.
//!
//! Deliberately absent: sessions, accounts and pages (the web's and the store's), the person's name, picture and address (nobody here needs
//! them), refresh tokens and the user-info endpoint (a sign-on is one moment; groups belong into the ID token).

mod claims;
mod fault;
mod line;
mod provider;
mod settings;

pub use claims::Person;
pub use fault::{Flaw, Trouble};
pub use provider::{Begun, Pending, Provider};
pub use settings::{Grant, Settings};
