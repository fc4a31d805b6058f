//! Whether a service has to do with AWS: an API that has not, gets a client without anything of it.

use super::Service;
use super::auth::scheme;
use super::endpoint::RuleSet;
use crate::support::endpoint::BuiltIn;

impl Service {
    /// Whether clients stand on what AWS has beside Smithy: its signatures and their credentials, its
    /// settings of endpoints, its way to send checksums behind streams. An API that is nobody's of
    /// AWS gets a client that has nothing of these.
    pub fn knows_aws(&self) -> bool {
        let signs = [scheme::SIGV4, scheme::SIGV4A, scheme::SESSION];
        self.of_aws
            || self.signing_name.is_some()
            || signs.iter().any(|scheme| self.uses_auth(scheme))
            || self.sums_uploads()
            || self.endpoint.as_ref().is_some_and(RuleSet::asks_aws)
    }
}

impl RuleSet {
    /// Whether it asks for what only an AWS client knows: a region, say, or an account.
    fn asks_aws(&self) -> bool {
        let mut asked = self.parameters.iter().filter_map(|one| one.built_in);
        asked.any(|built_in| built_in != BuiltIn::Endpoint)
    }
}
