//! What the double of a service knows of it: what tells its operations apart, how its errors are told, and
//! what its messages have beside their bodies.

pub(super) mod defaults;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, File, ModulePath};

/// The module `double`, which is compiled with the cargo feature `test-util` alone.
pub(super) fn module(cx: &Context<'_>) -> File {
    let service = cx.service;
    let docs = format!("What a double of {} goes by, in tests.", service.title);
    let mut items = vec![
        imports(cx),
        cx.protocol.doubled(service),
        cx.protocol.told_errors(service),
    ];
    let operations = service.operations.iter();
    items.extend(operations.filter_map(|operation| cx.protocol.served_bindings(operation)));
    items.extend(defaults::implementations(cx));
    File::in_service(cx, ModulePath::Module("double"), &docs, items)
}

/// The service, its error, and what it takes and gives, as far as it is named.
fn imports(cx: &Context<'_>) -> TokenStream {
    let service = &cx.service.name;
    let operations = cx.service.operations.iter();
    let operations =
        operations.filter(|operation| cx.protocol.served_bindings(operation).is_some());
    let messages = operations.map(|operation| {
        let (module, input, output) = (&operation.name, &operation.input, &operation.output);
        let (input, output) = (&input.name, &output.name);
        quote!(use super::#module::{#input, #output};)
    });
    let types = cx.has_any_service_defaults().then(|| {
        quote!(
            use super::types;
        )
    });
    quote! {
        use super::#service;
        use super::errors::Error;
        #types
        #(#messages)*
    }
}
