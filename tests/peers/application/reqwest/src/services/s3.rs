//! S3.

use http::Request;
use serde::{Deserialize, Serialize};

use super::{Aws, Done, Unsigned, xml};

/// An object, or where one is to be.
pub struct Place<'p> {
    pub bucket: &'p str,
    pub key: &'p str,
}

pub struct ListObjectsV2 {
    pub bucket: String,
    pub prefix: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListObjectsV2Output {
    pub key_count: Option<i32>,
}

/// The part of the input that is in the query.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Listed<'i> {
    list_type: i32,
    prefix: &'i str,
}

pub async fn list_objects_v2(aws: &Aws, input: &ListObjectsV2) -> Done<ListObjectsV2Output> {
    xml(&aws.send("s3", list(aws, input)?).await?)
}

/// What is in an object.
pub async fn get_object(aws: &Aws, place: Place<'_>) -> Done<Vec<u8>> {
    let request = Request::get(address(aws, &place)).body(Vec::new())?;
    aws.send("s3", request).await
}

pub async fn put_object(aws: &Aws, place: Place<'_>, body: Vec<u8>) -> Done {
    let request = Request::put(address(aws, &place)).body(body)?;
    aws.send("s3", request).await?;
    Ok(())
}

fn list(aws: &Aws, input: &ListObjectsV2) -> Done<Unsigned> {
    let listed = Listed {
        list_type: 2,
        prefix: &input.prefix,
    };
    let query = serde_urlencoded::to_string(listed)?;
    let bucket = Place {
        bucket: &input.bucket,
        key: "",
    };
    let address = address(aws, &bucket);
    Ok(Request::get(format!("{address}?{query}")).body(Vec::new())?)
}

/// The address of an object, whose key has nothing in it that has to be escaped.
fn address(aws: &Aws, Place { bucket, key }: &Place<'_>) -> String {
    format!("{}/{key}", aws.endpoint(&format!("{bucket}.s3")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::tests::aws;
    use crate::services::tests::told;

    #[test]
    fn objects_are_listed_and_counted() {
        let input = ListObjectsV2 {
            bucket: "reports".to_owned(),
            prefix: "open".to_owned(),
        };
        let expected =
            "GET https://reports.s3.eu-west-1.amazonaws.com/?list-type=2&prefix=open\n\n";
        assert_eq!(told(list(&aws(), &input).expect("a request")), expected);
        let answer = "<ListBucketResult><Name>reports</Name><KeyCount>1</KeyCount><Contents><Key>open</Key></Contents>\
                      </ListBucketResult>";
        let output: ListObjectsV2Output = xml(answer.as_bytes()).expect("a list");
        assert_eq!(output.key_count, Some(1));
    }

    #[test]
    fn an_object_has_its_address_in_its_bucket() {
        let place = Place {
            bucket: "reports",
            key: "open",
        };
        let expected = "https://reports.s3.eu-west-1.amazonaws.com/open";
        assert_eq!(address(&aws(), &place), expected);
    }
}
