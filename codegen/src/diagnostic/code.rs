//! The catalogue of problems: every code there is, what it means, and what to do.

use std::fmt;
use std::str::FromStr;

use super::did_you_mean;

macro_rules! catalogue {
    ($($(#[doc = $meaning:literal])+ $variant:ident = $code:literal, fix: $fix:literal;)+) => {
        /// The kind of a problem. Prints as `tinsmith::missing_target`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(
                $(#[doc = $meaning])+
                ///
                #[doc = $fix]
                $variant,
            )+
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

            /// What to do about it, in a sentence or two.
            #[must_use]
            pub fn fix(self) -> &'static str {
                match self {
                    $(Self::$variant => $fix,)+
                }
            }
        }
    };
}

catalogue! {
    /// A file cannot be opened or read.
    UnreadableFile = "unreadable_file",
        fix: "Check the path, and that the file is text in UTF-8, or compressed with gzip and called `.gz`. A folder has \
              to have models in it.";
    /// A project asks for packages that are not fetched.
    NotFetched = "not_fetched",
        fix: "A warning needs nothing done where only traits are used from there. Where shapes are, give \
              the files that define them too.";
    /// A model file is not JSON.
    BrokenJson = "broken_json",
        fix: "The place is where reading stopped: look there, and just before it.";
    /// A file is not a Smithy model, or is one of a version that is not known.
    NotAModel = "not_a_model",
        fix: "Give files of the Smithy JSON AST, or of Smithy's own language, version 1.0 or 2.0, or the folder of a \
              service of botocore.";
    /// A file of Smithy's own language does not follow its grammar.
    BrokenIdl = "broken_idl",
        fix: "The place is where reading stopped: look there, and just before it. \
              <https://smithy.io/2.0/spec/idl.html> has the grammar.";
    /// A file of Smithy's own language has what another version of Smithy has.
    WrongVersion = "wrong_version",
        fix: "Begin the file with `$version: \"2\"`, or with `$version: \"1.0\"` for what only 1.0 has. \
              Without a version it is one of 1.0.";
    /// Two shapes have one name in a file, by `use` or by a definition.
    ConflictingUse = "conflicting_use",
        fix: "Take one `use` away, and write the whole id instead, `namespace#Name`.";
    /// A definition does not have the form that the JSON AST, or Smithy's own language, asks for.
    MalformedDefinition = "malformed_definition",
        fix: "Compare it with <https://smithy.io/2.0/spec/json-ast.html>, or with \
              <https://smithy.io/2.0/spec/idl.html> for a `.smithy` file.";
    /// A shape has a type that Smithy does not have.
    UnknownShapeType = "unknown_shape_type",
        fix: "Use one of the types of <https://smithy.io/2.0/spec/model.html#shapes>.";
    /// A text that should be a shape id, or the name of a member, is none.
    InvalidShapeId = "invalid_shape_id",
        fix: "Write ids as `namespace#Name`, names with letters, digits and `_`, no digit first.";
    /// Two definitions of one shape differ.
    ConflictingDefinitions = "conflicting_definitions",
        fix: "Keep one of the two; to add traits from another file, use `apply`.";
    /// One trait is given two values on one shape.
    ConflictingTraits = "conflicting_traits",
        fix: "Keep one of the two.";
    /// One metadata key is given two values.
    ConflictingMetadata = "conflicting_metadata",
        fix: "Keep one of the two, or make both lists, which are joined.";
    /// A trait's value does not have the form that the trait asks for.
    InvalidTrait = "invalid_trait",
        fix: "Look the trait up in <https://smithy.io/2.0/trait-index.html>.";
    /// A trait stands where it means nothing, or beside another that it contradicts.
    MisplacedTrait = "misplaced_trait",
        fix: "Look up in <https://smithy.io/2.0/trait-index.html> what the trait is for, and take it away \
              elsewhere.";
    /// A trait, a key or an HTTP method has a name that means nothing, and is almost that of another.
    UnlikelyName = "unlikely_name",
        fix: "Correct it, if it is a slip. A warning stops nothing: what is of your own may be called \
              as you like.";
    /// A shape refers to one that no file defines.
    MissingTarget = "missing_target",
        fix: "Correct the id, or give the file that defines the shape too.";
    /// A shape refers to one that cannot be used there, e.g. a list as an operation's input.
    WrongTarget = "wrong_target",
        fix: "Refer to a shape of a type that is allowed there.";
    /// A shape lacks a member that every shape of its type has.
    MissingMember = "missing_member",
        fix: "Define the member, or take the shape out of the model.";
    /// Two members of a shape have the same name.
    DuplicateMember = "duplicate_member",
        fix: "Rename or remove one of them; names that differ in case alone are the same.";
    /// Two members of a shape are called the same in messages, or two of an enum have one value.
    DuplicateName = "duplicate_name",
        fix: "Give one of them another name or value, with `smithy.api#jsonName`, \
              `smithy.api#xmlName`, `aws.protocols#ec2QueryName` or `smithy.api#enumValue`, or leave it out.";
    /// A shape cannot use a mixin in this way.
    InvalidMixin = "invalid_mixin",
        fix: "Compare it with <https://smithy.io/2.0/spec/mixins.html>.";
    /// A shape holds itself without end, so that no value of it could ever be made.
    EndlessShape = "endless_shape",
        fix: "Make one of the members on the way optional, or put a list or a map there.";
    /// Something nests more deeply than can be read, or than Rust compiles, or there is more of it.
    BeyondLimit = "beyond_limit",
        fix: "`codegen/docs/limits.md` tells all limits and their reasons. Make the model flatter, or \
              leave out the operations that reach what is beyond it, with `--operations` or \
              `operations` in the manifest.";
    /// No service is in the model, or not the one that was asked for.
    MissingService = "missing_service",
        fix: "Correct the name, or give the file that defines the service too.";
    /// Several services are in the model, and none was asked for.
    AmbiguousService = "ambiguous_service",
        fix: "Say which one with `--service`, or with `service` in the manifest. Of botocore's, give the folder of one.";
    /// An operation was asked for that the service does not have.
    UnknownOperation = "unknown_operation",
        fix: "Correct the name; `tinsmith inspect` lists the operations of a model.";
    /// An operation cannot be generated yet. It is left out, unless it is asked for by name.
    UnsupportedOperation = "unsupported_operation",
        fix: "A warning needs nothing done: the others are there. Where `--operations`, or \
              `operations` in the manifest, names it, take its name out.";
    /// Callers of an operation are authenticated in ways that no generated client knows.
    UnsupportedAuth = "unsupported_auth",
        fix: "Give clients an implementation with `Settings::auth_scheme`, and who calls with \
              `Settings::identity`.";
    /// Several errors of an operation, of different namespaces, have one name, by which responses
    /// tell them.
    AmbiguousError = "ambiguous_error",
        fix: "Nothing, where the service says namespaces too: `__type` is `example.a#Busy`. \
              Otherwise the operation's first error of the name is taken for all: put the likeliest \
              first, or rename a shape.";
    /// A protocol was asked for that there is not, or that the service does not list.
    UnknownProtocol = "unknown_protocol",
        fix: "`tinsmith inspect` tells which protocols the service lists. Ask for one of them, with \
              `--protocol`, or with `protocol` in the manifest; without, the default is taken.";
    /// The service speaks no protocol that can be generated, or the one that was asked for cannot be.
    UnsupportedProtocol = "unsupported_protocol",
        fix: "`tinsmith inspect` tells which protocols the service has, and which of them can be \
              generated.";
    /// An operation or a member is bound to HTTP in a way that no message can have.
    InvalidHttpBinding = "invalid_http_binding",
        fix: "Compare it with <https://smithy.io/2.0/spec/http-bindings.html>.";
    /// A manifest cannot be read, or says something that it cannot mean.
    InvalidManifest = "invalid_manifest",
        fix: "`tinsmith init` writes one to begin with; `codegen/docs/manifest.md` has all that it \
              may hold.";
    /// A crate was to have a name that cargo or Rust do not take.
    InvalidCrateName = "invalid_crate_name",
        fix: "Give it another one, with `--name`, or with `name` in the manifest.";
    /// The release that a generated crate keeps of itself was edited or damaged.
    InvalidRelease = "invalid_release",
        fix: "Take the crate's `released.json` from version control again. Without the file, the \
              next version is found from the model of now.";
    /// A version was asked for that cannot come next.
    InvalidVersion = "invalid_version",
        fix: "Name a later version, or none: `--bump` finds the one that the changes take.";
    /// What was generated is not Rust: a fault of Tinsmith.
    InvalidOutput = "invalid_output",
        fix: "Please report it, with the model.";
}

impl Code {
    /// Everything about the code, as Markdown.
    #[must_use]
    pub fn markdown(self) -> String {
        format!("## `{self}`\n\n{}\n\n{}\n", self.meaning(), self.fix())
    }
}

/// The page of all codes, `ERRORS.md`.
#[must_use]
pub fn catalogue() -> String {
    let codes: Vec<String> = Code::ALL.iter().map(|code| code.markdown()).collect();
    format!("{INTRODUCTION}\n{}", codes.join("\n"))
}

const INTRODUCTION: &str = "# Problems

Every problem that Tinsmith tells of, by its code. `tinsmith explain CODE` prints one of these,
`tinsmith explain` this page.
";

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Code {
    type Err = String;

    /// Reads a code with or without `tinsmith::`.
    fn from_str(text: &str) -> Result<Self, String> {
        let short = |code: &Self| code.as_str().trim_start_matches("tinsmith::");
        let name = text.strip_prefix("tinsmith::").unwrap_or(text);
        let mut all = Self::ALL.iter();
        let found = all.find(|code| short(code) == name);
        found.copied().ok_or_else(|| {
            let ask = did_you_mean(name, Self::ALL.iter().map(short));
            let ask = ask.unwrap_or_else(|| "without a code, all are listed".to_owned());
            format!("there is no code `{text}`: {ask}")
        })
    }
}
