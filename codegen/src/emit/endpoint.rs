//! A service's endpoint rules as static tables.

pub(super) mod binding;
mod diagram;
pub(super) mod settings;
mod shared;
#[cfg(test)]
mod tests;

use std::fmt::Debug;

use heck::ToSnakeCase;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::ir::endpoint::{
    Condition, EndpointRules, Expr, Parameter, ParameterKind, Rule, RuleOutcome, RuleSet, Slot,
    SlotId, Step,
};
use crate::rust;
use shared::{Kind, Shared};

/// The items of a service's `endpoint` module.
///
/// ```text
/// use crate::support::endpoint::table::*;
///
/// const REGION: Slot = Slot(0);
/// const PARTITION_RESULT: Slot = Slot(1);
///
/// /// The rules that give this service's endpoint. Tried in order, the first that applies decides.
/// pub const RULES: RuleSet<'static> = RuleSet {
///     slots: 2,
///     parameters: &[Parameter::string(REGION, "Region").built_in(BuiltIn::Region)],
///     rules: &[
///         Endpoint {
///             when: &[Let(PARTITION_RESULT, Call(partition, &[Ref(REGION)]))],
///             url: Format(
///                 "https://example.{}.{}",
///                 &[Ref(REGION), Part(PARTITION_RESULT, "dnsSuffix")],
///             ),
///         },
///         ..
///     ],
/// };
/// ```
pub fn rules(rule_set: &RuleSet) -> TokenStream {
    let tables = Tables {
        slots: &rule_set.slots,
        shared: Shared::of(rule_set),
    };
    let constants = rule_set.slots.iter().enumerate().map(|(place, slot)| {
        let name = &slot.constant;
        let place = Literal::usize_unsuffixed(place);
        quote!(const #name: Slot = Slot(#place);)
    });
    let slots = Literal::usize_unsuffixed(rule_set.slots.len());
    let parameters = rule_set.parameters.iter().zip(&rule_set.slots);
    let parameters: Vec<TokenStream> = parameters
        .map(|(parameter, slot)| tables.parameter(parameter, slot))
        .collect();
    let (rules, diagram) = match &rule_set.rules {
        EndpointRules::Tree(rules) => {
            let rules: Vec<TokenStream> = rules.iter().map(|rule| tables.rule(rule)).collect();
            (quote!(#(#rules),*), None)
        }
        EndpointRules::Diagram(diagram) => (
            quote!(Other {
                when: &[],
                then: &DIAGRAM
            }),
            Some(tables.diagram(diagram)),
        ),
    };
    let shared = tables.shared.constants();
    quote! {
        use crate::support::endpoint::table::*;

        #(#constants)*

        /// The rules that give this service's endpoint. Tried in order, the first that applies
        /// decides.
        pub const RULES: RuleSet<'static> = RuleSet {
            slots: #slots,
            parameters: &[#(#parameters),*],
            rules: &[#rules],
        };

        #diagram

        #(#shared)*
    }
}

/// What is needed to write any part of the tables.
struct Tables<'r> {
    slots: &'r [Slot],
    shared: Shared<'r>,
}

impl Tables<'_> {
    fn parameter(&self, parameter: &Parameter, slot: &Slot) -> TokenStream {
        let Slot { name, constant } = slot;
        let constructor = match parameter.kind {
            ParameterKind::Boolean => quote!(boolean),
            ParameterKind::String => quote!(string),
            ParameterKind::StringArray => quote!(string_array),
        };
        let built_in = parameter.built_in.map(|built_in| {
            let built_in = variant(built_in);
            quote!(.built_in(BuiltIn::#built_in))
        });
        let required = parameter.required.then(|| quote!(.required()));
        let default = parameter.default.as_ref().map(|value| {
            let value = self.expr(value);
            quote!(.default(#value))
        });
        quote!(Parameter::#constructor(#constant, #name) #built_in #required #default)
    }

    fn rule(&self, rule: &Rule) -> TokenStream {
        let when = self.shared.list(Kind::Conditions, &rule.when, || {
            let when = rule.when.iter().map(|condition| self.condition(condition));
            quote!(&[#(#when),*])
        });
        match &rule.then {
            RuleOutcome::Rules(rules) => {
                let rules = self.shared.list(Kind::Rules, rules, || {
                    let rules = rules.iter().map(|rule| self.rule(rule));
                    quote!(&[#(#rules),*])
                });
                quote!(Tree { when: #when, rules: #rules })
            }
            RuleOutcome::Error(error) => {
                let error = self.expr(error);
                quote!(Error { when: #when, error: #error })
            }
            RuleOutcome::Endpoint {
                url,
                headers,
                properties,
            } if headers.is_empty() && properties.is_empty() => {
                let url = self.expr(url);
                quote!(Endpoint { when: #when, url: #url })
            }
            RuleOutcome::Endpoint {
                url,
                headers,
                properties,
            } => {
                let url = self.expr(url);
                let headers = headers.iter().map(|(name, values)| {
                    let values = self.exprs(values);
                    quote!((#name, #values))
                });
                let list = || self.members(properties);
                let properties = self.shared.list(Kind::Properties, properties, list);
                quote! {
                    Other {
                        when: #when,
                        then: &EndpointWith {
                            url: #url,
                            headers: &[#(#headers),*],
                            properties: #properties,
                        },
                    }
                }
            }
        }
    }

    fn condition(&self, condition: &Condition) -> TokenStream {
        let value = self.expr(&condition.value);
        match condition.assign {
            Some(slot) => {
                let slot = self.slot(slot);
                quote!(Let(#slot, #value))
            }
            None => quote!(If(#value)),
        }
    }

    fn expr(&self, expr: &Expr) -> TokenStream {
        match expr {
            Expr::Boolean(value) => quote!(Boolean(#value)),
            Expr::Integer(value) => {
                let value = Literal::i64_unsuffixed(*value);
                quote!(Integer(#value))
            }
            Expr::Text(text) => quote!(Text(#text)),
            Expr::Format(text, values) => {
                let values = self.exprs(values);
                quote!(Format(#text, #values))
            }
            Expr::List(items) => {
                let items = self.exprs(items);
                quote!(List(#items))
            }
            Expr::Record(members) => {
                let members = self.members(members);
                quote!(Record(#members))
            }
            Expr::Ref(slot) => {
                let slot = self.slot(*slot);
                quote!(Ref(#slot))
            }
            Expr::Part(slot, name) => {
                let slot = self.slot(*slot);
                quote!(Part(#slot, #name))
            }
            Expr::GetAttr(of, path) => {
                let of = self.expr(of);
                let path = path.iter().map(step);
                quote!(GetAttr(&#of, &[#(#path),*]))
            }
            Expr::Call(function, arguments) => {
                let function = format_ident!("{}", format!("{function:?}").to_snake_case());
                let arguments = self.exprs(arguments);
                quote!(Call(#function, #arguments))
            }
        }
    }

    fn exprs(&self, exprs: &[Expr]) -> TokenStream {
        let exprs = exprs.iter().map(|expr| self.expr(expr));
        quote!(&[#(#exprs),*])
    }

    fn members(&self, members: &[(String, Expr)]) -> TokenStream {
        let members = members.iter().map(|(name, value)| {
            let value = self.expr(value);
            quote!((#name, #value))
        });
        quote!(&[#(#members),*])
    }

    fn slot(&self, SlotId(place): SlotId) -> &rust::Ident {
        &self.slots[place].constant
    }
}

fn step(step: &Step) -> TokenStream {
    match step {
        Step::Key(key) => quote!(Key(#key)),
        Step::Index(place) => {
            let place = Literal::isize_unsuffixed(*place);
            quote!(Index(#place))
        }
    }
}

/// The name of a variant, which its `Debug` form is.
fn variant(value: impl Debug) -> Ident {
    format_ident!("{}", format!("{value:?}"))
}
