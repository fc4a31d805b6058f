//! Error structures, and the service's one error enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::parts::{self, Part};
use super::{Context, FileSource, ModulePath, any_format, builder, docs, imports, structure};
use crate::ir::{ErrorInfo, FileEach, Retry, Structure, Type};
use crate::rust::Ident;

/// The module `errors`.
pub(super) fn files<'a>(cx: &'a Context<'_>) -> Vec<FileSource<'a>> {
    let docs = format!("What the operations of {} fail with.", cx.service.title);
    let shapes = cx.service.errors.iter().map(ErrorPart::Shape);
    let errors = std::iter::once(ErrorPart::OfService).chain(shapes);
    parts::files(cx, docs, cx.service.files.errors.as_ref(), errors.collect())
}

/// What the module is made of.
#[derive(Clone, Copy)]
enum ErrorPart<'a> {
    /// The service's one error. No other can be called so: no type is called `Error`.
    OfService,
    /// An error of the model.
    Shape(&'a Structure),
}

impl Part for ErrorPart<'_> {
    const MODULE: &'static str = "errors";

    fn file(self, each: &FileEach) -> Option<Vec<Ident>> {
        match self {
            Self::OfService => Some(vec![Ident::new("error")]),
            Self::Shape(error) => each.get(&error.name).cloned(),
        }
    }

    fn name(self) -> Ident {
        match self {
            Self::OfService => Ident::new("Error"),
            Self::Shape(error) => error.name.clone(),
        }
    }

    fn exports(self) -> Vec<Ident> {
        match self {
            Self::OfService => vec![self.name()],
            Self::Shape(error) => parts::exports_of(error),
        }
    }

    fn docs(self) -> &'static str {
        match self {
            Self::OfService => "All errors as one.",
            Self::Shape(_) => "",
        }
    }

    fn imports(cx: &Context<'_>, errors: &[Self], here: ModulePath<'_>) -> TokenStream {
        let names = errors.iter().flat_map(|part| -> Vec<&Ident> {
            match part {
                Self::OfService => cx.service.errors.iter().map(|error| &error.name).collect(),
                Self::Shape(error) => {
                    let types = error.members.iter().map(|member| &member.type_);
                    types.flat_map(Type::named).collect()
                }
            }
        });
        imports::names_from(cx, names.collect(), here)
    }

    fn items(self, cx: &Context<'_>) -> Vec<TokenStream> {
        match self {
            Self::OfService => service_error(cx),
            Self::Shape(error) => error_items(cx, error),
        }
    }
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
    items.extend(extended_request_id(cx, name));
    items.extend(cx.protocol.structure(error));
    items.extend(own_metadata(error));
    items.extend(any_format::structure(error));
    if !error.is_output_only() {
        items.extend(builder::items(error));
    }
    items
}

/// ```text
/// impl error::ServiceFault for RedirectException {
///     fn complete(&mut self, told: &error::Told<'_>) {
///         let response = &told.response;
///         if self.location.is_none() {
///             self.location = response.header("Location").map(Into::into);
///         }
///         self.meta = told.with_message(&mut self.message);
///     }
/// }
/// ```
fn fault(cx: &Context<'_>, error: &Structure) -> TokenStream {
    let name = &error.name;
    let members = error.members.iter();
    let members: Vec<TokenStream> = members
        .filter_map(|member| cx.protocol.error_member(member))
        .collect();
    let response = (!members.is_empty()).then(|| quote!(let response = &told.response;));
    let meta = error.error.as_ref().map(metadata);
    quote! {
        impl error::ServiceFault for #name {
            #[inline]
            fn complete(&mut self, told: &error::Told<'_>) {
                #response
                #(#members)*
                self.meta = #meta;
            }
        }
    }
}

/// `operation::extended_request_id!(error NoSuchKey);`
fn extended_request_id(cx: &Context<'_>, name: &Ident) -> Option<TokenStream> {
    let is_told = cx.service.extended_request_id;
    is_told.then(|| quote!(operation::extended_request_id!(error #name);))
}

fn metadata(error: &ErrorInfo) -> TokenStream {
    match (&error.message, error.hides_message) {
        (Some(message), false) => quote!(told.with_message(&mut self.#message)),
        (Some(message), true) => quote!(told.with_secret(&mut self.#message)),
        (None, false) => quote!(told.metadata()),
        (None, true) => quote!(told.without_message()),
    }
}

/// ```text
/// #[cfg(any(feature = "serde", feature = "test-util"))]
/// impl ValidationException {
///     /// The same with the metadata of an error that no service has sent.
///     pub(crate) fn with_own_metadata(mut self) -> Self {
///         self.meta = error::Metadata::new("ValidationException", self.message.as_deref());
///         self
///     }
/// }
/// ```
fn own_metadata(structure: &Structure) -> Option<TokenStream> {
    let name = &structure.name;
    let error = structure.error.as_ref()?;
    let code = &error.code;
    let message = match &error.message {
        _ if error.hides_message => quote!(None),
        Some(message) if error.message_optional => quote!(self.#message.as_deref()),
        Some(message) => quote!(Some(&self.#message)),
        None => quote!(None),
    };
    // One that is sent, too, can always be built.
    let is_optional = structure.is_output_only();
    let feature =
        is_optional.then(|| quote!(#[cfg(any(feature = "serde", feature = "test-util"))]));
    Some(quote! {
        #feature
        impl #name {
            /// The same with the metadata of an error that no service has sent.
            #[inline]
            pub(crate) fn with_own_metadata(mut self) -> Self {
                self.meta = error::Metadata::new(#code, #message);
                self
            }
        }
    })
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
/// impl fault::FromFault for Error { .. }
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
    let codes = &cx.service.transient_codes;
    let transient = (!codes.is_empty()).then(|| quote!(, [#(#codes),*]));
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
        quote!(error::error_enum!(Error, [#(#names),*], [#(#retried),*] #transient);),
        extended_request_id(cx, &Ident::new("Error")).unwrap_or_default(),
        cx.protocol.service_error(cx.service),
        from_stream_error(cx).unwrap_or_default(),
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

/// ```text
/// impl From<event_stream::StreamError<Self>> for Error { .. }
/// ```
fn from_stream_error(cx: &Context<'_>) -> Option<TokenStream> {
    cx.streams_events().then(|| {
        quote! {
            impl From<event_stream::StreamError<Self>> for Error {
                #[inline]
                fn from(error: event_stream::StreamError<Self>) -> Self {
                    match error.into_service_error() {
                        Ok(error) => error,
                        Err(error) => Self::Unhandled(error::Unhandled::from_source(error)),
                    }
                }
            }
        }
    })
}

/// The AWS runtime's name for how an error is retried.
fn retried(retry: Retry) -> TokenStream {
    match retry {
        Retry::Throttling => quote!(ThrottlingError),
        Retry::ServerError => quote!(ServerError),
        Retry::ClientError => quote!(ClientError),
    }
}
