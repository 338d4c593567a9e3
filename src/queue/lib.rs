//! okienko queue
