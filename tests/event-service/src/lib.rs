//! A service on loopback that streams events both ways over HTTP/2 and TLS, for clients to be tried against. It
//! verifies who calls and the signature of each event, answers while it is still being sent to, and tells how each
//! stream ended.
//!
//! It knows frames by `aws-smithy-eventstream` and signatures by their published description, and nothing of
//! what Tinsmith generates.

mod certificate;
mod conversation;
mod message;
mod service;
mod signature;

pub use certificate::Authority;
pub use conversation::{Conversation, End};
pub use message::{decoded, encoded, event, exception, header};
pub use service::{Plan, Service};
pub use signature::{Caller, Chain, hmac, signing_key};
