//! Keys that are hard to encode, or to sign: all that the files of the server can be called, and XML can
//! hold.

use std::collections::BTreeSet;

use store::ByteStream;
use store::s3::Client;
use store::s3::types::{Delete, ObjectIdentifier};

use crate::objects::text;
use crate::{BUCKET, Outcome};

/// Before all of them.
const FOLDER: &str = "odd/";

/// Two hundred keys.
fn keys() -> BTreeSet<String> {
    let signs = (' '..='~').filter(|sign| !sign.is_ascii_alphanumeric() && *sign != '/');
    let beyond = "\t\u{85}\u{a0}éßÅ\u{1e9e}中日한עع\u{301}\u{200d}\u{2028}\u{fffd}😀𝕊";
    let signs: Vec<char> = signs.chain(beyond.chars()).collect();
    let around = signs.iter().flat_map(|sign| {
        let within = format!("a{sign}b");
        // What is called `.` or `..` is no file.
        let whole = format!("{sign}{sign}{sign}");
        [
            within,
            whole,
            format!("{sign}x"),
            format!("y{sign}/c{sign}d"),
        ]
    });
    let whole = [
        "%",
        "%2",
        "%2F",
        "%25",
        "%zz",
        "a%20b",
        "a+b",
        "a b+c",
        "?a=b&c=d",
        "#frag",
        "a;b",
        "a&amp;b",
        "&#10;",
        "<Key>",
        "]]>",
        "'\"",
        "...",
        ".a",
        "a.",
        "..a",
        "~a",
        "-",
        "_",
        "(a)",
        "[a]",
        "{a}",
        "a=b",
        "a:b",
        "a@b",
        "a,b",
        "a!b",
        "a*b",
        "a|b",
        "a^b",
        "a`b",
        "a$b",
        "AWS4-HMAC-SHA256",
        "x-id=GetObject",
        "X-Amz-Date=1",
        "e\u{301}",
        "é",
        "null",
        "undefined",
        "true",
        "0",
        "-1",
        "1e9",
        "\u{fe0f}",
        "a\u{200b}b",
        "\u{202e}abc",
        "ﬀ",
        "ǆ",
        "İ",
        "ı",
        "K",
        "Ω",
        "٣",
        "１",
    ];
    let whole = whole.into_iter().map(str::to_owned);
    let all = around.chain(whole);
    all.map(|key| format!("{FOLDER}{key}")).collect()
}

pub async fn keys_come_back_as_they_were(client: &Client) -> Outcome {
    let keys = keys();
    assert!(keys.len() >= 200, "{} keys", keys.len());
    for key in &keys {
        let put = client.put_object().bucket(BUCKET).key(key);
        let put = put.body(ByteStream::from(key.clone().into_bytes()));
        put.send()
            .await
            .map_err(|error| format!("{key:?}: {error}"))?;
    }
    let pages = client.list_objects_v2().bucket(BUCKET).prefix(FOLDER);
    let mut pages = pages.max_keys(50).paginate();
    let mut found = BTreeSet::new();
    while let Some(page) = pages.next().await {
        for object in page?.contents.unwrap_or_default() {
            found.extend(object.key);
        }
    }
    let missing: Vec<_> = keys.difference(&found).collect();
    let strange: Vec<_> = found.difference(&keys).collect();
    assert!(
        missing.is_empty() && strange.is_empty(),
        "{missing:?} {strange:?}"
    );
    for key in &keys {
        let get = client.get_object().bucket(BUCKET).key(key);
        let got = get
            .send()
            .await
            .map_err(|error| format!("{key:?}: {error}"))?;
        assert_eq!(text(got.body).await?, *key);
    }
    let keys: Vec<String> = keys.into_iter().collect();
    for some in keys.chunks(100) {
        let objects = some
            .iter()
            .map(|key| ObjectIdentifier::builder().key(key).build());
        let delete = Delete::builder()
            .objects(objects.collect::<Vec<_>>())
            .quiet(false);
        let deleted = client
            .delete_objects()
            .bucket(BUCKET)
            .delete(delete.build());
        let deleted = deleted.send().await?;
        assert_eq!(deleted.errors.unwrap_or_default(), []);
        let gone = deleted.deleted.unwrap_or_default();
        let gone: BTreeSet<_> = gone.into_iter().filter_map(|one| one.key).collect();
        assert_eq!(gone, some.iter().cloned().collect());
    }
    Ok(())
}
