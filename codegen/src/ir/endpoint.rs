//! A service's endpoint rules as the generated tables hold them: every name resolved to a slot,
//! every template split into its text and its values.

use super::{Docs, Walk};
use crate::rust::Ident;
use crate::support::endpoint::BuiltIn;

/// The rules that give a service's endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSet {
    /// What the rules ask for.
    pub parameters: Vec<Parameter>,
    /// The places of values: first the parameters', then the variables'.
    pub slots: Vec<Slot>,
    /// What decides.
    pub rules: EndpointRules,
}

/// What decides on an endpoint.
#[derive(Clone, Debug, PartialEq)]
pub enum EndpointRules {
    /// Rules, tried in order (`smithy.rules#endpointRuleSet`).
    Tree(Vec<Rule>),
    /// A diagram of decisions (`smithy.rules#endpointBdd`).
    Diagram(Diagram),
}

/// A diagram of decisions. It has no circles, and all that it points at is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagram {
    /// What is asked.
    pub conditions: Vec<Condition>,
    /// The places where something is asked.
    pub nodes: Vec<Node>,
    /// What the rules give, each a rule without conditions.
    pub results: Vec<Rule>,
    /// Where to begin.
    pub start: Turn,
}

/// A place of a diagram where something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// The place of the condition.
    pub condition: usize,
    /// Where to go if it holds.
    pub then: Turn,
    /// Where to go if not.
    pub otherwise: Turn,
}

/// Where to go on from a place of a diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To the node at this place.
    Node(usize),
    /// To the end: the result at this place.
    Give(usize),
    /// Nowhere: no rule matches.
    Nowhere,
}

/// A parameter of the rules to which the model binds an operation, or a part of its input.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterBinding {
    /// The parameter's name.
    pub parameter: String,
    /// What it gets.
    pub value: BoundValue,
}

impl ParameterBinding {
    /// Whether a blank value is an error.
    pub fn is_checked(&self) -> bool {
        let value = &self.value;
        matches!(value, BoundValue::OfInput { not_blank, .. } if not_blank.is_some())
    }
}

/// What a parameter gets from an operation.
#[derive(Clone, Debug, PartialEq)]
pub enum BoundValue {
    /// This, whatever the input is.
    Boolean(bool),
    /// This, whatever the input is.
    Text(String),
    /// This, whatever the input is.
    Texts(Vec<String>),
    /// A part of the input.
    OfInput {
        /// The way to it: to any number of values for a list, else to one at most.
        way: Walk,
        /// The member's name, where the value must not be blank.
        not_blank: Option<String>,
    },
}

/// A parameter of the rules that a client can be set to.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The parameter's name.
    pub parameter: String,
    /// The method that sets it.
    pub method: Ident,
    /// What its value must be.
    pub kind: ParameterKind,
    /// What it does.
    pub docs: Docs,
    /// What sets it, where it is a boolean and no code does.
    pub environment: Option<Environment>,
}

/// What sets a parameter of the rules outside of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Environment {
    /// The variable of the environment.
    pub variable: &'static str,
    /// The key in the profile.
    pub key: &'static str,
}

/// The place of a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// What the model calls it, e.g. `UseFIPS`.
    pub name: String,
    /// What the constant that stands for it is called, e.g. `USE_FIPS`.
    pub constant: Ident,
}

/// The place of a slot in [`RuleSet::slots`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotId(pub usize);

/// Something that the rules ask for.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// What its value must be.
    pub kind: ParameterKind,
    /// Where its value comes from, unless it is given by name.
    pub built_in: Option<BuiltIn>,
    /// Whether the rules cannot do without it.
    pub required: bool,
    /// Its value where none is given.
    pub default: Option<Expr>,
}

/// What a parameter's value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// A boolean.
    Boolean,
    /// A string.
    String,
    /// A list of strings.
    StringArray,
}

/// The built-in of this name in a model, e.g. `AWS::Region`; `None` where it is unknown.
pub fn built_in(name: &str) -> Option<BuiltIn> {
    Some(match name {
        "AWS::Region" => BuiltIn::Region,
        "AWS::UseFIPS" => BuiltIn::UseFips,
        "AWS::UseDualStack" => BuiltIn::UseDualStack,
        "SDK::Endpoint" => BuiltIn::Endpoint,
        "AWS::Auth::AccountId" => BuiltIn::AccountId,
        "AWS::Auth::AccountIdEndpointMode" => BuiltIn::AccountIdEndpointMode,
        "AWS::Auth::CredentialScope" => BuiltIn::CredentialScope,
        "AWS::STS::UseGlobalEndpoint" => BuiltIn::StsUseGlobalEndpoint,
        "AWS::S3::Accelerate" => BuiltIn::S3Accelerate,
        "AWS::S3::DisableMultiRegionAccessPoints" => BuiltIn::S3DisableMultiRegionAccessPoints,
        "AWS::S3::ForcePathStyle" => BuiltIn::S3ForcePathStyle,
        "AWS::S3::UseArnRegion" => BuiltIn::S3UseArnRegion,
        "AWS::S3::UseGlobalEndpoint" => BuiltIn::S3UseGlobalEndpoint,
        "AWS::S3Control::UseArnRegion" => BuiltIn::S3ControlUseArnRegion,
        _ => return None,
    })
}

/// What to do under which conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The conditions, which must all hold.
    pub when: Vec<Condition>,
    /// What follows from them.
    pub then: RuleOutcome,
}

/// What must hold for a rule to apply.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The value that must be there and not `false`.
    pub value: Expr,
    /// Where the value is kept for what comes after.
    pub assign: Option<SlotId>,
}

/// What follows where a rule's conditions hold.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleOutcome {
    /// More rules, one of which must decide.
    Rules(Vec<Rule>),
    /// An endpoint.
    Endpoint {
        /// Its URL.
        url: Expr,
        /// Headers that requests must carry, each with its values.
        headers: Vec<(String, Vec<Expr>)>,
        /// What else is known of it.
        properties: Vec<(String, Expr)>,
    },
    /// No endpoint, for this reason.
    Error(Expr),
}

/// What has a value, or none.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A fixed string.
    Text(String),
    /// A string with a value in place of each `{}`.
    Format(String, Vec<Expr>),
    /// Several values.
    List(Vec<Expr>),
    /// Named values.
    Record(Vec<(String, Expr)>),
    /// The value of a parameter or variable.
    Ref(SlotId),
    /// The part of this name of a variable's value.
    Part(SlotId, String),
    /// A part of a value, some steps in.
    GetAttr(Box<Expr>, Vec<Step>),
    /// A function of some values.
    Call(Function, Vec<Expr>),
}

/// One step into a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// To the part of this name.
    Key(String),
    /// To the item at this place; a negative place counts from the end.
    Index(isize),
}

/// The functions of the rules language.
///
/// <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html>
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// `booleanEquals`: whether two booleans are the same.
    BooleanEquals,
    /// `coalesce`: the first of several values that is there.
    Coalesce,
    /// `isSet`: whether there is a value.
    IsSet,
    /// `isValidHostLabel`: whether a string can be a part of a host name.
    IsValidHostLabel,
    /// `aws.isVirtualHostableS3Bucket`: whether a bucket's name can be a part of a host name.
    IsVirtualHostableS3Bucket,
    /// `ite`: the second value if the first is true, else the third.
    Ite,
    /// `not`: the opposite of a boolean.
    Not,
    /// `aws.parseArn`: the parts of an ARN.
    ParseArn,
    /// `parseURL`: the parts of a URL.
    ParseUrl,
    /// `aws.partition`: the partition of a region.
    Partition,
    /// `split`: the parts of a string between delimiters.
    Split,
    /// `stringEquals`: whether two strings are the same.
    StringEquals,
    /// `substring`: some characters of a string.
    Substring,
    /// `uriEncode`: a string, percent-encoded.
    UriEncode,
}
