//! What tells errors as a service does.

use std::marker::PhantomData;

use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::respond::put_request_id;
use super::{Doubled, ErrorHead, NoMembers, ServiceSide, Written};
use crate::support::error::Unhandled;
use crate::support::wire::EncodeMembers;

/// Tells errors as the service `S` does.
pub struct Teller<S> {
    request_id: Option<String>,
    service: PhantomData<fn() -> S>,
}

impl<S: Doubled> Teller<S> {
    /// One for this service.
    pub fn new() -> Self {
        Self {
            request_id: None,
            service: PhantomData,
        }
    }

    /// The same, for an answer to the request of this id. An error that has an id says that one.
    #[inline]
    pub(super) fn of_request(self, request_id: Option<String>) -> Self {
        Self { request_id, ..self }
    }

    /// The response that tells an error of this shape, with this status.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn tell(
        self,
        error: &(impl ProvideErrorMetadata + EncodeMembers),
        shape: &str,
        status: u16,
    ) -> Written {
        self.tell_as(ErrorHead::of(error, shape, status), error)
    }

    /// The same of an error whose message no member tells as the protocol does.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    #[inline]
    pub fn tell_with_message(
        self,
        error: &(impl ProvideErrorMetadata + EncodeMembers),
        shape: &str,
        status: u16,
    ) -> Written {
        self.tell_as(ErrorHead::of(error, shape, status).with_message(), error)
    }

    /// The response that tells an error which the model does not describe.
    ///
    /// # Errors
    /// Where it cannot be told in HTTP.
    #[inline]
    pub fn tell_unhandled(self, error: &Unhandled) -> Written {
        self.tell_as(ErrorHead::of_unhandled(error), &NoMembers)
    }

    /// The same with this status.
    ///
    /// # Errors
    /// Where it cannot be told in HTTP.
    pub(super) fn tell_other(self, status: u16, error: &Unhandled) -> Written {
        let mut head = ErrorHead::of_unhandled(error);
        head.status = status;
        self.tell_as(head, &NoMembers)
    }

    /// The response that tells an error of which this is known, with these members.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    pub fn tell_as(self, head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written {
        let head = head.of_request(self.request_id.as_deref());
        let id = head.request_id().map(str::to_owned);
        let mut response = S::Protocol::error::<S>(head, members)?;
        put_request_id(response.headers_mut(), id.as_deref())?;
        Ok(response)
    }
}

impl<S: Doubled> Default for Teller<S> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}
