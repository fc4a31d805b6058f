//! The protocol rpcv2Cbor.
//!
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html>

use super::cbor::Cbor;
use super::rpc_v2::{RpcFormat, RpcV2, RpcV2WithoutInput};

/// The protocol.
pub type RpcV2Cbor = RpcV2<Cbor>;
/// The protocol, where an operation takes nothing at all.
pub type WithoutInput = RpcV2WithoutInput<Cbor>;

impl RpcFormat for Cbor {
    const PROTOCOL: &'static str = "rpc-v2-cbor";
}
