//! The words that a rule set is written in. The generated tables import them all, so that they
//! read like the rules of the model.

use std::fmt;

pub use super::BuiltIn;
use super::error::EndpointError;
use super::evaluate::{Arguments, Evaluation};
#[allow(unused_imports, reason = "a service may have no rules")]
pub use super::functions::*;
use super::value::Value;

pub use Condition::{If, Let};
pub use Expr::{Boolean, Call, Format, GetAttr, Integer, List, Part, Record, Ref, Text};
pub use Rule::{Endpoint, Error, Other, Tree};
pub use Step::{Index, Key};

/// The rules that give a service's endpoint (`smithy.rules#endpointRuleSet`).
pub struct RuleSet<'t> {
    /// How many slots there are for values.
    pub slots: usize,
    /// What the rules ask for.
    pub parameters: &'t [Parameter<'t>],
    /// Tried in this order; the first whose conditions hold decides.
    pub rules: &'t [Rule<'t>],
}

impl fmt::Debug for RuleSet<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RuleSet")
    }
}

/// Something that a rule set asks for.
pub struct Parameter<'t> {
    pub(super) slot: Slot,
    pub(super) name: &'t str,
    pub(super) kind: ParameterKind,
    pub(super) built_in: Option<BuiltIn>,
    pub(super) required: bool,
    pub(super) default: Option<Expr<'t>>,
}

impl<'t> Parameter<'t> {
    /// A boolean of this name in the model, whose value goes to this slot.
    #[inline]
    pub const fn boolean(slot: Slot, name: &'t str) -> Self {
        Self::of_kind(ParameterKind::Boolean, slot, name)
    }

    /// A string of this name in the model, whose value goes to this slot.
    #[inline]
    pub const fn string(slot: Slot, name: &'t str) -> Self {
        Self::of_kind(ParameterKind::String, slot, name)
    }

    /// A list of strings of this name in the model, whose value goes to this slot.
    #[inline]
    pub const fn string_array(slot: Slot, name: &'t str) -> Self {
        Self::of_kind(ParameterKind::StringArray, slot, name)
    }

    #[inline]
    const fn of_kind(kind: ParameterKind, slot: Slot, name: &'t str) -> Self {
        Self {
            slot,
            name,
            kind,
            built_in: None,
            required: false,
            default: None,
        }
    }

    /// The same, with this built-in as its value unless one is given by name.
    #[inline]
    pub const fn built_in(mut self, built_in: BuiltIn) -> Self {
        self.built_in = Some(built_in);
        self
    }

    /// The same, as one that the rules cannot do without.
    #[inline]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same, with this value where none is given.
    #[inline]
    pub const fn default(mut self, value: Expr<'t>) -> Self {
        self.default = Some(value);
        self
    }
}

/// What a parameter's value must be.
pub enum ParameterKind {
    /// A boolean.
    Boolean,
    /// A string.
    String,
    /// A list of strings.
    StringArray,
}

/// What to do under which conditions. The conditions are tried in order and must all hold.
pub enum Rule<'t> {
    /// More rules, one of which must decide.
    Tree {
        /// The conditions.
        when: &'t [Condition<'t>],
        /// The rules that are tried then.
        rules: &'t [Rule<'t>],
    },
    /// An endpoint of nothing but its URL.
    Endpoint {
        /// The conditions.
        when: &'t [Condition<'t>],
        /// The endpoint's URL.
        url: Expr<'t>,
    },
    /// No endpoint.
    Error {
        /// The conditions.
        when: &'t [Condition<'t>],
        /// The reason.
        error: Expr<'t>,
    },
    /// What only some rule sets say.
    Other {
        /// The conditions.
        when: &'t [Condition<'t>],
        /// What follows from them.
        then: &'t dyn Then,
    },
}

/// What may follow where the conditions of a rule hold.
pub trait Then: Send + Sync {
    /// The endpoint that it comes to.
    ///
    /// # Errors
    /// Where it comes to none.
    fn endpoint<'v>(
        &'v self,
        evaluation: &mut Evaluation<'v>,
    ) -> Result<super::Endpoint, EndpointError>;
}

impl<'t> Rule<'t> {
    #[inline]
    pub(super) fn when(&self) -> &'t [Condition<'t>] {
        match self {
            Self::Tree { when, .. }
            | Self::Endpoint { when, .. }
            | Self::Error { when, .. }
            | Self::Other { when, .. } => when,
        }
    }
}

/// What must hold for a rule to apply. A value that is absent or `false` does not hold.
pub enum Condition<'t> {
    /// This value holds.
    If(Expr<'t>),
    /// This value holds; it is kept for what comes after.
    Let(Slot, Expr<'t>),
}

/// The place of the value of a parameter or a variable.
pub struct Slot(pub usize);

/// What has a value, or none.
pub enum Expr<'t> {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A fixed string.
    Text(&'t str),
    /// A string with a value in place of each `{}`.
    Format(&'t str, &'t [Expr<'t>]),
    /// Several values.
    List(&'t [Expr<'t>]),
    /// Named values, as properties have them.
    Record(&'t [(&'t str, Expr<'t>)]),
    /// The value of a parameter or variable.
    Ref(Slot),
    /// The part of this name of a variable's value.
    Part(Slot, &'t str),
    /// A part of a value, some steps in.
    GetAttr(&'t Expr<'t>, &'t [Step<'t>]),
    /// A function of some values.
    Call(Function, &'t [Expr<'t>]),
}

/// One step into a value.
pub enum Step<'t> {
    /// To the part of this name.
    Key(&'t str),
    /// To the item at this place, from 0; a negative place counts from the end.
    Index(isize),
}

/// A function of the rules language; absent where it cannot work with what it is given.
pub type Function = for<'e, 'v> fn(&Arguments<'e, 'v>) -> Option<Value<'v>>;
