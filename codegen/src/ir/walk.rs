//! The way from a message to values inside it, as Rust sees it.

use crate::rust::Ident;

/// The way from a value to those that are looked for in it, step by step.
#[derive(Clone, Debug, PartialEq)]
pub enum Walk {
    /// To a field of a structure.
    Field {
        /// The field.
        name: Ident,
        /// Whether it is an `Option`.
        optional: bool,
        /// The way from there.
        then: Box<Walk>,
    },
    /// To each item of a list.
    Items {
        /// Whether items are `Option`s.
        sparse: bool,
        /// The way from there.
        then: Box<Walk>,
    },
    /// To each value of a map.
    Values {
        /// Whether values are `Option`s.
        sparse: bool,
        /// The way from there.
        then: Box<Walk>,
    },
    /// To each key of a map.
    Keys(Box<Walk>),
    /// Several ways, one after the other.
    Several(Vec<Walk>),
    /// It is here.
    Here(Found),
}

/// What is at the end of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A string, or an enum of strings.
    Text,
    /// A boolean.
    Boolean,
}

impl Walk {
    /// Whether it leads to any number of values, not to one at most.
    pub fn leads_to_several(&self) -> bool {
        match self {
            Self::Field { then, .. } => then.leads_to_several(),
            Self::Here(_) => false,
            Self::Items { .. } | Self::Values { .. } | Self::Keys(_) | Self::Several(_) => true,
        }
    }

    /// What is at its end; `None` where it leads nowhere.
    pub fn found(&self) -> Option<Found> {
        match self {
            Self::Field { then, .. }
            | Self::Items { then, .. }
            | Self::Values { then, .. }
            | Self::Keys(then) => then.found(),
            Self::Several(ways) => ways.iter().find_map(Self::found),
            Self::Here(found) => Some(*found),
        }
    }
}
