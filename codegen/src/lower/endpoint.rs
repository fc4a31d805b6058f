//! The endpoint rules of a model (`smithy.rules#endpointRuleSet`, or `endpointBdd` where there is
//! none) into their ir. What the tables cannot express is a problem here, so that the generated
//! code has nothing left to check.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

mod diagram;
mod expression;
mod parameter;
mod rule;
mod scope;
mod signature;
mod simplify;
mod template;
#[cfg(test)]
mod tests;
mod typed;

use serde_json::{Map, Value};

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::endpoint::{EndpointRules, RuleSet};
use crate::model::traits::{EndpointBdd, EndpointRuleSet};
use crate::model::{Model, Shape, Trait};
use scope::Scope;

/// The endpoint rules of a service; `None` where the model has none.
///
/// # Errors
/// All problems of the rule set.
pub fn of(model: &Model, service: &Shape) -> Result<Option<RuleSet>, Vec<Diagnostic>> {
    let rule_set = service.traits.raw(EndpointRuleSet::ID);
    let (id, lowered) = match (rule_set, service.traits.raw(EndpointBdd::ID)) {
        (Some(rule_set), _) => (EndpointRuleSet::ID, lower(rule_set)),
        (None, Some(diagram)) => (EndpointBdd::ID, lower_diagram(diagram)),
        (None, None) => return Ok(None),
    };
    let diagnostic = |problem: Problem| {
        let inside = problem.pointer.iter().map(String::as_str);
        let keys: Vec<_> = ["traits", id].into_iter().chain(inside).collect();
        let help = format!(
            "correct `{}` of the endpoint rules",
            problem.pointer.join(".")
        );
        model
            .problem(Code::InvalidTrait, &service.id, &keys, problem.message)
            .help(help)
    };
    match lowered {
        Ok(rule_set) => Ok(Some(rule_set)),
        Err(problems) => Err(problems.into_iter().map(diagnostic).collect()),
    }
}

/// Something in a rule set that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The keys and indices that lead to it, from the trait's value.
    pub pointer: Vec<String>,
    /// What is wrong.
    pub message: String,
}

/// Lowers the value of `smithy.rules#endpointRuleSet`.
///
/// # Errors
/// All problems of the rule set.
pub fn lower(rule_set: &Value) -> Result<RuleSet, Vec<Problem>> {
    lower_with(rule_set, |this, members| {
        let rules = this.member(members, "rules", RuleSetLowering::rules)?;
        Some(EndpointRules::Tree(rules))
    })
}

/// Lowers the value of `smithy.rules#endpointBdd`.
///
/// # Errors
/// All problems of the diagram.
pub fn lower_diagram(diagram: &Value) -> Result<RuleSet, Vec<Problem>> {
    lower_with(diagram, |this, members| {
        this.diagram(members).map(EndpointRules::Diagram)
    })
}

fn lower_with(
    rules: &Value,
    lower: impl FnOnce(&mut RuleSetLowering, &Map<String, Value>) -> Option<EndpointRules>,
) -> Result<RuleSet, Vec<Problem>> {
    let mut lowering = RuleSetLowering::default();
    match lowering.rule_set(rules, lower) {
        Some(rule_set) if lowering.problems.is_empty() => Ok(rule_set),
        _ => Err(lowering.problems),
    }
}

/// The state of lowering one rule set. Its methods give `None` where they have noted a problem.
#[derive(Default)]
struct RuleSetLowering {
    scope: Scope,
    pointer: Vec<String>,
    problems: Vec<Problem>,
}

impl RuleSetLowering {
    fn rule_set(
        &mut self,
        rule_set: &Value,
        lower: impl FnOnce(&mut Self, &Map<String, Value>) -> Option<EndpointRules>,
    ) -> Option<RuleSet> {
        let members = self.object(rule_set)?;
        self.member(members, "version", Self::version)?;
        let parameters = self.member(members, "parameters", Self::parameters);
        let rules = lower(self, members);
        Some(RuleSet {
            parameters: parameters?,
            rules: rules?,
            slots: self.scope.take_slots(),
        })
    }

    /// Minor versions only add functions, and an unknown function is a problem of its own.
    fn version(&mut self, version: &Value) -> Option<()> {
        let version = self.string(version)?;
        if version.split('.').next() == Some("1") {
            return Some(());
        }
        self.problem(format!(
            "endpoint rules of version `{version}` are not supported; version 1 is"
        ))
    }

    /// Notes a problem at the place where lowering is.
    fn problem<T>(&mut self, message: impl Into<String>) -> Option<T> {
        self.problems.push(Problem {
            pointer: self.pointer.clone(),
            message: message.into(),
        });
        None
    }

    /// Lowers what is one step further in.
    fn at<T>(&mut self, step: impl ToString, lower: impl FnOnce(&mut Self) -> T) -> T {
        self.pointer.push(step.to_string());
        let lowered = lower(self);
        self.pointer.pop();
        lowered
    }

    /// Lowers a member that has to be there.
    fn member<T>(
        &mut self,
        members: &Map<String, Value>,
        name: &str,
        lower: impl FnOnce(&mut Self, &Value) -> Option<T>,
    ) -> Option<T> {
        match members.get(name) {
            Some(value) => self.at(name, |this| lower(this, value)),
            None => self.problem(format!("`{name}` is missing here")),
        }
    }

    /// Lowers each item of an array, so that all their problems are noted.
    fn each<T>(
        &mut self,
        items: &Value,
        mut lower: impl FnMut(&mut Self, &Value) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(items) = items.as_array() else {
            return self.problem("an array is needed here");
        };
        let mut lowered = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            lowered.push(self.at(index, |this| lower(this, item)));
        }
        lowered.into_iter().collect()
    }

    /// Lowers each member of an object; an absent object has none.
    fn each_member<T>(
        &mut self,
        members: Option<&Value>,
        mut lower: impl FnMut(&mut Self, &str, &Value) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(members) = members else {
            return Some(Vec::new());
        };
        let members = self.object(members)?;
        let mut lowered = Vec::with_capacity(members.len());
        for (name, value) in members {
            lowered.push(self.at(name, |this| lower(this, name, value)));
        }
        lowered.into_iter().collect()
    }

    fn object<'j>(&mut self, value: &'j Value) -> Option<&'j Map<String, Value>> {
        match value.as_object() {
            Some(members) => Some(members),
            None => self.problem("an object is needed here"),
        }
    }

    fn string<'j>(&mut self, value: &'j Value) -> Option<&'j str> {
        match value.as_str() {
            Some(text) => Some(text),
            None => self.problem("a string is needed here"),
        }
    }
}
