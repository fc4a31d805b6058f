//! A service on loopback that streams events both ways over HTTP/2 and TLS, for clients to be tried against. It
//! verifies who calls and the signature of each event, answers while it is still being sent to, and tells how each
//! stream ended.
//!
//! It knows frames by `aws-smithy-eventstream` and signatures by their published description, and nothing of
//! what Tinsmith generates.

#[cfg(feature = "service")]
mod certificate;
#[cfg(feature = "service")]
mod conversation;
mod message;
#[cfg(feature = "service")]
mod service;
mod signature;

#[cfg(feature = "service")]
pub use certificate::Authority;
#[cfg(feature = "service")]
pub use conversation::{Conversation, End};
pub use message::{decoded, encoded, error, event, exception, header};
#[cfg(feature = "service")]
pub use service::{Plan, Service};
pub use signature::{Caller, Chain, hmac, signing_key};
