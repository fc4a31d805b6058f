//! Presigned requests, sent by somebody who has no keys and no client.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use http::Request;
use store::ByteStream;
use store::s3::Client;
use store::s3::{
    DeleteObjectInput, GetObjectInput, HeadObjectInput, PutObjectInput, UploadPartInput,
};

use crate::{BUCKET, Outcome, Server};

const KEY: &str = "open field/ä+b";
const MINUTE: Duration = Duration::from_secs(60);

pub async fn whoever_has_a_url_may_use_it(client: &Client, server: &Server) -> Outcome {
    let put = PutObjectInput::builder().bucket(BUCKET).key(KEY);
    let put = client.presign(put.content_type("text/plain").build(), MINUTE);
    let put = put.await?;
    assert_eq!(put.headers().len(), 1, "{:?}", put.headers());
    assert_eq!(sent(server, &put, b"poppies")?.0, 200);
    // The type belongs to what is signed.
    let mut other = put.clone();
    other
        .headers_mut()
        .insert("content-type", "text/html".parse()?);
    assert_eq!(sent(server, &other, b"weeds")?.0, 403);

    let get = GetObjectInput::builder().bucket(BUCKET).key(KEY).build();
    let get = client.presign(get, MINUTE).await?;
    assert!(get.headers().is_empty(), "{:?}", get.headers());
    let (status, body) = sent(server, &get, b"")?;
    assert_eq!((status, body.as_str()), (200, "poppies"));

    let head = HeadObjectInput::builder().bucket(BUCKET).key(KEY).build();
    let head = client.presign(head, MINUTE).await?;
    assert_eq!(sent(server, &head, b"")?.0, 200);

    let upload = client.create_multipart_upload().bucket(BUCKET).key(KEY);
    let upload = upload.send().await?.upload_id.expect("it has an id");
    let part = UploadPartInput::builder().bucket(BUCKET).key(KEY);
    let part = part.upload_id(&upload).part_number(1).build();
    let part = client.presign(part, MINUTE).await?;
    assert_eq!(sent(server, &part, b"poppies")?.0, 200);
    let abort = client.abort_multipart_upload().bucket(BUCKET).key(KEY);
    abort.upload_id(upload).send().await?;

    let delete = DeleteObjectInput::builder().bucket(BUCKET).key(KEY).build();
    let delete = client.presign(delete, MINUTE).await?;
    for request in [&put, &get, &head, &part, &delete] {
        for changed in changed(request)? {
            let (status, body) = sent(server, &changed, b"")?;
            assert_eq!(
                status,
                403,
                "{} {}: {body}",
                changed.method(),
                changed.uri()
            );
        }
    }
    assert_eq!(sent(server, &delete, b"")?.0, 204);
    assert_eq!(sent(server, &get, b"")?.0, 404);

    // A stream has no place in it.
    let stream = PutObjectInput::builder().bucket(BUCKET).key(KEY);
    let stream = stream.body(ByteStream::from_static(b"poppies")).build();
    assert_eq!(client.presign(stream, MINUTE).await?.body(), b"poppies");
    Ok(())
}

/// The same request with one byte changed: of the key, of the signature, of the time that it lasts.
fn changed(
    request: &Request<Vec<u8>>,
) -> Result<Vec<Request<Vec<u8>>>, Box<dyn std::error::Error>> {
    let uri = request.uri().to_string();
    let signature = uri.rfind("X-Amz-Signature=").ok_or("it is signed")? + "X-Amz-Signature=".len();
    let flipped = if uri.as_bytes()[signature] == b'0' {
        "1"
    } else {
        "0"
    };
    let mut other = uri.clone();
    other.replace_range(signature..=signature, flipped);
    let uris = [
        uri.replacen("/open%20field", "/open%20fields", 1),
        uri.replacen("X-Amz-Expires=60", "X-Amz-Expires=61", 1),
        other,
    ];
    let mut all = Vec::new();
    for other in uris {
        assert_ne!(other, uri);
        let mut changed = request.clone();
        *changed.uri_mut() = other.parse()?;
        all.push(changed);
    }
    Ok(all)
}

/// Sends a request with nothing but what it has; the status and the body of the answer.
fn sent(
    server: &Server,
    request: &Request<Vec<u8>>,
    body: &[u8],
) -> Result<(u16, String), Box<dyn std::error::Error>> {
    let authority = server.address.trim_start_matches("http://");
    let path = request.uri().path_and_query().ok_or("it has a path")?;
    let mut head = format!(
        "{} {path} HTTP/1.1\r\nhost: {authority}\r\nconnection: close\r\ncontent-length: {}\r\n",
        request.method(),
        body.len()
    );
    for (name, value) in request.headers() {
        head += &format!("{name}: {}\r\n", value.to_str()?);
    }
    let mut stream = TcpStream::connect(authority)?;
    stream.set_read_timeout(Some(MINUTE))?;
    stream.write_all(head.as_bytes())?;
    stream.write_all(b"\r\n")?;
    stream.write_all(body)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").ok_or("it is an answer")?;
    let status = head.split(' ').nth(1).ok_or("it has a status")?;
    Ok((status.parse()?, body.to_owned()))
}
