//! Calls that carry a presigned URL for the region from which they take something. What is expected of
//! RDS and EC2 is what botocore signs.

use std::collections::BTreeSet;
use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_async::time::StaticTimeSource;

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{PlainText, Tide, TideError};
use crate::support::client::{CallError, Client, Settings};
use crate::support::endpoint::table::*;
use crate::support::endpoint::{BuiltIn, RuleSet};
use crate::support::operation::{BuildError, Destination, Operation, PresignedUrl, Service};

/// A service that keeps copies, and says itself which.
#[derive(Clone, Copy, Debug)]
struct Copies;

impl Service for Copies {
    type Error = TideError;

    const SHAPE: &'static str = "Copies";
    const SDK_ID: &'static str = "Copies";
    const USER_AGENT: &'static str = "copies";
    const API_VERSION: &'static str = "2014-10-31";
    const SIGNING_NAME: Option<&'static str> = Some("rds");
    const AUTH_SCHEMES: &'static [&'static str] = &["sigv4"];
    const ENDPOINT_RULES: Option<&'static RuleSet<'static>> = Some(&RULES);
}

static RULES: RuleSet<'static> = RuleSet {
    slots: 1,
    parameters: &[Parameter::string(Slot(0), "Region").built_in(BuiltIn::Region)],
    rules: &[Endpoint {
        when: &[If(Call(is_set, &[Ref(Slot(0))]))],
        url: Format("https://rds.{}.amazonaws.com", &[Ref(Slot(0))]),
    }],
};

/// Copies a snapshot. The region that it comes from is no part of the form, the other one only of
/// the URL.
#[derive(Clone, Debug, Default, PartialEq)]
struct CopyOne {
    source_region: Option<String>,
    pre_signed_url: Option<String>,
}

impl Operation for CopyOne {
    type Service = Copies;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "CopyOne";
    const PRESIGNED_URL: Option<PresignedUrl<Self>> = Some(PresignedUrl::new(
        |input| input.source_region.as_deref(),
        |input| &mut input.pre_signed_url,
        Destination::Parameter("DestinationRegion"),
    ));

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        let fixed = "Action=CopyDBSnapshot&Version=2014-10-31&SourceDBSnapshotIdentifier=arn%3Aaws\
                     %3Ards%3Aeu-west-1%3A123456789012%3Asnapshot%3As&TargetDBSnapshotIdentifier=t";
        post(
            [
                fixed,
                &parameter("PreSignedUrl", self.pre_signed_url.as_deref()),
            ]
            .concat(),
        )
    }
}

/// Copies a snapshot. Both regions are parts of the form.
#[derive(Clone, Debug, Default, PartialEq)]
struct CopyOther {
    source_region: Option<String>,
    destination_region: Option<String>,
    presigned_url: Option<String>,
}

impl Operation for CopyOther {
    type Service = Copies;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "CopyOther";
    const PRESIGNED_URL: Option<PresignedUrl<Self>> = Some(PresignedUrl::new(
        |input| input.source_region.as_deref(),
        |input| &mut input.presigned_url,
        Destination::Member(|input| &mut input.destination_region),
    ));

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        let form = [
            "Action=CopySnapshot&Description=a+b".to_owned(),
            parameter("SourceRegion", self.source_region.as_deref()),
            parameter("DestinationRegion", self.destination_region.as_deref()),
            parameter("PresignedUrl", self.presigned_url.as_deref()),
        ];
        post(form.concat())
    }
}

fn post(form: String) -> Result<http::Request<Vec<u8>>, BuildError> {
    let request = http::Request::post("/").header("content-type", "form");
    Ok(request.body(form.into_bytes()).expect("a request"))
}

/// A parameter of a form, if there is one. What is not of a URL stands as it is.
fn parameter(name: &str, value: Option<&str>) -> String {
    let value = value.map(|value| value.replace('%', "%25").replace('&', "%26"));
    value.map_or_else(String::new, |value| format!("&{name}={value}"))
}

/// The URL in the last request, and the rest of its form.
fn sent(service: &ServiceDouble, member: &str) -> (String, String) {
    let form = String::from_utf8(service.body()).expect("a form");
    let (form, url) = form.split_once(member).expect("a URL");
    (url.replace("%26", "&").replace("%25", "%"), form.to_owned())
}

fn settings() -> Settings {
    let credentials = Credentials::new(
        "AKIDEXAMPLE",
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        None,
        None,
        "test",
    );
    let noon = UNIX_EPOCH + Duration::from_secs(1_896_093_296);
    Settings::new()
        .region("us-east-1")
        .credentials(SharedCredentialsProvider::new(credentials))
        .time_source(StaticTimeSource::new(noon))
}

async fn asked<O: Operation<Service = Copies>>(input: O) -> ServiceDouble {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let client = Client::<Copies>::with_settings(&service.config(), settings());
    client.call(input).await.expect("an answer");
    service
}

fn from(region: &str) -> Option<String> {
    Some(region.to_owned())
}

fn query(url: &str) -> BTreeSet<&str> {
    let (_, query) = url.split_once('?').expect("a query");
    query.split('&').collect()
}

#[tokio::test]
async fn the_url_is_the_same_call_signed_for_the_other_region() {
    let service = asked(CopyOne {
        source_region: from("eu-west-1"),
        ..CopyOne::default()
    })
    .await;
    assert_eq!(service.asked(), 1);
    assert_eq!(service.uri(), "https://rds.us-east-1.amazonaws.com/");
    assert!(service.header("authorization").contains("/us-east-1/rds/"));
    let (url, form) = sent(&service, "&PreSignedUrl=");
    assert!(!form.contains("Region"), "{form}");
    assert!(
        url.starts_with("https://rds.eu-west-1.amazonaws.com/?Action=CopyDBSnapshot&"),
        "{url}"
    );
    // As in a call of botocore's, that of the same moment by the same keys.
    let expected = [
        "Action=CopyDBSnapshot",
        "Version=2014-10-31",
        "SourceDBSnapshotIdentifier=arn%3Aaws%3Ards%3Aeu-west-1%3A123456789012%3Asnapshot%3As",
        "TargetDBSnapshotIdentifier=t",
        "DestinationRegion=us-east-1",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "X-Amz-Credential=AKIDEXAMPLE%2F20300131%2Feu-west-1%2Frds%2Faws4_request",
        "X-Amz-Date=20300131T123456Z",
        "X-Amz-SignedHeaders=host",
        "X-Amz-Expires=3600",
        "X-Amz-Signature=3878eac1aab9e98163503f7df60ae3073db54d7d40db1907c8debbaf03215897",
    ];
    assert_eq!(query(&url), expected.into());
}

#[tokio::test]
async fn a_region_that_is_a_member_is_told_in_both_requests() {
    let service = asked(CopyOther {
        source_region: from("eu-west-1"),
        ..CopyOther::default()
    })
    .await;
    let (url, form) = sent(&service, "&PresignedUrl=");
    assert!(
        form.ends_with("&SourceRegion=eu-west-1&DestinationRegion=us-east-1"),
        "{form}"
    );
    let query = query(&url);
    for parameter in [
        "SourceRegion=eu-west-1",
        "DestinationRegion=us-east-1",
        "Description=a%20b",
    ] {
        assert!(query.contains(parameter), "{parameter} {url}");
    }
    assert!(!url.contains("PresignedUrl"), "{url}");
}

#[tokio::test]
async fn what_the_caller_has_set_or_does_not_need_stays_as_it_is() {
    let service = asked(CopyOther {
        source_region: from("eu-west-1"),
        presigned_url: Some("https://example.com".to_owned()),
        ..CopyOther::default()
    })
    .await;
    let form = String::from_utf8(service.body()).expect("a form");
    assert!(
        form.ends_with("&SourceRegion=eu-west-1&PresignedUrl=https://example.com"),
        "{form}"
    );
    let service = asked(CopyOne::default()).await;
    let form = String::from_utf8(service.body()).expect("a form");
    assert!(form.ends_with("&TargetDBSnapshotIdentifier=t"), "{form}");
}

#[tokio::test]
async fn settings_of_the_call_count_for_both_requests() {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let client = Client::<Copies>::with_settings(&service.config(), settings());
    let input = CopyOne {
        source_region: from("eu-west-1"),
        ..CopyOne::default()
    };
    let there = Settings::new().region("eu-north-1");
    client
        .call(input)
        .with_settings(&there)
        .await
        .expect("an answer");
    assert_eq!(service.uri(), "https://rds.eu-north-1.amazonaws.com/");
    let (url, _) = sent(&service, "&PreSignedUrl=");
    assert!(url.starts_with("https://rds.eu-west-1."), "{url}");
    assert!(
        query(&url).contains("DestinationRegion=eu-north-1"),
        "{url}"
    );
}

#[tokio::test]
async fn without_a_url_nothing_is_sent_and_nothing_told() {
    for region in ["hunter2/", "hunter2.example.com", ""] {
        let service = ServiceDouble::with([]);
        let client = Client::<Copies>::with_settings(&service.config(), settings());
        let input = CopyOne {
            source_region: from(region),
            ..CopyOne::default()
        };
        let error = client.call(input).await.expect_err("it is no region");
        assert!(matches!(error, CallError::Construction(_)), "{error:?}");
        assert!(
            !format!("{error} {error:?}").contains("hunter2"),
            "{error:?}"
        );
        assert_eq!(service.asked(), 0);
    }
}

#[test]
fn without_a_client_the_request_to_presign_is_data() {
    let mut input = CopyOther {
        source_region: from("eu-west-1"),
        ..CopyOther::default()
    };
    let asked = input
        .to_presign("us-east-1")
        .expect("a request")
        .expect("one");
    assert_eq!(asked.region, "eu-west-1");
    assert_eq!(asked.request.method(), "GET");
    assert_eq!(
        asked.request.uri(),
        "/?Action=CopySnapshot&Description=a%20b&SourceRegion=eu-west-1\
         &DestinationRegion=us-east-1"
    );
    assert!(asked.request.headers().is_empty() && asked.request.body().is_empty());
    let url = CopyOther::PRESIGNED_URL.expect("it has one");
    url.set(&mut input, "us-east-1", "https://example.com".to_owned());
    assert_eq!(input.presigned_url.as_deref(), Some("https://example.com"));
    assert_eq!(input.destination_region.as_deref(), Some("us-east-1"));
    assert!(input.to_presign("us-east-1").expect("no fault").is_none());
}
