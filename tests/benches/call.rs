//! One call, answered at once: by a client on the AWS SDK's runtime, and sans-IO.

use std::hint::black_box;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_types::SdkConfig;
use aws_types::region::Region;
use criterion::{Criterion, criterion_group, criterion_main};
use generated::Operation;
use generated::license_manager::{Client, CreateTokenInput};

const LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-0123456789abcdef";
const ANSWER: &str = r#"{"TokenId":"token-17","TokenType":"REFRESH_TOKEN","Token":"eyJhbGci"}"#;

fn client(criterion: &mut Criterion) {
    let key = Credentials::new("AKIDEXAMPLE", "not a secret", None, None, "bench");
    let config = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .http_client(infallible_client_fn(|_| http::Response::new(ANSWER)))
        .build();
    let client = Client::new(&config);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime");
    criterion.bench_function("call of a client", |bencher| {
        bencher.iter(|| {
            let call = client
                .create_token()
                .license_arn(LICENSE)
                .client_token("order-4711");
            runtime.block_on(call.send()).expect("an answer")
        });
    });
}

fn sans_io(criterion: &mut Criterion) {
    let answer = http::Response::new(ANSWER);
    criterion.bench_function("call sans-IO, unsigned", |bencher| {
        bencher.iter(|| {
            let input = CreateTokenInput::builder()
                .license_arn(black_box(LICENSE))
                .client_token("order-4711")
                .build();
            let request = input.request().expect("a request");
            let output = CreateTokenInput::response(&black_box(&answer).into());
            (request, output.expect("an answer"))
        });
    });
}

criterion_group!(benches, client, sans_io);
criterion_main!(benches);
