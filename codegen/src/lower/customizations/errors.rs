//! What of errors is not as their model has it.

use super::{Customizations, What};
use crate::ir::Structure;
use crate::model::Member;

impl Customizations {
    /// The codes of errors that pass by themselves.
    pub(in crate::lower) fn transient_codes(&self) -> Vec<String> {
        let codes = self.whats().filter_map(|what| match what {
            What::Transient(codes) => Some(*codes),
            _ => None,
        });
        codes.flatten().map(|&code| code.to_owned()).collect()
    }

    /// The codes of errors whose responses have no body, by the status of these.
    pub(in crate::lower) fn codes_without_body(&self) -> Vec<(u16, String)> {
        let codes = self.whats().filter_map(|what| match what {
            What::CodeWithoutBody(status, code) => Some((*status, (*code).to_owned())),
            _ => None,
        });
        codes.collect()
    }

    /// What may be in another region than the one that is asked, and the header of errors that says in
    /// which.
    pub(in crate::lower) fn elsewhere(&self) -> Option<(String, String)> {
        self.whats().find_map(|what| match what {
            What::Elsewhere { what, header } => Some(((*what).to_owned(), (*header).to_owned())),
            _ => None,
        })
    }

    /// Whether a response with the status of a success may be an error.
    pub(in crate::lower) fn has_errors_in_successes(&self) -> bool {
        self.whats()
            .any(|what| matches!(what, What::ErrorsInSuccesses))
    }

    /// Whether responses have another id beside that of the request.
    pub(in crate::lower) fn has_extended_request_id(&self) -> bool {
        self.whats()
            .any(|what| matches!(what, What::ExtendedRequestId))
    }

    /// Which of these errors may be the roots of their responses, by their codes.
    pub(in crate::lower) fn unwrapped_errors(&self, errors: &[Structure]) -> Vec<String> {
        let is_unwrapped = |code: &str| {
            let is_one =
                |what: &What| matches!(what, What::UnwrappedError { error, .. } if *error == code);
            self.whats().any(is_one)
        };
        let codes = errors
            .iter()
            .filter_map(|error| Some(&error.error.as_ref()?.code));
        codes.filter(|code| is_unwrapped(code)).cloned().collect()
    }

    /// What a member of such an error is called in it.
    pub(in crate::lower) fn unwrapped_name(&self, member: &Member) -> Option<&'static str> {
        self.whats().find_map(|what| match what {
            What::UnwrappedError { error, members } if *error == member.id.name() => {
                let mut members = members.iter();
                let (_, name) = members.find(|(name, _)| *name == member.name)?;
                Some(*name)
            }
            _ => None,
        })
    }
}
