//! Sessions, with whose credentials calls are signed.

use super::PathField;
use crate::rust::Ident;

/// The operation that opens sessions, and where its messages have what makes one up.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The operation's module.
    pub operation: Ident,
    /// The parameter of the endpoint's rules whose value a session is for.
    pub parameter: String,
    /// The field of the input that is that value.
    pub scope: PathField,
    /// The field of the output that is a structure with all that follows.
    pub credentials: PathField,
    /// Who signs.
    pub access_key_id: PathField,
    /// What they sign with.
    pub secret_access_key: PathField,
    /// What requests have beside the signature.
    pub session_token: PathField,
    /// When the session ends.
    pub expiration: PathField,
}
