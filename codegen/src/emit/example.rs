//! Examples of calls, for documentation. They are compiled as doctests and never run.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Context;
use super::value::Values;
use crate::ir::Operation;
use crate::output::format;

/// A code block that calls an operation of a client.
pub(super) fn of_call(cx: &Context<'_>, operation: &Operation) -> String {
    let lines = call(cx, operation);
    let (krate, module) = (cx.crate_name, cx.service.module.as_str());
    let mut block = String::from("```no_run\n");
    if lines.iter().any(|line| line.contains("types::")) {
        block += &format!("# use {krate}::{module}::types;\n");
    }
    block += &format!("# async fn example(client: {krate}::{module}::Client)\n");
    block += "#     -> Result<(), Box<dyn std::error::Error>> {\n";
    for line in lines {
        block += &line;
        block.push('\n');
    }
    block += "# Ok(())\n# }\n```";
    block
}

/// `let output = client.create_token().license_arn("..").send().await?;`, laid out.
pub(super) fn call(cx: &Context<'_>, operation: &Operation) -> Vec<String> {
    let path: TokenStream = quote!(types);
    let values = Values { cx, path: Some(path) };
    let setters = values.setters(&operation.input, &operation.example);
    let name = &operation.name;
    let binding = if operation.output.members.is_empty() {
        TokenStream::new()
    } else {
        let output = format_ident!("output");
        quote!(let #output =)
    };
    format::statements(&quote!(#binding client.#name() #setters .send().await?;))
}

/// `let input = CreateTokenInput::builder().license_arn("..").build();`, laid out.
pub(super) fn build(cx: &Context<'_>, operation: &Operation) -> Vec<String> {
    let path: TokenStream = quote!(types);
    let values = Values { cx, path: Some(path) };
    let setters = values.setters(&operation.input, &operation.example);
    let input = &operation.input.name;
    format::statements(&quote!(let input = #input::builder() #setters .build();))
}
