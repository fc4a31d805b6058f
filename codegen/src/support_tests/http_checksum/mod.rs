//! Checksums whose algorithm callers choose.

mod chunks;
mod recorded;
mod requests;
mod responses;
mod sums;
