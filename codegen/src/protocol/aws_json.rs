//! awsJson1_0 and awsJson1_1.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html>,
//! <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>

use proc_macro2::TokenStream;
use quote::quote;

use super::{Protocol, json, json_fault};
use crate::ir::{Binding, Enum, ErrorChoice, Member, Operation, Structure, TimestampFormat, Union};
use crate::lower::{Requests, WireRules};

/// awsJson1_0
pub(super) const AWS_JSON_1_0: AwsJson = AwsJson::V1_0;
/// awsJson1_1
pub(super) const AWS_JSON_1_1: AwsJson = AwsJson::V1_1;

/// The two versions, which differ in their media type.
#[derive(Clone, Copy)]
pub(super) enum AwsJson {
    V1_0,
    V1_1,
}

impl Protocol for AwsJson {
    fn rules(&self) -> WireRules {
        WireRules {
            protocol: match self {
                Self::V1_0 => "aws.protocols#awsJson1_0",
                Self::V1_1 => "aws.protocols#awsJson1_1",
            },
            requests: Requests::Post("/"),
            // Nothing else is bound, but services do answer so.
            headers_of_errors: true,
            no_body_without_input: false,
            json_name: false,
            timestamp_format: TimestampFormat::EpochSeconds,
            other_timestamp_formats: true,
        }
    }

    fn support(&self) -> &'static [&'static str] {
        &["aws_json", "decimal", "json", "json_fault"]
    }

    fn type_(&self, _: &Operation) -> TokenStream {
        match self {
            Self::V1_0 => quote!(aws_json::V1_0),
            Self::V1_1 => quote!(aws_json::V1_1),
        }
    }

    fn own_errors(&self, operation: &Operation) -> Option<TokenStream> {
        json_fault::own_errors(operation, &quote!(aws_json))
    }

    fn service_error(&self, errors: &[ErrorChoice]) -> TokenStream {
        json_fault::service_error(errors)
    }

    /// ```text
    /// if self.location.is_none() {
    ///     self.location = response.header("Location").map(Into::into);
    /// }
    /// ```
    fn error_member(&self, member: &Member) -> Option<TokenStream> {
        let (name, Binding::Header(header)) = (&member.name, &member.binding) else {
            return None;
        };
        let header = &header.name;
        Some(quote! {
            if self.#name.is_none() {
                self.#name = response.header(#header).map(Into::into);
            }
        })
    }

    fn structure(&self, structure: &Structure) -> Vec<TokenStream> {
        json::structure(structure)
    }

    fn union(&self, union: &Union) -> Vec<TokenStream> {
        json::union(union)
    }

    fn enum_(&self, enum_: &Enum) -> Vec<TokenStream> {
        json::enum_(enum_)
    }
}
