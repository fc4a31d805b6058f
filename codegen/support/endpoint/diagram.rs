//! Rules as a diagram of decisions: each condition is asked once at most, and leads on to the next
//! one, or to what the rules give.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

use super::error::EndpointError;
use super::evaluate::Evaluation;
use super::resolved::Endpoint;
use super::table::{Condition, Rule};

/// A diagram of decisions (`smithy.rules#endpointBdd`).
#[derive(Clone, Copy, Debug)]
pub struct Diagram<'t> {
    /// What is asked.
    pub conditions: &'t [Condition<'t>],
    /// The places where something is asked: which condition, where to go if it holds, and where
    /// if not.
    pub nodes: &'t [(usize, Turn, Turn)],
    /// What the rules give, each a rule without conditions.
    pub results: &'t [Rule<'t>],
    /// Where to begin.
    pub start: Turn,
}

/// Where to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To the node at this place.
    Node(usize),
    /// To the end: the result at this place.
    Give(usize),
    /// Nowhere: no rule matches.
    Nowhere,
}

impl<'v> Evaluation<'v> {
    /// What a diagram says. It has no circles, so that no way is longer than it has nodes.
    #[inline]
    pub(super) fn decide(&mut self, diagram: &'v Diagram<'_>) -> Result<Endpoint, EndpointError> {
        let mut turn = diagram.start;
        for _ in 0..=diagram.nodes.len() {
            turn = match turn {
                Turn::Node(place) => self
                    .ask(diagram, place)
                    .ok_or(EndpointError::InvalidRules)?,
                Turn::Give(place) => {
                    let result = diagram.results.get(place);
                    return self.outcome(result.ok_or(EndpointError::InvalidRules)?);
                }
                Turn::Nowhere => return Err(EndpointError::NoRuleMatches),
            };
        }
        Err(EndpointError::InvalidRules)
    }

    /// Where a node leads; `None` where it is not there.
    #[inline]
    fn ask(&mut self, diagram: &'v Diagram<'_>, place: usize) -> Option<Turn> {
        let (condition, then, otherwise) = diagram.nodes.get(place)?;
        let holds = self.holds(diagram.conditions.get(*condition)?);
        Some(if holds { *then } else { *otherwise })
    }
}
