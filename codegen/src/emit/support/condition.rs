//! Which services of a crate use something of its support code. What not all of them use is compiled
//! with the cargo features of those that do.
//!
//! What something stands on, its users use too, since each of them could be a crate of its own: so no
//! choice of features leaves out what is needed.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::Context;
use super::super::manifest::feature_of;

/// When something is compiled.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// No service uses it.
    Never,
    /// Some services do, which have these cargo features.
    With(Vec<String>),
    /// All services do.
    Always,
}

impl Condition {
    /// The condition for what these of the crate's services use.
    pub(super) fn of(contexts: &[Context<'_>], uses: impl Fn(&Context<'_>) -> bool) -> Self {
        let users: Vec<_> = contexts.iter().filter(|cx| uses(cx)).collect();
        if users.is_empty() {
            Self::Never
        } else if users.len() == contexts.len() {
            Self::Always
        } else {
            let features = users.into_iter().filter_map(|cx| feature_of(contexts, cx));
            Self::With(features.collect())
        }
    }

    /// `#[cfg(feature = "sts")]`, where there is anything to say.
    pub(super) fn attribute(&self) -> TokenStream {
        match self {
            Self::Never | Self::Always => TokenStream::new(),
            Self::With(features) => match features.as_slice() {
                [feature] => quote!(#[cfg(feature = #feature)]),
                features => quote!(#[cfg(any(#(feature = #features),*))]),
            },
        }
    }

    /// The same as a line of a file.
    pub(super) fn line(&self) -> Option<String> {
        let Self::With(features) = self else {
            return None;
        };
        let all: Vec<String> = features
            .iter()
            .map(|feature| format!("feature = {feature:?}"))
            .collect();
        Some(match all.as_slice() {
            [feature] => format!("#[cfg({feature})]"),
            features => format!("#[cfg(any({}))]", features.join(", ")),
        })
    }
}
