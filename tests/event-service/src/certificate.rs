//! An authority that nobody knows, and the certificate that it issues.

use std::sync::Arc;

use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::base64;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;

/// An authority of its own, and what a server on loopback needs that it vouches for.
pub struct Authority {
    pem: String,
    pub(crate) server: Arc<ServerConfig>,
}

impl Authority {
    /// One that has not been there before.
    ///
    /// # Panics
    /// Where there is no randomness for keys.
    #[must_use]
    pub fn new() -> Self {
        let mut authority = CertificateParams::default();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(authority, key()).expect("a certificate");
        let server = CertificateParams::new(["127.0.0.1".to_owned()]).expect("an address");
        let server_key = key();
        let certificate = server
            .signed_by(&server_key, &authority)
            .expect("a certificate");
        let pem = pem(authority.der());
        let chain = vec![certificate.der().clone()];
        let mut server = ServerConfig::builder_with_provider(ring::default_provider().into())
            .with_safe_default_protocol_versions()
            .expect("versions that ring has")
            .with_no_client_auth()
            .with_single_cert(chain, server_key.into())
            .expect("a certificate of that key");
        server.alpn_protocols = vec![b"h2".to_vec()];
        Self {
            pem,
            server: server.into(),
        }
    }

    /// An HTTP client that trusts it, and nobody else.
    ///
    /// # Panics
    /// Where its certificate is none.
    #[must_use]
    pub fn http_client(&self) -> SharedHttpClient {
        let trust = TrustStore::empty().with_pem_certificate(self.pem.as_bytes());
        let context = TlsContext::builder().with_trust_store(trust).build();
        Builder::new()
            .tls_provider(Provider::Rustls(CryptoMode::Ring))
            .tls_context(context.expect("a context"))
            .build_https()
    }
}

impl Default for Authority {
    fn default() -> Self {
        Self::new()
    }
}

fn key() -> KeyPair {
    KeyPair::generate().expect("there is randomness")
}

fn pem(der: &[u8]) -> String {
    let text = base64::encode(der);
    format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n")
}
