//! Examples of calls, for documentation. They are compiled as doctests and never run.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Context;
use super::value::Values;
use crate::ir::Operation;
use crate::rust;

/// A code block that calls an operation of a client, for rustdoc, which hides what is around the call.
pub(super) fn of_call(cx: &Context<'_>, operation: &Operation) -> String {
    let lines = call(cx, operation);
    let (krate, module) = (cx.crate_name, &cx.service.module);
    let mut block = String::from("```no_run\n");
    block += &format!("# async fn example(client: {krate}::{module}::Client)\n");
    block += "#     -> Result<(), Box<dyn std::error::Error>> {\n";
    for types in mentioned_modules(&lines) {
        block += &format!("# use {krate}::{module}::{types};\n");
    }
    if mention_maps(&lines) {
        block += "# use std::collections::HashMap;\n";
    }
    for line in lines {
        block += &line;
        block.push('\n');
    }
    block += "# Ok(())\n# }\n```";
    block
}

/// The imports of code that people copy: these names of the service, and what its lines mention.
pub(super) fn imports(cx: &Context<'_>, names: &[&str], lines: &[String]) -> String {
    let (krate, module) = (cx.crate_name, &cx.service.module);
    let mut names = names.to_vec();
    for module in mentioned_modules(lines) {
        names.push(module);
    }
    let names = match names.as_slice() {
        [name] => (*name).to_owned(),
        names => format!("{{{}}}", names.join(", ")),
    };
    let imports = format!("use {krate}::{module}::{names};\n");
    if mention_maps(lines) {
        return format!("use std::collections::HashMap;\n\n{imports}");
    }
    imports
}

/// The modules of the service that have types which lines mention.
fn mentioned_modules(lines: &[String]) -> impl Iterator<Item = &'static str> {
    let is_mentioned = |types: &&str| lines.iter().any(|line| mentions(line, types));
    ["errors", "types"].into_iter().filter(is_mentioned)
}

fn mention_maps(lines: &[String]) -> bool {
    lines.iter().any(|line| line.contains("HashMap::<"))
}

/// Whether a line has a path that begins with this module.
fn mentions(line: &str, module: &str) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(module).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + module.len()..]);
        after.starts_with("::") && !before.ends_with(is_of_word)
    })
}

/// `let output = client.create_token().license_arn("..").send().await?;`, laid out.
pub(super) fn call(cx: &Context<'_>, operation: &Operation) -> Vec<String> {
    let setters = Values::of_example(cx).setters(&operation.input, &operation.example);
    let name = &operation.name;
    let binding = if operation.output.members.is_empty() {
        TokenStream::new()
    } else {
        let output = format_ident!("output");
        quote!(let #output =)
    };
    rust::statements(&quote!(#binding client.#name() #setters .send().await?;))
}

/// `let input = CreateTokenInput::builder().license_arn("..").build();`, laid out.
pub(super) fn build(cx: &Context<'_>, operation: &Operation) -> Vec<String> {
    let setters = Values::of_example(cx).setters(&operation.input, &operation.example);
    let input = &operation.input.name;
    rust::statements(&quote!(let input = #input::builder() #setters .build();))
}
