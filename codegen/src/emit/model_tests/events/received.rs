//! Streams that are received: bytes, and the events and the error that they are.

use aws_smithy_types::base64;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::{compare, pairs, text};
use super::header;
use crate::emit::value::Values;
use crate::emit::{Context, docs};
use crate::ir::{
    ComparedBy, MessageParts, NamedKind, Operation, Received, ReceivedTest, StreamBody,
    TestMessage, Type,
};
use crate::rust::Ident;

/// ```text
/// #[test]
/// fn reads_a_level_received() {
///     let body = events::bytes("AAAA");
///     let response = checks::response(200, &[], body);
///     let output = WatchTidesInput::response(&(&response).into()).expect("an output");
///     let (found, end) = events::all(output.tides);
///     assert!(end.is_none(), "{end:?}");
///     let expected = [types::Tides::Level(types::Level::builder().metres(3).build())];
///     assert_eq!(found, expected);
/// }
/// ```
pub(in crate::emit::model_tests) fn received(
    cx: &Context<'_>,
    operation: &Operation,
    test: &ReceivedTest,
) -> Option<TokenStream> {
    let stream = operation.output.events()?;
    let Type::Events(union) = &stream.type_ else {
        return None;
    };
    let (name, docs) = (&test.name, docs::lines(&test.docs));
    let response = response(test);
    let checks = match &test.outcome {
        Received::Events(params) => whole(cx, operation, test, union, params),
        Received::Error { .. } => error(cx, operation, test, &stream.name),
        Received::Failure => {
            let (input, stream) = (&operation.input.name, &stream.name);
            quote! {
                let output = #input::response(&(&response).into());
                assert!(!events::is_whole(output.map(|output| output.#stream)));
            }
        }
    };
    Some(quote! {
        #docs
        #[test]
        fn #name() {
            #response
            #checks
        }
    })
}

/// `let body = events::bytes("AAAA"); let response = checks::response(200, &[], body);`
fn response(test: &ReceivedTest) -> TokenStream {
    let body = match &test.body {
        StreamBody::Text(body) => text(body),
        StreamBody::Messages(messages) => body_of(messages),
    };
    let (status, headers) = (Literal::u16_unsuffixed(test.status), pairs(&test.headers));
    quote! {
        let body = #body;
        let response = checks::response(#status, #headers, body);
    }
}

/// The frames of these messages.
pub(super) fn body_of(messages: &[TestMessage]) -> TokenStream {
    match messages {
        [one] => message(one),
        several => {
            let several = several.iter().map(message);
            quote!([#(#several),*].concat())
        }
    }
}

/// `events::bytes("AAAA")`, or `events::message(&[], b"")`
fn message(message: &TestMessage) -> TokenStream {
    match message {
        TestMessage::Bytes(bytes) => {
            let bytes = base64::encode(bytes);
            quote!(events::bytes(#bytes))
        }
        TestMessage::Parts(MessageParts { headers, payload }) => {
            let headers = headers.iter().map(|(name, type_, value)| {
                let value = header(*type_, value);
                quote!((#name, #value))
            });
            let payload = Literal::byte_string(payload);
            quote!(events::message(&[#(#headers),*], #payload))
        }
    }
}

/// The checks of a stream that has no error.
fn whole(
    cx: &Context<'_>,
    operation: &Operation,
    test: &ReceivedTest,
    union: &Ident,
    params: &[serde_json::Value],
) -> TokenStream {
    let (input, output) = (&operation.input.name, &operation.output.name);
    let stream = operation.output.events().map(|member| &member.name);
    let beside = test.output.as_ref().map(|params| {
        let setters = Values::of_test(cx).setters(&operation.output, params);
        quote! {
            let expected = #output::builder() #setters .build();
            assert_eq!(output.with_body(()), expected.with_body(()));
        }
    });
    let compare = compare_events(cx, union, params, test.compared);
    let read = match &beside {
        Some(_) => quote!(let (found, end) = events::all(std::mem::take(&mut output.#stream));),
        None => quote!(let (found, end) = events::all(output.#stream);),
    };
    let mutable = beside.is_some().then(|| quote!(mut));
    quote! {
        let #mutable output = #input::response(&(&response).into()).expect("an output");
        #read
        #compare
        #beside
    }
}

/// The checks of all events of a stream, `found`, and of its `end`.
pub(super) fn compare_events(
    cx: &Context<'_>,
    union: &Ident,
    params: &[serde_json::Value],
    compared: ComparedBy,
) -> TokenStream {
    let type_ = Type::Named(NamedKind::Union, union.clone());
    let events = params.iter();
    let events: Vec<TokenStream> = events
        .map(|params| Values::of_test(cx).exact(&type_, params))
        .collect();
    let compare = match events.as_slice() {
        [] => quote!(assert!(found.is_empty());),
        events => {
            let compare = compare(compared, &quote!(found), &quote!(expected));
            quote! {
                let expected = [#(#events),*];
                #compare
            }
        }
    };
    quote! {
        assert!(end.is_none(), "{end:?}");
        #compare
    }
}

/// The checks of an error of the service.
fn error(
    cx: &Context<'_>,
    operation: &Operation,
    test: &ReceivedTest,
    stream: &Ident,
) -> TokenStream {
    let Received::Error {
        variant, in_stream, ..
    } = &test.outcome
    else {
        return TokenStream::new();
    };
    let input = &operation.input.name;
    let error = match in_stream {
        true => quote! {
            let output = #input::response(&(&response).into()).expect("an output");
            let (_, end) = events::all(output.#stream);
            let Some(StreamError::Service(errors::Error::#variant(error))) = end else {
                panic!("another end: {end:?}");
            };
        },
        false => quote! {
            let failure = #input::response(&(&response).into());
            let Err(Failure::Service(errors::Error::#variant(error))) = failure else {
                panic!("another outcome: {failure:?}");
            };
        },
    };
    let compare = compare_error(cx, &test.outcome, test.compared);
    quote! {
        #error
        #compare
    }
}

/// The checks of an `error` of the service.
pub(super) fn compare_error(
    cx: &Context<'_>,
    outcome: &Received,
    compared: ComparedBy,
) -> TokenStream {
    let Received::Error {
        structure,
        code,
        params,
        ..
    } = outcome
    else {
        return TokenStream::new();
    };
    let shape = cx.structure(structure);
    let members = shape.into_iter().flat_map(|shape| &shape.members);
    let members: Vec<TokenStream> = members
        .map(|member| {
            let member = &member.name;
            compare(compared, &quote!(error.#member), &quote!(expected.#member))
        })
        .collect();
    let expected = shape.filter(|_| !members.is_empty()).map(|shape| {
        let setters = Values::of_test(cx).setters(shape, params);
        quote!(let expected = errors::#structure::builder() #setters .build();)
    });
    quote! {
        checks::error_code(&error, #code);
        #expected
        #(#members)*
    }
}
