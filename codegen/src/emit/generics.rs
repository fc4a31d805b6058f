//! The type parameters of a builder: who calls, and which required members have been set.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Structure, StructureKind};
use crate::rust::Ident;

/// The parts of a builder's type that its emitters share.
pub(super) struct Generics<'a> {
    /// `Caller`, where the builder can send.
    pub caller: Option<TokenStream>,
    /// The parameters of required members.
    pub markers: Vec<&'a Ident>,
    /// The traits that say of each that it has been set.
    traits: Vec<&'a Ident>,
}

impl<'a> Generics<'a> {
    pub fn of(structure: &'a Structure) -> Self {
        let required = || structure.required().map(|(_, required)| required);
        Self {
            caller: (structure.kind == StructureKind::Input).then(|| quote!(Caller)),
            markers: required().map(|required| &required.parameter).collect(),
            traits: required().map(|required| &required.marker).collect(),
        }
    }

    /// `<Caller, LicenseArn, ClientToken>`, with this marker replaced by `Set`.
    pub fn with_set(&self, set: Option<&Ident>) -> TokenStream {
        let markers = self.markers.iter().map(|marker| match set {
            Some(set) if set == *marker => quote!(required::Set),
            _ => quote!(#marker),
        });
        angle(self.caller.iter().cloned().chain(markers))
    }

    /// `<Client, LicenseArn, ClientToken>`
    pub fn with_caller(&self, caller: &TokenStream) -> TokenStream {
        let markers = self.markers.iter().map(|marker| quote!(#marker));
        angle(std::iter::once(caller.clone()).chain(markers))
    }

    /// `<LicenseArn, ClientToken>`
    pub fn markers(&self) -> TokenStream {
        angle(self.markers.iter().map(|marker| quote!(#marker)))
    }

    /// `where LicenseArn: required::LicenseArn, ClientToken: required::ClientToken`
    pub fn all_set(&self) -> TokenStream {
        let (markers, traits) = (&self.markers, &self.traits);
        if markers.is_empty() {
            return TokenStream::new();
        }
        quote!(where #(#markers: required::#traits,)*)
    }

    pub fn has_markers(&self) -> bool {
        !self.markers.is_empty()
    }
}

/// `<A, B>`; nothing where there is nothing to list.
pub(super) fn angle(parameters: impl Iterator<Item = TokenStream>) -> TokenStream {
    let parameters: Vec<TokenStream> = parameters.collect();
    if parameters.is_empty() {
        TokenStream::new()
    } else {
        quote!(<#(#parameters),*>)
    }
}
