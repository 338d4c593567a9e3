//! okienko store
