//! What every page must be, whatever it is about: accessible in every language, width and scheme, light,
//! free of third parties. The pages are those of a real server in every state a citizen can meet.

mod lighthouse;
mod matrix;
mod pages;
mod staff;
mod weight;
