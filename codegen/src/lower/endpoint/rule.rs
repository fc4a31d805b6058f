//! Rules: conditions and what follows from them.

use serde_json::{Map, Value};

use super::RuleSetLowering;
use super::signature::Type;
use super::simplify;
use crate::ir::endpoint::{Condition, Expr, Rule, RuleOutcome};

impl RuleSetLowering {
    pub(super) fn rules(&mut self, rules: &Value) -> Option<Vec<Rule>> {
        Some(simplify::rules(self.each(rules, Self::rule)?))
    }

    /// The variables of a rule are known in it and in the rules inside it.
    pub(super) fn rule(&mut self, rule: &Value) -> Option<Rule> {
        let members = self.object(rule)?;
        let outside = self.scope.enter();
        let when = match members.get("conditions") {
            Some(conditions) => {
                self.at("conditions", |this| this.each(conditions, Self::condition))
            }
            None => Some(Vec::new()),
        };
        let then = self.outcome(members);
        self.scope.leave(outside);
        Some(Rule {
            when: when?,
            then: then?,
        })
    }

    pub(super) fn condition(&mut self, condition: &Value) -> Option<Condition> {
        let value = self.expression(condition);
        let Some(name) = condition.get("assign") else {
            return Some(Condition {
                value: value?.expr,
                assign: None,
            });
        };
        let name = self.at("assign", |this| this.string(name))?;
        if self.scope.find(name).is_some() {
            return self.problem(format!("there is a value called `{name}` already"));
        }
        let kind = value.as_ref().map_or(Type::Any, |value| value.kind);
        let slot = self.scope.declare(name, kind);
        Some(Condition {
            value: value?.expr,
            assign: Some(slot),
        })
    }

    fn outcome(&mut self, rule: &Map<String, Value>) -> Option<RuleOutcome> {
        match self
            .member(rule, "type", |this, kind| {
                this.string(kind).map(str::to_owned)
            })?
            .as_str()
        {
            "tree" => self
                .member(rule, "rules", Self::rules)
                .map(RuleOutcome::Rules),
            "error" => self
                .member(rule, "error", Self::text)
                .map(RuleOutcome::Error),
            "endpoint" => self.member(rule, "endpoint", Self::endpoint),
            unknown => self.problem(format!(
                "`{unknown}` is no type of a rule; `tree`, `endpoint` and `error` are"
            )),
        }
    }

    fn endpoint(&mut self, endpoint: &Value) -> Option<RuleOutcome> {
        let members = self.object(endpoint)?;
        let url = self.member(members, "url", Self::text);
        let headers = self.at("headers", |this| {
            this.each_member(members.get("headers"), |this, name, values| {
                Some((name.to_owned(), this.each(values, Self::text)?))
            })
        });
        let properties = self.at("properties", |this| {
            this.each_member(members.get("properties"), Self::property)
        });
        Some(RuleOutcome::Endpoint {
            url: url?,
            headers: headers?,
            properties: properties?,
        })
    }

    fn property(&mut self, name: &str, value: &Value) -> Option<(String, Expr)> {
        Some((name.to_owned(), self.property_value(value)?))
    }

    /// Properties nest freely, but know neither references nor functions outside templates.
    fn property_value(&mut self, value: &Value) -> Option<Expr> {
        match value {
            Value::Bool(value) => Some(Expr::Boolean(*value)),
            Value::String(template) => Some(self.template(template)?.expr),
            Value::Array(_) => self.each(value, Self::property_value).map(Expr::List),
            Value::Object(_) => self
                .each_member(Some(value), Self::property)
                .map(Expr::Record),
            Value::Number(number) => match number.as_i64() {
                Some(number) => Some(Expr::Integer(number)),
                None => self.problem("a property's number has to be whole"),
            },
            Value::Null => self.problem("a property cannot be null"),
        }
    }

    /// An expression that has to be a string.
    fn text(&mut self, value: &Value) -> Option<Expr> {
        let value = self.expression(value)?;
        self.expect(value, Type::String)
    }
}
