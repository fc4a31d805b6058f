//! Reserved names: those that our own code has in each kind of container, so that no shape, member
//! or operation can have them there.

/// Types that generated code uses by their bare names: a shape of such a name gets a suffix.
pub(super) const TYPES_IN_USE: &[&str] = &[
    // The prelude of Rust.
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    // What generated modules import or define.
    "Client",
    "Error",
    "HashMap",
    "PhantomData",
    "SdkConfig",
    // Type parameters of builders and methods.
    "Caller",
    "O",
    "Set",
    "Unset",
];

/// Modules of a service that are not operations, and methods of its client that are not.
pub(super) const MODULES_AND_METHODS: &[&str] = &[
    "builders",
    "call",
    "client",
    "clone",
    "constraints",
    "double",
    "endpoint",
    "errors",
    "mod",
    "new",
    "paginate",
    "presign",
    "required",
    "support",
    "types",
    "wait_until",
    "waiters",
    "with_settings",
];

/// Methods of builders that are not setters.
pub(super) const BUILDER_METHODS: &[&str] = &["build", "paginate", "send"];

/// The same, and the field that only errors have.
pub(super) const OF_ERRORS: &[&str] = &["build", "meta", "paginate", "send"];

/// Variants that are not of the model.
pub(super) const OUR_VARIANTS: &[&str] = &["Self", "Unhandled", "Unknown"];

/// Markers that are not of any member.
pub(super) const OUR_MARKERS: &[&str] = &["Self", "Set", "Unset"];
