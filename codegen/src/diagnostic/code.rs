//! The catalogue of problems: every code there is, and what it means.

use std::fmt;

macro_rules! catalogue {
    ($($(#[doc = $meaning:literal])+ $variant:ident = $code:literal,)+) => {
        /// The kind of a problem. Prints as `tinsmith::missing_target`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $meaning])+ $variant,)+
        }

        impl Code {
            /// Every kind of problem, in the order in which the stages meet them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The code, e.g. `tinsmith::missing_target`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("tinsmith::", $code),)+
                }
            }

            /// What the code means, in a sentence or two.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($meaning,)+).trim_ascii_start(),)+
                }
            }
        }
    };
}

catalogue! {
    /// A model file cannot be opened or read.
    UnreadableFile = "unreadable_file",
    /// A model file is not JSON.
    BrokenJson = "broken_json",
    /// A JSON file is not a Smithy model, or is one of a version that is not known.
    NotAModel = "not_a_model",
    /// A definition does not have the form that the JSON AST asks for.
    MalformedDefinition = "malformed_definition",
    /// A shape has a type that Smithy does not have.
    UnknownShapeType = "unknown_shape_type",
    /// A text that should be a shape id, or the name of a member, is none.
    InvalidShapeId = "invalid_shape_id",
    /// Two definitions of one shape differ.
    ConflictingDefinitions = "conflicting_definitions",
    /// One trait is given two values on one shape.
    ConflictingTraits = "conflicting_traits",
    /// One metadata key is given two values.
    ConflictingMetadata = "conflicting_metadata",
    /// A trait's value does not have the form that the trait asks for.
    InvalidTrait = "invalid_trait",
    /// A shape refers to one that no file defines.
    MissingTarget = "missing_target",
    /// A shape refers to one that cannot be used there, e.g. a list as an operation's input.
    WrongTarget = "wrong_target",
    /// A shape lacks a member that every shape of its type has.
    MissingMember = "missing_member",
    /// Two members of a shape have the same name.
    DuplicateMember = "duplicate_member",
    /// A shape cannot use a mixin in this way.
    InvalidMixin = "invalid_mixin",
    /// A shape holds itself without end, so that no value of it could ever be made.
    EndlessShape = "endless_shape",
    /// No service is in the model, or not the one that was asked for.
    MissingService = "missing_service",
    /// Several services are in the model, and none was asked for.
    AmbiguousService = "ambiguous_service",
    /// An operation was asked for that the service does not have.
    UnknownOperation = "unknown_operation",
    /// The service speaks no protocol that can be generated.
    UnsupportedProtocol = "unsupported_protocol",
    /// A manifest cannot be read, or says something that it cannot mean.
    InvalidManifest = "invalid_manifest",
    /// The release that a generated crate keeps of itself was edited or damaged.
    InvalidRelease = "invalid_release",
    /// A version was asked for that cannot come next.
    InvalidVersion = "invalid_version",
    /// What was generated is not Rust: a fault of Tinsmith.
    InvalidOutput = "invalid_output",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
