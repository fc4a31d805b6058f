//! Calls that the server refuses.

use aws_credential_types::Credentials;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use store::ByteStream;
use store::s3::Client;
use store::s3::errors::Error;

use crate::{BUCKET, Outcome, Server};

pub async fn errors_have_types(client: &Client) -> Outcome {
    let get = client.get_object().bucket(BUCKET).key("chaff").send().await;
    let error = get.expect_err("there is no such key");
    let Some(Error::NoSuchKey(_)) = error.as_service_error() else {
        return Err(error.into());
    };
    // An answer without a body tells nothing but its status.
    let head = client
        .head_object()
        .bucket(BUCKET)
        .key("chaff")
        .send()
        .await;
    let error = head.expect_err("there is no such key");
    let Some(Error::NotFound(_)) = error.as_service_error() else {
        return Err(error.into());
    };
    let list = client
        .list_objects_v2()
        .bucket("no-such-granary")
        .send()
        .await;
    let error = list.expect_err("there is no such bucket");
    let Some(Error::NoSuchBucket(_)) = error.as_service_error() else {
        return Err(error.into());
    };
    let wrong = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let put = client.put_object().bucket(BUCKET).key("chaff");
    let put = put
        .body(ByteStream::from_static(b"wheat"))
        .checksum_sha256(wrong);
    let error = put.send().await.expect_err("that is not its checksum");
    assert_eq!(error.code(), Some("BadDigest"), "{error}");
    Ok(())
}

pub async fn nobody_else_may_call(server: &Server) -> Outcome {
    let strange = Credentials::new("AKIDSTRANGER", "not a secret", None, None, "test");
    let wrong = Credentials::new(&server.access_key, "not the secret", None, None, "test");
    for (credentials, codes) in [
        (None, ["AccessDenied"].as_slice()),
        (
            Some(strange),
            &["InvalidAccessKeyId", "NotSignedUp", "AccessDenied"],
        ),
        (Some(wrong), &["SignatureDoesNotMatch"]),
    ] {
        let client = server.client_of(credentials);
        let list = client.list_objects_v2().bucket(BUCKET).send().await;
        let error = list.expect_err("it is not for everybody");
        let code = error.code().unwrap_or_default();
        assert!(codes.contains(&code), "{error}");
    }
    Ok(())
}
