//! Files that are no model in Smithy's JSON AST, by what they are instead: what to do follows from that.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;

/// Where AWS publishes the Smithy models of its services.
const MODELS: &str = "<https://github.com/aws/api-models-aws>";

/// What a file is, and what to do.
pub(super) struct Foreign {
    /// What it is: `an OpenAPI description`.
    pub(super) what: &'static str,
    pub(super) help: String,
}

/// Whether a text looks like Smithy IDL.
pub(super) fn is_idl(text: &str) -> bool {
    let start = text.trim_ascii_start();
    let is_namespace = |line: &str| line.trim_start().starts_with("namespace ");
    start.starts_with("$version")
        || (!start.starts_with(['{', '[']) && text.lines().any(is_namespace))
}

/// What a text is, where it is known and no model.
pub(super) fn text(text: &str) -> Option<Foreign> {
    let start = text.trim_ascii_start();
    if start.starts_with('{') {
        return object(text);
    }
    let begins_a_line = |word: &str| text.lines().any(|line| line.trim_start().starts_with(word));
    let (what, help) = if is_idl(text) {
        (
            "written in Smithy's own language",
            "give it a name that ends in `.smithy`".to_owned(),
        )
    } else if start.starts_with("openapi:") || start.starts_with("swagger:") {
        ("an OpenAPI description", openapi())
    } else if begins_a_line("[crate]") || begins_a_line("[[service]]") {
        ("a manifest", "give it with `--manifest`".to_owned())
    } else {
        return None;
    };
    Some(Foreign { what, help })
}

/// What an object is, by its keys.
fn object(text: &str) -> Option<Foreign> {
    let keys: BTreeMap<String, IgnoredAny> = serde_json::from_str(text).ok()?;
    let has = |key: &str| keys.contains_key(key);
    if has("smithy") {
        return None;
    }
    let (what, help) = if has("openapi") || has("swagger") {
        ("an OpenAPI description", openapi())
    } else {
        return None;
    };
    Some(Foreign { what, help })
}

fn openapi() -> String {
    format!("write the API in Smithy; where it is one of AWS's, its model is at {MODELS}")
}

/// What bytes that are no text are, by how they begin, and what makes a text of them.
pub(super) fn bytes(bytes: &[u8], path: &str) -> Option<Foreign> {
    let known: [(&[u8], &str, &str); 7] = [
        (&[0x1f, 0x8b], "compressed with gzip", "gunzip"),
        (b"PK\x03\x04", "a ZIP archive", "unzip"),
        (b"\xfd7zXZ\0", "compressed with xz", "unxz"),
        (b"\x28\xb5\x2f\xfd", "compressed with zstd", "unzstd"),
        (b"BZh", "compressed with bzip2", "bunzip2"),
        (&[0xff, 0xfe], "text in UTF-16", ""),
        (&[0xfe, 0xff], "text in UTF-16", ""),
    ];
    let found = known
        .into_iter()
        .find(|(start, ..)| bytes.starts_with(start));
    found.map(|(_, what, tool)| Foreign {
        what,
        help: match tool {
            "" => "save it as UTF-8".to_owned(),
            tool => format!("unpack it first, with `{tool} {path}`"),
        },
    })
}
