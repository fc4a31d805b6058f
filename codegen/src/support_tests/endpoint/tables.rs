//! Tables made while a test runs, from the ir of a rule set. They live as long as the process.

use serde_json::Value;

use crate::ir::endpoint as ir;
use crate::lower::endpoint::{Problem, lower};
use crate::support::endpoint::RuleSet;
use crate::support::endpoint::table::{
    self, Condition, Expr, Parameter, ParameterKind, Rule, Slot, Step,
};

/// The tables of a rule set that has to be a valid one.
pub fn tables(rule_set: &Value) -> RuleSet<'static> {
    match try_tables(rule_set) {
        Ok(tables) => tables,
        Err(problems) => panic!("the rule set should be valid: {problems:#?}"),
    }
}

/// The tables of a rule set, if it is a valid one.
pub fn try_tables(rule_set: &Value) -> Result<RuleSet<'static>, Vec<Problem>> {
    lower(rule_set).map(|rule_set| rule_set_of(&rule_set))
}

fn rule_set_of(rule_set: &ir::RuleSet) -> RuleSet<'static> {
    let parameters = rule_set.parameters.iter().zip(&rule_set.slots).enumerate();
    RuleSet {
        slots: rule_set.slots.len(),
        parameters: leak(parameters.map(|(place, (parameter, slot))| {
            let (place, name) = (Slot(place), text(&slot.name));
            let mut made = match parameter.kind {
                ParameterKind::Boolean => Parameter::boolean(place, name),
                ParameterKind::String => Parameter::string(place, name),
                ParameterKind::StringArray => Parameter::string_array(place, name),
            };
            if let Some(built_in) = parameter.built_in {
                made = made.built_in(built_in);
            }
            if parameter.required {
                made = made.required();
            }
            match &parameter.default {
                Some(default) => made.default(expr(default)),
                None => made,
            }
        })),
        rules: leak(rule_set.rules.iter().map(rule)),
    }
}

fn rule(rule: &ir::Rule) -> Rule<'static> {
    let when = leak(rule.when.iter().map(|condition| match condition.assign {
        Some(ir::SlotId(slot)) => Condition::Let(Slot(slot), expr(&condition.value)),
        None => Condition::If(expr(&condition.value)),
    }));
    match &rule.then {
        ir::Outcome::Rules(rules) => Rule::Tree {
            when,
            rules: leak(rules.iter().map(self::rule)),
        },
        ir::Outcome::Error(error) => Rule::Error {
            when,
            error: expr(error),
        },
        ir::Outcome::Endpoint {
            url,
            headers,
            properties,
        } => Rule::EndpointWith {
            when,
            url: expr(url),
            headers: leak(
                headers
                    .iter()
                    .map(|(name, values)| (text(name), exprs(values))),
            ),
            properties: members(properties),
        },
    }
}

fn expr(value: &ir::Expr) -> Expr<'static> {
    match value {
        ir::Expr::Boolean(value) => Expr::Boolean(*value),
        ir::Expr::Integer(value) => Expr::Integer(*value),
        ir::Expr::Text(value) => Expr::Text(text(value)),
        ir::Expr::Format(format, values) => Expr::Format(text(format), exprs(values)),
        ir::Expr::List(items) => Expr::List(exprs(items)),
        ir::Expr::Record(record) => Expr::Record(members(record)),
        ir::Expr::Ref(ir::SlotId(slot)) => Expr::Ref(Slot(*slot)),
        ir::Expr::Part(ir::SlotId(slot), name) => Expr::Part(Slot(*slot), text(name)),
        ir::Expr::GetAttr(of, path) => {
            let path = path.iter().map(|step| match step {
                ir::Step::Key(key) => Step::Key(text(key)),
                ir::Step::Index(index) => Step::Index(*index),
            });
            Expr::GetAttr(Box::leak(Box::new(expr(of))), leak(path))
        }
        ir::Expr::Call(function, arguments) => Expr::Call(of(*function), exprs(arguments)),
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

fn exprs(values: &[ir::Expr]) -> &'static [Expr<'static>] {
    leak(values.iter().map(expr))
}

fn members(members: &[(String, ir::Expr)]) -> &'static [(&'static str, Expr<'static>)] {
    leak(
        members
            .iter()
            .map(|(name, value)| (text(name), expr(value))),
    )
}

fn leak<T>(items: impl Iterator<Item = T>) -> &'static [T] {
    items.collect::<Vec<_>>().leak()
}

fn text(text: &str) -> &'static str {
    text.to_owned().leak()
}
