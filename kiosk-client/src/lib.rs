//! The agent on the kiosk computer: serves the touch screen on loopback, owns the printer, survives the network.
//!
//! One touch, walked through: [`web`] takes the page's POST; [`touch`] writes it into the [`journal`], asks the server
//! ([`upstream`]) or, when it is away, gives a leased number; [`press`] prints on its own thread; [`keeper`] tells the server later what
//! it has to know. What can happen in between stands as a table in [`touch`].
//!
//! Deliberately absent: rules about who may have a ticket (they are the server's; offline the agent only compares what it was given),
//! clocks of its own (see [`clock`]), personal data.

pub mod agent;
mod assets;
mod catalogue;
pub mod cli;
mod clock;
mod contact;
mod failure;
mod health;
mod identity;
mod island;
mod journal;
mod keeper;
pub mod logging;
pub mod page;
mod press;
pub mod printer;
mod problem;
mod run;
mod sealed;
mod service;
pub mod settings;
mod speech;
pub mod texts;
mod throttle;
mod touch;
mod upstream;
mod watch;
mod web;

pub use failure::Failure;
pub use run::run;
