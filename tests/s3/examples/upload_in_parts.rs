//! Uploads a file in parts, none of which is held in memory: upload_in_parts FILE BUCKET KEY

use std::{env, error::Error, fs};

use aws_smithy_http_client::{Builder, tls::Provider, tls::rustls_provider::CryptoMode};
use aws_smithy_types::byte_stream::{ByteStream, Length};
use store::s3::Client;
use store::s3::types::{CompletedMultipartUpload, CompletedPart};

const PART: u64 = 8 << 20;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, bucket, key] = &arguments[..] else {
        return Err("usage: upload_in_parts FILE BUCKET KEY".into());
    };
    let tls = Provider::Rustls(CryptoMode::Ring);
    let https = Builder::new().tls_provider(tls).build_https();
    let config = aws_config::from_env().http_client(https).load().await;
    let client = Client::new(&config);
    let create = client.create_multipart_upload().bucket(bucket).key(key);
    let id = create.send().await?.upload_id.ok_or("no id")?;
    let size = fs::metadata(file)?.len();
    let mut parts = Vec::new();
    for (number, offset) in (1..).zip((0..size).step_by(PART as usize)) {
        let body = ByteStream::read_from().path(file).offset(offset);
        let body = body.length(Length::Exact(PART.min(size - offset)));
        let part = client.upload_part().bucket(bucket).key(key).upload_id(&id);
        let part = part.part_number(number).body(body.build().await?);
        let etag = part.send().await?.etag.ok_or("no tag")?;
        let part = CompletedPart::builder().part_number(number);
        parts.push(part.etag(etag).build());
    }
    let parts = CompletedMultipartUpload::builder().parts(parts).build();
    let complete = client.complete_multipart_upload().bucket(bucket).key(key);
    let complete = complete.upload_id(id).multipart_upload(parts);
    println!("{}", complete.send().await?.etag.unwrap_or_default());
    Ok(())
}
