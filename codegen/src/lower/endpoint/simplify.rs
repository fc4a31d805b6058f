//! Rules said in fewer words that mean the same, so that the tables are shorter and faster.

use crate::ir::endpoint::{Expr, Function, Rule, RuleOutcome};

/// A call, or what it comes to: `booleanEquals(x, true)` is `x`, and with `false` it is `not(x)`.
/// In each form it is absent where `x` is.
pub(super) fn call(function: Function, mut arguments: Vec<Expr>) -> Expr {
    let literal = |argument: &Expr| matches!(argument, Expr::Boolean(_));
    if function == Function::BooleanEquals
        && let Some(place) = arguments.iter().position(literal)
        && let Expr::Boolean(wanted) = arguments.remove(place)
    {
        return match (wanted, arguments.pop()) {
            (true, Some(value)) => value,
            (_, value) => Expr::Call(Function::Not, value.into_iter().collect()),
        };
    }
    Expr::Call(function, arguments)
}

/// Rules without trees that have no conditions, or nothing but one rule that has none.
pub(super) fn rules(mut rules: Vec<Rule>) -> Vec<Rule> {
    // Where the last rule is a tree that always applies, its rules may as well be tried here.
    if let Some(last) = rules.pop() {
        match last.then {
            RuleOutcome::Rules(inner) if last.when.is_empty() => rules.extend(inner),
            _ => rules.push(last),
        }
    }
    rules.into_iter().map(without_needless_tree).collect()
}

fn without_needless_tree(rule: Rule) -> Rule {
    match rule.then {
        RuleOutcome::Rules(mut inner) if inner.len() == 1 && inner[0].when.is_empty() => Rule {
            when: rule.when,
            then: inner.remove(0).then,
        },
        then => Rule { then, ..rule },
    }
}
