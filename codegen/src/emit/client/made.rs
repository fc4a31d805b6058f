//! How clients are made, and what their settings have that not every service needs.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::Context;
use crate::ir::ApiKey;
use crate::ir::auth::scheme;

/// ```text
/// pub fn new(config: &SdkConfig) -> Self { .. }
///
/// pub fn with_settings(config: &SdkConfig, settings: client::Settings) -> Self { .. }
/// ```
///
/// A service that has nothing to do with AWS has a client from settings alone, whatever else is in the
/// crate: what is beside it does not change how it is made. Where the crate has `SdkConfig`, it
/// can be made with that, too.
pub(super) fn constructors(cx: &Context<'_>, is_completed: bool) -> TokenStream {
    let settings = match is_completed {
        true if cx.service.session.is_some() => quote!(completed(config, settings)),
        true => quote!(completed(settings)),
        false => quote!(settings),
    };
    let with_settings = cx.has_aws.then(|| {
        quote! {
            /// A client with other settings than those that it shares with its likes.
            #[inline]
            pub fn with_settings(config: &SdkConfig, settings: client::Settings) -> Self {
                Self(client::Client::with_settings(config, #settings))
            }
        }
    });
    if cx.service.knows_aws() {
        return quote! {
            /// A client with the settings that `aws_config::load_from_env()` finds. Whatever is
            /// missing is told by the first call.
            #[inline]
            pub fn new(config: &SdkConfig) -> Self {
                Self::with_settings(config, client::Settings::new())
            }

            #with_settings
        };
    }
    let made = match cx.has_aws {
        true => quote!(Self::with_settings(&SdkConfig::builder().build(), settings)),
        false => quote!(Self(client::Client::new(#settings))),
    };
    quote! {
        /// A client with these settings: where the service is, and who calls. Whatever is missing is
        /// told by the first call.
        #[inline]
        pub fn new(settings: client::Settings) -> Self {
            #made
        }

        #with_settings
    }
}

/// ```text
/// /// Settings with what not every service needs.
/// fn completed(settings: client::Settings) -> client::Settings {
///     #[cfg(feature = "sigv4a")]
///     let settings = settings.auth_scheme(SigV4aAuthScheme::new());
///     auth_by_endpoint::obeyed(settings.auth_scheme(BearerAuthScheme::new()))
/// }
/// ```
pub(super) fn completed(cx: &Context<'_>) -> Option<TokenStream> {
    let sigv4a = cx.uses_auth(scheme::SIGV4A).then(|| {
        let path = quote!(aws_runtime::auth::sigv4a::SigV4aAuthScheme);
        quote! {
            #[cfg(feature = "sigv4a")]
            let settings = settings.auth_scheme(#path::new());
        }
    });
    let schemes = further_schemes(cx);
    let chooses = cx.service.chooses_auth();
    let mut settings = quote!(settings #(.auth_scheme(#schemes))*);
    if chooses {
        settings = quote!(auth_by_endpoint::obeyed(#settings));
    }
    let session = cx.service.session.as_ref();
    let opener = session.and_then(|session| {
        let mut operations = cx.service.operations.iter();
        let opener = operations.find(|operation| operation.name == session.operation)?;
        let (module, input) = (&opener.name, &opener.input.name);
        Some(quote!(super::#module::#input))
    });
    let config = opener.is_some().then(|| quote!(config: &SdkConfig,));
    if let Some(opener) = &opener {
        settings = quote!(sessions::opened_by::<#opener>(config, #settings));
    }
    (sigv4a.is_some() || !schemes.is_empty() || chooses).then(|| {
        quote! {
            /// Settings with what not every service needs.
            #[inline]
            fn completed(#config settings: client::Settings) -> client::Settings {
                #sigv4a
                #settings
            }
        }
    })
}

/// The ways to authenticate that clients do not know without being told.
///
/// ```text
/// aws_smithy_runtime::client::auth::http::BearerAuthScheme::new()
/// client::ApiKeyScheme::Header("x-api-key", None)
/// ```
fn further_schemes(cx: &Context<'_>) -> Vec<TokenStream> {
    let of_runtime = quote!(aws_smithy_runtime::client::auth::http);
    let bearer = cx.uses_auth(scheme::BEARER);
    let bearer = bearer.then(|| quote!(#of_runtime::BearerAuthScheme::new()));
    let basic = cx.uses_auth(scheme::BASIC);
    let basic = basic.then(|| quote!(#of_runtime::BasicAuthScheme::new()));
    let key = cx.service.api_key.as_ref().map(|key| match key {
        ApiKey::Header { name, scheme: None } => quote!(client::ApiKeyScheme::Header(#name, None)),
        ApiKey::Header {
            name,
            scheme: Some(scheme),
        } => {
            quote!(client::ApiKeyScheme::Header(#name, Some(#scheme)))
        }
        ApiKey::Query(name) => quote!(client::ApiKeyScheme::Query(#name)),
    });
    [bearer, basic, key].into_iter().flatten().collect()
}
