//! The ids of a response that outputs tell: that of the request, and of some services an extended one.
//! Each is in a field that no member can be called as: names of members begin with a letter, or with a
//! digit after an underscore.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::ir::{Structure, StructureKind};

/// An id that an output tells.
struct Id {
    /// Its method, e.g. `request_id`.
    method: &'static str,
}

impl Id {
    /// `_request_id`
    fn field(&self) -> Ident {
        format_ident!("_{}", self.method)
    }
}

/// The ids that a structure tells; errors have theirs in their metadata.
fn told(structure: &Structure) -> impl Iterator<Item = Id> {
    let request_id = Id {
        method: "request_id",
    };
    let extended = Id {
        method: "extended_request_id",
    };
    let is_told = structure.kind == StructureKind::Output;
    let request_id = is_told.then_some(request_id);
    let extended = (is_told && structure.extended_request_id).then_some(extended);
    request_id.into_iter().chain(extended)
}

/// `pub(crate) _request_id: operation::RequestIdField,`
pub(super) fn fields(structure: &Structure) -> Vec<TokenStream> {
    let fields = told(structure).map(|id| {
        let field = id.field();
        quote!(pub(crate) #field: operation::RequestIdField,)
    });
    fields.collect()
}

/// `_request_id: operation::RequestIdField::default(),`
pub(super) fn initial(structure: &Structure) -> Vec<TokenStream> {
    let fields = told(structure).map(|id| {
        let field = id.field();
        quote!(#field: operation::RequestIdField::default(),)
    });
    fields.collect()
}

/// `_request_id: self._request_id`
pub(super) fn moved(structure: &Structure) -> Vec<TokenStream> {
    let fields = told(structure).map(|id| {
        let field = id.field();
        quote!(#field: self.#field)
    });
    fields.collect()
}

/// `.field("_request_id", &self._request_id)`
pub(super) fn debug(structure: &Structure) -> Vec<TokenStream> {
    let fields = told(structure).map(|id| {
        let (label, field) = (format!("_{}", id.method), id.field());
        quote!(.field(#label, &self.#field))
    });
    fields.collect()
}

/// `operation::request_id!(CreateTokenOutput);`, with the type parameter of an output that streams.
pub(super) fn implementation(output: &Structure) -> TokenStream {
    let name = &output.name;
    let body = output.streamed().map(|(_, body)| quote!(<#body>));
    let extended = output
        .extended_request_id
        .then(|| quote!(operation::extended_request_id!(output #name #body);));
    quote! {
        operation::request_id!(#name #body);
        #extended
    }
}

/// `operation::extended_request_id_field!();`, where an output tells that id.
pub(super) fn extended_field(output: &Structure) -> Option<TokenStream> {
    let is_told = output.extended_request_id;
    is_told.then(|| quote!(operation::extended_request_id_field!();))
}

/// `operation::set_request_id!();`: the setters of a builder.
pub(super) fn setters(structure: &Structure) -> Vec<TokenStream> {
    let setters = told(structure).map(|id| {
        let name = format_ident!("set_{}", id.method);
        quote!(operation::#name!();)
    });
    setters.collect()
}
