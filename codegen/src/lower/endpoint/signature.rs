//! The types of the rules language, and which of them each function takes and gives.

use crate::ir::endpoint::ParameterKind;
use crate::ir::endpoint::{Function, Step};

/// The type of a value. Whether the value may be absent is left to the rules themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Any,
    Boolean,
    Integer,
    String,
    StringArray,
    Partition,
    Url,
    Arn,
}

impl Type {
    pub(super) fn of(kind: ParameterKind) -> Self {
        match kind {
            ParameterKind::Boolean => Self::Boolean,
            ParameterKind::String => Self::String,
            ParameterKind::StringArray => Self::StringArray,
        }
    }

    /// Whether a value of this type can stand where `wanted` is needed.
    pub(super) fn fits(self, wanted: Self) -> bool {
        self == wanted || self == Self::Any || wanted == Self::Any
    }

    pub(super) fn described(self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Boolean => "a boolean",
            Self::Integer => "a whole number",
            Self::String => "a string",
            Self::StringArray => "a list of strings",
            Self::Partition => "a partition",
            Self::Url => "a URL",
            Self::Arn => "an ARN",
        }
    }

    /// The type of a part of a value; `None` where values of this type have no such part.
    pub(super) fn part(self, step: &Step) -> Option<Self> {
        let key = match step {
            Step::Index(_) => {
                return self.fits(Self::StringArray).then_some(Self::String);
            }
            Step::Key(key) => key.as_str(),
        };
        match (self, key) {
            (Self::Any, _) => Some(Self::Any),
            (
                Self::Partition,
                "name" | "dnsSuffix" | "dualStackDnsSuffix" | "implicitGlobalRegion",
            )
            | (Self::Url, "scheme" | "authority" | "path" | "normalizedPath")
            | (Self::Arn, "partition" | "service" | "region" | "accountId") => Some(Self::String),
            (Self::Partition, "supportsFIPS" | "supportsDualStack") | (Self::Url, "isIp") => {
                Some(Self::Boolean)
            }
            (Self::Arn, "resourceId") => Some(Self::StringArray),
            _ => None,
        }
    }
}

/// What a function takes and gives.
pub(super) struct Signature {
    pub(super) function: Function,
    pub(super) takes: Takes,
    pub(super) gives: Gives,
}

/// The arguments of a function.
pub(super) enum Takes {
    /// One of each type.
    These(&'static [Type]),
    /// Two or more.
    Several,
}

/// The result of a function.
pub(super) enum Gives {
    /// Always this.
    This(Type),
    /// What its last argument is.
    LikeLastArgument,
}

/// The function of this name in a model; `None` where it is unknown. `getAttr` is not here: its
/// path is no value.
pub(super) fn signature(name: &str) -> Option<Signature> {
    use Type::{Any, Arn, Boolean, Integer, Partition, String, StringArray, Url};
    let fixed = |function, takes, gives| Signature {
        function,
        takes: Takes::These(takes),
        gives: Gives::This(gives),
    };
    Some(match name {
        "isSet" => fixed(Function::IsSet, &[Any], Boolean),
        "not" => fixed(Function::Not, &[Boolean], Boolean),
        "booleanEquals" => fixed(Function::BooleanEquals, &[Boolean, Boolean], Boolean),
        "stringEquals" => fixed(Function::StringEquals, &[String, String], Boolean),
        "isValidHostLabel" => fixed(Function::IsValidHostLabel, &[String, Boolean], Boolean),
        "substring" => fixed(
            Function::Substring,
            &[String, Integer, Integer, Boolean],
            String,
        ),
        "split" => fixed(Function::Split, &[String, String, Integer], StringArray),
        "uriEncode" => fixed(Function::UriEncode, &[String], String),
        "parseURL" => fixed(Function::ParseUrl, &[String], Url),
        "aws.parseArn" => fixed(Function::ParseArn, &[String], Arn),
        "aws.partition" => fixed(Function::Partition, &[String], Partition),
        "aws.isVirtualHostableS3Bucket" => fixed(
            Function::IsVirtualHostableS3Bucket,
            &[String, Boolean],
            Boolean,
        ),
        "ite" => Signature {
            function: Function::Ite,
            takes: Takes::These(&[Boolean, Any, Any]),
            gives: Gives::LikeLastArgument,
        },
        "coalesce" => Signature {
            function: Function::Coalesce,
            takes: Takes::Several,
            gives: Gives::LikeLastArgument,
        },
        _ => return None,
    })
}
