//! Reading and writing 1000 metrics of CloudWatch as CBOR, and reading data points.

mod derived;
mod official;
mod points;

use aws_sdk_cloudwatch::operation::get_metric_data::{
    GetMetricData, GetMetricDataOutput as OfficialPoints,
};
use aws_sdk_cloudwatch::operation::list_metrics::{
    ListMetrics, ListMetricsOutput as OfficialMetrics,
};
use aws_sdk_cloudwatch::operation::put_metric_data::PutMetricData;
use aws_smithy_types::DateTime;
use http::Response;
use metrics::Operation;
use metrics::metrics::types::{Dimension, MetricDatum, StandardUnit, StatisticSet};
use metrics::metrics::{
    GetMetricDataInput, GetMetricDataOutput, ListMetricsInput, ListMetricsOutput,
    PutMetricDataInput,
};
use peer_measure::{Peer, measure};
use peer_micro::{Reader, Writer};

fn main() {
    let (page, data) = (derived::page(), derived::data());
    let bytes = encoded(&page);
    let official = Reader::<OfficialMetrics>::of(&ListMetrics::new(), &bytes);
    let mut official_writer = Writer::of(&PutMetricData::new());
    let official_input = official::input(&data);
    let points = points::points();
    let answer = points::answer(&points);
    let official_points = Reader::<OfficialPoints>::of(&GetMetricData::new(), &answer);
    let (page_response, points_response) = (response(&bytes), response(&answer));
    let input = input(&data);
    let read = || ListMetricsInput::response(&(&page_response).into()).expect("metrics");
    let read_points =
        || GetMetricDataInput::response(&(&points_response).into()).expect("data points");
    let write = |input: PutMetricDataInput| input.request().expect("metrics").into_body();

    // All of them read and write the same.
    let written = write(input.clone());
    assert_eq!(bytes.len() / 1000, 149, "kB, as the table says");
    assert_eq!(written.len() / 1000, 188, "kB, as the table says");
    assert_eq!(decoded::<derived::PutMetricDataInput>(&written), data);
    let by_official = official_writer.write(official_input.clone());
    let by_official = by_official.body().bytes().expect("it is in memory");
    assert_eq!(decoded::<derived::PutMetricDataInput>(by_official), data);
    let ours = read();
    assert_eq!(decoded::<derived::ListMetricsOutput>(&bytes), page);
    assert_eq!(format!("{:?}", official.read().metrics()), debugged(&ours));
    let our_points = read_points();
    assert_eq!(answer.len() / 1000, 152, "kB, as the table says");
    assert!(decoded::<points::GetMetricDataOutput>(&answer) == points);
    assert!(are_the_same(&official_points.read(), &our_points));

    measure(vec![
        Peer::new("read: official", || official.read()),
        Peer::new("read: ciborium", || {
            decoded::<derived::ListMetricsOutput>(&bytes)
        }),
        Peer::new("read: Tinsmith", read),
        Peer::new("read: bound", || ours.clone()),
        Peer::new("read points: official", || official_points.read()),
        Peer::new("read points: ciborium", || {
            decoded::<points::GetMetricDataOutput>(&answer)
        }),
        Peer::new("read points: Tinsmith", read_points),
        Peer::prepared(
            "write: official",
            || official_input.clone(),
            |input| official_writer.write(input),
        ),
        Peer::prepared("write: ciborium", || data.clone(), |data| encoded(&data)),
        Peer::prepared("write: Tinsmith", || input.clone(), write),
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

/// Whether the official crate has read the same points.
fn are_the_same(official: &OfficialPoints, ours: &GetMetricDataOutput) -> bool {
    let ours = ours.metric_data_results.as_deref().unwrap_or_default();
    let official = official.metric_data_results();
    official.len() == ours.len()
        && official.iter().zip(ours).all(|(official, ours)| {
            official.id() == ours.id.as_deref()
                && official.label() == ours.label.as_deref()
                && official.timestamps == ours.timestamps
                && official.values == ours.values
                && official.status_code().map(|code| code.as_str())
                    == ours.status_code.as_ref().map(|code| code.as_str())
        })
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
