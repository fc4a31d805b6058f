//! A Security Token Service on this machine, as far as License Manager's tokens need one: it gives
//! the credentials of a role to those who have an access token.
//!
//! It takes no signature and no credentials. The token is what it verifies: who signed it and whom
//! it is for, that it has not expired, and that it names the role. The credentials that it gives
//! are good at the License Manager that it was started for, until they expire and for nothing but
//! the token's license.
//!
//! A request passes through `service` and the double of the generated crate, which reads it for `assume_role`
//! (with `parameters` and `web_identity`) and writes what comes of it.
//!
//! ```
//! use tinsmith_tests::local_license_manager::LocalLicenseManager;
//! use tinsmith_tests::local_sts::LocalSts;
//!
//! # fn main() -> std::io::Result<()> {
//! let licenses = LocalLicenseManager::start()?;
//! let sts = LocalSts::start(&licenses, ["arn:aws:license-manager::123456789012:license:l-0123"])?;
//! // Calls to `sts.endpoint_url()` turn tokens of `licenses` for that license into credentials.
//! assert!(sts.requests().is_empty());
//! # Ok(())
//! # }
//! ```

mod assume_role;
mod credentials;
mod parameters;
mod service;
mod sts_error;
mod web_identity;

use std::fmt;
use std::io;
use std::sync::Arc;

use aws_types::SdkConfig;
use aws_types::region::Region;
use axum::Router;

use service::Service;
use web_identity::IdentityProvider;

use crate::local_license_manager::{LocalLicenseManager, ReceivedRequest};
use crate::local_server::LocalServer;

/// A running server. It stops when this is dropped.
pub struct LocalSts {
    server: LocalServer,
    service: Arc<Service>,
    region: String,
}

impl LocalSts {
    /// Starts a server that trusts the tokens of a License Manager for these licenses, by ARN. It
    /// goes by the clock of that License Manager.
    ///
    /// # Errors
    /// Where loopback cannot be listened on, or no thread can be started.
    pub fn start<A: Into<String>>(
        license_manager: &LocalLicenseManager,
        license_arns: impl IntoIterator<Item = A>,
    ) -> io::Result<Self> {
        let provider = IdentityProvider {
            issuer: license_manager.endpoint_url(),
            audiences: license_arns.into_iter().map(Into::into).collect(),
        };
        let service = Arc::new(Service::new(license_manager.service(), provider));
        let router = Router::new().fallback(service::handle);
        let server = LocalServer::start("local-sts", router.with_state(Arc::clone(&service)))?;
        Ok(Self {
            server,
            service,
            region: license_manager.region().to_owned(),
        })
    }

    /// Where the server is, e.g. `http://127.0.0.1:49152`.
    pub fn endpoint_url(&self) -> String {
        self.server.url()
    }

    /// A configuration with which clients call this server. It has no credentials.
    pub fn sdk_config(&self) -> SdkConfig {
        SdkConfig::builder()
            .endpoint_url(self.endpoint_url())
            .region(Region::new(self.region.clone()))
            .build()
    }

    /// Lets the identity provider, which the service asks for its keys, be out of reach for as many
    /// calls.
    pub fn lose_identity_provider(&self, calls: usize) {
        *self.service.lost_provider() = calls;
    }

    /// Every request received so far, in order, those that were refused included.
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.service.requests().clone()
    }
}

impl fmt::Debug for LocalSts {
    /// Says where the server is, and nothing of the credentials it has given.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalSts")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}
