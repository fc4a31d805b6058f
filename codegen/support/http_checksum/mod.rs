//! Checksums of messages whose algorithm callers may choose (`aws.protocols#httpChecksum`): of a
//! request, so that the service notices what has changed on the way, and of a response, so that the
//! caller does.
//!
//! <https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait>

mod algorithm;
// needed by: checksums of uploads
mod chunked;
mod given;
mod request;
mod response;
mod sum;

pub use algorithm::Algorithm;
// needed by: checksums of uploads
pub use chunked::{Chunked, chunked};
pub use given::{check_given, chosen, is_given};
pub use request::{add, ask, put_header, without_unasked_checksum, without_unasked_mode};
pub use response::{Checked, Expected, Mismatch, check, expected};
pub use sum::Sum;
