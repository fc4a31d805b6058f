//! Error structures, and the service's one error enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, File, builder, docs, imports, structure};
use crate::ir::Structure;
use crate::rust::Ident;

/// The module `errors`.
pub(super) fn module(cx: &Context<'_>) -> File {
    let service = cx.service;
    let types = service
        .errors
        .iter()
        .flat_map(|error| error.members.iter().map(|m| &m.type_));
    let mut items = vec![imports::types(cx, types, "errors")];
    items.extend(service_error(cx));
    for error in &service.errors {
        items.extend(error_items(cx, error));
    }
    let docs = format!("What the operations of {} fail with.", service.title);
    File::in_service(cx, "errors", &docs, items)
}

/// ```text
/// impl fmt::Display for ValidationException {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         self.meta.fmt(f)
///     }
/// }
///
/// impl error::ServiceFault for ValidationException { .. }
///
/// error::service_error!(ValidationException);
/// ```
fn error_items(cx: &Context<'_>, error: &Structure) -> Vec<TokenStream> {
    let docs = match error.docs.text.as_str() {
        "" => &format!("`{}`.", error.id.name()),
        text => text,
    };
    let name = &error.name;
    let mut items = vec![structure::definition(error, docs)];
    items.extend(structure::implementations(cx, error));
    items.push(fault(cx, error));
    items.push(quote!(error::service_error!(#name);));
    items.extend(cx.protocol.structure(error));
    items.extend(builder::items(error));
    items
}

/// ```text
/// impl error::ServiceFault for RedirectException {
///     fn empty() -> Self {
///         Self::default()
///     }
///
///     fn complete(&mut self, response: &operation::Response<'_>, code: &str) {
///         if self.location.is_none() {
///             self.location = response.header("Location").map(Into::into);
///         }
///         self.meta = error::Metadata::of(response, code, self.message.as_deref());
///     }
/// }
/// ```
fn fault(cx: &Context<'_>, error: &Structure) -> TokenStream {
    let name = &error.name;
    let initial = error.initial();
    let members = error.members.iter();
    let members = members.filter_map(|member| cx.protocol.error_member(member));
    let message = error.error.as_ref().and_then(|error| {
        let message = error.message.as_ref()?;
        Some(if error.message_optional {
            quote!(self.#message.as_deref())
        } else {
            quote!(Some(&self.#message))
        })
    });
    let message = message.unwrap_or_else(|| quote!(None));
    quote! {
        impl error::ServiceFault for #name {
            #[inline]
            fn empty() -> Self {
                Self::#initial()
            }

            #[inline]
            fn complete(&mut self, response: &operation::Response<'_>, code: &str) {
                #(#members)*
                self.meta = error::Metadata::of(response, code, #message);
            }
        }
    }
}

/// ```text
/// /// Any error of License Manager.
/// #[non_exhaustive]
/// pub enum Error {
///     ValidationException(ValidationException),
///     Unhandled(error::Unhandled),
/// }
///
/// error::error_enum!(Error, [ValidationException]);
///
/// impl<E> From<CallError<E>> for Error { .. }
/// ```
fn service_error(cx: &Context<'_>) -> Vec<TokenStream> {
    let title = &cx.service.title;
    let errors = || {
        cx.service
            .errors
            .iter()
            .filter_map(|e| Some((&e.name, e.error.as_ref()?)))
    };
    let names: Vec<&Ident> = errors().map(|(_, error)| &error.variant).collect();
    let variants = errors().map(|(structure, error)| {
        let (docs, name) = (
            docs::lines(&format!("See [`{structure}`].")),
            &error.variant,
        );
        quote!(#docs #name(#structure),)
    });
    let docs = docs::lines(&format!(
        "Any error of {title}: what the error of each operation turns into."
    ));
    vec![
        quote! {
            #docs
            #[non_exhaustive]
            pub enum Error {
                #(#variants)*
                /// An error that the model does not describe, or no answer at all.
                Unhandled(error::Unhandled),
            }
        },
        quote!(error::error_enum!(Error, [#(#names),*]);),
        quote! {
            #[cfg(feature = "client")]
            impl<E> From<crate::support::client::CallError<E>> for Error
            where
                E: Into<Self> + std::error::Error + Send + Sync + 'static,
            {
                fn from(error: crate::support::client::CallError<E>) -> Self {
                    match error.into_service_error() {
                        Ok(error) => error.into(),
                        Err(error) => Self::Unhandled(error::Unhandled::from_source(error)),
                    }
                }
            }
        },
    ]
}
