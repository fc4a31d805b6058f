//! Signatures of services that want them otherwise than most, and calls whose bodies are not signed.

use aws_runtime::auth::{PayloadSigningOverride, SigV4OperationSigningConfig, SigningOptions};
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use super::settings::Settings;
use crate::support::operation::Signing;

impl Settings {
    /// Whether signatures leave the body out. It is hashed once less then; over a connection that is not
    /// encrypted, nothing else keeps it from being changed on its way. The service has to allow it.
    #[must_use]
    #[inline]
    pub fn unsigned_payload(mut self, unsigned: bool) -> Self {
        self.config.store_put(UnsignedPayload(unsigned));
        self
    }
}

/// Whether signatures leave the body out.
#[derive(Clone, Copy, Debug)]
struct UnsignedPayload(bool);

impl Storable for UnsignedPayload {
    type Storer = StoreReplace<Self>;
}

/// Makes signatures those that a service wants.
#[inline]
pub(super) fn apply(signing: Signing, options: &mut SigningOptions) {
    if signing.path_as_sent {
        options.double_uri_encode = false;
        options.normalize_uri_path = false;
    }
    options.content_sha256_header |= signing.content_sha256;
}

/// Makes signatures leave the body out.
#[inline]
pub(super) fn leave_body_out(options: &mut SigningOptions) {
    let unsigned = PayloadSigningOverride::unsigned_payload();
    options.payload_override = Some(unsigned.to_signable_body());
}

/// Makes the signature of a call leave the body out, where a setting says so.
#[inline]
pub(super) fn note(config: &mut ConfigBag) {
    let Some(UnsignedPayload(true)) = config.load::<UnsignedPayload>() else {
        return;
    };
    if let Some(mut signing) = config.load::<SigV4OperationSigningConfig>().cloned() {
        leave_body_out(&mut signing.signing_options);
        config.interceptor_state().store_put(signing);
    }
}
