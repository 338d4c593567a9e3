//! The printed ticket: what stands on it, as dots and as the printer wants them.
