//! What the compiler says of a required member that has not been set.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, File, ModulePath, docs};
use crate::ir::Required;

/// The module `required`.
pub(super) fn module(cx: &Context<'_>) -> File {
    let mut items = Vec::new();
    if !cx.service.required.is_empty() {
        items.push(quote!(
            pub use crate::support::required::{Set, Unset};
        ));
        items.extend(cx.service.required.iter().flat_map(marker));
    }
    let docs = "The required members, each as a trait that says to the compiler: it has been set.";
    File::in_service(cx, ModulePath::Module("required"), docs, items)
}

/// ```text
/// /// `ClientToken` has been set.
/// #[diagnostic::on_unimplemented(
///     message = "required member `ClientToken` has not been set",
///     label = "call `.client_token(..)` before this"
/// )]
/// pub trait ClientToken {}
///
/// impl ClientToken for Set {}
/// ```
fn marker(required: &Required) -> [TokenStream; 2] {
    let Required {
        marker,
        member,
        setter,
        ..
    } = required;
    let docs = docs::lines(&format!("`{member}` has been set."));
    let message = format!("required member `{member}` has not been set");
    let label = format!("call `.{setter}(..)` before this");
    [
        quote! {
            #docs
            #[diagnostic::on_unimplemented(message = #message, label = #label)]
            pub trait #marker {}
        },
        quote!(impl #marker for Set {}),
    ]
}
