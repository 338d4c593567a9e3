//! okienko actors
