//! A message that is an error, with which a stream ends.

use std::marker::PhantomData;

use crate::support::error::ServiceFault;
use crate::support::fault::{Fault, FromFault};
use crate::support::operation::{Headers, Response};
use crate::support::wire::{DecodeMember, Format};

/// A message that is an error, with a payload in the format `F`.
pub struct Exception<'m, F> {
    /// The name of the union's member, or the code of an error that is none of these.
    pub(super) name: &'m str,
    pub(super) message: Option<&'m str>,
    pub(super) payload: &'m [u8],
    pub(super) request_id: Option<&'m str>,
    pub(super) format: PhantomData<F>,
}

impl<F: Format> Exception<'_, F> {
    /// Its name: that of the union's member.
    #[inline]
    pub fn name(&self) -> &str {
        self.name
    }

    /// The error as this shape of the model, which callers know by this code. Members that cannot be
    /// read stay unset.
    #[inline]
    pub fn read<T: DecodeMember + ServiceFault>(&self, code: &str) -> T {
        self.fault(code).read()
    }

    /// The error of a name that is no member of the union: that of the service which has it for a code,
    /// or one that the model does not describe.
    #[inline]
    pub fn other<E: FromFault>(&self) -> E {
        E::from_fault(&self.fault(self.name))
    }

    fn fault(&self, code: &str) -> Fault<'_, F> {
        // What a stream ends with has no head of its own.
        let response = Response::new(200, &NoHeaders, self.payload);
        let response = response.with_request_id(self.request_id);
        Fault::in_stream(&response, code, self.message)
    }
}

struct NoHeaders;

impl Headers for NoHeaders {
    #[inline]
    fn get(&self, _: &str) -> Option<&str> {
        None
    }

    #[inline]
    fn all(&self) -> Vec<(&str, &str)> {
        Vec::new()
    }
}
