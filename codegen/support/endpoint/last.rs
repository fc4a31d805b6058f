//! The endpoint that rules have given last. The calls of a client differ mostly in what its rules do not
//! ask for: keys of one bucket, say.

use std::fmt;
use std::sync::{Arc, RwLock};

use super::Endpoint;
use super::error::EndpointError;
use super::evaluate::Evaluation;
use super::parameters::Parameters;
use super::table::RuleSet;
use super::value::Value;

/// The endpoint that a rule set has given last, for whoever asks it again and again.
#[derive(Default)]
pub struct Last(RwLock<Option<Arc<Given>>>);

/// An endpoint, and the parameters that the rules have asked for on their way to it: its slot, and its
/// value. With the same values they go the same way.
struct Given {
    asked: Vec<(usize, Option<Value<'static>>)>,
    endpoint: Endpoint,
}

impl Last {
    /// The endpoint for these parameters, by the one rule set that is asked.
    ///
    /// # Errors
    /// Those of [`RuleSet::resolve`].
    #[inline]
    pub fn resolve(
        &self,
        rules: &RuleSet<'_>,
        parameters: &Parameters<'_>,
    ) -> Result<Endpoint, EndpointError> {
        let slots = parameters.bind(rules)?;
        let last = self.0.read().ok().and_then(|last| last.clone());
        if let Some(last) = last.filter(|last| last.is_for(&slots)) {
            return Ok(last.endpoint.clone());
        }
        let mut evaluation = Evaluation::of(rules, slots);
        let endpoint = evaluation.endpoint(rules)?;
        let asked = evaluation.asked().map(|(slot, value)| {
            let value = value.cloned().map(Value::into_owned);
            (slot, value)
        });
        let given = Given {
            asked: asked.collect(),
            endpoint: endpoint.clone(),
        };
        if let Ok(mut last) = self.0.write() {
            *last = Some(Arc::new(given));
        }
        Ok(endpoint)
    }
}

impl Given {
    #[inline]
    fn is_for(&self, slots: &[Option<Value<'_>>]) -> bool {
        let mut asked = self.asked.iter();
        asked.all(|(slot, value)| slots.get(*slot) == Some(value))
    }
}

impl fmt::Debug for Last {
    /// Without the values: they are those of inputs, which may be secret.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Last")
    }
}
