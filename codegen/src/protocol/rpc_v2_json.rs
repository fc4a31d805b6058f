//! rpcv2Json.
//!
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-json.html>

use proc_macro2::TokenStream;
use quote::quote;

use super::{Protocol, json, json_fault};
use crate::ir::{Enum, ErrorChoice, Member, Operation, Structure, TimestampFormat, Union};
use crate::lower::{Requests, WireRules};

/// rpcv2Json
pub(super) struct RpcV2Json;

impl Protocol for RpcV2Json {
    fn rules(&self) -> WireRules {
        WireRules {
            protocol: "smithy.protocols#rpcv2Json",
            requests: Requests::Post("/service/{service}/operation/{operation}"),
            headers_of_errors: false,
            no_body_without_input: true,
            json_name: false,
            timestamp_format: TimestampFormat::EpochSeconds,
            other_timestamp_formats: false,
        }
    }

    fn support(&self) -> &'static [&'static str] {
        &["decimal", "json", "json_fault", "rpc_v2_json"]
    }

    fn type_(&self, operation: &Operation) -> TokenStream {
        if operation.input.direction.written {
            quote!(rpc_v2_json::RpcV2Json)
        } else {
            quote!(rpc_v2_json::WithoutInput)
        }
    }

    fn own_errors(&self, operation: &Operation) -> Option<TokenStream> {
        json_fault::own_errors(operation, &quote!(rpc_v2_json))
    }

    fn service_error(&self, errors: &[ErrorChoice]) -> TokenStream {
        json_fault::service_error(errors)
    }

    /// Errors are in the body alone.
    fn error_member(&self, _: &Member) -> Option<TokenStream> {
        None
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
