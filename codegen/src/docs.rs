//! Longer pages, each a module without items, so that their examples are compiled.

#[doc = include_str!("../docs/aws_sdk.md")]
pub mod aws_sdk {}

#[doc = include_str!("../docs/cbor.md")]
pub mod cbor {}

#[doc = include_str!("../docs/checksums.md")]
pub mod checksums {}

#[doc = include_str!("../docs/customizations.md")]
pub mod customizations {}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[doc = include_str!("../docs/idl.md")]
pub mod idl {}

#[doc = include_str!("../docs/limits.md")]
pub mod limits {}

#[doc = include_str!("../docs/s3.md")]
pub mod s3 {}

#[doc = include_str!("../docs/secrets.md")]
pub mod secrets {}

#[doc = include_str!("../docs/times.md")]
pub mod times {}

#[doc = include_str!("../docs/xml.md")]
pub mod xml {}
