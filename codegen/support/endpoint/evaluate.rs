//! Runs a rule set: the first rule whose conditions hold decides.

use std::borrow::Cow;

use super::error::EndpointError;
use super::parameters::Parameters;
use super::resolved::{Endpoint, Property};
use super::table::{Condition, Expr, Rule, RuleSet, Slot, Step};
use super::value::Value;

/// The endpoint that the rules give for these parameters.
#[inline]
pub(super) fn resolve(
    rule_set: &RuleSet<'_>,
    parameters: &Parameters<'_>,
) -> Result<Endpoint, EndpointError> {
    let slots = parameters.bind(rule_set)?;
    Evaluation { slots }.first_match(rule_set.rules)
}

/// The value of an expression that refers to nothing, such as a default.
#[inline]
pub(super) fn constant<'v>(expr: &'v Expr<'_>) -> Option<Value<'v>> {
    Evaluation { slots: Vec::new() }.value(expr)
}

/// The values that are known at some point of the rules.
pub(super) struct Evaluation<'v> {
    slots: Vec<Option<Value<'v>>>,
}

impl<'v> Evaluation<'v> {
    /// What the first of these rules that applies says. Rules after it are not tried, even where
    /// it is a group of rules of which none applies.
    #[inline]
    fn first_match(&mut self, rules: &'v [Rule<'_>]) -> Result<Endpoint, EndpointError> {
        for rule in rules {
            if rule.when().iter().all(|condition| self.holds(condition)) {
                return self.outcome(rule);
            }
        }
        Err(EndpointError::NoRuleMatches)
    }

    #[inline]
    pub(super) fn holds(&mut self, condition: &'v Condition<'_>) -> bool {
        let (Condition::If(expr) | Condition::Let(_, expr)) = condition;
        let value = self.value(expr);
        let holds = !matches!(value, None | Some(Value::Boolean(false)));
        if let Condition::Let(Slot(slot), _) = condition
            && let Some(variable) = self.slots.get_mut(*slot)
        {
            *variable = value;
        }
        holds
    }

    #[inline]
    pub(super) fn outcome(&mut self, rule: &'v Rule<'_>) -> Result<Endpoint, EndpointError> {
        match rule {
            Rule::Tree { rules, .. } => self.first_match(rules),
            Rule::Decide(diagram) => self.decide(diagram),
            Rule::Error { error, .. } => Err(EndpointError::Refused(self.text(error)?)),
            Rule::Endpoint { url, .. } => Endpoint::new(self.text(url)?, Vec::new(), Vec::new()),
            Rule::EndpointWith {
                url,
                headers,
                properties,
                ..
            } => Endpoint::new(
                self.text(url)?,
                self.headers(headers)?,
                self.properties(properties)?,
            ),
        }
    }

    #[inline]
    fn headers(
        &self,
        headers: &'v [(&str, &[Expr<'_>])],
    ) -> Result<Vec<(String, Vec<String>)>, EndpointError> {
        let header = |(name, values): &'v (&str, &[Expr<'_>])| {
            let values = values.iter().map(|value| self.text(value));
            Ok(((*name).to_owned(), values.collect::<Result<_, _>>()?))
        };
        headers.iter().map(header).collect()
    }

    #[inline]
    fn properties(
        &self,
        properties: &'v [(&str, Expr<'_>)],
    ) -> Result<Vec<(String, Property)>, EndpointError> {
        let named =
            |(name, value): &'v (&str, Expr<'_>)| Ok(((*name).to_owned(), self.property(value)?));
        properties.iter().map(named).collect()
    }

    #[inline]
    fn property(&self, expr: &'v Expr<'_>) -> Result<Property, EndpointError> {
        Ok(match expr {
            Expr::Boolean(value) => Property::Boolean(*value),
            Expr::Integer(value) => Property::Integer(*value),
            Expr::List(items) => Property::List(
                items
                    .iter()
                    .map(|item| self.property(item))
                    .collect::<Result<_, _>>()?,
            ),
            Expr::Record(members) => Property::Record(self.properties(members)?),
            text => Property::String(self.text(text)?),
        })
    }

    /// The value of an expression that has to be a string.
    #[inline]
    fn text(&self, expr: &'v Expr<'_>) -> Result<String, EndpointError> {
        self.value(expr)
            .and_then(Value::into_text)
            .map(Cow::into_owned)
            .ok_or(EndpointError::InvalidRules)
    }

    #[inline]
    fn value(&self, expr: &'v Expr<'_>) -> Option<Value<'v>> {
        match expr {
            Expr::Boolean(value) => Some(Value::Boolean(*value)),
            Expr::Integer(value) => Some(Value::Integer(*value)),
            Expr::Text(text) => Some(Value::borrowed(text)),
            Expr::Format(text, values) => self.formatted(text, values),
            Expr::List(items) => {
                let items = items.iter().map(|item| self.value(item));
                Some(Value::List(items.collect::<Option<_>>()?))
            }
            Expr::Record(_) => None,
            Expr::Ref(slot) => self.slot(*slot).cloned(),
            Expr::Part(slot, name) => self.slot(*slot)?.step(&Step::Key(name)),
            Expr::GetAttr(of, path) => self.value(of)?.attribute(path),
            Expr::Call(function, exprs) => function(&Arguments {
                evaluation: self,
                exprs,
            }),
        }
    }

    #[inline]
    fn slot(&self, Slot(place): Slot) -> Option<&Value<'v>> {
        self.slots.get(place)?.as_ref()
    }

    /// The text, with the values in the places of its `{}`.
    #[inline]
    fn formatted(&self, text: &'v str, values: &'v [Expr<'_>]) -> Option<Value<'v>> {
        let mut whole = String::with_capacity(96);
        let mut rest = text;
        for value in values {
            let (before, after) = rest.split_once("{}")?;
            whole.push_str(before);
            whole.push_str(&self.value(value)?.into_text()?);
            rest = after;
        }
        whole.push_str(rest);
        Some(Value::String(Cow::Owned(whole)))
    }
}

/// The arguments of a function, each evaluated when the function asks for it.
pub struct Arguments<'e, 'v> {
    evaluation: &'e Evaluation<'v>,
    exprs: &'v [Expr<'v>],
}

impl<'v> Arguments<'_, 'v> {
    /// The argument at this place; `None` where it is absent.
    #[inline]
    pub fn get(&self, place: usize) -> Option<Value<'v>> {
        self.evaluation.value(self.exprs.get(place)?)
    }

    /// The first argument that is there.
    #[inline]
    pub fn first_present(&self) -> Option<Value<'v>> {
        let mut exprs = self.exprs.iter();
        exprs.find_map(|expr| self.evaluation.value(expr))
    }

    /// The string at this place.
    #[inline]
    pub fn text(&self, place: usize) -> Option<Cow<'v, str>> {
        self.get(place)?.into_text()
    }

    /// The boolean at this place.
    #[inline]
    pub fn bool(&self, place: usize) -> Option<bool> {
        self.get(place)?.as_bool()
    }

    /// The number at this place, if it can count.
    #[inline]
    pub fn index(&self, place: usize) -> Option<usize> {
        self.get(place)?.as_index()
    }
}
