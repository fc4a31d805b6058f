//! Input that is wrong: told before anything is sent where the model or the rules of the endpoint say
//! that it is; what the service says of it, with its code, where they do not.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use store::s3::Client;
use store::s3::endpoint::EndpointSettings as _;
use store::{CallError, Settings};

use crate::{BUCKET, Outcome, Server};

/// What nobody can be asked for, since it would be something else.
pub async fn nothing_is_called_nothing(client: &Client) -> Outcome {
    for (bucket, key, member) in [
        ("", "k", "`Bucket`"),
        (BUCKET, "", "`Key`"),
        (" ", "k", "`Bucket`"),
    ] {
        let get = client.get_object().bucket(bucket).key(key).send().await;
        is_unsent(get, &[member]);
        let put = client
            .put_object()
            .bucket(bucket)
            .key(key)
            .body(b"wheat".to_vec());
        is_unsent(put.send().await, &[member]);
        let delete = client.delete_object().bucket(bucket).key(key);
        is_unsent(delete.send().await, &[member]);
    }
    let list = client.list_objects_v2().bucket("").send().await;
    is_unsent(list, &["`Bucket` is blank"]);
    let part = client.upload_part().bucket(BUCKET).key("k");
    let part = part.upload_id("").part_number(1).send().await;
    is_unsent(part, &["`uploadId` is a required part"]);
    // Without its upload it would delete the object.
    let abort = client.abort_multipart_upload().bucket(BUCKET).key("k");
    is_unsent(
        abort.upload_id("").send().await,
        &["`uploadId` is a required part"],
    );
    Ok(())
}

/// Buckets that cannot be hosts: where they have to be, the rules refuse them. In a path they are as good as
/// any other text, and the service knows that none is called so.
pub async fn buckets_that_cannot_be_hosts_are_refused(client: &Client, server: &Server) -> Outcome {
    let mut config = server.config(Some(server.credentials())).into_builder();
    config.set_endpoint_url(None);
    let config = config.build();
    let hosts = Client::with_settings(&config, Settings::new().accelerate(true));
    for bucket in [
        "a",
        "UPPER",
        "un_der",
        "a b",
        "a/b",
        "a?b",
        "-a-",
        "..",
        "a..b",
        "Ä",
        &"x".repeat(64),
    ] {
        let get = hosts.get_object().bucket(bucket).key("k").send().await;
        is_unsent(get, &["S3 Accelerate"]);
        let get = client.get_object().bucket(bucket).key("k").send().await;
        let error = get.expect_err("no bucket is called so");
        assert_eq!(
            error.code(),
            Some("InvalidBucketName"),
            "{bucket:?}: {error}"
        );
    }
    let client = Client::new(&config);
    let get = client
        .get_object()
        .bucket("arn:aws:s3:eu-west-1:1:nothing")
        .key("k");
    is_unsent(get.send().await, &["Invalid ARN"]);
    Ok(())
}

/// Keys have 1,024 bytes at most, which the model does not say.
pub async fn keys_that_are_too_long_are_refused(client: &Client) -> Outcome {
    // Each `ä` has two bytes.
    let most = "ä/".repeat(341) + "a";
    for (key, length, code) in [
        (most.clone(), 1024, "NoSuchKey"),
        (most + "b", 1025, "KeyTooLongError"),
    ] {
        assert_eq!(key.len(), length);
        let get = client.get_object().bucket(BUCKET).key(key).send().await;
        let error = get.expect_err("there is no such object");
        assert_eq!(error.code(), Some(code), "{error}");
    }
    Ok(())
}

/// A checksum of the caller's own is one of its algorithm.
pub async fn what_is_no_checksum_is_not_sent(client: &Client) -> Outcome {
    for wrong in [
        "",
        "not base64!",
        "AAAA",
        "AAAAAA",
        "AAAAAA=",
        "AAAAAAA=",
        "AAAAAAAAAAA=",
        "é",
    ] {
        let put = client.put_object().bucket(BUCKET).key("k");
        let put = put.checksum_crc32(wrong).body(b"wheat".to_vec());
        is_unsent(put.send().await, &["x-amz-checksum-crc32", "base64"]);
    }
    Ok(())
}

/// Part numbers begin with one, which the model does not say, and no server here: what S3 says to zero.
pub async fn a_part_number_of_zero_is_left_to_the_service(server: &Server) -> Outcome {
    const ANSWER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidArgument</Code>\
                          <Message>no such part</Message><ArgumentName>partNumber</ArgumentName>\
                          <ArgumentValue>0</ArgumentValue><RequestId>R17</RequestId>\
                          <HostId>H17</HostId></Error>";
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", listener.local_addr()?);
    let answering = thread::spawn(move || -> std::io::Result<String> {
        let (mut stream, _) = listener.accept()?;
        let mut request = Vec::new();
        while !request.ends_with(b"wheat") {
            let mut bytes = [0; 1024];
            let read = stream.read(&mut bytes)?;
            assert_ne!(read, 0, "it ends before its body has come");
            request.extend_from_slice(&bytes[..read]);
        }
        let length = ANSWER.len();
        let head = format!("HTTP/1.1 400 Bad Request\r\ncontent-length: {length}\r\n\r\n");
        stream.write_all((head + ANSWER).as_bytes())?;
        Ok(String::from_utf8_lossy(&request).into_owned())
    });
    let config = server.config(Some(server.credentials())).into_builder();
    let client = Client::new(&config.endpoint_url(address).build());
    let part = client.upload_part().bucket(BUCKET).key("k").upload_id("u");
    let part = part.part_number(0).body(b"wheat".to_vec()).send().await;
    let error = part.expect_err("there is no such part");
    let request = answering.join().expect("it has answered")?;
    assert!(request.starts_with("PUT /granary/k?"), "{request}");
    assert!(request.contains("partNumber=0"), "{request}");
    assert_eq!(error.code(), Some("InvalidArgument"), "{error}");
    assert_eq!(
        error.to_string(),
        "InvalidArgument: no such part (request id R17)"
    );
    Ok(())
}

/// The call has failed before it began, and says all of this.
fn is_unsent<T, E>(outcome: Result<T, CallError<E>>, said: &[&str])
where
    CallError<E>: std::fmt::Display,
{
    let Err(error) = outcome else {
        panic!("{said:?}: it is sent");
    };
    let told = error.to_string();
    assert!(matches!(error, CallError::Construction(_)), "{told}");
    for said in said {
        assert!(told.contains(said), "{told}");
    }
}
