//! Objects that botocore writes are read, and botocore reads those that are written here: the same ones,
//! those of `objects.json`.

use std::collections::{BTreeSet, HashMap};
use std::process::Command;
use std::{env, fs};

use serde::Deserialize;
use store::ByteStream;
use store::s3::types::{ChecksumAlgorithm, CompletedMultipartUpload, CompletedPart};
use store::s3::{Client, GetObjectOutput};

use crate::{BUCKET, Outcome};

/// An object.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Object {
    key: String,
    size: usize,
    content_type: Option<String>,
    #[serde(default)]
    metadata: HashMap<String, String>,
    /// Of its checksum; by default it has CRC32.
    algorithm: Option<String>,
    /// Whether it is sent as a stream.
    #[serde(default)]
    from_file: bool,
    /// The size of its parts, where it is sent in some.
    part: Option<usize>,
}

impl Object {
    /// What it has in it: its key, again and again.
    fn content(&self) -> Vec<u8> {
        self.key.bytes().cycle().take(self.size).collect()
    }
}

pub async fn each_reads_what_the_other_has_written(client: &Client) -> Outcome {
    let objects: Vec<Object> = serde_json::from_str(include_str!("objects.json"))?;
    botocore("write", "botocore's/")?;
    let keys = client
        .list_objects_v2()
        .bucket(BUCKET)
        .prefix("botocore's/");
    let pages: Vec<_> = keys.max_keys(3).paginate().try_collect().await?;
    let found = pages
        .into_iter()
        .flat_map(|page| page.contents.unwrap_or_default());
    let found: BTreeSet<_> = found.filter_map(|one| one.key).collect();
    let keys = objects
        .iter()
        .map(|object| format!("botocore's/{}", object.key));
    assert_eq!(found, keys.collect());
    for object in &objects {
        let key = format!("botocore's/{}", object.key);
        let read = read(client, &key, object).await;
        read.map_err(|error| format!("{key:?}: {error}"))?;
    }
    for object in &objects {
        let key = format!("ours/{}", object.key);
        let written = write(client, &key, object).await;
        written.map_err(|error| format!("{key:?}: {error}"))?;
    }
    botocore("read", "ours/")
}

/// Lets botocore write or read the objects below this prefix.
fn botocore(does: &str, prefix: &str) -> Outcome {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/with_botocore.py");
    let mut python = Command::new(env::var("S3_PYTHON")?);
    let status = python.arg(script).arg(does).arg(prefix).status()?;
    assert!(status.success(), "botocore cannot {does}: {status}");
    Ok(())
}

async fn read(client: &Client, key: &str, object: &Object) -> Outcome {
    let get = client.get_object().bucket(BUCKET).key(key);
    let got = get.send().await?;
    assert_eq!(got.content_length, Some(i64::try_from(object.size)?));
    assert_eq!(got.metadata.clone().unwrap_or_default(), object.metadata);
    if object.content_type.is_some() {
        assert_eq!(got.content_type, object.content_type);
    }
    if object.part.is_none() {
        let algorithm = object.algorithm.as_deref().unwrap_or("CRC32");
        assert!(checksum(&got, algorithm).is_some(), "it has no {algorithm}");
    }
    // Checked against its checksum while it is read.
    assert_eq!(got.body.collect().await?.to_vec(), object.content());
    Ok(())
}

fn checksum<'g>(got: &'g GetObjectOutput, algorithm: &str) -> Option<&'g String> {
    match algorithm {
        "CRC32" => got.checksum_crc32.as_ref(),
        "SHA1" => got.checksum_sha1.as_ref(),
        "SHA256" => got.checksum_sha256.as_ref(),
        _ => None,
    }
}

async fn write(client: &Client, key: &str, object: &Object) -> Outcome {
    if let Some(part) = object.part {
        return write_parts(client, key, object, part).await;
    }
    let mut put = client.put_object().bucket(BUCKET).key(key);
    put = put.metadata(object.metadata.clone());
    if let Some(content_type) = &object.content_type {
        put = put.content_type(content_type);
    }
    if let Some(algorithm) = &object.algorithm {
        put = put.checksum_algorithm(ChecksumAlgorithm::from(algorithm.as_str()));
    }
    if !object.from_file {
        put.body(object.content()).send().await?;
        return Ok(());
    }
    let file = env::temp_dir().join(format!("tinsmith-s3-object-{}", std::process::id()));
    fs::write(&file, object.content())?;
    let sent = put.body(ByteStream::from_path(&file).await?).send().await;
    fs::remove_file(&file)?;
    sent?;
    Ok(())
}

async fn write_parts(client: &Client, key: &str, object: &Object, part: usize) -> Outcome {
    let create = client.create_multipart_upload().bucket(BUCKET).key(key);
    let mut create = create.metadata(object.metadata.clone());
    if let Some(content_type) = &object.content_type {
        create = create.content_type(content_type);
    }
    let upload = create.send().await?.upload_id.expect("it has an id");
    let mut parts = Vec::new();
    for (number, bytes) in (1..).zip(object.content().chunks(part)) {
        let part = client.upload_part().bucket(BUCKET).key(key);
        let part = part.upload_id(&upload).part_number(number);
        let sent = part.body(bytes.to_vec()).send().await?;
        let part = CompletedPart::builder().part_number(number);
        parts.push(part.etag(sent.etag.expect("it has a tag")).build());
    }
    let parts = CompletedMultipartUpload::builder().parts(parts).build();
    let complete = client.complete_multipart_upload().bucket(BUCKET).key(key);
    let complete = complete.upload_id(upload).multipart_upload(parts);
    complete.send().await?;
    Ok(())
}
