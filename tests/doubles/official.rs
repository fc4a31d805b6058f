//! Calls of doubles by the official crates, which are content where nothing here fails.

use std::error::Error;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_s3::primitives::ByteStream;
use aws_types::SdkConfig;
use aws_types::region::Region;

type Outcome = Result<(), Box<dyn Error>>;

/// Calls the doubles of DynamoDB, License Manager and S3.
pub async fn call([dynamodb, license_manager, s3]: [&str; 3]) -> Outcome {
    call_dynamodb(dynamodb).await?;
    call_license_manager(license_manager).await?;
    call_s3(s3).await?;
    println!("the official crates are content");
    Ok(())
}

fn config(url: &str) -> SdkConfig {
    let key = Credentials::new("AKIDEXAMPLE", "not a secret", None, None, "test");
    SdkConfig::builder()
        .behavior_version(aws_sdk_s3::config::BehaviorVersion::latest())
        .region(Region::from_static("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .endpoint_url(url)
        .build()
}

async fn call_dynamodb(url: &str) -> Outcome {
    let client = aws_sdk_dynamodb::Client::new(&config(url));
    let id = || AttributeValue::S("official".to_owned());
    let raw = AttributeValue::B(aws_sdk_dynamodb::primitives::Blob::new([0, 255]));
    let put = client.put_item().table_name("clips").item("id", id());
    put.item("raw", raw.clone()).send().await?;
    let got = client.get_item().table_name("clips").key("id", id());
    let item = got.send().await?.item.ok_or("no item")?;
    assert_eq!(item.get("raw"), Some(&raw));
    let pages = client.list_tables().into_paginator().items().send();
    let names = pages.collect::<Result<Vec<_>, _>>().await?;
    assert_eq!(names, ["boats", "clips"]);
    let put = client.put_item().table_name("none").item("id", id());
    let error = put.send().await.expect_err("there is no such table");
    assert!(error.into_service_error().is_resource_not_found_exception());
    Ok(())
}

async fn call_license_manager(url: &str) -> Outcome {
    let client = aws_sdk_licensemanager::Client::new(&config(url));
    let call = client.create_token().license_arn("arn").client_token("d");
    let created = call.send().await?;
    assert_eq!(created.token(), Some("e30.é"));
    let id = created.token_id().ok_or("no id")?;
    let listed = client.list_tokens().send().await?;
    assert!(
        listed
            .tokens()
            .iter()
            .any(|token| token.token_id() == Some(id))
    );
    client.delete_token().token_id(id).send().await?;
    let error = client.delete_token().token_id(id).send().await;
    let error = error.expect_err("it is gone").into_service_error();
    assert!(error.is_resource_not_found_exception());
    assert_eq!(error.meta().message(), Some("no such token"));
    Ok(())
}

async fn call_s3(url: &str) -> Outcome {
    let client = aws_sdk_s3::Client::new(&config(url));
    let put = client
        .put_object()
        .bucket("clips")
        .key("o/ü +")
        .metadata("who", "me");
    put.body(ByteStream::from_static(b"bytes")).send().await?;
    let got = client
        .get_object()
        .bucket("clips")
        .key("o/ü +")
        .send()
        .await?;
    assert_eq!(
        got.metadata()
            .and_then(|one| one.get("who"))
            .map(String::as_str),
        Some("me")
    );
    assert_eq!(got.body.collect().await?.to_vec(), b"bytes");
    let listed = client.list_objects_v2().bucket("clips").send().await?;
    assert!(
        listed
            .contents()
            .iter()
            .any(|one| one.key() == Some("o/ü +"))
    );
    client
        .delete_object()
        .bucket("clips")
        .key("o/ü +")
        .send()
        .await?;
    let error = client
        .get_object()
        .bucket("clips")
        .key("o/ü +")
        .send()
        .await;
    assert!(
        error
            .expect_err("it is gone")
            .into_service_error()
            .is_no_such_key()
    );
    Ok(())
}
