//! Objects that are uploaded in parts.

use store::ByteStream;
use store::s3::Client;
use store::s3::types::{CompletedMultipartUpload, CompletedPart};

use crate::{BUCKET, Outcome};

const KEY: &str = "barn/loft";
/// What every part but the last must have.
const PART: usize = 5 << 20;

pub async fn an_object_is_made_of_parts(client: &Client) -> Outcome {
    let upload = client.create_multipart_upload().bucket(BUCKET).key(KEY);
    let upload = upload.send().await?.upload_id.expect("it has an id");
    let mut done = Vec::new();
    for (number, size) in [(1, PART), (2, PART), (3, 100)] {
        let byte = b'a' + u8::try_from(number)?;
        let part = client.upload_part().bucket(BUCKET).key(KEY);
        let part = part.upload_id(&upload).part_number(number);
        let sent = part.body(ByteStream::from(vec![byte; size])).send().await?;
        let part = CompletedPart::builder().part_number(number);
        done.push(part.etag(sent.etag.expect("it has a tag")).build());
    }
    // The last page says that there is none after it, and has a token all the same.
    let list = client
        .list_parts()
        .bucket(BUCKET)
        .key(KEY)
        .upload_id(&upload);
    let pages: Vec<_> = list.max_parts(2).paginate().try_collect().await?;
    let parts = pages.iter().flat_map(|page| page.parts.iter().flatten());
    let mut numbers: Vec<_> = parts.filter_map(|part| part.part_number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3]);
    let parts = CompletedMultipartUpload::builder().parts(done).build();
    let complete = client.complete_multipart_upload().bucket(BUCKET).key(KEY);
    let complete = complete.upload_id(&upload).multipart_upload(parts);
    complete.send().await?;
    let head = client.head_object().bucket(BUCKET).key(KEY).send().await?;
    assert_eq!(head.content_length, Some(i64::try_from(2 * PART + 100)?));
    let get = client.get_object().bucket(BUCKET).key(KEY);
    let got = get
        .range(format!("bytes={}-{}", 2 * PART - 1, 2 * PART))
        .send()
        .await?;
    assert_eq!(crate::objects::text(got.body).await?, "cd");

    let other = client
        .create_multipart_upload()
        .bucket(BUCKET)
        .key("barn/door");
    let other = other.send().await?.upload_id.expect("it has an id");
    let abort = client
        .abort_multipart_upload()
        .bucket(BUCKET)
        .key("barn/door");
    abort.upload_id(other).send().await?;
    client
        .delete_object()
        .bucket(BUCKET)
        .key(KEY)
        .send()
        .await?;
    Ok(())
}
