//! What the rules of endpoints make use of.

use std::collections::BTreeSet;

use crate::ir::endpoint::{EndpointRules, Expr, Function, Rule, RuleOutcome, RuleSet};

impl RuleSet {
    /// The names of the ways to authenticate that its endpoints may prescribe.
    pub fn auth_schemes(&self) -> BTreeSet<&str> {
        let mut schemes = BTreeSet::new();
        for rule in self.rules.that_decide() {
            rule.collect_auth_schemes(&mut schemes);
        }
        schemes
    }
}

impl EndpointRules {
    /// Those of which one gives the endpoint, or has in it the one that does.
    pub(super) fn that_decide(&self) -> &[Rule] {
        match self {
            Self::Tree(rules) => rules,
            Self::Diagram(diagram) => &diagram.results,
        }
    }

    pub(super) fn call(&self, functions: &[Function]) -> bool {
        match self {
            Self::Tree(rules) => rules.iter().any(|rule| rule.calls(functions)),
            Self::Diagram(diagram) => {
                let mut conditions = diagram.conditions.iter();
                conditions.any(|condition| condition.value.calls(functions))
                    || diagram.results.iter().any(|rule| rule.calls(functions))
            }
        }
    }
}

impl Rule {
    pub(super) fn has_details(&self) -> bool {
        match &self.then {
            RuleOutcome::Rules(rules) => rules.iter().any(Self::has_details),
            RuleOutcome::Endpoint {
                headers,
                properties,
                ..
            } => !headers.is_empty() || !properties.is_empty(),
            RuleOutcome::Error(_) => false,
        }
    }

    fn collect_auth_schemes<'r>(&'r self, schemes: &mut BTreeSet<&'r str>) {
        match &self.then {
            RuleOutcome::Rules(rules) => {
                for rule in rules {
                    rule.collect_auth_schemes(schemes);
                }
            }
            RuleOutcome::Endpoint { properties, .. } => {
                for (name, value) in properties {
                    if let ("authSchemes", Expr::List(items)) = (name.as_str(), value) {
                        schemes.extend(items.iter().filter_map(scheme_name));
                    }
                }
            }
            RuleOutcome::Error(_) => {}
        }
    }

    fn calls(&self, functions: &[Function]) -> bool {
        self.when.iter().any(|when| when.value.calls(functions))
            || match &self.then {
                RuleOutcome::Rules(rules) => rules.iter().any(|rule| rule.calls(functions)),
                RuleOutcome::Error(error) => error.calls(functions),
                RuleOutcome::Endpoint {
                    url,
                    headers,
                    properties,
                } => {
                    let headers = headers.iter().flat_map(|(_, values)| values);
                    let properties = properties.iter().map(|(_, value)| value);
                    let mut values = [url].into_iter().chain(headers).chain(properties);
                    values.any(|value| value.calls(functions))
                }
            }
    }
}

/// The name of one of the property `authSchemes`.
fn scheme_name(scheme: &Expr) -> Option<&str> {
    let Expr::Record(members) = scheme else {
        return None;
    };
    members.iter().find_map(|(name, value)| match value {
        Expr::Text(text) if name == "name" => Some(text.as_str()),
        _ => None,
    })
}

impl Expr {
    fn calls(&self, functions: &[Function]) -> bool {
        let any = |exprs: &[Self]| exprs.iter().any(|expr| expr.calls(functions));
        match self {
            Self::Call(function, arguments) => functions.contains(function) || any(arguments),
            Self::Format(_, exprs) | Self::List(exprs) => any(exprs),
            Self::Record(members) => members.iter().any(|(_, value)| value.calls(functions)),
            Self::GetAttr(of, _) => of.calls(functions),
            Self::Boolean(_) | Self::Integer(_) | Self::Text(_) | Self::Ref(_) | Self::Part(..) => {
                false
            }
        }
    }
}
