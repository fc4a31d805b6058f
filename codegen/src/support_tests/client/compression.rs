//! Whether and from which size on requests are compressed is a setting.

use std::time::Duration;

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{PlainText, Tide, TideTable};
use crate::support::client::{Client, Settings};
use crate::support::compression;
use crate::support::operation::{BuildError, Operation};

/// A report of so many bytes.
#[derive(Debug)]
struct Report(usize);

impl Operation for Report {
    type Service = TideTable;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "Report";

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        self.request_compressed_from(Some(compression::MIN_SIZE))
    }

    fn request_compressed_from(
        &self,
        size: Option<usize>,
    ) -> Result<http::Request<Vec<u8>>, BuildError> {
        let request = http::Request::new(vec![b'~'; self.0]);
        Ok(compression::gzip(request, size))
    }
}

/// Whether a report is compressed by a client with these settings.
async fn is_compressed(
    size: usize,
    config: impl FnOnce(aws_types::sdk_config::Builder) -> aws_types::sdk_config::Builder,
    settings: Settings,
) -> bool {
    let service = ServiceDouble::with([Respond(200, "12")]);
    let config = config(service.config().into_builder()).build();
    let client = Client::<TideTable>::with_settings(&config, settings);
    client.call(Report(size)).await.expect("the call succeeds");
    service.body().len() < size
}

#[tokio::test]
async fn large_bodies_are_compressed_where_nothing_is_set() {
    assert!(is_compressed(10_240, |config| config, Settings::new()).await);
    assert!(!is_compressed(10_239, |config| config, Settings::new()).await);
}

#[tokio::test]
async fn a_configuration_says_from_which_size_on() {
    let from = |size| {
        move |config: aws_types::sdk_config::Builder| {
            config.request_min_compression_size_bytes(size)
        }
    };
    assert!(is_compressed(200, from(200), Settings::new()).await);
    assert!(!is_compressed(20_000, from(30_000), Settings::new()).await);
}

#[tokio::test]
async fn a_configuration_says_that_nothing_is_compressed() {
    let never = |config: aws_types::sdk_config::Builder| {
        let config = config.request_min_compression_size_bytes(1);
        config.disable_request_compression(true)
    };
    assert!(!is_compressed(20_000, never, Settings::new()).await);
    let all_the_same = Settings::new().compress_requests_from(Some(1_000));
    assert!(is_compressed(20_000, never, all_the_same).await);
}

#[tokio::test]
async fn settings_have_the_last_word() {
    let never = Settings::new().compress_requests_from(None);
    assert!(!is_compressed(20_000, |config| config, never).await);
}

#[tokio::test]
async fn a_presigned_request_is_not_compressed() {
    let service = ServiceDouble::with([]);
    let settings = Settings::new().compress_requests_from(Some(1));
    let client = Client::<TideTable>::with_settings(&service.config(), settings);
    let request = client
        .presign(Report(20_000), Duration::from_secs(60))
        .await;
    let request = request.expect("it can be presigned");
    assert_eq!(request.body().len(), 20_000);
    assert!(request.headers().get("content-encoding").is_none());
}
