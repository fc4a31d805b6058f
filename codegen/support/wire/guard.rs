//! What a writer keeps beside its bytes, whatever the format.

use super::super::operation::BuildError;
use super::MAX_DEPTH;

/// How deep a message in the making is, and why it was given up, if it was.
#[derive(Default)]
pub struct Guard {
    depth: usize,
    failure: Option<BuildError>,
}

impl Guard {
    /// A structure, a list or a map begins. One that is too deep is a failure.
    #[inline]
    pub fn descend(&mut self) {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.fail("a value is nested too deeply");
        }
    }

    /// It ends.
    #[inline]
    pub fn ascend(&mut self) {
        self.depth -= 1;
    }

    /// See [`Writer::fail`](super::Writer::fail).
    #[cold]
    #[inline]
    pub fn fail(&mut self, reason: &str) {
        self.failure.get_or_insert_with(|| BuildError::new(reason));
    }

    /// See [`Writer::has_failed`](super::Writer::has_failed).
    #[inline]
    pub fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    /// The message of these bytes.
    ///
    /// # Errors
    /// Where it was given up.
    #[inline]
    pub fn finish(self, bytes: Vec<u8>) -> Result<Vec<u8>, BuildError> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(bytes),
        }
    }
}
