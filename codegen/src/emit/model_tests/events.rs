//! Streams of events: what is sent, and what is received.

use aws_smithy_types::base64;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{compare, pairs, text};
use crate::emit::value::{Values, literal};
use crate::emit::{Context, docs};
use crate::ir::{
    HeaderType, MessageParts, NamedKind, Operation, OperationTests, Received, ReceivedTest,
    SentEvent, SentTest, StreamBody, TestBody, TestMessage, Type,
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
pub(super) fn received(
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

/// What these tests mention.
pub(super) fn imports(tests: &OperationTests) -> TokenStream {
    let ends_with = |in_stream| {
        let mut received = tests.received.iter();
        received.any(|test| match &test.outcome {
            Received::Error {
                in_stream: is_so, ..
            } => *is_so == in_stream,
            _ => false,
        })
    };
    let is_about_events = |test: &ReceivedTest| {
        !matches!(
            test.outcome,
            Received::Error {
                in_stream: false,
                ..
            }
        )
    };
    let events = tests.received.iter().any(is_about_events);
    let events = events.then(|| {
        quote!(
            use crate::events;
        )
    });
    let sent = (!tests.sent.is_empty()).then(|| {
        quote!(
            use crate::sent_events;
        )
    });
    let refused = tests.sent.iter().any(|test| test.refused);
    let refused = refused.then(|| {
        quote!(
            use crate::support::event_stream::Transmit as _;
        )
    });
    let failure = ends_with(false).then(|| {
        quote!(
            use crate::support::operation::Failure;
        )
    });
    let end = ends_with(true).then(|| {
        quote!(
            use crate::support::event_stream::StreamError;
        )
    });
    quote!(#events #sent #refused #end #failure)
}

/// ```text
/// #[test]
/// fn writes_a_level_sent() {
///     let event = types::Tides::Level(types::Level::builder().metres(3).build());
///     let payload = r#"{"metres": 3}"#;
///     let expected = sent_events::Expected {
///         headers: &[(":event-type", HeaderValue::String("level".into()))],
///         payload: Some(Body::Json(payload)),
///         ..Default::default()
///     };
///     sent_events::check(&event, &expected);
/// }
/// ```
pub(super) fn sent(
    cx: &Context<'_>,
    operation: &Operation,
    test: &SentTest,
) -> Option<TokenStream> {
    let Type::Outgoing(union) = &operation.input.events()?.type_ else {
        return None;
    };
    let (name, docs) = (&test.name, docs::lines(&test.docs));
    let type_ = Type::Named(NamedKind::Union, union.clone());
    let checks = test.events.iter().map(|event| {
        let value = Values::of_test(cx).exact(&type_, &event.params);
        let check = match test.refused {
            true => quote!(assert!(event.message().is_err());),
            false => sent_event(event),
        };
        quote! {
            let event = #value;
            #check
        }
    });
    Some(quote! {
        #docs
        #[test]
        fn #name() {
            #(#checks)*
        }
    })
}

fn sent_event(event: &SentEvent) -> TokenStream {
    let headers = event.headers.exact.iter().map(|(name, type_, value)| {
        let value = header(*type_, value);
        quote!((#name, #value))
    });
    let (required, forbidden) = (&event.headers.required, &event.headers.forbidden);
    let required = (!required.is_empty()).then(|| quote!(required: &[#(#required),*],));
    let forbidden = (!forbidden.is_empty()).then(|| quote!(forbidden: &[#(#forbidden),*],));
    let payload = event.payload.as_ref().map(|body| match body {
        TestBody::Json(body) => (text(body), quote!(Body::Json(payload))),
        TestBody::Of(format, body) => {
            let module = format_ident!("{}", format.module());
            (text(body), quote!(Body::By(#module::assert_same, payload)))
        }
        TestBody::Text(body) => (text(body), quote!(Body::Text(payload))),
    });
    let (payload, expected) = payload.unzip();
    let payload = payload.map(|payload| quote!(let payload = #payload;));
    let expected = expected.map(|expected| quote!(payload: Some(#expected),));
    quote! {
        #payload
        let expected = sent_events::Expected {
            headers: &[#(#headers),*],
            #required #forbidden #expected
            ..Default::default()
        };
        sent_events::check(&event, &expected);
    }
}

/// `let body = events::bytes("AAAA"); let response = checks::response(200, &[], body);`
fn response(test: &ReceivedTest) -> TokenStream {
    let body = match &test.body {
        StreamBody::Text(body) => text(body),
        StreamBody::Messages(messages) => match messages.as_slice() {
            [one] => message(one),
            several => {
                let several = several.iter().map(message);
                quote!([#(#several),*].concat())
            }
        },
    };
    let (status, headers) = (Literal::u16_unsuffixed(test.status), pairs(&test.headers));
    quote! {
        let body = #body;
        let response = checks::response(#status, #headers, body);
    }
}

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

/// `HeaderValue::Bool(true)`
fn header(type_: HeaderType, value: &serde_json::Value) -> TokenStream {
    let text = value.as_str().unwrap_or_default();
    let value = match type_ {
        HeaderType::Boolean => {
            let value = value.as_bool().unwrap_or_default();
            quote!(Bool(#value))
        }
        HeaderType::String => quote!(String(#text.into())),
        HeaderType::Blob => {
            let bytes = base64::decode(text).unwrap_or_default();
            let bytes = Literal::byte_string(&bytes);
            quote!(ByteArray(#bytes.to_vec().into()))
        }
        HeaderType::Timestamp => {
            let time = literal::timestamp(value);
            quote!(Timestamp(#time))
        }
        HeaderType::Byte | HeaderType::Short | HeaderType::Integer | HeaderType::Long => {
            let variant = match type_ {
                HeaderType::Byte => quote!(Byte),
                HeaderType::Short => quote!(Int16),
                HeaderType::Integer => quote!(Int32),
                _ => quote!(Int64),
            };
            let value = literal::integer(value);
            quote!(#variant(#value))
        }
    };
    quote!(aws_smithy_types::event_stream::HeaderValue::#value)
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
    let type_ = Type::Named(NamedKind::Union, union.clone());
    let events = params.iter();
    let events: Vec<TokenStream> = events
        .map(|params| Values::of_test(cx).exact(&type_, params))
        .collect();
    let compare = match events.as_slice() {
        [] => quote!(assert!(found.is_empty());),
        events => {
            let compare = compare(test.compared, &quote!(found), &quote!(expected));
            quote! {
                let expected = [#(#events),*];
                #compare
            }
        }
    };
    let read = match &beside {
        Some(_) => quote!(let (found, end) = events::all(std::mem::take(&mut output.#stream));),
        None => quote!(let (found, end) = events::all(output.#stream);),
    };
    let mutable = beside.is_some().then(|| quote!(mut));
    quote! {
        let #mutable output = #input::response(&(&response).into()).expect("an output");
        #read
        assert!(end.is_none(), "{end:?}");
        #compare
        #beside
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
        variant,
        structure,
        code,
        params,
        in_stream,
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
    let shape = cx.structure(structure);
    let members = shape.into_iter().flat_map(|shape| &shape.members);
    let members: Vec<TokenStream> = members
        .map(|member| {
            let member = &member.name;
            compare(
                test.compared,
                &quote!(error.#member),
                &quote!(expected.#member),
            )
        })
        .collect();
    let expected = shape.filter(|_| !members.is_empty()).map(|shape| {
        let setters = Values::of_test(cx).setters(shape, params);
        quote!(let expected = errors::#structure::builder() #setters .build();)
    });
    quote! {
        #error
        checks::error_code(&error, #code);
        #expected
        #(#members)*
    }
}
