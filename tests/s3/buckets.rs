//! What buckets have beside objects: tags, policies, versions, access control lists.

use std::time::Duration;

use store::ByteStream;
use store::s3::errors::Error;
use store::s3::types::{
    BucketCannedAcl, BucketVersioningStatus, CorsConfiguration, CorsRule,
    CreateBucketConfiguration, Permission, Tag, Tagging, VersioningConfiguration,
};
use store::s3::{Client, HeadBucketInput};

use crate::Outcome;

const BUCKET: &str = "orchard.of-apples";
/// Long enough for any machine.
const LIMIT: Duration = Duration::from_secs(30);

pub async fn buckets_have_more_than_objects(client: &Client) -> Outcome {
    let place = CreateBucketConfiguration::builder().location_constraint("eu-west-1");
    let create = client.create_bucket().bucket(BUCKET);
    create
        .create_bucket_configuration(place.build())
        .send()
        .await?;
    let there = HeadBucketInput::builder().bucket(BUCKET).build();
    client.wait_until_bucket_exists(there).within(LIMIT).await?;
    let place = client.get_bucket_location().bucket(BUCKET).send().await?;
    let place = place.location_constraint.expect("it says where");
    assert_eq!(place.as_str(), "eu-west-1");

    let tags = vec![Tag::builder().key("a & b").value("<ripe>").build()];
    let tagging = Tagging::builder().tag_set(tags.clone()).build();
    client
        .put_bucket_tagging()
        .bucket(BUCKET)
        .tagging(tagging)
        .send()
        .await?;
    let found = client.get_bucket_tagging().bucket(BUCKET).send().await?;
    assert_eq!(found.tag_set, tags);
    client.delete_bucket_tagging().bucket(BUCKET).send().await?;

    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::orchard.of-apples/*"}]}"#;
    client
        .put_bucket_policy()
        .bucket(BUCKET)
        .policy(policy)
        .send()
        .await?;
    let found = client.get_bucket_policy().bucket(BUCKET).send().await?;
    assert_eq!(found.policy.as_deref(), Some(policy));
    client.delete_bucket_policy().bucket(BUCKET).send().await?;

    let acl = client.put_bucket_acl().bucket(BUCKET);
    acl.acl(BucketCannedAcl::PublicRead).send().await?;
    let found = client.get_bucket_acl().bucket(BUCKET).send().await?;
    let grants = found.grants.unwrap_or_default();
    let reads = |grant: &store::s3::types::Grant| grant.permission == Some(Permission::Read);
    let everybody = grants
        .iter()
        .find(|grant| reads(grant))
        .expect("they may read");
    let grantee = everybody.grantee.as_ref().expect("somebody is granted it");
    // An attribute of another namespace.
    assert_eq!(grantee.r#type.as_str(), "Group");

    let rule = CorsRule::builder()
        .allowed_methods(vec!["GET".to_owned()])
        .allowed_origins(vec!["*".to_owned()]);
    let cors = CorsConfiguration::builder()
        .cors_rules(vec![rule.build()])
        .build();
    client
        .put_bucket_cors()
        .bucket(BUCKET)
        .cors_configuration(cors)
        .send()
        .await?;
    let found = client.get_bucket_cors().bucket(BUCKET).send().await?;
    assert_eq!(found.cors_rules.map_or(0, |rules| rules.len()), 1);

    versions_are_kept(client).await?;
    client.delete_bucket().bucket(BUCKET).send().await?;
    let gone = HeadBucketInput::builder().bucket(BUCKET).build();
    client
        .wait_until_bucket_not_exists(gone)
        .within(LIMIT)
        .await?;
    let head = client.head_bucket().bucket(BUCKET).send().await;
    let error = head.expect_err("it is gone");
    let Some(Error::NotFound(_)) = error.as_service_error() else {
        return Err(error.into());
    };
    Ok(())
}

async fn versions_are_kept(client: &Client) -> Outcome {
    let enabled = VersioningConfiguration::builder().status(BucketVersioningStatus::Enabled);
    let put = client.put_bucket_versioning().bucket(BUCKET);
    put.versioning_configuration(enabled.build()).send().await?;
    let mut versions = Vec::new();
    for text in ["green", "red"] {
        let put = client.put_object().bucket(BUCKET).key("apple");
        let put = put
            .body(ByteStream::from(text.as_bytes().to_vec()))
            .send()
            .await?;
        versions.push(put.version_id.expect("it has a version"));
    }
    let get = client.get_object().bucket(BUCKET).key("apple");
    let first = get.version_id(&versions[0]).send().await?;
    assert_eq!(crate::objects::text(first.body).await?, "green");
    let list = client.list_object_versions().bucket(BUCKET).send().await?;
    let listed = list.versions.unwrap_or_default();
    let latest = listed
        .iter()
        .find(|version| version.is_latest == Some(true));
    let latest = latest.and_then(|version| version.version_id.as_ref());
    assert_eq!((listed.len(), latest), (2, Some(&versions[1])));
    for version in &versions {
        let delete = client.delete_object().bucket(BUCKET).key("apple");
        delete.version_id(version).send().await?;
    }
    Ok(())
}
