//! A value in a format of serde's. The code is not a doctest, since it needs the cargo feature `serde`.

use crate::emit::{Context, example};
use crate::ir::Operation;

/// `## Other formats`, where some operation has an input that can be written.
pub(super) fn section(contexts: &[Context<'_>]) -> String {
    let mut written = contexts.iter().filter_map(|cx| Some((cx, operation(cx)?)));
    written.next().map_or_else(String::new, |(cx, operation)| {
        let input = operation.input.name.as_str();
        format!(
            "\n## Other formats\n\n\
             With the feature `serde`, what the model defines is written and read in any format of \
             [serde](https://serde.rs)'s, under the\nnames of the model:\n\n\
             ```rust,ignore\n\
             {}\n\
             fn to_json(input: &{input}) -> serde_json::Result<String> {{\n    \
                 serde_json::to_string_pretty(input)\n\
             }}\n\n\
             fn from_json(text: &str) -> serde_json::Result<{input}> {{\n    \
                 serde_json::from_str(text)\n\
             }}\n\
             ```\n\n\
             What the model calls `@sensitive` is written like all else.\n",
            example::imports(cx, &[input], &[]),
        )
    })
}

/// The first operation whose input holds no stream.
fn operation<'a>(cx: &Context<'a>) -> Option<&'a Operation> {
    let mut operations = cx.service.operations.iter();
    operations.find(|operation| operation.input.streamed().is_none())
}
