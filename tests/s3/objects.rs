//! Objects: written, read, copied, deleted.

use std::collections::HashMap;

use store::ByteStream;
use store::s3::Client;

use crate::{BUCKET, Outcome};

pub async fn objects_come_about_and_go(client: &Client) -> Outcome {
    let metadata = HashMap::from([("grown-in".to_owned(), "2026".to_owned())]);
    let put = client
        .put_object()
        .bucket(BUCKET)
        .key("wheat/notes.txt")
        .content_type("text/plain")
        .metadata(metadata.clone())
        .body(ByteStream::from_static(b"golden"));
    let put = put.send().await?;
    assert!(put.etag.is_some(), "it has a tag");

    let head = client.head_object().bucket(BUCKET).key("wheat/notes.txt");
    let head = head.send().await?;
    assert_eq!(head.content_length, Some(6));
    assert_eq!(head.content_type.as_deref(), Some("text/plain"));
    assert_eq!(head.metadata, Some(metadata));
    assert!(head.last_modified.is_some(), "it has a time");

    let get = client.get_object().bucket(BUCKET).key("wheat/notes.txt");
    let got = get.send().await?;
    assert_eq!(got.etag, head.etag);
    assert_eq!(text(got.body).await?, "golden");

    let file = std::env::temp_dir().join(format!("tinsmith-s3-{}", std::process::id()));
    std::fs::write(&file, "from a file")?;
    let put = client.put_object().bucket(BUCKET).key("wheat/file");
    put.body(ByteStream::from_path(&file).await?).send().await?;
    std::fs::remove_file(&file)?;
    let get = client.get_object().bucket(BUCKET).key("wheat/file");
    assert_eq!(text(get.send().await?.body).await?, "from a file");

    let put = client.put_object().bucket(BUCKET).key("wheat/nothing");
    put.send().await?;
    let get = client.get_object().bucket(BUCKET).key("wheat/nothing");
    assert_eq!(text(get.send().await?.body).await?, "");

    for key in ["wheat/notes.txt", "wheat/file", "wheat/nothing"] {
        let delete = client.delete_object().bucket(BUCKET).key(key);
        delete.send().await?;
    }
    Ok(())
}

pub async fn ranges_and_copies_are_parts_and_wholes(client: &Client) -> Outcome {
    let put = client.put_object().bucket(BUCKET).key("rye");
    put.body(ByteStream::from_static(b"0123456789"))
        .send()
        .await?;
    for (range, part, content_range) in [
        ("bytes=2-4", "234", "bytes 2-4/10"),
        ("bytes=7-", "789", "bytes 7-9/10"),
        ("bytes=-2", "89", "bytes 8-9/10"),
    ] {
        let get = client.get_object().bucket(BUCKET).key("rye").range(range);
        let got = get.send().await?;
        assert_eq!(got.content_range.as_deref(), Some(content_range));
        assert_eq!(text(got.body).await?, part, "{range}");
    }
    // A source is percent-encoded by whoever names it.
    let copy = client.copy_object().bucket(BUCKET).key("rye & more");
    let copied = copy.copy_source(format!("{BUCKET}/rye")).send().await?;
    let copied = copied.copy_object_result.expect("it says what was copied");
    assert!(copied.etag.is_some() || copied.last_modified.is_some());
    let get = client.get_object().bucket(BUCKET).key("rye & more");
    assert_eq!(text(get.send().await?.body).await?, "0123456789");
    for key in ["rye", "rye & more"] {
        let delete = client.delete_object().bucket(BUCKET).key(key);
        delete.send().await?;
    }
    Ok(())
}

/// A body as text.
pub async fn text(body: ByteStream) -> Result<String, Box<dyn std::error::Error>> {
    let bytes = body.collect().await?.into_bytes();
    Ok(String::from_utf8(bytes.to_vec())?)
}
