//! Checksums whose algorithm callers choose.

mod requests;
mod responses;
mod sums;
