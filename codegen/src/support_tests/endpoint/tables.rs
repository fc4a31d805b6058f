//! Tables made while a test runs. They live as long as the process.

use bumpalo::Bump;
use serde_json::Value;

use crate::endpoint_tests;
use crate::lower::endpoint::{Problem, lower};
use crate::support::endpoint::RuleSet;

/// The tables of a rule set that has to be a valid one.
pub fn tables(rule_set: &Value) -> RuleSet<'static> {
    match try_tables(rule_set) {
        Ok(tables) => tables,
        Err(problems) => panic!("the rule set should be valid: {problems:#?}"),
    }
}

/// The tables of a rule set, if it is a valid one.
pub fn try_tables(rule_set: &Value) -> Result<RuleSet<'static>, Vec<Problem>> {
    let arena = Box::leak(Box::new(Bump::new()));
    lower(rule_set).map(|rule_set| endpoint_tests::tables(arena, &rule_set))
}
