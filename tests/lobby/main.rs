//! The lobby screen in a real browser: R33, R35, R38. What the server sends is proved in `board`; here it is what people in the hall see
//! and hear, over minutes and days.
//!
//! Most of it runs in virtual time: the page, its scripts and styles come from the real server and run in the real browser; replaced are
//! only the clock, the socket, the answers about settings and clips, and the loudspeaker (`time.js`, `server.js`, `loudspeaker.js`), so
//! that a day passes in seconds and what is heard can be read. What needs the real server's socket is told in `real`.

mod calls;
mod care;
mod heal;
mod memory;
mod page;
mod real;
mod screen;
mod settings;
mod sound;
mod speech;
