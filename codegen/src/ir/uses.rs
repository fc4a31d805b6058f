//! What a service makes use of: the types of its members, the functions of its endpoint rules.

use std::collections::BTreeSet;

use super::endpoint::{Expr, Function, Outcome, Rule, RuleSet, Rules};
use super::{Service, Shape, Structure, Type};

impl Service {
    /// Whether any member of any shape is of such a type, or has one in it.
    pub fn has_type(&self, is_such: impl Fn(&Type) -> bool) -> bool {
        let of_operations = self
            .operations
            .iter()
            .flat_map(|operation| [&operation.input, &operation.output]);
        let of_structure = |structure: &Structure| {
            let mut members = structure.members.iter();
            members.any(|member| member.type_.is_or_has(&is_such))
        };
        let of_shape = |shape: &Shape| match shape {
            Shape::Structure(structure) => of_structure(structure),
            Shape::Union(union) => {
                let mut types = union.variants.iter().filter_map(|v| v.type_.as_ref());
                types.any(|type_| type_.is_or_has(&is_such))
            }
            Shape::Enum(_) => false,
        };
        self.types.iter().any(of_shape) || self.errors.iter().chain(of_operations).any(of_structure)
    }

    /// Whether its endpoint rules call any of these functions.
    pub fn calls(&self, functions: &[Function]) -> bool {
        let rules = self.endpoint.iter().map(|endpoint| &endpoint.rules);
        rules.into_iter().any(|rules| rules.call(functions))
    }

    /// Whether its endpoint rules say more of any endpoint than a URL.
    pub fn details_endpoints(&self) -> bool {
        let rules = self.endpoint.iter().map(|endpoint| &endpoint.rules);
        let mut rules = rules.flat_map(Rules::that_decide);
        rules.any(Rule::details_endpoints)
    }
}

impl Type {
    fn is_or_has(&self, is_such: &impl Fn(&Self) -> bool) -> bool {
        is_such(self)
            || match self {
                Self::List(element) => element.type_.is_or_has(is_such),
                Self::Map(key, element) => {
                    key.is_or_has(is_such) || element.type_.is_or_has(is_such)
                }
                _ => false,
            }
    }
}

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

impl Rules {
    /// Those of which one gives the endpoint, or has in it the one that does.
    fn that_decide(&self) -> &[Rule] {
        match self {
            Self::Tree(rules) => rules,
            Self::Diagram(diagram) => &diagram.results,
        }
    }

    fn call(&self, functions: &[Function]) -> bool {
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
    fn collect_auth_schemes<'r>(&'r self, schemes: &mut BTreeSet<&'r str>) {
        match &self.then {
            Outcome::Rules(rules) => {
                for rule in rules {
                    rule.collect_auth_schemes(schemes);
                }
            }
            Outcome::Endpoint { properties, .. } => {
                for (name, value) in properties {
                    if let ("authSchemes", Expr::List(items)) = (name.as_str(), value) {
                        schemes.extend(items.iter().filter_map(scheme_name));
                    }
                }
            }
            Outcome::Error(_) => {}
        }
    }

    fn details_endpoints(&self) -> bool {
        match &self.then {
            Outcome::Rules(rules) => rules.iter().any(Self::details_endpoints),
            Outcome::Endpoint {
                headers,
                properties,
                ..
            } => !headers.is_empty() || !properties.is_empty(),
            Outcome::Error(_) => false,
        }
    }

    fn calls(&self, functions: &[Function]) -> bool {
        self.when.iter().any(|when| when.value.calls(functions))
            || match &self.then {
                Outcome::Rules(rules) => rules.iter().any(|rule| rule.calls(functions)),
                Outcome::Error(error) => error.calls(functions),
                Outcome::Endpoint {
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
