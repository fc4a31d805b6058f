//! Which services of a crate use something of its support code. What not all of them use is compiled
//! with the cargo features of those that do.
//!
//! What something stands on, its users use too, since each of them could be a crate of its own: so no
//! choice of features leaves out what is needed.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::Context;
use super::super::manifest::feature_of;
use crate::protocol;

/// How a service uses something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    /// Not at all.
    None,
    /// With the cargo features that take codecs of both sides of a message.
    WithBothSides,
    /// Whatever its features.
    Always,
}

impl From<bool> for Use {
    fn from(is_used: bool) -> Self {
        if is_used { Self::Always } else { Self::None }
    }
}

/// When something is compiled.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// No service uses it.
    Never,
    /// Some services do, or with some features: the predicate of a `cfg`.
    With(String),
    /// All services do.
    Always,
}

impl Condition {
    /// The condition for what these of the crate's services use. Features that take both sides count where
    /// all services use it with these alone: otherwise it is there for others anyway.
    pub(super) fn of(contexts: &[Context<'_>], uses: impl Fn(&Context<'_>) -> Use) -> Self {
        let uses: Vec<(&Context<'_>, Use)> = contexts.iter().map(|cx| (cx, uses(cx))).collect();
        if uses.iter().all(|(_, used)| *used == Use::None) {
            return Self::Never;
        }
        if uses.iter().all(|(_, used)| *used == Use::WithBothSides) {
            return Self::With(protocol::WITH_BOTH_SIDES.to_owned());
        }
        let users = uses.iter().filter(|(_, used)| *used != Use::None);
        let features = users.filter_map(|(cx, _)| feature_of(contexts, cx));
        let features = features.map(|feature| format!("feature = {feature:?}"));
        let features: Vec<String> = features.collect();
        match features.as_slice() {
            features if features.len() == contexts.len() => Self::Always,
            [] => Self::Always,
            [feature] => Self::With(feature.clone()),
            features => Self::With(format!("any({})", features.join(", "))),
        }
    }

    /// `#[cfg(feature = "sts")]`, where there is anything to say.
    pub(super) fn attribute(&self) -> TokenStream {
        match self {
            Self::Never | Self::Always => TokenStream::new(),
            Self::With(predicate) => {
                let predicate: TokenStream = predicate.parse().unwrap_or_default();
                quote!(#[cfg(#predicate)])
            }
        }
    }

    /// The same as a line of a file.
    pub(super) fn line(&self) -> Option<String> {
        match self {
            Self::Never | Self::Always => None,
            Self::With(predicate) => Some(format!("#[cfg({predicate})]")),
        }
    }
}
