//! What services answer, for examples of tests: an output with one text in it, or with nothing.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Protocol;
use crate::ir::{ExampleAnswer, Operation};

/// What the answers of a protocol are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answers {
    /// An object of JSON.
    Json,
    /// A map of CBOR.
    Cbor,
    /// An element of XML, called after the output.
    Xml,
    /// An element within one that is called after the operation.
    AwsQuery,
    /// An element that is called after the operation.
    Ec2Query,
}

/// An answer of success.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// The header without which it is none of the protocol, and its value.
    pub header: Option<(&'static str, &'static str)>,
    /// Its body, a text or bytes.
    pub body: TokenStream,
}

impl Protocol {
    /// An answer to an operation, with the text of its example where there is one.
    pub fn answer(&self, operation: &Operation) -> Answer {
        Answer {
            status: operation.success.unwrap_or(200),
            header: self.answer_header(),
            body: self.answer_body(operation, operation.example_answer.as_ref()),
        }
    }

    /// <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#responses>
    fn answer_header(&self) -> Option<(&'static str, &'static str)> {
        let protocol = match self.answers {
            Answers::Cbor => "rpc-v2-cbor",
            _ => "rpc-v2-json",
        };
        self.uses("rpc_v2").then_some(("smithy-protocol", protocol))
    }

    fn answer_body(&self, operation: &Operation, text: Option<&ExampleAnswer>) -> TokenStream {
        // Where a member is the body, it is as absent as all others.
        if text.is_none() && operation.output.payload().is_some() {
            return quote!("");
        }
        let (name, output) = (&operation.wire_name, operation.output.name.as_str());
        let member = text.map_or_else(String::new, element);
        let document = match self.answers {
            Answers::Json => return raw(&text.map_or_else(|| "{}".to_owned(), object)),
            Answers::Cbor => {
                let bytes = Literal::byte_string(&text.map_or_else(|| vec![0xa0], map));
                return quote!(#bytes.as_slice());
            }
            Answers::Xml => format!("<{output}>{member}</{output}>"),
            Answers::Ec2Query => format!("<{name}Response>{member}</{name}Response>"),
            Answers::AwsQuery => {
                let result = format!("<{name}Result>{member}</{name}Result>");
                format!("<{name}Response>{result}</{name}Response>")
            }
        };
        quote!(#document)
    }
}

/// `{"TokenId": "t-1"}`
fn object(answer: &ExampleAnswer) -> String {
    let ExampleAnswer {
        wire_name, text, ..
    } = answer;
    let name = serde_json::Value::from(wire_name.as_str());
    format!("{{{name}: \"{text}\"}}")
}

/// `<TokenId>t-1</TokenId>`
fn element(answer: &ExampleAnswer) -> String {
    let ExampleAnswer {
        wire_name, text, ..
    } = answer;
    format!("<{wire_name}>{text}</{wire_name}>")
}

/// `\xa1`, which is a map of one entry, and the two texts of that, each behind its length.
///
/// <https://www.rfc-editor.org/rfc/rfc8949#section-3.1>
fn map(answer: &ExampleAnswer) -> Vec<u8> {
    let mut map = vec![0xa1];
    for text in [&answer.wire_name, &answer.text] {
        // Neither is longer than 60 letters.
        match text.len().to_le_bytes()[0] {
            length @ 0..24 => map.push(0x60 | length),
            length => map.extend([0x78, length]),
        }
        map.extend(text.as_bytes());
    }
    map
}

/// A text with quotes as people write it.
fn raw(text: &str) -> TokenStream {
    let literal = match text.contains('"') {
        true => format!("r#\"{text}\"#").parse::<Literal>().ok(),
        false => None,
    };
    let literal = literal.unwrap_or_else(|| Literal::string(text));
    quote!(#literal)
}
