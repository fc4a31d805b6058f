//! The recorded operations, with their requests as they are generated from AWS's models.

use std::marker::PhantomData;

use aws_smithy_types::Blob;
use aws_smithy_types::byte_stream::ByteStream;

use super::super::tide::{PlainText, Tide, TideError};
use super::recording::Case;
use crate::support::endpoint::RuleSet;
use crate::support::http_binding::Request;
use crate::support::operation::{BuildError, Operation, Service, TakeStream};
use crate::support::rest_json::RestJson1;
use crate::support::wire::{EncodeMembers, Members};

/// What every upload uploads.
pub const UPLOADED: &[u8] = b"north quay at dawn";

macro_rules! services {
    ($($name:ident: $signing_name:literal;)+) => {$(
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Service for $name {
            type Error = TideError;

            const SHAPE: &'static str = $signing_name;
            const SDK_ID: &'static str = $signing_name;
            const USER_AGENT: &'static str = $signing_name;
            const API_VERSION: &'static str = "1";
            const SIGNING_NAME: Option<&'static str> = Some($signing_name);
            const AUTH_SCHEMES: &'static [&'static str] = &["sigv4"];
            const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = None;
        }
    )+};
}

services! {
    Lambda: "lambda";
    MediaStore: "mediastore";
    Ebs: "ebs";
    Bedrock: "bedrock";
}

/// A call of any operation that is recorded. The body of an upload is a stream, and not signed.
#[derive(Debug)]
pub struct Call<S, const UPLOAD: bool = false> {
    pub case: Case,
    service: PhantomData<fn() -> S>,
}

impl<S, const UPLOAD: bool> Call<S, UPLOAD> {
    pub fn of(case: &Case) -> Self {
        Self {
            case: case.clone(),
            service: PhantomData,
        }
    }
}

impl<S: Service<Error = TideError>, const UPLOAD: bool> Operation for Call<S, UPLOAD> {
    type Service = S;
    type Protocol = PlainText;
    type Output = Tide;

    const NAME: &'static str = "Call";
    const UNSIGNED_PAYLOAD: bool = UPLOAD;
    const TAKE_STREAM: Option<TakeStream<Self>> = if UPLOAD {
        Some(|_| Ok(ByteStream::from_static(UPLOADED)))
    } else {
        None
    };

    /// As it is generated.
    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        let case = &self.case;
        let text = |name| case.member(name);
        let mut request;
        match case.text("operation") {
            "GetFunction" => {
                request = RestJson1::request("GET", "/2015-03-31/functions/");
                request.label("FunctionName", &text("FunctionName"));
                request.query("Qualifier", &text("Qualifier"));
                request.empty()
            }
            "Invoke" => {
                request = Request::new("POST", "/2015-03-31/functions/");
                request.label("FunctionName", &text("FunctionName"));
                request.path("/invocations");
                request.header("X-Amz-Invocation-Type", &text("InvocationType"));
                request.blob("application/octet-stream", Some(&Blob::new("")))
            }
            "PutFunctionConcurrency" => {
                request = RestJson1::request("PUT", "/2017-10-31/functions/");
                request.label("FunctionName", &text("FunctionName"));
                request.path("/concurrency");
                RestJson1::members(request, case)
            }
            "GetObject" => {
                request = Request::new("GET", "/");
                request.greedy_label("Path", &text("Path"));
                request.header("Range", &text("Range"));
                request.empty()
            }
            "PutObject" => {
                request = RestJson1::request("PUT", "/");
                request.greedy_label("Path", &text("Path"));
                request.header("Content-Type", &text("ContentType"));
                request.header("Cache-Control", &text("CacheControl"));
                request.typed("application/octet-stream", Vec::new())
            }
            "CompleteSnapshot" => {
                request = RestJson1::request("POST", "/snapshots/completion/");
                request.label("SnapshotId", &text("SnapshotId"));
                request.header(
                    "x-amz-ChangedBlocksCount",
                    &case.number("ChangedBlocksCount"),
                );
                request.header("x-amz-Checksum", &text("Checksum"));
                request.empty()
            }
            "PutSnapshotBlock" => {
                request = RestJson1::request("PUT", "/snapshots/");
                request.label("SnapshotId", &text("SnapshotId"));
                request.path("/blocks/");
                request.label("BlockIndex", &case.number("BlockIndex"));
                request.header("x-amz-Data-Length", &case.number("DataLength"));
                request.header("x-amz-Progress", &case.number("Progress"));
                request.header("x-amz-Checksum", &text("Checksum"));
                request.header("x-amz-Checksum-Algorithm", &text("ChecksumAlgorithm"));
                request.typed("application/octet-stream", Vec::new())
            }
            "InvokeModel" => {
                request = Request::new("POST", "/model/");
                request.label("modelId", &text("modelId"));
                request.path("/invoke");
                request.header("Content-Type", &text("contentType"));
                request.header("Accept", &text("accept"));
                request.blob("application/octet-stream", None)
            }
            other => panic!("the recording has an operation {other}"),
        }
    }
}

impl EncodeMembers for Case {
    fn encode_members(&self, w: &mut impl Members) {
        let count = self.number("ReservedConcurrentExecutions");
        w.field("ReservedConcurrentExecutions", &count);
    }
}
