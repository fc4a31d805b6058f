//! What takes the place of a `@sensitive` value wherever it would be printed.

use std::fmt;

/// Prints `** redacted **`.
pub struct Redacted;

impl fmt::Debug for Redacted {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("** redacted **")
    }
}
