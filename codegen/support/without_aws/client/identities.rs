//! Who calls: tokens in headers.

use aws_smithy_runtime_api::client::identity::http::Token;

use super::auth::BEARER;
use super::settings::Settings;

impl Settings {
    /// The bearer token that callers are told by. One that changes is given by a resolver, for
    /// [`identity`](Self::identity) of `httpBearerAuth`.
    #[must_use]
    #[inline]
    pub fn bearer_token(mut self, token: impl Into<Token>) -> Self {
        self.told_by(BEARER, token.into());
        self
    }
}
