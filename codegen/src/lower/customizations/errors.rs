//! What of errors is not as their model has it.

use super::{Customizations, What};

impl Customizations {
    /// The codes of errors that pass by themselves.
    pub(in crate::lower) fn transient_codes(&self) -> Vec<String> {
        let codes = self.whats().filter_map(|what| match what {
            What::Transient(codes) => Some(*codes),
            _ => None,
        });
        codes.flatten().map(|&code| code.to_owned()).collect()
    }
}
