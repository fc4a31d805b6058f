//! Forms, which are what awsQuery and ec2Query send: a parameter for each value, whose name is the path
//! that leads to it.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#x-www-form-urlencoded-shape-serialization>

mod values;
mod writer;

pub use writer::{Dialect, Writer};
