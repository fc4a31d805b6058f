//! The operation that opens sessions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Operation, PathField, Session};

/// ```text
/// #[cfg(feature = "client")]
/// impl crate::support::sessions::OpensSession for CreateSessionInput {
///     const SCOPE: &'static str = "Bucket";
///
///     fn of(scope: String) -> Self {
///         let mut input = Self::initial();
///         input.bucket = scope;
///         input
///     }
///
///     fn credentials(output: Self::Output) -> Option<Credentials> { .. }
/// }
/// ```
pub(super) fn implementation(operation: &Operation, session: &Session) -> TokenStream {
    let (input, parameter) = (&operation.input, &session.parameter);
    let (name, initial) = (&input.name, input.initial());
    let scope = &session.scope.name;
    let value = some(session.scope.optional, &quote!(scope));
    let credentials = &session.credentials.name;
    let or_none = session.credentials.optional.then(|| quote!(?));
    let texts = [
        &session.access_key_id,
        &session.secret_access_key,
        &session.session_token,
    ];
    let texts = texts.map(text);
    let expiration = &session.expiration.name;
    let expiration = some(
        !session.expiration.optional,
        &quote!(credentials.#expiration),
    );
    quote! {
        #[cfg(feature = "client")]
        impl crate::support::sessions::OpensSession for #name {
            const SCOPE: &'static str = #parameter;

            #[inline]
            fn of(scope: String) -> Self {
                let mut input = Self::#initial();
                input.#scope = #value;
                input
            }

            #[inline]
            fn credentials(output: Self::Output) -> Option<aws_credential_types::Credentials> {
                let credentials = output.#credentials #or_none;
                crate::support::sessions::credentials::<Self>([#(#texts),*], #expiration)
            }
        }
    }
}

fn some(is_option: bool, value: &TokenStream) -> TokenStream {
    if is_option {
        quote!(Some(#value))
    } else {
        value.clone()
    }
}

fn text(field: &PathField) -> TokenStream {
    let name = &field.name;
    let or_empty = field.optional.then(|| quote!(.unwrap_or_default()));
    quote!(credentials.#name #or_empty)
}
