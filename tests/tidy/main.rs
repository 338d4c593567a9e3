//! The rules of the house, read from the source tree: arrows, sizes, words, texts.

mod arrows;
mod lines;
mod pure;
mod sizes;
mod texts;
mod tree;
