//! What responses tell of an error beside its members.

use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use http::HeaderMap;

use crate::support::error::request_id;
use crate::support::wire::{EncodeMembers, Members};

/// What a response tells of an error beside its members.
#[derive(Clone, Debug)]
pub struct ErrorHead<'e> {
    /// The shape id of the error, or its code where it is of no model.
    pub shape: &'e str,
    /// The code by which responses tell it.
    pub code: &'e str,
    /// The status of the response.
    pub status: u16,
    /// The code that it had when the service spoke awsQuery, where that is told too.
    pub query_code: Option<&'e str>,
    /// The message, where no member is what the protocol looks for.
    pub message: Option<&'e str>,
    /// The headers that members are.
    pub headers: HeaderMap,
    request_id: Option<&'e str>,
    meta: &'e ErrorMetadata,
}

impl<'e> ErrorHead<'e> {
    /// An error of this shape, with a response of this status.
    pub fn of(error: &'e impl ProvideErrorMetadata, shape: &'e str, status: u16) -> Self {
        Self {
            shape,
            code: shape.rsplit('#').next().unwrap_or(shape),
            status,
            query_code: None,
            message: None,
            headers: HeaderMap::new(),
            request_id: request_id(error.meta()),
            meta: error.meta(),
        }
    }

    /// An error that the model does not describe: it has a code, and a message maybe.
    #[inline]
    pub fn of_unhandled(error: &'e impl ProvideErrorMetadata) -> Self {
        let code = error.meta().code();
        Self::of(error, code.unwrap_or("InternalFailure"), 400).with_message()
    }

    /// The same error with this code.
    #[inline]
    pub fn coded(self, code: &'e str) -> Self {
        Self { code, ..self }
    }

    /// The same error with the code that it had in awsQuery.
    #[inline]
    pub fn with_query_code(self, code: &'e str) -> Self {
        Self {
            query_code: Some(code),
            ..self
        }
    }

    /// The same error, whose message no member tells.
    #[inline]
    pub fn with_message(self) -> Self {
        Self {
            message: self.meta.message(),
            ..self
        }
    }

    /// The same error with headers that members are.
    #[inline]
    pub fn with_headers(self, headers: HeaderMap) -> Self {
        Self { headers, ..self }
    }

    /// The same error, in the answer to the request of this id, unless it has an id itself.
    #[inline]
    pub(super) fn of_request(self, request_id: Option<&'e str>) -> Self {
        Self {
            request_id: self.request_id.or(request_id),
            ..self
        }
    }

    /// The id of the request, where it is known.
    #[inline]
    pub fn request_id(&self) -> Option<&'e str> {
        self.request_id
    }

    /// Whose fault it is, as awsQuery calls the caller and the service, and as the status has it.
    #[inline]
    pub fn fault(&self) -> &'static str {
        match self.status {
            400..500 => "Sender",
            _ => "Receiver",
        }
    }
}

/// An error that says in its members what it is.
pub struct TypedError<'e, E> {
    /// What is the member `__type`, where it is a member.
    pub type_: Option<&'e str>,
    /// The message, where none of the members is one.
    pub message: Option<&'e str>,
    /// The members.
    pub members: &'e E,
}

impl<E: EncodeMembers> EncodeMembers for TypedError<'_, E> {
    fn encode_members(&self, w: &mut impl Members) {
        let told = [("__type", self.type_), ("message", self.message)];
        for (name, text) in told {
            if let Some(text) = text {
                w.value(name, &text.to_owned());
            }
        }
        self.members.encode_members(w);
    }
}

/// The members of an error that the model does not describe.
pub struct NoMembers;

impl EncodeMembers for NoMembers {}
