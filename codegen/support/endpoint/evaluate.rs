//! Runs a rule set: the first rule whose conditions hold decides.

use std::borrow::Cow;
use std::cell::Cell;

use super::Endpoint;
use super::error::EndpointError;
use super::parameters::Parameters;
use super::table::{Condition, Expr, Parameter, Rule, RuleSet, Slot, Step};
use super::value::Value;

impl RuleSet<'_> {
    /// The endpoint for these parameters.
    ///
    /// # Errors
    /// Where a parameter is missing, unknown or of the wrong type, where the rules refuse, where a
    /// parameter's value would change the host of the URL that they put it into, and where they
    /// give something else than a URL.
    #[inline]
    pub fn resolve(&self, parameters: &Parameters<'_>) -> Result<Endpoint, EndpointError> {
        Evaluation::of(self, parameters.bind(self)?).endpoint(self)
    }
}

/// The value of an expression that refers to nothing, such as a default.
#[inline]
pub(super) fn constant<'v>(expr: &'v Expr<'_>) -> Option<Value<'v>> {
    let evaluation = Evaluation {
        parameters: &[],
        slots: Vec::new(),
        asked: Cell::new(0),
    };
    evaluation.value(expr)
}

/// The values that are known at some point of the rules.
pub struct Evaluation<'v> {
    pub(super) parameters: &'v [Parameter<'v>],
    pub(super) slots: Vec<Option<Value<'v>>>,
    /// The slots that rules have asked for, a bit for each; the last one stands for all beyond it.
    asked: Cell<u64>,
}

impl<'v> Evaluation<'v> {
    /// The evaluation of rules whose parameters have these slots.
    #[inline]
    pub(super) fn of(rules: &'v RuleSet<'_>, slots: Vec<Option<Value<'v>>>) -> Self {
        Self {
            parameters: rules.parameters,
            slots,
            asked: Cell::new(0),
        }
    }

    /// What the rules say.
    #[inline]
    pub(super) fn endpoint(&mut self, rules: &'v RuleSet<'_>) -> Result<Endpoint, EndpointError> {
        self.first_match(rules.rules)
    }

    /// The parameters that rules have asked for: their slots, and their values.
    #[inline]
    pub(super) fn asked(&self) -> impl Iterator<Item = (usize, Option<&Value<'v>>)> {
        let slots = self.parameters.iter().map(|parameter| parameter.slot.0);
        let asked = slots.filter(|slot| self.asked.get() & bit(*slot) != 0);
        asked.map(|slot| (slot, self.slots.get(slot).and_then(Option::as_ref)))
    }

    /// What the first of these rules that applies says. Rules after it are not tried, even where
    /// it is a group of rules of which none applies.
    #[inline]
    fn first_match(&mut self, rules: &'v [Rule<'_>]) -> Result<Endpoint, EndpointError> {
        'rules: for rule in rules {
            for condition in rule.when() {
                if !self.holds(condition) {
                    continue 'rules;
                }
            }
            return self.outcome(rule);
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
            Rule::Error { error, .. } => Err(EndpointError::Refused(self.text(error)?)),
            Rule::Endpoint { url, .. } => Ok(Endpoint::builder().url(self.url(url)?).build()),
            Rule::Other { then, .. } => then.endpoint(self),
        }
    }

    /// The value of an expression that has to be a string.
    #[inline]
    pub(super) fn text(&self, expr: &'v Expr<'_>) -> Result<String, EndpointError> {
        match self.value(expr) {
            Some(Value::String(text)) => Ok(text.into_owned()),
            _ => Err(EndpointError::InvalidRules),
        }
    }

    #[inline]
    fn value(&self, expr: &'v Expr<'_>) -> Option<Value<'v>> {
        match expr {
            Expr::Boolean(value) => Some(Value::Boolean(*value)),
            Expr::Integer(value) => Some(Value::Integer(*value)),
            Expr::Text(text) => Some(Value::String(Cow::Borrowed(text))),
            Expr::Format(text, values) => self.formatted(text, values),
            Expr::List(items) => {
                let mut values = Vec::with_capacity(items.len());
                for item in *items {
                    values.push(self.value(item)?);
                }
                Some(Value::List(values))
            }
            Expr::Record(_) => None,
            Expr::Ref(slot) => self.slot(slot).cloned(),
            Expr::Part(slot, name) => self.slot(slot)?.attribute(&[Step::Key(name)]),
            Expr::GetAttr(of, path) => match of {
                Expr::Ref(slot) => self.slot(slot)?.attribute(path),
                of => self.value(of)?.attribute(path),
            },
            Expr::Call(function, exprs) => function(&Arguments {
                evaluation: self,
                exprs,
            }),
        }
    }

    #[inline]
    pub(super) fn slot(&self, slot: &Slot) -> Option<&Value<'v>> {
        self.asked.set(self.asked.get() | bit(slot.0));
        self.slots.get(slot.0)?.as_ref()
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

#[inline]
fn bit(slot: usize) -> u64 {
    1 << slot.min(63)
}

/// The arguments of a function, each evaluated when the function asks for it.
pub struct Arguments<'e, 'v> {
    evaluation: &'e Evaluation<'v>,
    pub(super) exprs: &'v [Expr<'v>],
}

impl<'v> Arguments<'_, 'v> {
    /// The argument at this place; `None` where it is absent.
    #[inline]
    pub fn get(&self, place: usize) -> Option<Value<'v>> {
        self.evaluation.value(self.exprs.get(place)?)
    }

    /// The string at this place.
    #[inline]
    pub fn text(&self, place: usize) -> Option<Cow<'v, str>> {
        self.get(place)?.into_text()
    }

    /// The boolean at this place.
    #[inline]
    pub fn bool(&self, place: usize) -> Option<bool> {
        match self.get(place)? {
            Value::Boolean(value) => Some(value),
            _ => None,
        }
    }
}
