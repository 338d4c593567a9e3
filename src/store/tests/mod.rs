//! Every test runs on both engines from one text; a missing engine fails it.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod append;
mod away;
mod batches;
mod claims;
mod contacts;
mod devices;
mod factors;
mod kiosks;
mod letters;
mod listen;
mod open;
mod openid;
mod pairings;
mod place;
mod races;
mod report_days;
mod screens;
mod secrets;
mod settings;
mod staff;
mod visits;
mod whole;

/// `both! { fn name(place: &mut Place) { … } }` makes `name::on_sqlite` and `name::on_postgres`.
macro_rules! both {
    ($(#[$attribute:meta])* fn $name:ident($place:ident) $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            #[allow(unused_mut)]
            fn body(mut $place: $crate::tests::place::Place) $body

            $(#[$attribute])*
            #[test]
            fn on_sqlite() {
                body($crate::tests::place::Place::sqlite());
            }

            $(#[$attribute])*
            #[test]
            fn on_postgres() {
                body($crate::tests::place::Place::postgres());
            }
        }
    };
}
pub(crate) use both;
