//! Code that writes and reads the messages of streams of events.
//!
//! <https://smithy.io/2.0/spec/streaming.html#event-streams>

use proc_macro2::TokenStream;
use quote::quote;

use super::wire;
use crate::ir::{
    Binding, Enum, EnumKind, Event, Member, Operation, Payload, Root, Structure, Union,
    UnionVariant,
};

/// The code of a union that is a stream of events, whose payloads are of this format.
pub(super) fn union(
    union: &Union,
    format: &TokenStream,
    initial_messages: bool,
) -> Option<TokenStream> {
    let initial = initial_messages.then(|| {
        quote!(
            const MAY_BEGIN_WITH_OUTPUT: bool = true;
        )
    });
    let read = union
        .stream
        .read
        .then(|| receive(union, format, initial.as_ref()));
    let write = union.stream.written.then(|| transmit(union, format));
    let items = [read, write].into_iter().flatten();
    Some(items.collect()).filter(|items: &TokenStream| !items.is_empty())
}

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
fn receive(union: &Union, format: &TokenStream, initial: Option<&TokenStream>) -> TokenStream {
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
pub(super) fn answer(operation: &Operation) -> Option<TokenStream> {
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
fn transmit(union: &Union, format: &TokenStream) -> TokenStream {
    let name = &union.name;
    let events = union.variants.iter().filter_map(written_event);
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

/// The name that a message has for its event: that of the member in the model, whatever the names of
/// members are in payloads.
fn event_name(variant: &UnionVariant) -> &str {
    variant.id.member().unwrap_or(&variant.wire_name)
}

/// The code of a structure that is an event of which members are headers, or one is the payload.
pub(super) fn structure(structure: &Structure) -> Option<TokenStream> {
    let read = structure.event.read.then(|| read_event(structure));
    let write = structure.event.written.then(|| write_event(structure));
    let items = [read, write].into_iter().flatten();
    Some(items.collect()).filter(|items: &TokenStream| !items.is_empty())
}

/// ```text
/// impl event_stream::ReadEvent for PhotoEvent {
///     #[inline]
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
fn read_event(structure: &Structure) -> TokenStream {
    let (name, initial) = (&structure.name, structure.initial());
    let has_document = structure.body().next().is_some();
    let begin = match has_document {
        true => quote!(let mut event: Self = message.document()?;),
        false => quote!(let mut event = Self::#initial();),
    };
    let reads = structure.members.iter().filter_map(read_member);
    quote! {
        impl event_stream::ReadEvent for #name {
            #[inline]
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

/// ```text
/// impl event_stream::WriteEvent for PhotoEvent {
///     #[inline]
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
fn write_event(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let writes = structure.members.iter().filter_map(write_member);
    let document = structure.body().next().map(|_| quote!(.document(self)));
    quote! {
        impl event_stream::WriteEvent for #name {
            #[inline]
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

/// ```text
/// event_stream::string_header!(Weather);
/// event_stream::written_string_header!(Weather);
/// ```
pub(super) fn enum_(enum_: &Enum) -> Option<TokenStream> {
    let name = &enum_.name;
    let (read, write) = match enum_.kind {
        EnumKind::String => (
            quote!(event_stream::string_header!(#name);),
            quote!(event_stream::written_string_header!(#name);),
        ),
        EnumKind::Integer => (
            quote!(event_stream::integer_header!(#name);),
            quote!(event_stream::written_integer_header!(#name);),
        ),
    };
    let read = enum_.event_text.read.then_some(read);
    let write = enum_.event_text.written.then_some(write);
    enum_.event_text.is_any().then(|| quote!(#read #write))
}
