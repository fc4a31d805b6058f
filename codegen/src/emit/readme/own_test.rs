//! A test as people write it of what calls a service: the client is given an answer. It is compiled, and
//! run, with the crate's own tests.

use super::identity::{self, schemes};
use super::{indented, print_output};
use crate::emit::{Context, example};
use crate::ir::auth::is_supported;
use crate::ir::{Binding, ExampleAnswer, HostPart, Member, Operation};

/// `## Tests of your own`, where some operation can be called so.
pub(super) fn section(contexts: &[Context<'_>]) -> String {
    let mut tested = contexts.iter().filter_map(|cx| Some((cx, operation(cx)?)));
    tested.next().map_or_else(String::new, |(cx, operation)| {
        format!(
            "\n## Tests of your own\n\n\
             They need no service: the client takes what answers in its place. Beside this crate they stand on \
             `aws-smithy-runtime-api` (features `client` and `http-1x`), `aws-smithy-types`, `http` and `tokio`.\n\n\
             ```rust,test_harness\n\
             {}\
             ```\n",
            test(cx, operation)
        )
    })
}

/// The first operation that has nothing but values in its messages, if possible with a text in its answer.
fn operation<'a>(cx: &Context<'a>) -> Option<&'a Operation> {
    let is_called = |operation: &Operation| {
        let mut schemes = schemes(cx, operation).iter();
        is_plain(operation) && schemes.any(|scheme| is_supported(scheme))
    };
    let called = || cx.service.operations.iter().filter(|one| is_called(one));
    let with_text = called().find(|operation| operation.example_answer.is_some());
    with_text.or_else(|| called().next())
}

/// Whether a call is a request that its input alone decides, and its answer is read at once.
fn is_plain(operation: &Operation) -> bool {
    let streams = [&operation.input, &operation.output];
    let streams = streams
        .iter()
        .any(|structure| structure.streamed().is_some());
    let has_label = |part: &HostPart| matches!(part, HostPart::Label { .. });
    !streams
        && operation.deprecated.is_none()
        && operation.own_endpoint.is_none()
        && operation.presigned_url.is_none()
        && !operation.host_prefix.iter().any(has_label)
}

fn test(cx: &Context<'_>, operation: &Operation) -> String {
    let krate = cx.crate_name;
    let lines = example::call(cx, operation);
    let answer = cx.protocol.answer(operation);
    let header = answer.header.map_or_else(String::new, |(name, value)| {
        format!("\n            .header(\"{name}\", \"{value}\")")
    });
    let identity = identity::of(schemes(cx, operation));
    let has_aws = cx.service.knows_aws();
    let mut config = vec!["Settings"];
    config.extend(has_aws.then_some("SdkConfig"));
    config.extend(identity.iter().filter_map(|identity| identity.type_));
    config.sort_unstable();
    let config = match config.as_slice() {
        [one] => (*one).to_owned(),
        several => format!("{{{}}}", several.join(", ")),
    };
    let settings = identity.map_or_else(String::new, |identity| {
        format!("\n        .{}", identity.setter)
    });
    let (region, client) = match has_aws {
        true => (
            "\n        .region(\"eu-west-1\")",
            "Client::with_settings(&SdkConfig::builder().build(), settings)",
        ),
        false => ("", "Client::new(settings)"),
    };
    format!(
        "use aws_smithy_runtime_api::client::http::{{\n    \
             HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,\n\
         }};\n\
         use aws_smithy_runtime_api::client::orchestrator::HttpRequest;\n\
         use aws_smithy_types::body::SdkBody;\n\
         use {krate}::config::{config};\n\
         {}\n\
         /// Answers each request alike.\n\
         #[derive(Debug)]\n\
         struct Answer;\n\n\
         impl HttpConnector for Answer {{\n    \
             fn call(&self, _request: HttpRequest) -> HttpConnectorFuture {{\n        \
                 let answer = http::Response::builder()\n            \
                     .status({}){header}\n            \
                     .body(SdkBody::from({}))\n            \
                     .expect(\"a response\");\n        \
                 HttpConnectorFuture::ready(Ok(answer.try_into().expect(\"a response\")))\n    \
             }}\n\
         }}\n\n\
         fn client() -> Client {{\n    \
             let settings = Settings::new(){region}\n        \
                 .endpoint_url(\"https://api.example.com\"){settings}\n        \
                 .http_client(http_client_fn(|_, _| SharedHttpConnector::new(Answer)));\n    \
             {client}\n\
         }}\n\n\
         #[tokio::test]\n\
         async fn {}_is_answered() -> Result<(), Box<dyn std::error::Error>> {{\n    \
             let client = client();\n\
         {}{}    Ok(())\n\
         }}\n",
        example::imports(cx, &names(operation), &lines),
        answer.status,
        answer.body,
        operation.name.as_str(),
        indented(&lines),
        assertion(operation),
    )
}

/// Whether an answer says nothing of the output.
fn is_empty(operation: &Operation) -> bool {
    let mut members = operation.output.members.iter();
    let is_status = |member: &Member| member.binding == Binding::Status;
    operation.example_answer.is_none() && !members.any(is_status)
}

/// What is asserted of an output: the text in its answer, or else that nothing is in it. One that has its status
/// alone is shown.
///
/// ```text
/// assert_eq!(output.token_id.as_deref(), Some("t-1"));
/// ```
fn assertion(operation: &Operation) -> String {
    let output = &operation.output;
    let Some(answer) = &operation.example_answer else {
        return match output.members.as_slice() {
            [] => String::new(),
            _ if is_empty(operation) => {
                format!("    assert_eq!(output, {}::default());\n", output.name)
            }
            _ => print_output(operation).to_owned(),
        };
    };
    let ExampleAnswer {
        member,
        optional,
        text,
        ..
    } = answer;
    if *optional {
        format!("    assert_eq!(output.{member}.as_deref(), Some(\"{text}\"));\n")
    } else {
        format!("    assert_eq!(output.{member}, \"{text}\");\n")
    }
}

/// What the test names of the service.
fn names(operation: &Operation) -> Vec<&str> {
    let output = &operation.output;
    let is_named = is_empty(operation) && !output.members.is_empty();
    let output = is_named.then(|| output.name.as_str());
    ["Client"].into_iter().chain(output).collect()
}
