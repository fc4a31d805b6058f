//! Rules as a diagram of decisions: each condition is asked once at most, and leads on to the next
//! one, or to what the rules give.
//!
//! <https://smithy.io/2.0/additional-specs/rules-engine/specification.html>

pub use Turn::{Give, Node, Nowhere};

use super::super::Endpoint;
use super::super::error::EndpointError;
use super::super::evaluate::Evaluation;
use super::super::table::{Condition, Rule, Then};

/// A diagram of decisions (`smithy.rules#endpointBdd`).
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
#[derive(Clone, Copy)]
pub enum Turn {
    /// To the node at this place.
    Node(usize),
    /// To the end: the result at this place.
    Give(usize),
    /// Nowhere: no rule matches.
    Nowhere,
}

impl Then for Diagram<'_> {
    /// It has no circles, so that no way is longer than it has nodes.
    #[inline]
    fn endpoint<'v>(&'v self, evaluation: &mut Evaluation<'v>) -> Result<Endpoint, EndpointError> {
        let broken = EndpointError::InvalidRules;
        let mut turn = self.start;
        for _ in 0..=self.nodes.len() {
            turn = match turn {
                Turn::Node(place) => {
                    let Some((condition, then, otherwise)) = self.nodes.get(place) else {
                        break;
                    };
                    let Some(condition) = self.conditions.get(*condition) else {
                        break;
                    };
                    if evaluation.holds(condition) {
                        *then
                    } else {
                        *otherwise
                    }
                }
                Turn::Give(place) => {
                    return evaluation.outcome(self.results.get(place).ok_or(broken)?);
                }
                Turn::Nowhere => return Err(EndpointError::NoRuleMatches),
            };
        }
        Err(broken)
    }
}
