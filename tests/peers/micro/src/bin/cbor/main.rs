//! Reading and writing 1000 metrics of CloudWatch as CBOR.

mod derived;
mod official;

use aws_smithy_types::DateTime;
use http::Response;
use metrics::Operation;
use metrics::metrics::types::{Dimension, MetricDatum, StandardUnit, StatisticSet};
use metrics::metrics::{ListMetricsInput, ListMetricsOutput, PutMetricDataInput};
use peer_measure::{Peer, measure};

fn main() {
    let (page, data) = (derived::page(), derived::data());
    let bytes = encoded(&page);
    let official = official::Reader::of(&bytes);
    let mut official_writer = official::Writer::of(&data);
    let official_clone = official::Writer::of(&data);
    let response = response(&bytes);
    let input = input(&data);
    let read = || ListMetricsInput::response(&(&response).into()).expect("metrics");
    let write = || input.request().expect("metrics").into_body();

    // All of them read and write the same.
    let written = write();
    assert_eq!(bytes.len() / 1000, 149, "kB, as the table says");
    assert_eq!(written.len() / 1000, 188, "kB, as the table says");
    assert_eq!(decoded::<derived::PutMetricDataInput>(&written), data);
    let by_official = official_writer.clone_and_write();
    let by_official = by_official.body().bytes().expect("it is in memory");
    assert_eq!(decoded::<derived::PutMetricDataInput>(by_official), data);
    let ours = read();
    assert_eq!(decoded::<derived::ListMetricsOutput>(&bytes), page);
    assert_eq!(format!("{:?}", official.read().metrics()), debugged(&ours));

    measure(vec![
        Peer::new("read: official", || official.read()),
        Peer::new("read: ciborium", || {
            decoded::<derived::ListMetricsOutput>(&bytes)
        }),
        Peer::new("read: Tinsmith", read),
        Peer::new("read: bound", || ours.clone()),
        Peer::new("write: official", || official_writer.clone_and_write()),
        Peer::new("clone: official", || official_clone.clone_alone()),
        Peer::new("write: ciborium", || encoded(&data)),
        Peer::new("write: Tinsmith", write),
    ]);
}

fn encoded(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("metrics are CBOR");
    bytes
}

fn decoded<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> T {
    ciborium::from_reader(bytes).expect("metrics")
}

fn response(bytes: &[u8]) -> Response<Vec<u8>> {
    let response = Response::builder().header("smithy-protocol", "rpc-v2-cbor");
    response.body(bytes.to_vec()).expect("a response")
}

/// The metrics, as the official crate shows them too.
fn debugged(output: &ListMetricsOutput) -> String {
    format!("{:?}", output.metrics.as_deref().unwrap_or_default())
}

fn input(data: &derived::PutMetricDataInput) -> PutMetricDataInput {
    let mut input = PutMetricDataInput::builder().build();
    input.namespace = data.namespace.clone();
    input.metric_data = Some(data.metric_data.iter().flatten().map(datum).collect());
    input
}

fn datum(datum: &derived::MetricDatum) -> MetricDatum {
    let dimensions = datum.dimensions.iter().flatten().map(|dimension| {
        let mut built = Dimension::builder().build();
        built.name = dimension.name.clone();
        built.value = dimension.value.clone();
        built
    });
    let statistics = datum.statistic_values.as_ref().map(|statistics| {
        StatisticSet::builder()
            .sample_count(statistics.sample_count)
            .sum(statistics.sum)
            .minimum(statistics.minimum)
            .maximum(statistics.maximum)
            .build()
    });
    let mut built = MetricDatum::builder().build();
    built.metric_name = datum.metric_name.clone();
    built.dimensions = Some(dimensions.collect());
    built.timestamp = datum
        .timestamp
        .as_ref()
        .map(|seconds| DateTime::from_secs_f64(seconds.0));
    built.value = datum.value;
    built.statistic_values = statistics;
    built.unit = datum.unit.as_ref().map(|_| StandardUnit::Percent);
    built.storage_resolution = datum.storage_resolution;
    built
}
