//! The official crate's own reader and writer, as its runtime calls them.

use std::fmt;
use std::marker::PhantomData;

use aws_sdk_cloudwatch::operation::{get_metric_data, list_metrics, put_metric_data};
use aws_sdk_cloudwatch::primitives::DateTime;
use aws_sdk_cloudwatch::types::{Dimension, MetricDatum, StandardUnit, StatisticSet};
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{
    DeserializeResponse, SerializeRequest, SharedRequestSerializer, SharedResponseDeserializer,
};
use aws_smithy_runtime_api::http::{Request, Response, StatusCode};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer};

use crate::derived;

/// Reads answers of an operation, which gives an `O`.
pub struct Reader<O> {
    operation: FrozenLayer,
    config: ConfigBag,
    response: Response,
    output: PhantomData<O>,
}

impl Reader<list_metrics::ListMetricsOutput> {
    /// Of a page of metrics.
    pub fn of_metrics(bytes: &[u8]) -> Self {
        Self::of(list_metrics::ListMetrics::new().config(), bytes)
    }
}

impl Reader<get_metric_data::GetMetricDataOutput> {
    /// Of data points.
    pub fn of_points(bytes: &[u8]) -> Self {
        Self::of(get_metric_data::GetMetricData::new().config(), bytes)
    }
}

impl<O: fmt::Debug + Send + Sync + 'static> Reader<O> {
    fn of(operation: Option<FrozenLayer>, bytes: &[u8]) -> Self {
        let status = StatusCode::try_from(200).expect("a status");
        Self {
            operation: operation.expect("its parts"),
            config: ConfigBag::base(),
            response: Response::new(status, SdkBody::from(bytes)),
            output: PhantomData,
        }
    }

    pub fn read(&self) -> O {
        let reader = self.operation.load::<SharedResponseDeserializer>();
        let reader = reader.expect("a reader");
        let output = reader.deserialize_nonstreaming_with_config(&self.response, &self.config);
        let output = output.expect("an answer");
        output.downcast().expect("what the operation gives")
    }
}

/// Writes values of metrics.
pub struct Writer {
    operation: FrozenLayer,
    config: ConfigBag,
    input: put_metric_data::PutMetricDataInput,
}

impl Writer {
    pub fn of(data: &derived::PutMetricDataInput) -> Self {
        let operation = put_metric_data::PutMetricData::new().config();
        let data_of = data.metric_data.iter().flatten().map(datum);
        let input = put_metric_data::PutMetricDataInput::builder()
            .set_namespace(data.namespace.clone())
            .set_metric_data(Some(data_of.collect()));
        Self {
            operation: operation.expect("its parts"),
            config: ConfigBag::base(),
            input: input.build().expect("an input"),
        }
    }

    /// What is written is consumed, and so has to be cloned before.
    pub fn clone_and_write(&mut self) -> Request {
        let input = Input::erase(self.clone_alone());
        let writer = self.operation.load::<SharedRequestSerializer>();
        let writer = writer.expect("a writer");
        let request = writer.serialize_input(input, &mut self.config);
        request.expect("a request")
    }

    pub fn clone_alone(&self) -> put_metric_data::PutMetricDataInput {
        self.input.clone()
    }
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
