//! awsJson1_0 and awsJson1_1.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html>,
//! <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>

use proc_macro2::TokenStream;
use quote::quote;

use super::{Protocol, WireRules, json};
use crate::ir::{Enum, Operation, Service, Structure, TimestampFormat, Union};

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
    fn id(&self) -> &'static str {
        match self {
            Self::V1_0 => "aws.protocols#awsJson1_0",
            Self::V1_1 => "aws.protocols#awsJson1_1",
        }
    }

    fn rules(&self) -> WireRules {
        WireRules {
            json_name: false,
            timestamp_format: TimestampFormat::EpochSeconds,
        }
    }

    fn support(&self) -> &'static [&'static str] {
        &["aws_json", "json"]
    }

    /// ```text
    /// aws_json::request(aws_json::Version::V1_1, "AWSLicenseManager.CreateToken", self)
    /// ```
    fn request(&self, service: &Service, operation: &Operation) -> TokenStream {
        let target = format!("{}.{}", service.id.name(), operation.wire_name);
        let version = match self {
            Self::V1_0 => quote!(V1_0),
            Self::V1_1 => quote!(V1_1),
        };
        let query_mode = service
            .query_compatible
            .then(|| quote!(.map(aws_json::in_query_mode)));
        let compressed = operation
            .compresses
            .then(|| quote!(.map(compression::gzip)));
        quote! {
            aws_json::request(aws_json::Version::#version, #target, self) #query_mode #compressed
        }
    }

    /// ```text
    /// if response.is_success() {
    ///     return aws_json::output(response);
    /// }
    /// let fault = aws_json::fault(response);
    /// let error = match fault.code() {
    ///     "AccessDeniedException" => CreateTokenError::AccessDeniedException(fault.read()),
    ///     _ => CreateTokenError::Unhandled(fault.unhandled()),
    /// };
    /// Err(operation::Failure::Service(error))
    /// ```
    fn response(&self, operation: &Operation) -> TokenStream {
        let error = &operation.error.name;
        let arms = operation.error.errors.iter().map(|variant| {
            let (name, code) = (&variant.name, &variant.code);
            quote!(#code => #error::#name(fault.read()),)
        });
        let error = if operation.error.errors.is_empty() {
            quote!(#error::Unhandled(fault.unhandled()))
        } else {
            quote! {
                match fault.code() {
                    #(#arms)*
                    _ => #error::Unhandled(fault.unhandled()),
                }
            }
        };
        quote! {
            if response.is_success() {
                return aws_json::output(response);
            }
            let fault = aws_json::fault(response);
            let error = #error;
            Err(operation::Failure::Service(error))
        }
    }

    fn structure(&self, structure: &Structure) -> Vec<TokenStream> {
        let write = structure
            .direction
            .written
            .then(|| json::encode_structure(structure));
        let read = json::is_read(structure).then(|| json::decode_structure(structure));
        write.into_iter().chain(read).collect()
    }

    fn union(&self, union: &Union) -> Vec<TokenStream> {
        let write = union.direction.written.then(|| json::encode_union(union));
        let read = union.direction.read.then(|| json::decode_union(union));
        write.into_iter().chain(read).collect()
    }

    fn enum_(&self, enum_: &Enum) -> Vec<TokenStream> {
        let write = enum_.direction.written.then(|| json::encode_enum(enum_));
        let read = enum_.direction.read.then(|| json::decode_enum(enum_));
        write.into_iter().chain(read).collect()
    }
}
