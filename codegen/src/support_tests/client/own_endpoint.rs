//! Calls that go to a URL which their input names.

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{PlainText, ReadTide, Tide, TideTable};
use crate::support::client::{CallError, Settings};
use crate::support::operation::{BuildError, Operation};

/// Asks a gauge that has told its URL.
#[derive(Debug)]
struct AskGauge(&'static str);

impl Operation for AskGauge {
    type Service = TideTable;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "AskGauge";

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        ReadTide::at("gauge").request()
    }

    fn own_endpoint(&self) -> Option<&str> {
        Some(self.0)
    }
}

#[tokio::test]
async fn the_call_goes_to_the_url_of_its_input_whatever_the_settings_say() {
    let service = ServiceDouble::with([Respond(200, "12"), Respond(200, "12")]);
    let call = AskGauge("https://north-7.gauges.example.com/");
    service.client().call(call).await.unwrap();
    assert_eq!(service.uri(), "https://north-7.gauges.example.com/");
    assert!(service.header("authorization").contains("/eu-west-1/"));
    let settings = Settings::new().endpoint_url("http://localhost:8000");
    let client = service.client_with(settings);
    let call = AskGauge("https://north-8.gauges.example.com");
    client.call(call).await.unwrap();
    assert_eq!(service.uri(), "https://north-8.gauges.example.com/");
}

#[tokio::test]
async fn what_is_no_url_is_not_sent() {
    for url in ["", "north-7", "/north-7", "https://"] {
        let service = ServiceDouble::with([]);
        let error = service.client().call(AskGauge(url)).await.unwrap_err();
        assert!(matches!(error, CallError::Construction(_)), "{error:?}");
        assert_eq!(service.asked(), 0);
    }
}
