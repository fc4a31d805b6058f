//! Error structures, and the service's one error enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, File, FileSource, Place, builder, docs, imports, index, structure};
use crate::ir::{Retry, Structure, Type};
use crate::rust::Ident;

/// The module `errors`.
const MODULE: &str = "errors";

/// The file of the service's one error, where each error has a file. No other can be called so: no
/// type is called `Error`.
const OF_SERVICE: &str = "error";

/// The module `errors`: the service's one error and all structures in one file, or in many and a
/// list of these.
pub(super) fn files<'a>(cx: &'a Context<'_>) -> Vec<FileSource<'a>> {
    let docs = format!("What the operations of {} fail with.", cx.service.title);
    let Some(files) = &cx.service.files.errors else {
        return vec![Box::new(move || all(cx, &docs))];
    };
    let entries = cx.service.errors.iter().filter_map(|error| {
        let mut names = vec![error.name.clone()];
        names.extend((!error.is_answer()).then(|| error.builder.clone()));
        Some((files.get(&error.name)?.clone(), names))
    });
    let of_service = (vec![Ident::new(OF_SERVICE)], vec![Ident::new("Error")]);
    let mut all = index::files(cx, MODULE, docs, entries.chain([of_service]).collect());
    all.push(Box::new(|| of_service_file(cx)));
    all.extend(cx.service.errors.iter().filter_map(|error| {
        let place = Place::One(MODULE, &error.name, files.get(&error.name)?);
        Some(Box::new(move || {
            let mut items = vec![imports::types(cx, types_in(error), place)];
            items.extend(error_items(cx, error));
            File::in_service(cx, place, &format!("`{}`.", error.name), items)
        }) as FileSource<'a>)
    }));
    all
}

fn all(cx: &Context<'_>, docs: &str) -> File {
    let place = Place::All(MODULE);
    let errors = &cx.service.errors;
    let mut items = vec![imports::types(cx, errors.iter().flat_map(types_in), place)];
    items.extend(service_error(cx));
    items.extend(errors.iter().flat_map(|error| error_items(cx, error)));
    File::in_service(cx, place, docs, items)
}

fn of_service_file(cx: &Context<'_>) -> File {
    let (name, file) = (Ident::new("Error"), [Ident::new(OF_SERVICE)]);
    let place = Place::One(MODULE, &name, &file);
    let errors = cx.service.errors.iter().map(|error| &error.name);
    let mut items = vec![imports::names_from(cx, errors.collect(), place)];
    items.extend(service_error(cx));
    File::in_service(cx, place, "All errors as one.", items)
}

fn types_in(error: &Structure) -> impl Iterator<Item = &Type> {
    error.members.iter().map(|member| &member.type_)
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
    if !error.is_answer() {
        items.extend(builder::items(error));
    }
    items
}

/// ```text
/// impl error::ServiceFault for RedirectException {
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
/// error::error_enum!(Error, [ValidationException], [RateLimitExceeded: ThrottlingError]);
///
/// impl json_fault::FromFault for Error { .. }
///
/// impl From<CallError<Error>> for Error { .. }
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
    let retried = errors().filter_map(|(_, error)| {
        let (name, kind) = (&error.variant, retried(error.retry?));
        Some(quote!(#name: #kind))
    });
    let docs = docs::lines(&format!(
        "Any error of {title}, as its operations fail with it."
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
        quote!(error::error_enum!(Error, [#(#names),*], [#(#retried),*]);),
        cx.protocol.service_error(&cx.service.errors),
        quote! {
            #[cfg(feature = "client")]
            impl From<crate::support::client::CallError<Self>> for Error {
                #[inline]
                fn from(error: crate::support::client::CallError<Self>) -> Self {
                    match error.into_service_error() {
                        Ok(error) => error,
                        Err(error) => Self::Unhandled(error::Unhandled::from_source(error)),
                    }
                }
            }
        },
    ]
}

/// The AWS runtime's name for how an error is retried.
fn retried(retry: Retry) -> TokenStream {
    match retry {
        Retry::Throttling => quote!(ThrottlingError),
        Retry::ServerError => quote!(ServerError),
        Retry::ClientError => quote!(ClientError),
    }
}
