//! Calls that put something before the host of the service's endpoint.

use super::service_double::Answer::Respond;
use super::service_double::ServiceDouble;
use super::tide::{PlainText, ReadTide, Tide, TideTable};
use crate::support::client::CallError;
use crate::support::operation::{BuildError, Operation, host_label};

/// Asks one gauge of many, which is at a host of its own.
#[derive(Debug)]
struct ReadGauge(&'static str);

impl Operation for ReadGauge {
    type Service = TideTable;
    type Output = Tide;
    type Protocol = PlainText;

    const NAME: &'static str = "ReadGauge";

    fn request(&self) -> Result<http::Request<Vec<u8>>, BuildError> {
        ReadTide::at("gauge").request()
    }

    fn host_prefix(&self) -> Result<Option<String>, BuildError> {
        Ok(Some(format!("gauge-{}.", host_label("Gauge", self.0)?)))
    }
}

#[tokio::test]
async fn the_prefix_stands_before_the_host_of_the_endpoint() {
    let service = ServiceDouble::with([Respond(200, "12"), Respond(200, "12")]);
    let client = service.client();
    client.call(ReadGauge("north-7")).await.unwrap();
    assert_eq!(
        service.uri(),
        "https://gauge-north-7.tides.eu-west-1.example.com/"
    );
    client.call(ReadTide::at("Brest")).await.unwrap();
    assert_eq!(service.uri(), "https://tides.eu-west-1.example.com/");
}

#[tokio::test]
async fn what_cannot_be_part_of_a_host_name_is_not_sent() {
    for gauge in ["", "north.7", "north/7", "n@rth", "n\u{f6}rd"] {
        let service = ServiceDouble::with([]);
        let error = service.client().call(ReadGauge(gauge)).await.unwrap_err();
        assert!(matches!(error, CallError::Construction(_)), "{error:?}");
        let error = error.to_string();
        assert!(
            error.contains("`Gauge` cannot be part of a host name"),
            "{error}"
        );
        assert_eq!(service.asked(), 0);
    }
}
