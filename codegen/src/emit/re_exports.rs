//! What callers need of other crates, so that they name this one alone: modules of the crate's root that
//! have nothing of their own.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, has_aws};

/// `pub mod config { .. }`, `pub mod double { .. }`, `pub mod error { .. }`, `pub mod primitives { .. }`
pub(super) fn modules(contexts: &[Context<'_>]) -> TokenStream {
    let streams = contexts.iter().any(Context::streams).then(|| {
        quote!(
            pub use aws_smithy_types::byte_stream::ByteStream;
        )
    });
    let is_extended = |cx: &Context<'_>| cx.service.extended_request_id;
    let extended = contexts.iter().any(is_extended).then(|| {
        let users = super::support::users(contexts, "operation/extended_request_id");
        quote!(
            #users
            pub use crate::support::operation::RequestIdExt;
        )
    });
    let events = contexts.iter().any(Context::streams_events).then(|| {
        let users = super::support::users(contexts, "event_stream");
        quote!(
            #users
            pub use crate::support::event_stream::{
                FrameError, Interrupted, StreamError, UnreadableEvent,
            };
        )
    });
    let sends_events = |cx: &Context<'_>| cx.service.sends_events();
    let sends_events = contexts.iter().any(sends_events).then(|| {
        let users = super::support::users(contexts, "event_stream/sender");
        quote!(
            #users
            #[cfg(feature = "client")]
            pub use crate::support::event_stream::SendError;
        )
    });
    let config = match has_aws(contexts) {
        true => config(),
        false => config_without_aws(),
    };
    quote! {
        #config

        /// Doubles of the services, for tests: closures answer, in messages of the wire.
        #[cfg(feature = "test-util")]
        #[rustfmt::skip]
        pub mod double {
            pub use crate::support::double::{Answer, Call, Double, Unanswered};
            #[cfg(feature = "test-server")]
            pub use crate::support::double::Server;
        }

        /// What is read off errors.
        #[rustfmt::skip]
        pub mod error {
            pub use aws_smithy_types::error::display::DisplayErrorContext;
            pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
            pub use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};

            #[cfg(feature = "client")]
            pub use crate::support::client::CallError;
            pub use crate::support::operation::{BuildError, Failure, RequestId, UnreadableError};
            #extended
            #events
            #sends_events
        }

        /// What members of inputs and outputs are that no model defines.
        #[rustfmt::skip]
        pub mod primitives {
            #streams
            pub use aws_smithy_types::date_time::Format as DateTimeFormat;
            pub use aws_smithy_types::{
                BigDecimal, BigInteger, Blob, DateTime, Document, Number,
            };
        }
    }
}

/// `pub mod config { .. }`
fn config() -> TokenStream {
    quote! {
        /// What clients are configured with. The types are those of the AWS SDK for Rust, so that one
        /// configuration serves its clients and these.
        #[cfg(feature = "client")]
        #[rustfmt::skip]
        pub mod config {
            pub use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
            pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
            pub use aws_credential_types::{Credentials, Token};
            pub use aws_smithy_runtime_api::client::interceptors::Intercept;
            pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
            pub use aws_smithy_types::retry::RetryConfig;
            pub use aws_smithy_types::timeout::TimeoutConfig;
            pub use aws_types::SdkConfig;
            pub use aws_types::app_name::AppName;
            pub use aws_types::region::Region;

            pub use crate::support::client::Settings;
        }
    }
}

/// The same for services that have nothing to do with AWS.
fn config_without_aws() -> TokenStream {
    quote! {
        /// What clients are configured with.
        #[cfg(feature = "client")]
        #[rustfmt::skip]
        pub mod config {
            pub use aws_smithy_runtime_api::client::identity::http::{Login, Token};
            pub use aws_smithy_runtime_api::client::identity::{Identity, ResolveIdentity};
            pub use aws_smithy_runtime_api::client::interceptors::Intercept;
            pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
            pub use aws_smithy_types::retry::RetryConfig;
            pub use aws_smithy_types::timeout::TimeoutConfig;

            pub use crate::support::client::Settings;
        }
    }
}
