//! Events that are sent, and the messages that they are.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::text;
use super::header;
use crate::emit::value::Values;
use crate::emit::{Context, docs};
use crate::ir::{NamedKind, Operation, SentEvent, SentTest, TestBody, Type};

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
pub(in crate::emit::model_tests) fn sent(
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
    let expected = expected(event);
    quote! {
        #expected
        sent_events::check(&event, &expected);
    }
}

/// The message that an event is expected to be.
pub(super) fn expected(event: &SentEvent) -> TokenStream {
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
    }
}
