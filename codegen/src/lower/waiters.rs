//! Waiters: what each answer means for what is waited for.
//!
//! <https://smithy.io/2.0/additional-specs/waiters.html>

use std::collections::BTreeSet;

use super::jmespath::{self, typed};
use super::operations::Call;
use super::{Lowering, docs};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Acceptor, Condition, Deprecation, Docs, Matcher, Operation, Verdict, Waiter};
use crate::model::traits::{
    AcceptorDefinition, PathComparator, PathMatcher, Trait, Waitable, WaiterDefinition, WaiterState,
};

impl Lowering<'_> {
    /// The waiters of an operation, by name. Every one that makes no sense is a problem.
    pub(super) fn waiters(&self, call: &Call<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Waiter> {
        let waiters = call.shape.traits.get::<Waitable>();
        let waiters = waiters.into_iter().flat_map(|waiters| waiters.0);
        let lowered = waiters.filter_map(|(wire_name, definition)| {
            let (name, method) = self.names.waiter(&wire_name)?.clone();
            let pass = Pass {
                lowering: self,
                call,
                wire_name: &wire_name,
            };
            Some(Waiter {
                name,
                method,
                docs: Docs::new(
                    definition
                        .documentation
                        .as_deref()
                        .map_or_else(String::new, docs::markdown),
                ),
                deprecated: definition.deprecated.then(Deprecation::default),
                min_delay: definition.min_delay,
                max_delay: definition.max_delay,
                acceptors: pass.acceptors(&definition, problems),
                wire_name,
            })
        });
        lowered.collect()
    }

    /// Waiters of names that another of the service has.
    pub(super) fn repeated_waiters(&self, operations: &[Operation]) -> Vec<Diagnostic> {
        let mut seen = BTreeSet::new();
        let waiters = operations.iter().flat_map(|operation| {
            let waiters = operation.waiters.iter();
            waiters.map(|waiter| (&operation.id, &waiter.wire_name))
        });
        let repeated = waiters.filter(|(_, name)| !seen.insert(name.to_ascii_lowercase()));
        let problems = repeated.map(|(operation, name)| {
            let message = format!("the service has another waiter `{name}`");
            let keys = ["traits", Waitable::ID, name];
            self.model
                .problem(Code::InvalidTrait, operation, &keys, message)
                .help(OF_WAITERS)
        });
        problems.collect()
    }
}

/// What makes a waiter.
const OF_WAITERS: &str = "a waiter has a name of its own, delays in seconds, and what answers mean";

/// One waiter on its way.
struct Pass<'p, 'm> {
    lowering: &'p Lowering<'m>,
    call: &'p Call<'p>,
    wire_name: &'p str,
}

impl Pass<'_, '_> {
    fn acceptors(
        &self,
        definition: &WaiterDefinition,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Acceptor> {
        let of_waiter = |message: &str| {
            let message = format!("the waiter `{}` {message}", self.wire_name);
            self.problem(&[], message)
        };
        if !is_name(self.wire_name) {
            problems.push(of_waiter("is not named in upper camel case"));
        }
        if definition.min_delay < 1 || definition.min_delay > definition.max_delay {
            problems.push(of_waiter(
                "has delays that are none: the least is a second or more, the greatest no less",
            ));
        }
        let succeeds = |acceptor: &AcceptorDefinition| acceptor.state == WaiterState::Success;
        if !definition.acceptors.iter().any(succeeds) {
            problems.push(of_waiter(
                "can never succeed: no acceptor has the state `success`",
            ));
        }
        let mut acceptors = Vec::new();
        for (at, acceptor) in definition.acceptors.iter().enumerate() {
            match self.acceptor(acceptor) {
                Ok(acceptor) => acceptors.push(acceptor),
                Err(reason) => {
                    let message = format!(
                        "an acceptor of `{}` makes no sense: {reason}",
                        self.wire_name
                    );
                    problems
                        .push(self.problem(&["acceptors", &at.to_string(), "matcher"], message));
                }
            }
        }
        complete(acceptors)
    }

    fn problem(&self, keys: &[&str], message: String) -> Diagnostic {
        let of_acceptor = !keys.is_empty();
        let keys = [&["traits", Waitable::ID, self.wire_name], keys].concat();
        self.lowering
            .model
            .problem(Code::InvalidTrait, &self.call.shape.id, &keys, message)
            .help(if of_acceptor {
                "a path leads along members of the output, to a value of the comparator's type"
            } else {
                OF_WAITERS
            })
    }

    fn acceptor(&self, acceptor: &AcceptorDefinition) -> Result<Acceptor, String> {
        let given = &acceptor.matcher;
        let (matcher, reason) = match (
            given.success,
            &given.error_type,
            &given.output,
            &given.input_output,
        ) {
            (Some(true), None, None, None) => {
                (Matcher::AnyOutput, "the service answered".to_owned())
            }
            (Some(false), None, None, None) => (
                Matcher::AnyError,
                "the service answered with an error".to_owned(),
            ),
            (None, Some(error), None, None) => self.error(error),
            (None, None, Some(path), None) => self.path(path, false)?,
            (None, None, None, Some(path)) => self.path(path, true)?,
            _ => {
                return Err("a matcher is one of `success`, `errorType`, `output` and \
                            `inputOutput`"
                    .to_owned());
            }
        };
        let verdict = match acceptor.state {
            WaiterState::Success => Verdict::Success(reason),
            WaiterState::Failure => Verdict::Failure(reason),
            WaiterState::Retry => Verdict::Retry,
        };
        Ok(Acceptor { matcher, verdict })
    }

    /// An error by the name of its shape, or by the code that the service sends.
    fn error(&self, type_: &str) -> (Matcher, String) {
        let name = type_.rsplit('#').next().unwrap_or(type_);
        let errors = self.call.errors.iter();
        let by_id = errors.clone().find(|error| error.id.as_str() == type_);
        let by_name = || errors.clone().find(|error| error.id.name() == name);
        let by_code = || {
            let mut errors = errors.clone();
            errors.find(|error| error.query_code.as_deref() == Some(name))
        };
        let matcher = match by_id.or_else(by_name).or_else(by_code) {
            Some(error) => Matcher::Error(error.variant.clone()),
            None => Matcher::Code(name.to_owned()),
        };
        (matcher, format!("the service answered with `{name}`"))
    }

    fn path(&self, matcher: &PathMatcher, with_input: bool) -> Result<(Matcher, String), String> {
        let PathMatcher {
            path,
            expected,
            comparator,
        } = matcher;
        let expression = jmespath::parse(path)
            .and_then(|path| typed::of_call(self.lowering, self.call.operation, with_input, &path))
            .map_err(|reason| format!("`{path}` cannot be followed: {reason}"))?;
        let fits = |fits: bool, wanted: &str| {
            if fits {
                Ok(())
            } else {
                Err(format!("`{path}` does not give {wanted}"))
            }
        };
        let expected = expected.clone();
        let reason = |verb: &str| format!("{verb} `{path}` is `{expected}`");
        let (condition, reason) = match comparator {
            PathComparator::StringEquals => {
                fits(expression.is_text(), "a string")?;
                let reason = reason("");
                (Condition::Text(expression, expected), reason)
            }
            PathComparator::BooleanEquals => {
                fits(expression.is_boolean(), "a boolean")?;
                let wanted = expected
                    .parse()
                    .map_err(|_| format!("`{expected}` is no boolean"))?;
                let reason = reason("");
                (Condition::Boolean(expression, wanted), reason)
            }
            PathComparator::AllStringEquals => {
                fits(expression.is_texts(), "a list of strings")?;
                let reason = reason("every value of");
                (Condition::All(expression, expected), reason)
            }
            PathComparator::AnyStringEquals => {
                fits(expression.is_texts(), "a list of strings")?;
                let reason = reason("a value of");
                (Condition::Any(expression, expected), reason)
            }
        };
        Ok((Matcher::Output(condition), reason.trim_start().to_owned()))
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
}

/// Leaves out what can never match, and says what answers mean that no acceptor matches: an output
/// nothing yet, an error nothing that is known.
fn complete(given: Vec<Acceptor>) -> Vec<Acceptor> {
    let mut acceptors: Vec<Acceptor> = Vec::new();
    let rest = [
        (Matcher::AnyOutput, Verdict::Retry),
        (Matcher::AnyError, Verdict::Unexpected),
    ];
    let rest = rest.map(|(matcher, verdict)| Acceptor { matcher, verdict });
    let mut all = BTreeSet::new();
    for acceptor in given.into_iter().chain(rest) {
        let is_output = matches!(acceptor.matcher, Matcher::AnyOutput | Matcher::Output(_));
        let is_known = acceptors
            .iter()
            .any(|other| other.matcher == acceptor.matcher);
        if is_known || all.contains(&is_output) {
            continue;
        }
        if matches!(acceptor.matcher, Matcher::AnyOutput | Matcher::AnyError) {
            all.insert(is_output);
        }
        acceptors.push(acceptor);
    }
    acceptors
}
