//! The protocol rpcv2Json.
//!
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-json.html>

use super::json::Json;
use super::rpc_v2::{RpcFormat, RpcV2, RpcV2WithoutInput};

/// JSON in which big numbers are strings.
type QuotingJson = Json<true>;

/// The protocol.
pub type RpcV2Json = RpcV2<QuotingJson>;
/// The protocol, where an operation takes nothing at all.
pub type WithoutInput = RpcV2WithoutInput<QuotingJson>;

impl RpcFormat for QuotingJson {
    const PROTOCOL: &'static str = "rpc-v2-json";
}
