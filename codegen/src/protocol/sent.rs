//! What is sent of a member.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Member;

/// The value of a member as it is sent, which is the field itself but for an id that may be a path.
///
/// ```text
/// self.marker
/// operation::bare_id(&["hostedzone", "change"], &self.id)
/// self.id.as_deref().map(|id| operation::bare_id(&["hostedzone", "change"], id))
/// ```
pub(super) fn sent(member: &Member) -> TokenStream {
    let (field, collections) = (&member.name, &member.collections);
    match (collections.as_slice(), member.optional) {
        ([], _) => quote!(self.#field),
        (collections, false) => quote!(operation::bare_id(&[#(#collections),*], &self.#field)),
        (collections, true) => quote! {
            self.#field.as_deref().map(|id| operation::bare_id(&[#(#collections),*], id))
        },
    }
}
