//! Credentials for a while: made anew for each session.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use sha2::{Digest, Sha256};

/// The credentials of a session, by its number. They open nothing but the local License Manager.
pub(super) fn of_session(issuer: &str, number: u64, expires: SystemTime) -> Credentials {
    let secret = |what: &str| hex::encode(Sha256::digest(format!("{issuer} {number} {what}")));
    Credentials::new(
        format!("ASIALOCAL{number:011}"),
        // What real ones may have in them, and headers, forms and XML have to carry.
        format!("secret/key+{}", &secret("key")[..32]),
        Some(format!("session/token+{}==", secret("token"))),
        Some(expires),
        "local STS",
    )
}
