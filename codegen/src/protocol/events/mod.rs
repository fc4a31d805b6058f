//! Code that writes and reads the messages of streams of events.
//!
//! <https://smithy.io/2.0/spec/streaming.html#event-streams>

mod received;
mod sent;

use proc_macro2::TokenStream;
use quote::quote;

use super::WITH_BOTH_SIDES;
use crate::ir::{Direction, Enum, EnumKind, Structure, Union, UnionVariant};
pub(super) use received::answer;

/// The code of a union that is a stream of events, whose payloads are of this format.
pub(super) fn union(
    union: &Union,
    format: &TokenStream,
    initial_messages: bool,
) -> Option<TokenStream> {
    // Who answers with no events begins with nothing.
    let initial = (initial_messages && union.stream.read).then(|| {
        quote!(
            const MAY_BEGIN_WITH_OUTPUT: bool = true;
        )
    });
    let stream = union.stream;
    let serve = stream.read.then(|| on_service(sent::serve(union, format)));
    let items = both_ways(
        stream,
        || received::receive(union, format, initial.as_ref()),
        || sent::transmit(union, format),
    );
    let items = items.into_iter().flatten().chain(serve);
    Some(items.collect()).filter(|items: &TokenStream| !items.is_empty())
}

/// The code of a structure that is an event of which members are headers, or one is the payload.
pub(super) fn structure(structure: &Structure) -> Option<TokenStream> {
    let items = both_ways(
        structure.event,
        || received::read_event(structure),
        || sent::write_event(structure),
    );
    Some(items?.into_iter().collect())
}

/// The code that reads and writes what is part of a stream: that of the client's side as it is, and that of the
/// service's with the features that take it. `None` where it is part of none.
fn both_ways(
    direction: Direction,
    read: impl Fn() -> TokenStream,
    write: impl Fn() -> TokenStream,
) -> Option<[TokenStream; 2]> {
    let on_side = |code: &dyn Fn() -> TokenStream, is_clients: bool| match is_clients {
        true => code(),
        false => on_service(code()),
    };
    direction.is_any().then(|| {
        [
            on_side(&read, direction.read),
            on_side(&write, direction.written),
        ]
    })
}

/// An item that the service's side has alone.
fn on_service(item: TokenStream) -> TokenStream {
    let condition: TokenStream = WITH_BOTH_SIDES.parse().unwrap_or_default();
    quote!(#[cfg(#condition)] #item)
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
    let items = both_ways(enum_.event_text, || read.clone(), || write.clone());
    Some(items?.into_iter().collect())
}

/// The name that a message has for its event: that of the member in the model, whatever the names of
/// members are in payloads.
fn event_name(variant: &UnionVariant) -> &str {
    variant.id.member().unwrap_or(&variant.wire_name)
}
