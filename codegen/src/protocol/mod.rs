//! What differs from protocol to protocol, behind one trait. A protocol is one file here and one
//! line in `ALL`.

mod aws_json;
mod choice;
mod http_binding;
mod json;
mod json_fault;
mod rest_json;
mod rpc_v2_json;

pub use choice::{Listed, Wanted, choose, listed, of};

use proc_macro2::TokenStream;

use crate::ir;
use crate::lower::WireRules;

/// The protocols that can be generated, the preferred first: of those that a service lists, the
/// first here is taken where none is asked for.
const ALL: &[&dyn Protocol] = &[
    &aws_json::AWS_JSON_1_0,
    &aws_json::AWS_JSON_1_1,
    &rest_json::RestJson1,
    &rpc_v2_json::RpcV2Json,
];

/// How a service's messages travel.
pub trait Protocol: Sync {
    /// What the protocol decides about messages.
    fn rules(&self) -> WireRules;

    /// The shape id of the protocol's trait.
    fn id(&self) -> &'static str {
        self.rules().protocol
    }

    /// The modules of `support` that its code uses, beside those that all code uses.
    fn support(&self) -> &'static [&'static str];

    /// The type that implements `operation::Protocol` for an operation, e.g. `aws_json::V1_1`.
    fn type_(&self, operation: &ir::Operation) -> TokenStream;

    /// How an operation is bound to HTTP, where the model binds each by itself.
    fn bindings(&self, _operation: &ir::Operation) -> Option<Bindings> {
        None
    }

    /// The statements that come before an operation reads `response`, where it reads errors in
    /// another way than others: they return them.
    fn own_errors(&self, operation: &ir::Operation) -> Option<TokenStream>;

    /// The code that tells the errors of a service apart, as its one error enum `Error`.
    fn service_error(&self, errors: &[ir::ErrorChoice]) -> TokenStream;

    /// The statements that fill a member of an error from what the response has beside its body.
    fn error_member(&self, member: &ir::Member) -> Option<TokenStream>;

    /// The code that writes and reads a structure, as far as it travels.
    fn structure(&self, structure: &ir::Structure) -> Vec<TokenStream>;

    /// The code that writes and reads a union, as far as it travels.
    fn union(&self, union: &ir::Union) -> Vec<TokenStream>;

    /// The code that writes and reads an enum, as far as it travels.
    fn enum_(&self, enum_: &ir::Enum) -> Vec<TokenStream>;
}

/// The bodies of the two functions of `http_binding::Bindings`.
pub struct Bindings {
    /// Makes the request of `self`.
    pub write: TokenStream,
    /// Makes an output of `response`, which is one of success.
    pub read: TokenStream,
}

/// Whether a module of `support` makes messages of some protocol: another protocol has others, so
/// that no caller is meant to name it.
pub fn is_of_a_protocol(module: &str) -> bool {
    let mut all = ALL.iter();
    all.any(|protocol| protocol.support().contains(&module))
}

/// The shape ids of all protocols that can be generated.
pub fn supported() -> Vec<&'static str> {
    ALL.iter().map(|protocol| protocol.id()).collect()
}

/// The traits of protocols that are known, whether or not they can be generated.
///
/// <https://smithy.io/2.0/aws/protocols/index.html>
const KNOWN: &[&str] = &[
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#awsQuery",
    "aws.protocols#ec2Query",
    "aws.protocols#restJson1",
    "aws.protocols#restXml",
    "smithy.protocols#rpcv2Cbor",
    "smithy.protocols#rpcv2Json",
];
