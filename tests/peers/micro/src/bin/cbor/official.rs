//! The metrics as the official crate's input.

use aws_sdk_cloudwatch::operation::put_metric_data::PutMetricDataInput;
use aws_sdk_cloudwatch::primitives::DateTime;
use aws_sdk_cloudwatch::types::{Dimension, MetricDatum, StandardUnit, StatisticSet};

use crate::derived;

/// What is written.
pub fn input(data: &derived::PutMetricDataInput) -> PutMetricDataInput {
    let data_of = data.metric_data.iter().flatten().map(datum);
    let input = PutMetricDataInput::builder()
        .set_namespace(data.namespace.clone())
        .set_metric_data(Some(data_of.collect()));
    input.build().expect("an input")
}

fn datum(datum: &derived::MetricDatum) -> MetricDatum {
    let dimensions = datum.dimensions.iter().flatten().map(|dimension| {
        Dimension::builder()
            .set_name(dimension.name.clone())
            .set_value(dimension.value.clone())
            .build()
    });
    let statistics = datum.statistic_values.as_ref().map(|statistics| {
        StatisticSet::builder()
            .sample_count(statistics.sample_count)
            .sum(statistics.sum)
            .minimum(statistics.minimum)
            .maximum(statistics.maximum)
            .build()
    });
    let timestamp = datum.timestamp.as_ref();
    MetricDatum::builder()
        .set_metric_name(datum.metric_name.clone())
        .set_dimensions(Some(dimensions.collect()))
        .set_timestamp(timestamp.map(|seconds| DateTime::from_secs_f64(seconds.0)))
        .set_value(datum.value)
        .set_statistic_values(statistics)
        .set_unit(datum.unit.as_ref().map(|_| StandardUnit::Percent))
        .set_storage_resolution(datum.storage_resolution)
        .build()
}
