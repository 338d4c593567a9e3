//! The touch page in a real browser on both shapes of terminals: R22–R28, R31. What the server decides is proved in `kiosk`; here it is
//! what a person at the screen sees, hears and can do.

mod agent;
mod check_in;
mod helps;
mod idle;
mod layout;
mod refusals;
mod screen;
mod walk_in;
mod whole;
