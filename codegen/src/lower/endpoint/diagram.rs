//! Rules as a diagram of decisions: `smithy.rules#endpointBdd`.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

use std::collections::HashMap;

use aws_smithy_types::base64;
use serde_json::{Map, Value};

use super::RuleSetLowering;
use crate::ir::endpoint::{Condition, Diagram, Node, Rule, Turn};
use crate::limits::DIAGRAM_DEPTH;

/// From here on a reference is the place of a result, of which that at 0 is that there is none.
const RESULTS: i64 = 100_000_000;

/// A node as it is written: a condition, where to go if it holds, and where if not.
type Triple = [i32; 3];

impl RuleSetLowering {
    pub(super) fn diagram(&mut self, members: &Map<String, Value>) -> Option<Diagram> {
        let conditions = self.member(members, "conditions", |this, conditions| {
            this.each(conditions, Self::diagram_condition)
        });
        let results = self.member(members, "results", |this, results| {
            this.each(results, Self::result)
        });
        let nodes = self.member(members, "nodes", Self::triples);
        let root = self.member(members, "root", Self::number);
        let (conditions, results, nodes) = (conditions?, results?, nodes?);
        let mut ordering = Ordering {
            triples: &nodes,
            conditions: conditions.len(),
            results: results.len(),
            places: HashMap::new(),
            nodes: Vec::new(),
            depth: 0,
        };
        match ordering.turn(root?) {
            Ok(start) => Some(Diagram {
                conditions,
                nodes: ordering.nodes,
                results,
                start,
            }),
            Err(message) => self.at("nodes", |this| this.problem(message)),
        }
    }

    /// Several conditions may set one variable, where no way through the diagram meets two.
    fn diagram_condition(&mut self, condition: &Value) -> Option<Condition> {
        let known = condition.get("assign").and_then(Value::as_str);
        let Some((slot, kind)) = known.and_then(|name| self.scope.find(name)) else {
            return self.condition(condition);
        };
        let value = self.expression(condition)?;
        Some(Condition {
            value: self.expect(value, kind)?,
            assign: Some(slot),
        })
    }

    fn result(&mut self, result: &Value) -> Option<Rule> {
        let rule = self.rule(result)?;
        let is_end = !matches!(rule.then, crate::ir::endpoint::RuleOutcome::Rules(_));
        if is_end && rule.when.is_empty() {
            return Some(rule);
        }
        self.problem("a result is an endpoint or an error, without conditions")
    }

    fn triples(&mut self, nodes: &Value) -> Option<Vec<Triple>> {
        let bytes = base64::decode(self.string(nodes)?);
        let Some(bytes) = bytes.ok().filter(|bytes| bytes.len() % 12 == 0) else {
            return self.problem("three numbers of four bytes for each node are needed, in base64");
        };
        let (words, _) = bytes.as_chunks::<4>();
        let numbers: Vec<i32> = words.iter().map(|word| i32::from_be_bytes(*word)).collect();
        let (triples, _) = numbers.as_chunks::<3>();
        Some(triples.to_vec())
    }

    fn number(&mut self, number: &Value) -> Option<i64> {
        match number.as_i64() {
            Some(number) => Some(number),
            None => self.problem("a whole number is needed here"),
        }
    }
}

/// Puts the nodes that can be reached into an order, each way of going through one as a node.
struct Ordering<'t> {
    triples: &'t [Triple],
    conditions: usize,
    results: usize,
    /// The places of nodes by their references; `None` while what lies behind is looked at.
    places: HashMap<i64, Option<usize>>,
    nodes: Vec<Node>,
    depth: usize,
}

impl Ordering<'_> {
    /// A negative reference goes through a node the other way round.
    fn turn(&mut self, reference: i64) -> Result<Turn, String> {
        match reference {
            1 | -1 | RESULTS => return Ok(Turn::Nowhere),
            result if result > RESULTS => return self.give(result),
            _ => {}
        }
        if let Some(place) = self.places.get(&reference) {
            let circle = || format!("the way through node {reference} comes back to it");
            return place.map(Turn::Node).ok_or_else(circle);
        }
        let unknown = || format!("there is no node {reference}");
        let place = usize::try_from(reference.unsigned_abs()).map_err(|_| unknown())?;
        let triple = place
            .checked_sub(1)
            .and_then(|place| self.triples.get(place));
        let [condition, high, low] = *triple.ok_or_else(unknown)?;
        let condition = usize::try_from(condition).ok();
        let condition = condition.filter(|condition| *condition < self.conditions);
        let condition =
            condition.ok_or_else(|| format!("node {reference} asks for no condition"))?;
        if self.depth == DIAGRAM_DEPTH {
            return Err(format!(
                "more than {DIAGRAM_DEPTH} conditions are asked one after the other"
            ));
        }
        self.places.insert(reference, None);
        self.depth += 1;
        let (then, otherwise) = if reference > 0 {
            (high, low)
        } else {
            (low, high)
        };
        let then = self.turn(then.into())?;
        let otherwise = self.turn(otherwise.into())?;
        self.depth -= 1;
        let place = self.nodes.len();
        self.nodes.push(Node {
            condition,
            then,
            otherwise,
        });
        self.places.insert(reference, Some(place));
        Ok(Turn::Node(place))
    }

    fn give(&self, reference: i64) -> Result<Turn, String> {
        let place = usize::try_from(reference - RESULTS - 1).ok();
        let place = place.filter(|place| *place < self.results);
        place
            .map(Turn::Give)
            .ok_or_else(|| format!("there is no result {reference}"))
    }
}
