//! The README of the generated crate, which is also the documentation of its root. Its code is
//! compiled as doctests.

use super::manifest::CrateInfo;
use super::{Context, Text, docs, example};

/// `README.md`.
pub(super) fn readme(info: &CrateInfo, contexts: &[Context<'_>]) -> Text {
    let mut text = format!("# {}\n\n{}\n", info.name, summary(contexts));
    for cx in contexts {
        text += &service(cx);
    }
    text += &usage(info);
    Text {
        path: "README.md".to_owned(),
        text,
    }
}

fn summary(contexts: &[Context<'_>]) -> String {
    let titles: Vec<&str> = contexts
        .iter()
        .map(|cx| cx.service.title.as_str())
        .collect();
    format!(
        "A client of {}, written by Tinsmith from the service's model.",
        titles.join(", ")
    )
}

fn service(cx: &Context<'_>) -> String {
    let service = cx.service;
    let module = &service.module;
    let mut text = format!("\n## {}\n\n", service.title);
    text += &format!(
        "API version {}, in the module `{module}`. Operations:\n\n",
        docs::on_one_line(&service.version)
    );
    for operation in &service.operations {
        let summary = docs::joined(docs::first_paragraph(&operation.docs.text));
        let dash = if summary.is_empty() { "" } else { ": " };
        text += &format!("- `{}`{dash}{summary}\n", operation.wire_name);
    }
    if let Some(operation) = service.operations.first() {
        text += &call(cx, operation);
        text += &sans_io(cx, operation);
    }
    text
}

fn call(cx: &Context<'_>, operation: &crate::ir::Operation) -> String {
    let example = example::of_call(cx, operation, Some("#[cfg(feature = \"client\")]"));
    format!(
        "\nA call, with a client that `Client::new(&aws_config::load_from_env().await)` makes:\n\n\
         {example}\n"
    )
}

fn sans_io(cx: &Context<'_>, operation: &crate::ir::Operation) -> String {
    let (krate, module) = (cx.crate_name, &cx.service.module);
    let (sent, request) = match operation.input.streamed() {
        Some(_) => (format!("{krate}::ByteStream"), "into_request"),
        None => ("Vec<u8>".to_owned(), "request"),
    };
    let lines = example::build(cx, operation);
    let input = &operation.input.name;
    let imports = example::imports(cx, &lines);
    format!(
        "\nThe same without any runtime: a request to sign and send as you like, and a response \
         to read.\n\n\
         ```no_run\n\
         use {krate}::Operation;\n\
         use {krate}::{module}::{input};\n\
         {imports}# fn example(send: impl Fn(http::Request<{sent}>) -> http::Response<Vec<u8>>)\n\
         #     -> Result<(), Box<dyn std::error::Error>> {{\n\
         {}\n\
         let response = send(input.{request}()?);\n\
         let output = {input}::response(&(&response).into())?;\n\
         # Ok(())\n\
         # }}\n\
         ```\n",
        lines.join("\n")
    )
}

fn usage(info: &CrateInfo) -> String {
    format!(
        "\n## Cargo features\n\n\
         | feature | brings |\n\
         |---|---|\n\
         | `client` (default) | clients on the runtime of the AWS SDK: retries, timeouts, \
         signatures |\n\
         | `https` (default) | HTTPS connections, with rustls on `ring` |\n\
         | `test-util` | builders of outputs and errors, for test doubles |\n\
         | `validate` | checks of inputs against the constraints of the model, before they are \
         sent |\n\n\
         Without the first two (`default-features = false`) operations only make HTTP requests and read \
         responses.\n\n\
         ## Changes\n\n\
         Nothing here is written by hand: `{}` writes it anew from the model.\n",
        info.command
    )
}
