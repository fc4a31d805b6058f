//! Lists.

use store::ByteStream;
use store::s3::Client;

use crate::{BUCKET, Outcome};

pub async fn lists_come_page_by_page(client: &Client) -> Outcome {
    for number in 0..25 {
        let put = client
            .put_object()
            .bucket(BUCKET)
            .key(format!("sheaf/{number:02}"));
        put.body(ByteStream::from_static(b"x")).send().await?;
    }
    let list = client.list_objects_v2().bucket(BUCKET).prefix("sheaf/");
    let pages: Vec<_> = list.max_keys(10).paginate().try_collect().await?;
    let counts = pages
        .iter()
        .map(|page| page.contents.as_ref().map_or(0, Vec::len));
    assert_eq!(counts.collect::<Vec<_>>(), [10, 10, 5]);
    let keys = pages.iter().flat_map(|page| page.contents.iter().flatten());
    let keys: Vec<_> = keys.filter_map(|object| object.key.as_deref()).collect();
    assert_eq!((keys[0], keys[24]), ("sheaf/00", "sheaf/24"));

    let list = client.list_objects_v2().bucket(BUCKET).delimiter("/");
    let folders = list.send().await?.common_prefixes.unwrap_or_default();
    let folders: Vec<_> = folders.into_iter().filter_map(|one| one.prefix).collect();
    assert!(folders.contains(&"sheaf/".to_owned()), "{folders:?}");

    let buckets = client
        .list_buckets()
        .send()
        .await?
        .buckets
        .unwrap_or_default();
    let buckets: Vec<_> = buckets.into_iter().filter_map(|one| one.name).collect();
    assert_eq!(buckets, [BUCKET]);

    for number in 0..25 {
        let delete = client
            .delete_object()
            .bucket(BUCKET)
            .key(format!("sheaf/{number:02}"));
        delete.send().await?;
    }
    Ok(())
}
