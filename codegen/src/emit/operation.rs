//! An operation: one module with its input, builder, output, error and wire code.

mod address;
mod checksums;
mod implementation;
mod session;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Context, File, ModulePath, any_format, builder, client, imports, operation_error, pagination,
    request_id, streamed, structure,
};
use crate::ir::{Operation, Structure, StructureKind};

/// The module of an operation, e.g. `create_token`.
pub(super) fn module(cx: &Context<'_>, operation: &Operation) -> File {
    let (input, output) = (&operation.input, &operation.output);
    let members = input.members.iter().chain(&output.members);
    let types = members.flat_map(|member| member.type_.named());
    let items = operation.pagination.iter().flat_map(|p| &p.items);
    let types = types.chain(items.flat_map(|items| items.type_.named()));
    let service = &cx.service.name;
    let here = ModulePath::Module(operation.name.as_str());
    let mut items = vec![
        imports::names_from(cx, types.collect(), here),
        quote!(use super::#service;),
    ];
    items.extend(structure_items(cx, operation, input));
    items.push(builder::send(input, operation.pagination.as_ref()));
    items.extend(structure_items(cx, operation, output));
    items.push(request_id::implementation(output));
    items.push(operation_error::alias(operation));
    items.extend(implementation::items(cx, operation));
    let session = cx.service.session.iter();
    let session = session.filter(|session| session.operation == operation.name);
    items.extend(session.map(|session| session::implementation(operation, session)));
    items.extend(pagination::implementations(operation));
    if cx.service.files.methods_with_operations {
        items.push(client::method_alone(cx, operation));
    }
    for structure in [input, output] {
        items.extend(cx.protocol.structure(structure));
        items.extend(any_format::structure(structure));
    }
    let summary = operation.docs.summary();
    let docs = match summary {
        "" => format!("`{}`.", operation.wire_name),
        summary => format!("`{}`.\n\n{summary}", operation.wire_name),
    };
    File::in_service(cx, here, &docs, items)
}

fn structure_items(
    cx: &Context<'_>,
    operation: &Operation,
    structure: &Structure,
) -> Vec<TokenStream> {
    let verb = match structure.kind {
        StructureKind::Input => "takes",
        _ => "gives",
    };
    let docs = format!("What `{}` {verb}.", operation.wire_name);
    let docs = docs + &streamed::docs(operation, structure);
    let mut items = vec![structure::definition(structure, &docs)];
    items.extend(structure::implementations(cx, structure));
    if !structure.is_output_only() {
        items.extend(builder::items(structure));
    }
    items
}
