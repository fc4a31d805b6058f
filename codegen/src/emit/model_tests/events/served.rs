//! Streams of events on the service's side: what is read of requests, and the messages that answers are.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::received::{body_of, compare_error, compare_events};
use super::sent::expected;
use crate::emit::value::Values;
use crate::emit::{Context, docs};
use crate::ir::{AnsweredTest, NamedKind, Operation, ReadEventsTest, Received, ServedTests, Type};

/// What these tests mention.
pub(in crate::emit::model_tests) fn served_imports(tests: &ServedTests) -> TokenStream {
    let events = (!tests.read_events.is_empty()).then(|| {
        quote!(
            use crate::events;
        )
    });
    let ends_with_error = |test: &ReadEventsTest| matches!(test.outcome, Received::Error { .. });
    let end = tests.read_events.iter().any(ends_with_error).then(|| {
        quote!(
            use crate::support::event_stream::StreamError;
        )
    });
    let written = (!tests.answered.is_empty()).then(|| {
        quote!(
            use crate::sent_events;
            use crate::support::event_stream::Events;
        )
    });
    quote!(#events #written #end)
}

/// ```text
/// #[test]
/// fn reads_a_level_events_read() {
///     let input = TellTidesInput::builder().harbour("any").build();
///     let body = events::bytes("AAAA");
///     let input = double::input(double::streamed_request(&input, body), &input);
///     let (found, end) = events::received(input.tides.received());
///     assert!(end.is_none(), "{end:?}");
///     let expected = [types::Tides::Level(types::Level::builder().metres(3).build())];
///     assert_eq!(found, expected);
/// }
/// ```
pub(in crate::emit::model_tests) fn read_events(
    cx: &Context<'_>,
    operation: &Operation,
    test: &ReadEventsTest,
) -> Option<TokenStream> {
    let stream = operation.input.events()?;
    let Type::Outgoing(union) = &stream.type_ else {
        return None;
    };
    let (name, docs) = (&test.name, docs::lines(&test.docs));
    let (input, stream) = (&operation.input.name, &stream.name);
    let setters = Values::of_test(cx).setters(&operation.input, &test.input);
    let body = body_of(&test.messages);
    let checks = match &test.outcome {
        Received::Events(params) => {
            let compare = compare_events(cx, union, params, test.compared);
            quote! {
                let (found, end) = events::received(input.#stream.received());
                #compare
            }
        }
        Received::Error { variant, .. } => {
            let compare = compare_error(cx, &test.outcome, test.compared);
            quote! {
                let (_, end) = events::received(input.#stream.received());
                let Some(StreamError::Service(errors::Error::#variant(error))) = end else {
                    panic!("another end: {end:?}");
                };
                #compare
            }
        }
        Received::Failure => quote! {
            let end = input.map(|input| events::received(input.#stream.received()).1);
            assert!(!matches!(end, Ok(None)), "all can be read");
        },
    };
    let read = match test.outcome {
        Received::Failure => quote!(read),
        _ => quote!(input),
    };
    Some(quote! {
        #docs
        #[test]
        fn #name() {
            let input = #input::builder() #setters .build();
            let body = #body;
            let input = double::#read(double::streamed_request(&input, body), &input);
            #checks
        }
    })
}

/// ```text
/// #[test]
/// fn writes_a_level_events_written() {
///     let level = types::Tides::Level(types::Level::builder().metres(3).build());
///     let mut output = WatchTidesOutput::builder().build();
///     output.tides = Events::of([level]);
///     let response = double::output::<WatchTidesInput>(output);
///     let messages = sent_events::messages(response.body(), 1);
///     let expected = sent_events::Expected { .. };
///     sent_events::check_message(&messages[0], &expected);
/// }
/// ```
pub(in crate::emit::model_tests) fn answered(
    cx: &Context<'_>,
    operation: &Operation,
    test: &AnsweredTest,
) -> Option<TokenStream> {
    let stream = operation.output.events()?;
    let Type::Events(union) = &stream.type_ else {
        return None;
    };
    let (name, docs) = (&test.name, docs::lines(&test.docs));
    let (input, output) = (&operation.input.name, &operation.output.name);
    let (values, stream) = (Values::of_test(cx), &stream.name);
    let setters = values.setters(&operation.output, &test.output);
    let type_ = Type::Named(NamedKind::Union, union.clone());
    let events = test.events.iter();
    let events = events.map(|event| values.exact(&type_, &event.params));
    let events = quote!([#(#events),*]);
    let made = match &test.end {
        None => quote!(Events::of(#events)),
        Some((error, _)) => {
            let structure = &error.structure;
            let setters = cx
                .structure(structure)
                .map(|shape| values.setters(shape, &error.params));
            let variant = &error.variant;
            quote! {
                Events::ending_with(#events, &errors::Error::#variant(
                    errors::#structure::builder() #setters .build(),
                ))
            }
        }
    };
    let end = test.end.iter().map(|(_, message)| message);
    let messages = test.events.iter().chain(end);
    let count = Literal::usize_unsuffixed(messages.clone().count());
    let checks = messages.enumerate().map(|(place, message)| {
        let place = Literal::usize_unsuffixed(place);
        let expected = expected(message);
        quote! {
            #expected
            sent_events::check_message(&messages[#place], &expected);
        }
    });
    Some(quote! {
        #docs
        #[test]
        fn #name() {
            let mut output = #output::builder() #setters .build();
            output.#stream = #made;
            let response = double::output::<#input>(output);
            let messages = sent_events::messages(response.body(), #count);
            #(#checks)*
        }
    })
}
