//! Messages that are sent.

use proc_macro2::TokenStream;
use quote::quote;

use super::event_name;
use crate::ir::{Binding, Event, Member, Payload, Root, Structure, Union, UnionVariant};
use crate::protocol::wire;

/// ```text
/// impl event_stream::Transmit for TideStream {
///     type Format = json::Json;
///
///     #[inline]
///     fn message(&self) -> Result<aws_smithy_types::event_stream::Message, operation::BuildError> {
///         type Draft = event_stream::Draft<json::Json>;
///         match self {
///             Self::Level(event) => Draft::event("level").document(event),
///             Self::Photo(event) => Draft::event("photo").bound(event),
///             Self::Storm(error) => Draft::exception("storm").document(error),
///             Self::Unknown => {
///                 let reason = "`TideStream::Unknown` cannot be sent";
///                 return Err(operation::BuildError::new(reason));
///             }
///         }
///         .finish()
///     }
/// }
/// ```
pub(super) fn transmit(union: &Union, format: &TokenStream) -> TokenStream {
    let name = &union.name;
    let events = union.values().filter_map(written_event);
    let reason = format!("`{name}::Unknown` cannot be sent");
    quote! {
        impl event_stream::Transmit for #name {
            type Format = #format;

            #[inline]
            fn message(
                &self,
            ) -> Result<aws_smithy_types::event_stream::Message, operation::BuildError> {
                type Draft = event_stream::Draft<#format>;
                match self {
                    #(#events)*
                    Self::Unknown => {
                        let reason = #reason;
                        return Err(operation::BuildError::new(reason));
                    }
                }
                .finish()
            }
        }
    }
}

/// ```text
/// impl event_stream::Serve for TideStream {
///     #[inline]
///     fn told(
///         error: &errors::Error,
///     ) -> Result<aws_smithy_types::event_stream::Message, operation::BuildError> {
///         type Draft = event_stream::Draft<json::Json>;
///         match error {
///             errors::Error::StormException(error) => Draft::exception("storm").document(error),
///             error => Draft::error(error),
///         }
///         .finish()
///     }
/// }
/// ```
pub(super) fn serve(union: &Union, format: &TokenStream) -> TokenStream {
    let name = &union.name;
    let exceptions: Vec<TokenStream> = union.variants.iter().filter_map(told_error).collect();
    let draft = match exceptions.as_slice() {
        [] => quote!(event_stream::Draft::<#format>::error(error)),
        exceptions => quote! {
            type Draft = event_stream::Draft<#format>;
            match error {
                #(#exceptions)*
                error => Draft::error(error),
            }
        },
    };
    quote! {
        impl event_stream::Serve for #name {
            #[inline]
            fn told(
                error: &errors::Error,
            ) -> Result<aws_smithy_types::event_stream::Message, operation::BuildError> {
                #draft.finish()
            }
        }
    }
}

fn told_error(variant: &UnionVariant) -> Option<TokenStream> {
    let Event::Error { variant: error, .. } = variant.event.as_ref()? else {
        return None;
    };
    let wire_name = event_name(variant);
    let root = variant.event_root.as_ref().map(in_root);
    Some(quote! {
        errors::Error::#error(error) => Draft::exception(#wire_name) #root .document(error),
    })
}

fn written_event(variant: &UnionVariant) -> Option<TokenStream> {
    let (name, wire_name) = (&variant.name, event_name(variant));
    let root = variant.event_root.as_ref().map(in_root);
    Some(match (variant.event.as_ref()?, &variant.type_) {
        (_, None) => quote!(Self::#name => Draft::event(#wire_name),),
        (Event::Name, _) => quote!(Self::#name(_) => Draft::event(#wire_name),),
        (Event::Document, _) => {
            quote!(Self::#name(event) => Draft::event(#wire_name) #root .document(event),)
        }
        (Event::Bound, _) => {
            quote!(Self::#name(event) => Draft::event(#wire_name) #root .bound(event),)
        }
        (Event::Error { .. }, _) => {
            quote!(Self::#name(error) => Draft::exception(#wire_name) #root .document(error),)
        }
    })
}

/// `.in_root("Level", wire::layout!(PLAIN))`
fn in_root(root: &Root) -> TokenStream {
    let name = &root.name;
    let layout = match &root.layout {
        Some(layout) => wire::layout(layout),
        None => quote!(wire::layout!(PLAIN)),
    };
    quote!(.in_root(#name, #layout))
}

/// ```text
/// impl event_stream::WriteEvent for PhotoEvent {
///     fn write_event<F: wire::Format>(
///         &self,
///         draft: event_stream::Draft<F>,
///     ) -> event_stream::Draft<F> {
///         draft
///             .header("taken", &self.taken)
///             .plain("application/octet-stream", &self.bytes)
///     }
/// }
/// ```
pub(super) fn write_event(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let writes = structure.members.iter().filter_map(write_member);
    let document = structure.body().next().map(|_| quote!(.document(self)));
    quote! {
        impl event_stream::WriteEvent for #name {
            fn write_event<F: wire::Format>(
                &self,
                draft: event_stream::Draft<F>,
            ) -> event_stream::Draft<F> {
                draft #(#writes)* #document
            }
        }
    }
}

fn write_member(member: &Member) -> Option<TokenStream> {
    let (name, wire_name) = (
        &member.name,
        member.id.member().unwrap_or(&member.wire_name),
    );
    Some(match &member.binding {
        Binding::EventHeader => quote!(.header(#wire_name, &self.#name)),
        Binding::EventPayload(Payload::Text(media_type) | Payload::Blob(media_type)) => {
            quote!(.plain(#media_type, &self.#name))
        }
        Binding::EventPayload(_) if member.optional => quote!(.payload(self.#name.as_ref())),
        Binding::EventPayload(_) => quote!(.document(&self.#name)),
        _ => return None,
    })
}
