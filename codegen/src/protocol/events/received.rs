//! Messages that are received.

use proc_macro2::TokenStream;
use quote::quote;

use super::event_name;
use crate::ir::{Binding, Event, Member, Operation, Payload, Structure, Union, UnionVariant};

/// ```text
/// impl event_stream::Receive for TideStream {
///     type Format = json::Json;
///     type Error = errors::Error;
///
///     #[inline]
///     fn event(
///         event: &event_stream::Event<'_, Self::Format>,
///     ) -> Result<Self, event_stream::UnreadableEvent> {
///         match event.name() {
///             "level" => event.document().map(Self::Level),
///             "photo" => event.bound().map(Self::Photo),
///             _ => Ok(Self::Unknown),
///         }
///     }
///
///     #[inline]
///     fn exception(exception: &event_stream::Exception<'_, Self::Format>) -> errors::Error {
///         match exception.name() {
///             "storm" => errors::Error::StormException(exception.read("StormException")),
///             _ => exception.other(),
///         }
///     }
/// }
/// ```
pub(super) fn receive(
    union: &Union,
    format: &TokenStream,
    initial: Option<&TokenStream>,
) -> TokenStream {
    let name = &union.name;
    let events: Vec<TokenStream> = union.variants.iter().filter_map(event).collect();
    let (event, event_body) = match events.as_slice() {
        [] => (quote!(_), quote!(Ok(Self::Unknown))),
        events => (
            quote!(event),
            quote! {
                match event.name() {
                    #(#events)*
                    _ => Ok(Self::Unknown),
                }
            },
        ),
    };
    let errors: Vec<TokenStream> = union.variants.iter().filter_map(exception).collect();
    let error_body = match errors.as_slice() {
        [] => quote!(exception.other()),
        errors => quote! {
            match exception.name() {
                #(#errors)*
                _ => exception.other(),
            }
        },
    };
    quote! {
        impl event_stream::Receive for #name {
            type Format = #format;
            type Error = errors::Error;

            #initial

            #[inline]
            fn event(
                #event: &event_stream::Event<'_, Self::Format>,
            ) -> Result<Self, event_stream::UnreadableEvent> {
                #event_body
            }

            #[inline]
            fn exception(exception: &event_stream::Exception<'_, Self::Format>) -> errors::Error {
                #error_body
            }
        }
    }
}

/// The statements that read `response` as an output whose members come in the first message of its
/// stream.
///
/// ```text
/// let mut output = operation::read::<Self>(&event_stream::head::<Self>(response))?;
/// event_stream::begin(response, &mut output, |output| &mut output.tides)?;
/// Ok(output)
/// ```
pub(in crate::protocol) fn answer(operation: &Operation) -> Option<TokenStream> {
    let stream = &operation.output.events()?.name;
    let read = match operation.has_initial_response() {
        true => quote!(event_stream::begin(response, &mut output, |output| &mut output.#stream)?),
        false => quote!(event_stream::read(response, &mut output.#stream)),
    };
    operation.initial_messages.then(|| {
        quote! {
            let mut output = operation::read::<Self>(&event_stream::head::<Self>(response))?;
            #read;
            Ok(output)
        }
    })
}

fn event(variant: &UnionVariant) -> Option<TokenStream> {
    let (name, wire_name) = (&variant.name, event_name(variant));
    let read = match (variant.event.as_ref()?, &variant.type_) {
        (Event::Error { .. }, _) => return None,
        (_, None) => quote!(Ok(Self::#name)),
        (Event::Document | Event::Name, _) => quote!(event.document().map(Self::#name)),
        (Event::Bound, _) => quote!(event.bound().map(Self::#name)),
    };
    Some(quote!(#wire_name => #read,))
}

fn exception(variant: &UnionVariant) -> Option<TokenStream> {
    let Event::Error {
        variant: error,
        code,
    } = variant.event.as_ref()?
    else {
        return None;
    };
    let wire_name = event_name(variant);
    Some(quote!(#wire_name => errors::Error::#error(exception.read(#code)),))
}

/// ```text
/// impl event_stream::ReadEvent for PhotoEvent {
///     fn read_event(
///         message: &event_stream::Event<'_, impl wire::Format>,
///     ) -> Result<Self, event_stream::UnreadableEvent> {
///         let mut event = Self::default();
///         message.header("taken", &mut event.taken)?;
///         message.blob(&mut event.bytes)?;
///         Ok(event)
///     }
/// }
/// ```
pub(super) fn read_event(structure: &Structure) -> TokenStream {
    let (name, initial) = (&structure.name, structure.initial());
    let has_document = structure.body().next().is_some();
    let begin = match has_document {
        true => quote!(let mut event: Self = message.document()?;),
        false => quote!(let mut event = Self::#initial();),
    };
    let reads = structure.members.iter().filter_map(read_member);
    quote! {
        impl event_stream::ReadEvent for #name {
            fn read_event(
                message: &event_stream::Event<'_, impl wire::Format>,
            ) -> Result<Self, event_stream::UnreadableEvent> {
                #begin
                #(#reads)*
                Ok(event)
            }
        }
    }
}

fn read_member(member: &Member) -> Option<TokenStream> {
    let (name, wire_name) = (
        &member.name,
        member.id.member().unwrap_or(&member.wire_name),
    );
    Some(match &member.binding {
        Binding::EventHeader => quote!(message.header(#wire_name, &mut event.#name)?;),
        Binding::EventPayload(Payload::Text(_)) => quote!(message.text(&mut event.#name)?;),
        Binding::EventPayload(Payload::Blob(_)) => quote!(message.blob(&mut event.#name)?;),
        Binding::EventPayload(_) => quote!(message.payload(&mut event.#name)?;),
        _ => return None,
    })
}
