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

/// So long is a predicate that has lines of its own.
const LONG: usize = 80;

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
    /// The condition for what these of the crate's services use.
    pub(super) fn of(contexts: &[Context<'_>], uses: impl Fn(&Context<'_>) -> Use) -> Self {
        let users: Vec<_> = contexts.iter().map(|cx| (cx, uses(cx))).collect();
        let all = |wanted: Use| users.iter().all(|(_, used)| *used == wanted);
        let both_sides = protocol::WITH_BOTH_SIDES;
        if all(Use::None) {
            return Self::Never;
        }
        if all(Use::Always) {
            return Self::Always;
        }
        if all(Use::WithBothSides) {
            return Self::With(both_sides.to_owned());
        }
        let features = users.into_iter().filter_map(|(cx, used)| {
            let feature = format!("feature = {:?}", feature_of(contexts, cx)?);
            match used {
                Use::None => None,
                Use::WithBothSides => Some(format!("all({feature}, {both_sides})")),
                Use::Always => Some(feature),
            }
        });
        let features: Vec<String> = features.collect();
        Self::With(match features.as_slice() {
            [feature] => feature.clone(),
            features => any(features),
        })
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

    /// The same as lines of a file.
    pub(super) fn lines(&self) -> Vec<String> {
        match self {
            Self::Never | Self::Always => Vec::new(),
            Self::With(predicate) => {
                let attribute = format!("#[cfg({predicate})]");
                attribute.lines().map(str::to_owned).collect()
            }
        }
    }
}

/// A predicate that holds where any of these does: a line of each, where they are long.
fn any(predicates: &[String]) -> String {
    let line = format!("any({})", predicates.join(", "));
    if line.len() < LONG {
        return line;
    }
    let lines = predicates.iter().map(|one| format!("    {one},\n"));
    format!("any(\n{})", lines.collect::<String>())
}
