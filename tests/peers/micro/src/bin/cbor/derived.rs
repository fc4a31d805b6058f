//! Metrics of CloudWatch, as one would write them for serde, and those that all peers read and write.

use ciborium::tag::Required;
use serde::{Deserialize, Serialize};

/// How many metrics there are, and how many values of them: as many as `PutMetricData` takes at most.
const COUNT: usize = 1000;

/// What `ListMetrics` gives.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListMetricsOutput {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<Metric>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owning_accounts: Option<Vec<String>>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Metric {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Dimension {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// What `PutMetricData` takes.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PutMetricDataInput {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric_data: Option<Vec<MetricDatum>>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MetricDatum {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    /// Seconds since 1970, with a fraction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Required<f64, 1>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statistic_values: Option<StatisticSet>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage_resolution: Option<i32>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct StatisticSet {
    pub sample_count: f64,
    pub sum: f64,
    pub minimum: f64,
    pub maximum: f64,
}

/// The only unit that is written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Unit {
    Percent,
}

/// One page of metrics, to be read.
pub fn page() -> ListMetricsOutput {
    let metric = |number| Metric {
        namespace: Some("Fjord/Rendering".to_owned()),
        metric_name: Some(name(number)),
        dimensions: Some(vec![
            instance(number),
            dimension("AvailabilityZone", "eu-west-1b"),
        ]),
    };
    ListMetricsOutput {
        metrics: Some((0..COUNT).map(metric).collect()),
        next_token: Some("eyJwYWdlIjoyLCJzaXplIjoxMDAwfQ==".to_owned()),
        owning_accounts: None,
    }
}

/// Values of metrics, to be written: every other one is a statistic of several.
pub fn data() -> PutMetricDataInput {
    let datum = |number: usize| {
        let value = number as f64 * 0.1;
        let statistics = StatisticSet {
            sample_count: 60.0,
            sum: value * 60.0,
            minimum: 0.0,
            maximum: 99.9,
        };
        let is_statistic = number % 2 == 1;
        MetricDatum {
            metric_name: Some(name(number)),
            dimensions: Some(vec![instance(number)]),
            timestamp: Some(Required(1_767_225_600.25 + number as f64)),
            value: (!is_statistic).then_some(value),
            statistic_values: is_statistic.then_some(statistics),
            unit: Some(Unit::Percent),
            storage_resolution: Some(60),
        }
    };
    PutMetricDataInput {
        namespace: Some("Fjord/Rendering".to_owned()),
        metric_data: Some((0..COUNT).map(datum).collect()),
    }
}

fn name(number: usize) -> String {
    let names = ["CPUUtilization", "MemoryUtilization", "FramesPerSecond"];
    names[number % names.len()].to_owned()
}

fn instance(number: usize) -> Dimension {
    dimension("InstanceId", &format!("i-0f{number:015x}"))
}

fn dimension(name: &str, value: &str) -> Dimension {
    Dimension {
        name: Some(name.to_owned()),
        value: Some(value.to_owned()),
    }
}
