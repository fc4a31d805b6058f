//! A diagram of decisions as static tables.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Tables;
use crate::ir::endpoint::{Diagram, Turn};

impl Tables<'_> {
    /// ```text
    /// static DIAGRAM: Diagram<'static> = Diagram {
    ///     conditions: &[If(Ref(USE_FIPS))],
    ///     nodes: &[(0, Give(0), Give(1))],
    ///     results: &[
    ///         Endpoint { when: &[], url: Text("https://fips.example.com") },
    ///         Endpoint { when: &[], url: Text("https://example.com") },
    ///     ],
    ///     start: Node(0),
    /// };
    /// ```
    pub(super) fn diagram(&self, diagram: &Diagram) -> TokenStream {
        let conditions = diagram.conditions.iter().map(|one| self.condition(one));
        let nodes = diagram.nodes.iter().map(|node| {
            let condition = Literal::usize_unsuffixed(node.condition);
            let (then, otherwise) = (turn(node.then), turn(node.otherwise));
            quote!((#condition, #then, #otherwise))
        });
        let results = diagram.results.iter().map(|rule| self.rule(rule));
        let start = turn(diagram.start);
        quote! {
            static DIAGRAM: Diagram<'static> = Diagram {
                conditions: &[#(#conditions),*],
                nodes: &[#(#nodes),*],
                results: &[#(#results),*],
                start: #start,
            };
        }
    }
}

fn turn(turn: Turn) -> TokenStream {
    let place = Literal::usize_unsuffixed;
    match turn {
        Turn::Node(node) => {
            let node = place(node);
            quote!(Node(#node))
        }
        Turn::Give(result) => {
            let result = place(result);
            quote!(Give(#result))
        }
        Turn::Nowhere => quote!(Nowhere),
    }
}
