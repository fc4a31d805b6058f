//! A double of a service, as tests take it. The code is compiled where the crate has the cargo feature.

use crate::emit::Context;
use crate::ir::Operation;

/// `## Doubles`, where some operation can be answered for so.
pub(super) fn section(contexts: &[Context<'_>]) -> String {
    let mut doubled = contexts.iter().filter_map(|cx| Some((cx, operation(cx)?)));
    doubled.next().map_or_else(String::new, |(cx, operation)| {
        let krate = cx.crate_name;
        let (module, service) = (&cx.service.module, &cx.service.name);
        let (input, output) = (operation.input.name.as_str(), operation.output.name.as_str());
        let mut names = [input, output, service.as_str()];
        names.sort_unstable();
        format!(
            "\n## Doubles\n\n\
             With the feature `test-util` a double of a service answers with what closures give, one for each operation, in \
             messages\nof the wire: it is an HTTP client, for `SdkConfig` or `Settings`. It knows its calls, too, \
             `double.calls::<{input}>()`.\nWith `test-server` it listens on loopback, `double.serve()`.\n\n\
             ```rust\n\
             #[cfg(feature = \"test-util\")]\n\
             mod double {{\n    \
                 use {krate}::double::Double;\n    \
                 use {krate}::{module}::{{{}}};\n\n    \
                 fn double() -> Double<{service}> {{\n        \
                     Double::new().on(|input: {input}| {{\n            \
                         println!(\"{{input:?}}\");\n            \
                         Ok({output}::default())\n        \
                     }})\n    \
                 }}\n\
             }}\n\
             ```\n",
            names.join(", "),
        )
    })
}

/// The first operation that is not on its way out.
fn operation<'a>(cx: &Context<'a>) -> Option<&'a Operation> {
    let mut operations = cx.service.operations.iter();
    operations.find(|operation| operation.deprecated.is_none())
}
