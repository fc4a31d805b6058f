//! The request id that every output tells. It is in a field that no member can be called as: names of
//! members begin with a letter, or with a digit after an underscore.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Structure, StructureKind};

/// Whether a structure is told the request id of its response; errors have it in their metadata.
fn is_told(structure: &Structure) -> bool {
    structure.kind == StructureKind::Output
}

/// `pub(crate) _request_id: operation::RequestIdField,`
pub(super) fn field(structure: &Structure) -> Option<TokenStream> {
    is_told(structure).then(|| quote!(pub(crate) _request_id: operation::RequestIdField,))
}

/// `_request_id: operation::RequestIdField::default(),`
pub(super) fn initial(structure: &Structure) -> Option<TokenStream> {
    is_told(structure).then(|| quote!(_request_id: operation::RequestIdField::default(),))
}

/// `_request_id: self._request_id`
pub(super) fn moved(structure: &Structure) -> Option<TokenStream> {
    is_told(structure).then(|| quote!(_request_id: self._request_id))
}

/// `.field("_request_id", &self._request_id)`
pub(super) fn debug(structure: &Structure) -> Option<TokenStream> {
    is_told(structure).then(|| quote!(.field("_request_id", &self._request_id)))
}

/// `operation::request_id!(CreateTokenOutput);`, with the type parameter of an output that streams.
pub(super) fn implementation(output: &Structure) -> TokenStream {
    let name = &output.name;
    let body = output.streamed().map(|(_, body)| quote!(<#body>));
    quote!(operation::request_id!(#name #body);)
}

/// ```text
/// /// Sets what `request_id()` tells.
/// pub fn _request_id(mut self, id: impl Into<String>) -> Self {
///     self.value._request_id = operation::RequestIdField::of(id);
///     self
/// }
/// ```
pub(super) fn setter(structure: &Structure) -> Option<TokenStream> {
    is_told(structure).then(|| {
        quote! {
            /// Sets what `request_id()` tells.
            pub fn _request_id(mut self, id: impl Into<String>) -> Self {
                self.value._request_id = operation::RequestIdField::of(id);
                self
            }
        }
    })
}
