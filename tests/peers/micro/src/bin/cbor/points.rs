//! Data points of CloudWatch, as one would write them for serde, and those that all peers read.

use ciborium::tag::Required;
use serde::Deserialize;

/// How many metrics there are.
const RESULTS: usize = 8;
/// How many points each of them has.
const POINTS: usize = 1000;

/// What `GetMetricData` gives.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
pub struct GetMetricDataOutput {
    pub metric_data_results: Option<Vec<MetricDataResult>>,
    pub next_token: Option<String>,
    pub messages: Option<Vec<MessageData>>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
pub struct MetricDataResult {
    pub id: Option<String>,
    pub label: Option<String>,
    /// Seconds since 1970.
    pub timestamps: Option<Vec<Required<f64, 1>>>,
    pub values: Option<Vec<f64>>,
    pub status_code: Option<StatusCode>,
    pub messages: Option<Vec<MessageData>>,
}

/// The only code that is read.
#[derive(Debug, Deserialize, PartialEq)]
pub enum StatusCode {
    Complete,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
pub struct MessageData {
    pub code: Option<String>,
    pub value: Option<String>,
}

/// The points: one a minute, the latest first, as they come unless one asks for another order.
pub fn points() -> GetMetricDataOutput {
    let minute = |number: usize| Required(1_767_225_600.0 - 60.0 * number as f64);
    let result = |metric: usize| MetricDataResult {
        id: Some(format!("m{metric}")),
        label: Some(format!("CPUUtilization i-0f{metric:015x}")),
        timestamps: Some((0..POINTS).map(minute).collect()),
        values: Some((0..POINTS).map(|number| value(metric, number)).collect()),
        status_code: Some(StatusCode::Complete),
        messages: None,
    };
    GetMetricDataOutput {
        metric_data_results: Some((0..RESULTS).map(result).collect()),
        next_token: None,
        messages: None,
    }
}

/// Percents with two digits.
fn value(metric: usize, number: usize) -> f64 {
    ((number * 7919 + metric * 104_729) % 10_000) as f64 / 100.0
}

/// The answer that gives them. All floats have 64 bits, as those of services do: ciborium writes those
/// that can be with fewer.
pub fn answer(points: &GetMetricDataOutput) -> Vec<u8> {
    let results = points.metric_data_results.as_deref().unwrap_or_default();
    let mut bytes = Vec::new();
    head(&mut bytes, MAP, 1);
    text(&mut bytes, "MetricDataResults");
    head(&mut bytes, LIST, results.len());
    for result in results {
        head(&mut bytes, MAP, 5);
        text(&mut bytes, "Id");
        text(&mut bytes, result.id.as_deref().unwrap_or_default());
        text(&mut bytes, "Label");
        text(&mut bytes, result.label.as_deref().unwrap_or_default());
        text(&mut bytes, "Timestamps");
        let timestamps = result.timestamps.as_deref().unwrap_or_default();
        head(&mut bytes, LIST, timestamps.len());
        for timestamp in timestamps {
            head(&mut bytes, TAG, 1);
            double(&mut bytes, timestamp.0);
        }
        text(&mut bytes, "Values");
        let values = result.values.as_deref().unwrap_or_default();
        head(&mut bytes, LIST, values.len());
        for value in values {
            double(&mut bytes, *value);
        }
        text(&mut bytes, "StatusCode");
        text(&mut bytes, "Complete");
    }
    bytes
}

// Major types.
const TEXT: u8 = 3;
const LIST: u8 = 4;
const MAP: u8 = 5;
const TAG: u8 = 6;

fn head(bytes: &mut Vec<u8>, major: u8, argument: usize) {
    let argument = u16::try_from(argument).expect("it is small");
    match argument {
        0..24 => bytes.push(major << 5 | argument as u8),
        24..256 => bytes.extend([major << 5 | 24, argument as u8]),
        _ => {
            bytes.push(major << 5 | 25);
            bytes.extend(argument.to_be_bytes());
        }
    }
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    head(bytes, TEXT, text.len());
    bytes.extend(text.as_bytes());
}

fn double(bytes: &mut Vec<u8>, value: f64) {
    bytes.push(0xFB);
    bytes.extend(value.to_be_bytes());
}
