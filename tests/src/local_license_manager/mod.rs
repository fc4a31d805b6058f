//! A License Manager on this machine, for tests and for a first look without an AWS account.
//!
//! It is an HTTP server on loopback that keeps to the service's contract: it verifies the AWS
//! signature of every request, holds every input to the constraints in the model, mints real
//! JSON Web Tokens, and gives the same token for the same `ClientToken` for ten minutes. It can
//! be told to fail in the ways that services and networks do.
//!
//! A request passes through the files of this folder in this order: `service`, `authorization` and
//! `signature`, `caller`, `faults` and `validation` (by `model`). Then the double of the generated crate reads it,
//! gives it to the closure of its operation (`operations`), which `tokens` (with `jwt`) or `licenses` carries
//! out, and writes what comes of it.
//!
//! ```
//! use tinsmith_tests::local_license_manager::{LocalLicenseManager, ServiceError};
//!
//! # fn main() -> std::io::Result<()> {
//! let server = LocalLicenseManager::start()?;
//! let busy = ServiceError::new("RateLimitExceededException", "too many calls");
//! server.fail_times(2, busy);
//! // Calls to `server.endpoint_url()`, signed with `server.credentials()`, fail twice.
//! assert!(server.requests().is_empty());
//! # Ok(())
//! # }
//! ```

mod authorization;
mod caller;
pub(crate) mod clock;
mod errors;
mod faults;
mod hs256;
pub(crate) mod jwt;
mod later_version;
mod licenses;
mod model;
mod operations;
mod request_log;
pub(crate) mod service;
mod service_error;
mod signature;
mod tokens;
mod validation;

use std::fmt;
use std::io;
use std::sync::Arc;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_types::SdkConfig;
use aws_types::region::Region;
use axum::Router;

pub use clock::Clock;
pub use faults::Fault;
pub use licenses::License;
pub use request_log::ReceivedRequest;
pub use service_error::{ErrorEncoding, ServiceError};

use caller::{Caller, Known};
use model::Model;
use service::Service;

use crate::local_server::LocalServer;

/// The name that requests are signed for.
const SERVICE: &str = "license-manager";

const REGION: &str = "us-east-1";

/// A running server. It stops when this is dropped.
///
/// It runs on a thread and a tokio runtime of its own, so that programs without tokio can use
/// it, and tests that stop tokio's clock do not stop the server.
pub struct LocalLicenseManager {
    server: LocalServer,
    service: Arc<Service>,
}

impl LocalLicenseManager {
    /// Starts a server in `us-east-1`, on a free port.
    ///
    /// # Errors
    /// Where loopback cannot be listened on, or no thread can be started.
    pub fn start() -> io::Result<Self> {
        Self::start_in(REGION)
    }

    /// Starts a server that takes itself to be in this region.
    ///
    /// # Errors
    /// Where loopback cannot be listened on, or no thread can be started.
    pub fn start_in(region: &str) -> io::Result<Self> {
        let model = Model::license_manager().map_err(io::Error::other)?;
        let service = Arc::new(Service::new(model, region, default_credentials()));
        let router = Router::new().fallback(service::handle);
        let router = router.with_state(Arc::clone(&service));
        let server = LocalServer::start("local-license-manager", router)?;
        service.tokens().issuer = server.url();
        Ok(Self { server, service })
    }

    /// Where the server is, e.g. `http://127.0.0.1:49152`.
    pub fn endpoint_url(&self) -> String {
        self.server.url()
    }

    /// The region that requests must be signed for.
    pub fn region(&self) -> &str {
        &self.service.region
    }

    /// Credentials that the server knows from the start.
    pub fn credentials(&self) -> Credentials {
        default_credentials()
    }

    /// A configuration with which clients call this server.
    pub fn sdk_config(&self) -> SdkConfig {
        SdkConfig::builder()
            .endpoint_url(self.endpoint_url())
            .region(Region::new(self.region().to_owned()))
            .credentials_provider(SharedCredentialsProvider::new(self.credentials()))
            .build()
    }

    /// Lets these credentials be used, too.
    pub fn add_credentials(&self, credentials: Credentials) {
        self.service.credentials().push(Known {
            credentials,
            caller: Caller::Account,
        });
    }

    /// Issues a license that can be checked out.
    pub fn issue(&self, license: License) {
        self.service.licenses().issue(license);
    }

    /// Makes a license unknown. All others exist.
    pub fn unknown_license(&self, license_arn: impl Into<String>) {
        self.service
            .tokens()
            .unknown_licenses
            .insert(license_arn.into());
    }

    /// The clock that the server goes by.
    pub fn clock(&self) -> &Clock {
        self.service.clock()
    }

    /// Lets the next call fail.
    pub fn fail_next(&self, fault: impl Into<Fault>) {
        self.fail_times(1, fault);
    }

    /// Lets as many calls fail, of any operation, after those that are already to fail.
    pub fn fail_times(&self, times: usize, fault: impl Into<Fault>) {
        self.service.faults.add(None, times, fault.into());
    }

    /// Lets as many calls of this operation fail, after those that are already to fail.
    pub fn fail_operation(&self, operation: &str, times: usize, fault: impl Into<Fault>) {
        self.service
            .faults
            .add(Some(operation), times, fault.into());
    }

    /// Lets no further call fail.
    pub fn recover(&self) {
        self.service.faults.clear();
    }

    /// What this server shares with others that know its account.
    pub(crate) fn service(&self) -> Arc<Service> {
        Arc::clone(&self.service)
    }

    /// Every request received so far, in order, those that were refused included.
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.service.requests().clone()
    }
}

impl fmt::Debug for LocalLicenseManager {
    /// Says where the server is, and nothing of the tokens it knows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalLicenseManager")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

fn default_credentials() -> Credentials {
    let secret = "local/license/manager/secret/access/key";
    Credentials::new(
        "AKIDLOCALLICENSES",
        secret,
        None,
        None,
        "local License Manager",
    )
}
