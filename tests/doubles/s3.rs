//! S3: objects are put, listed, got and deleted.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use doubled::ByteStream;
use doubled::double::{Answer, Call, Double};
use doubled::s3::errors::{Error, NoSuchKey};
use doubled::s3::types::Object;
use doubled::s3::{
    DeleteObjectInput, DeleteObjectOutput, GetObjectInput, GetObjectOutput, HeadObjectInput,
    HeadObjectOutput, ListObjectsV2Input, ListObjectsV2Output, PutObjectInput, PutObjectOutput, S3,
};

/// An object: its type, what its owner says of it, and its bytes.
#[derive(Clone)]
struct Stored {
    content_type: Option<String>,
    metadata: std::collections::HashMap<String, String>,
    bytes: Vec<u8>,
}

type Objects = Arc<Mutex<BTreeMap<(String, String), Stored>>>;

pub fn double() -> Double<S3> {
    let objects = Objects::default();
    let (got, looked_at, listed, deleted) = (
        objects.clone(),
        objects.clone(),
        objects.clone(),
        objects.clone(),
    );
    Double::new()
        .on_call(move |call: Call<PutObjectInput>| {
            let (input, bytes) = (call.input, call.body);
            let stored = Stored {
                content_type: input.content_type,
                metadata: input.metadata.unwrap_or_default(),
                bytes,
            };
            let key = (input.bucket, input.key);
            objects.lock().expect("no panic").insert(key, stored);
            Answer::Output(PutObjectOutput::builder().etag("\"1\"").build())
        })
        .on(move |input: GetObjectInput| {
            let objects = got.lock().expect("no panic");
            let Some(stored) = objects.get(&(input.bucket, input.key)).cloned() else {
                let error = NoSuchKey::builder().build();
                return Err(Error::NoSuchKey(error));
            };
            let output = GetObjectOutput::builder().metadata(stored.metadata);
            let output = output.content_type(stored.content_type.unwrap_or_default());
            Ok(output.body(ByteStream::from(stored.bytes)).build())
        })
        .on_call(move |call: Call<HeadObjectInput>| {
            let objects = looked_at.lock().expect("no panic");
            match objects.get(&(call.input.bucket, call.input.key)) {
                Some(stored) => {
                    let length = i64::try_from(stored.bytes.len()).unwrap_or_default();
                    Answer::Output(HeadObjectOutput::builder().content_length(length).build())
                }
                None => Answer::other_error(404, "NotFound", "no such object"),
            }
        })
        .on(move |input: ListObjectsV2Input| {
            let objects = listed.lock().expect("no panic");
            let keys = objects.keys().filter(|(bucket, _)| *bucket == input.bucket);
            let keys: Vec<_> = keys.map(|(_, key)| Object::builder().key(key)).collect();
            Ok(ListObjectsV2Output::builder()
                .name(input.bucket)
                .contents(keys)
                .build())
        })
        .on(move |input: DeleteObjectInput| {
            deleted
                .lock()
                .expect("no panic")
                .remove(&(input.bucket, input.key));
            Ok(DeleteObjectOutput::default())
        })
}
