//! Code that writes and reads the messages of streams of events.
//!
//! <https://smithy.io/2.0/spec/streaming.html#event-streams>

mod received;
mod sent;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Enum, EnumKind, Structure, Union, UnionVariant};
pub(super) use received::answer;

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
        .then(|| received::receive(union, format, initial.as_ref()));
    let write = union.stream.written.then(|| sent::transmit(union, format));
    let items = [read, write].into_iter().flatten();
    Some(items.collect()).filter(|items: &TokenStream| !items.is_empty())
}

/// The code of a structure that is an event of which members are headers, or one is the payload.
pub(super) fn structure(structure: &Structure) -> Option<TokenStream> {
    let read = structure
        .event
        .read
        .then(|| received::read_event(structure));
    let write = structure
        .event
        .written
        .then(|| sent::write_event(structure));
    let items = [read, write].into_iter().flatten();
    Some(items.collect()).filter(|items: &TokenStream| !items.is_empty())
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

/// The name that a message has for its event: that of the member in the model, whatever the names of
/// members are in payloads.
fn event_name(variant: &UnionVariant) -> &str {
    variant.id.member().unwrap_or(&variant.wire_name)
}
