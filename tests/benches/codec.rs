//! Reading and writing JSON of some size: a page of tokens, and the filters of a long question.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use generated::Operation;
use generated::license_manager::ListTokensInput;
use generated::license_manager::types::Filter;
use serde_json::json;

/// How many tokens are on the page, which makes it 98 kB.
const TOKENS: usize = 260;

/// How many filters the question has.
const FILTERS: usize = 600;

fn read(criterion: &mut Criterion) {
    let tokens: Vec<_> = (0..TOKENS).map(token).collect();
    let page = json!({ "Tokens": tokens, "NextToken": "eyJwYWdlIjoyfQ==" });
    let response = http::Response::new(page.to_string());
    let mut group = criterion.benchmark_group("codec");
    group.throughput(Throughput::Bytes(response.body().len() as u64));
    group.bench_function("read a page of tokens", |bencher| {
        bencher.iter(|| ListTokensInput::response(&black_box(&response).into()));
    });
    group.finish();
}

fn token(number: usize) -> serde_json::Value {
    json!({
        "TokenId": format!("token-{number:032x}"),
        "TokenType": "REFRESH_TOKEN",
        "LicenseArn": format!("arn:aws:license-manager::123456789012:license:l-{number:032x}"),
        "ExpirationTime": "2027-01-01T00:00:00Z",
        "TokenProperties": [format!("customer={number}"), "desk=\"the aquarium\""],
        "RoleArns": ["arn:aws:iam::123456789012:role/LicenseReader"],
        "Status": "AVAILABLE",
    })
}

fn write(criterion: &mut Criterion) {
    let filters = (0..FILTERS).map(|number| {
        let arn = format!("arn:aws:license-manager::123456789012:license:l-{number:032x}");
        Filter::builder()
            .name("LicenseArns")
            .values([arn, "l-\"0\"".to_owned()])
    });
    let input = ListTokensInput::builder()
        .filters(filters.map(|filter| filter.build()))
        .build();
    let bytes = input.request().expect("a request").body().len();
    let mut group = criterion.benchmark_group("codec");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("write a long question", |bencher| {
        bencher.iter(|| black_box(&input).request());
    });
    group.finish();
}

criterion_group!(benches, read, write);
criterion_main!(benches);
