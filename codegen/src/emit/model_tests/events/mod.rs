//! Streams of events: what is sent, and what is received.

mod received;
mod sent;
mod served;

use aws_smithy_types::base64;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::value::literal;
use crate::ir::{HeaderType, OperationTests, Received, ReceivedTest};
pub(super) use received::received;
pub(super) use sent::sent;
pub(super) use served::{answered, read_events, served_imports};

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
