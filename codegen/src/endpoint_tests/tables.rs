//! Tables as generated crates have them, made from the ir of a rule set, in an arena.

use bumpalo::Bump;

use crate::ir::endpoint as ir;
use crate::support::endpoint::RuleSet;
use crate::support::endpoint::table::{
    self, Condition, Diagram, EndpointWith, Expr, Parameter, Rule, Slot, Step, Turn,
};

/// The tables of a rule set.
pub(crate) fn tables<'t>(arena: &'t Bump, rule_set: &ir::RuleSet) -> RuleSet<'t> {
    Tables { arena }.rule_set(rule_set)
}

/// Makes tables.
#[derive(Clone, Copy)]
struct Tables<'t> {
    arena: &'t Bump,
}

impl<'t> Tables<'t> {
    fn rule_set(self, rule_set: &ir::RuleSet) -> RuleSet<'t> {
        let parameters = rule_set.parameters.iter().zip(&rule_set.slots).enumerate();
        RuleSet {
            slots: rule_set.slots.len(),
            parameters: self.list(parameters.map(|(place, (parameter, slot))| {
                let (place, name) = (Slot(place), self.text(&slot.name));
                let mut made = match parameter.kind {
                    ir::ParameterKind::Boolean => Parameter::boolean(place, name),
                    ir::ParameterKind::String => Parameter::string(place, name),
                    ir::ParameterKind::StringArray => Parameter::string_array(place, name),
                };
                if let Some(built_in) = parameter.built_in {
                    made = made.built_in(built_in);
                }
                if parameter.required {
                    made = made.required();
                }
                match &parameter.default {
                    Some(default) => made.default(self.expr(default)),
                    None => made,
                }
            })),
            rules: match &rule_set.rules {
                ir::EndpointRules::Tree(rules) => {
                    self.list(rules.iter().map(|rule| self.rule(rule)))
                }
                ir::EndpointRules::Diagram(diagram) => self.list([Rule::Other {
                    when: &[],
                    then: self.arena.alloc(self.diagram(diagram)),
                }]),
            },
        }
    }

    fn rule(self, rule: &ir::Rule) -> Rule<'t> {
        let when = self.conditions(&rule.when);
        match &rule.then {
            ir::RuleOutcome::Rules(rules) => Rule::Tree {
                when,
                rules: self.list(rules.iter().map(|rule| self.rule(rule))),
            },
            ir::RuleOutcome::Error(error) => Rule::Error {
                when,
                error: self.expr(error),
            },
            ir::RuleOutcome::Endpoint {
                url,
                headers,
                properties,
            } => Rule::Other {
                when,
                then: self.arena.alloc(EndpointWith {
                    url: self.expr(url),
                    headers: self.list(
                        headers
                            .iter()
                            .map(|(name, values)| (self.text(name), self.exprs(values))),
                    ),
                    properties: self.members(properties),
                }),
            },
        }
    }

    fn diagram(self, diagram: &ir::Diagram) -> Diagram<'t> {
        let nodes = diagram.nodes.iter();
        Diagram {
            conditions: self.conditions(&diagram.conditions),
            nodes: self
                .list(nodes.map(|node| (node.condition, turn(node.then), turn(node.otherwise)))),
            results: self.list(diagram.results.iter().map(|rule| self.rule(rule))),
            start: turn(diagram.start),
        }
    }

    fn conditions(self, conditions: &[ir::Condition]) -> &'t [Condition<'t>] {
        self.list(conditions.iter().map(|condition| match condition.assign {
            Some(ir::SlotId(slot)) => Condition::Let(Slot(slot), self.expr(&condition.value)),
            None => Condition::If(self.expr(&condition.value)),
        }))
    }

    fn expr(self, value: &ir::Expr) -> Expr<'t> {
        match value {
            ir::Expr::Boolean(value) => Expr::Boolean(*value),
            ir::Expr::Integer(value) => Expr::Integer(*value),
            ir::Expr::Text(value) => Expr::Text(self.text(value)),
            ir::Expr::Format(format, values) => Expr::Format(self.text(format), self.exprs(values)),
            ir::Expr::List(items) => Expr::List(self.exprs(items)),
            ir::Expr::Record(record) => Expr::Record(self.members(record)),
            ir::Expr::Ref(ir::SlotId(slot)) => Expr::Ref(Slot(*slot)),
            ir::Expr::Part(ir::SlotId(slot), name) => Expr::Part(Slot(*slot), self.text(name)),
            ir::Expr::GetAttr(of, path) => {
                let path = path.iter().map(|step| match step {
                    ir::Step::Key(key) => Step::Key(self.text(key)),
                    ir::Step::Index(index) => Step::Index(*index),
                });
                Expr::GetAttr(self.arena.alloc(self.expr(of)), self.list(path))
            }
            ir::Expr::Call(function, arguments) => Expr::Call(of(*function), self.exprs(arguments)),
        }
    }

    fn exprs(self, values: &[ir::Expr]) -> &'t [Expr<'t>] {
        self.list(values.iter().map(|value| self.expr(value)))
    }

    fn members(self, members: &[(String, ir::Expr)]) -> &'t [(&'t str, Expr<'t>)] {
        self.list(
            members
                .iter()
                .map(|(name, value)| (self.text(name), self.expr(value))),
        )
    }

    fn list<T>(self, items: impl IntoIterator<Item = T>) -> &'t [T] {
        let items: Vec<T> = items.into_iter().collect();
        self.arena.alloc_slice_fill_iter(items)
    }

    fn text(self, text: &str) -> &'t str {
        self.arena.alloc_str(text)
    }
}

fn turn(turn: ir::Turn) -> Turn {
    match turn {
        ir::Turn::Node(place) => Turn::Node(place),
        ir::Turn::Give(place) => Turn::Give(place),
        ir::Turn::Nowhere => Turn::Nowhere,
    }
}

fn of(function: ir::Function) -> table::Function {
    match function {
        ir::Function::BooleanEquals => table::boolean_equals,
        ir::Function::Coalesce => table::coalesce,
        ir::Function::IsSet => table::is_set,
        ir::Function::IsValidHostLabel => table::is_valid_host_label,
        ir::Function::IsVirtualHostableS3Bucket => table::is_virtual_hostable_s3_bucket,
        ir::Function::Ite => table::ite,
        ir::Function::Not => table::not,
        ir::Function::ParseArn => table::parse_arn,
        ir::Function::ParseUrl => table::parse_url,
        ir::Function::Partition => table::partition,
        ir::Function::Split => table::split,
        ir::Function::StringEquals => table::string_equals,
        ir::Function::Substring => table::substring,
        ir::Function::UriEncode => table::uri_encode,
    }
}
