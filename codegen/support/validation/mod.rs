//! Checks of inputs against the constraints that the model states (`@length`, `@range`,
//! `@pattern`, `@uniqueItems`), before anything is sent. The service always has the last word: a
//! model may be older than it, and some patterns are left to it.
//!
//! <https://smithy.io/2.0/spec/constraint-traits.html>

mod bound;
mod pattern;
mod rules;
mod values;
mod violations;

pub use pattern::Pattern;
pub use rules::Rules;
pub use violations::{Constraint, Violation, Violations};

use bound::Bound;

/// A value that constraints can be put upon: by what holds it, and by itself on its own members.
pub trait Constrained {
    /// Notes what breaks these rules, or those of what the value is made of.
    #[inline]
    fn check(&self, rules: &Rules, found: &mut Violations) {
        let _ = (rules, found);
    }

    /// The value as a text, where it is one. Texts are the keys of maps.
    #[inline]
    fn text(&self) -> Option<&str> {
        None
    }
}

/// Checks a whole input.
///
/// # Errors
/// All that breaks a constraint.
pub fn validate(input: &impl Constrained) -> Result<(), Violations> {
    let mut found = Violations::default();
    input.check(&Rules::NONE, &mut found);
    if found.is_empty() { Ok(()) } else { Err(found) }
}
