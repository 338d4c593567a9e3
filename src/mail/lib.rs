//! okienko mail
