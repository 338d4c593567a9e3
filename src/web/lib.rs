//! okienko web
