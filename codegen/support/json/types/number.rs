//! Numbers whose text is made elsewhere.

use std::fmt;
use std::io::Write;

use super::super::Writer;

impl Writer {
    /// Writes a number whose text is known to be one in JSON.
    #[inline]
    pub(super) fn number(&mut self, text: impl fmt::Display) {
        // A vector takes whatever it is given.
        let _ = write!(self.bytes, "{text}");
    }
}
