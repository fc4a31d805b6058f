//! The README of the generated crate, which is also the documentation of its root. Its code is
//! compiled as doctests, and shown by sites that know nothing of rustdoc: no line of it is hidden.

mod doubles;
mod identity;
mod operations;
mod other_formats;
mod own_test;

use super::manifest::{CrateInfo, enumerated, feature_of};
use super::{Context, Text, docs, example, has_aws};
use crate::diagnostic::printable_line;
use crate::ir::Operation;

pub(super) use operations::{LINKS, links};

/// `README.md`.
pub(super) fn readme(info: &CrateInfo, contexts: &[Context<'_>]) -> Text {
    let mut text = format!("# {}\n\n{}\n", info.name, summary(contexts));
    for cx in contexts {
        text += &service(cx);
    }
    text += &usage(info, contexts);
    text += &operations::targets(contexts);
    Text {
        path: "README.md".to_owned(),
        text,
    }
}

fn summary(contexts: &[Context<'_>]) -> String {
    let titles = contexts.iter().map(|cx| cx.service.title.as_str());
    let from = match contexts {
        [_] => "the service's model",
        _ => "the services' models",
    };
    let titles = enumerated(titles.collect());
    format!("A client of {titles}, written by Tinsmith from {from}.")
}

fn service(cx: &Context<'_>) -> String {
    let service = cx.service;
    let module = &service.module;
    let mut text = format!("\n## {}\n\n", service.title);
    text += &format!(
        "API version {}, in the module `{module}`. Operations:\n\n",
        docs::on_one_line(&service.version)
    );
    text += &operations::list(cx);
    if let Some(operation) = service.operations.first() {
        text += &call(cx, operation);
        text += &sans_io(cx, operation);
    }
    text
}

/// How a client is made: with what AWS's settings say, or with a URL and whoever calls.
fn client_is_made_by(cx: &Context<'_>) -> String {
    if cx.service.knows_aws() {
        return "Client::new(&aws_config::load_from_env().await)".to_owned();
    }
    let identity = identity::of(&cx.service.auth_schemes);
    let identity = identity.map_or_else(String::new, |identity| format!(".{}", identity.setter));
    format!("Client::new(Settings::new().endpoint_url(\"https://..\"){identity})")
}

/// The line that shows an output, where there is something to show.
fn print_output(operation: &Operation) -> &'static str {
    let output = &operation.output;
    if output.members.is_empty() || output.streamed().is_some() {
        ""
    } else {
        "    println!(\"{output:?}\");\n"
    }
}

/// Lines as the body of a function.
fn indented(lines: &[String]) -> String {
    let indented = lines.iter().map(|line| match line.as_str() {
        "" => "\n".to_owned(),
        line => format!("    {line}\n"),
    });
    indented.collect()
}

fn call(cx: &Context<'_>, operation: &Operation) -> String {
    let lines = example::call(cx, operation);
    let (name, print) = (&operation.name, print_output(operation));
    format!(
        "\nA call, with a client that `{}` makes:\n\n\
         ```rust,no_run\n\
         {}\n\
         async fn {name}(client: &Client) -> Result<(), Box<dyn std::error::Error>> {{\n\
         {}{print}    Ok(())\n\
         }}\n\
         ```\n",
        client_is_made_by(cx),
        example::imports(cx, &["Client"], &lines),
        indented(&lines),
    )
}

fn sans_io(cx: &Context<'_>, operation: &Operation) -> String {
    let krate = cx.crate_name;
    // Of events, the head is what is made without a client.
    let streamed = operation.input.streamed();
    let (sent, request) = match streamed.filter(|_| operation.input.events().is_none()) {
        Some(_) => (format!("{krate}::ByteStream"), "into_request"),
        None => ("Vec<u8>".to_owned(), "request"),
    };
    let lines = example::build(cx, operation);
    let (name, input) = (&operation.name, operation.input.name.as_str());
    format!(
        "\nThe same without any runtime: a request to sign and send as you like, and a response \
         to read.\n\n\
         ```rust,no_run\n\
         use {krate}::Operation;\n\
         {}\n\
         fn {name}(\n    \
             send: impl Fn(http::Request<{sent}>) -> http::Response<Vec<u8>>,\n\
         ) -> Result<(), Box<dyn std::error::Error>> {{\n\
         {}    let response = send(input.{request}()?);\n    \
             let output = {input}::response(&(&response).into())?;\n\
         {}    Ok(())\n\
         }}\n\
         ```\n",
        example::imports(cx, &[input], &lines),
        indented(&lines),
        print_output(operation),
    )
}

fn usage(info: &CrateInfo, contexts: &[Context<'_>]) -> String {
    let services = contexts.iter().filter_map(|cx| {
        let feature = feature_of(contexts, cx)?;
        let module = &cx.service.module;
        Some(format!(
            "| `{feature}` (default) | the service in the module `{module}` |\n"
        ))
    });
    let services: String = services.collect();
    let streams = if contexts.iter().any(Context::streams) {
        ", `ByteStream`"
    } else {
        ""
    };
    let has_aws = has_aws(contexts);
    let (configures, shared, runtime) = match has_aws {
        true => (
            "`SdkConfig`, `Region`, `Credentials`, `Token`",
            "They are those of the AWS SDK for Rust: an `SdkConfig` serves its clients as well.",
            "the AWS SDK: retries, timeouts, signatures",
        ),
        false => (
            "`Token`, `Login`",
            "They are those of smithy-rs, the runtime of the AWS SDK for Rust.",
            "smithy-rs: retries, timeouts, interceptors",
        ),
    };
    let other_formats = other_formats::section(contexts);
    let own_test = own_test::section(contexts) + &doubles::section(contexts);
    format!(
        "\n## What else calls take and give\n\n\
         | module | has |\n\
         |---|---|\n\
         | `config` | what clients are configured with: {configures}, `RetryConfig`, `TimeoutConfig`, `Settings` |\n\
         | `error` | what is read off errors: `ProvideErrorMetadata` (code and message), `RequestId`, \
         `DisplayErrorContext` (all causes), `CallError` |\n\
         | `primitives` | what members are: `Blob`, `DateTime`, `Document`{streams} |\n\n\
         {shared}\n\n\
         ## Cargo features\n\n\
         | feature | brings |\n\
         |---|---|\n\
         | `client` (default) | clients on the runtime of {runtime} |\n\
         | `https` (default) | HTTPS connections, with rustls on `ring` |\n\
         | `serde` | `Serialize` and `Deserialize` for all types of the models, but those that hold a stream |\n\
         | `test-util` | doubles of the services, and builders of outputs and errors, for tests |\n\
         | `test-server` | doubles that listen on loopback |\n\
         | `validate` | checks of inputs against the constraints of the model, before they are \
         sent |\n\
         {services}\n\
         Without the first two (`default-features = false`) operations only make HTTP requests and read \
         responses.\n\
         {other_formats}{own_test}\n\
         ## Changes\n\n\
         Nothing here is written by hand: `{}` writes it anew from the model.\n\n\
         ## License\n\n\
         {}The files in `src/support` are copied from Tinsmith, under Apache-2.0, whose text \
         (`src/support/LICENSE.txt`) goes with them.\n",
        printable_line(&info.command),
        own_license(info)
    )
}

/// What the crate says of its license, where it says anything.
fn own_license(info: &CrateInfo) -> String {
    let license = info.metadata.license.as_deref();
    license.map_or_else(String::new, |license| {
        format!("The crate's is `{}`. ", printable_line(license))
    })
}
