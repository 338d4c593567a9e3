//! How a lobby screen looks: real boards of a real server in Chromium, at the sizes of the screens that hang on walls, with three
//! languages and the longest names. Pictures of all of them are left in `target/screenshots/lobby-*.png`.

mod hung;
mod judge;
mod layouts;
mod moments;
mod wishes;
