//! Longer pages, each a module without items, so that their examples are compiled.

/// Where links from one page to another lead here. Pages have definitions of their own, which lead to files,
/// for those who read them there; the first definition of a link counts.
macro_rules! links {
    () => {
        "\
[aws_sdk.md]: crate::docs::aws_sdk
[aws_sdk.md#tests]: crate::docs::aws_sdk#tests
[botocore.md]: crate::docs::botocore
[calling.md#streams-and-checksums]: crate::docs::calling#streams-and-checksums
[checksums.md]: crate::docs::checksums
[checksums.md#without-a-client]: crate::docs::checksums#without-a-client
[errors.md]: crate::docs::errors
[idl.md]: crate::docs::idl
[limits.md]: crate::docs::limits
[measured.md]: crate::docs::measured
[secrets.md]: crate::docs::secrets
[serde.md]: crate::docs::serde
[serde.md#secrets]: crate::docs::serde#secrets
[limits.rs]: crate::limits
[test_double.md#streams-of-events]: crate::docs::test_double#streams-of-events
[times.md#cbor]: crate::docs::times#cbor
[xml.md#answers]: crate::docs::xml#answers
[codes]: crate::diagnostic::Code
[`beyond_limit`]: crate::diagnostic::Code::BeyondLimit
[`conflicting_definitions`]: crate::diagnostic::Code::ConflictingDefinitions
[`broken_idl`]: crate::diagnostic::Code::BrokenIdl
[`not_fetched`]: crate::diagnostic::Code::NotFetched
[`wrong_version`]: crate::diagnostic::Code::WrongVersion
[`unreadable_file`]: crate::diagnostic::Code::UnreadableFile
[`invalid_trait`]: crate::diagnostic::Code::InvalidTrait
[`invalid_crate_name`]: crate::diagnostic::Code::InvalidCrateName
"
    };
}

macro_rules! pages {
    ($($page:ident)*) => {
        $(
            #[doc = links!()]
            #[doc = include_str!(concat!("../docs/", stringify!($page), ".md"))]
            pub mod $page {}
        )*
    };
}

pages! {
    aws_sdk
    botocore
    calling
    cbor
    changes
    checksums
    customizations
    errors
    event_streams
    idl
    limits
    manifest
    measured
    s3
    sans_io
    secrets
    serde
    test_double
    times
    xml
}
