//! The id under which AWS can find a call: outputs and errors tell it.

use std::fmt;

use super::Response;

pub use super::tells_request_id::RequestId;

/// The field of an output that holds the request id. Outputs that differ in nothing else are equal:
/// no two calls have one id.
#[derive(Clone, Default)]
pub struct RequestIdField(Option<Box<str>>);

impl RequestIdField {
    /// It holds this id.
    #[inline]
    pub fn of(id: impl Into<String>) -> Self {
        Self(Some(id.into().into_boxed_str()))
    }

    /// The id, where there is one.
    #[inline]
    pub fn get(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// Takes over the id of a response, unless it holds one already.
    #[inline]
    pub fn fill(&mut self, response: &Response<'_>) {
        if self.0.is_none() {
            self.0 = response.request_id().map(Box::from);
        }
    }
}

impl PartialEq for RequestIdField {
    #[inline]
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for RequestIdField {
    /// As the outputs of official crates show it: `Some("4f1c")`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

// needed by: operations
/// Implements [`RequestId`] for an output, whatever the type of its stream is.
macro_rules! request_id {
    ($name:ident $(<$body:ident>)?) => {
        impl $(<$body>)? crate::support::operation::RequestId for $name $(<$body>)? {
            #[inline]
            fn request_id(&self) -> Option<&str> {
                self._request_id.get()
            }
        }
    };
}

// needed by: operations
/// Implements `Operation::request_id_field` for an operation whose output has one.
macro_rules! request_id_field {
    () => {
        #[inline]
        fn request_id_field(
            output: &mut Self::Output,
        ) -> Option<&mut crate::support::operation::RequestIdField> {
            Some(&mut output._request_id)
        }
    };
}

// needed by: operations
/// The setter of an output's builder.
#[cfg(feature = "test-util")]
macro_rules! set_request_id {
    () => {
        /// Sets what `request_id()` tells.
        pub fn _request_id(mut self, id: impl Into<String>) -> Self {
            self.value._request_id = crate::support::operation::RequestIdField::of(id);
            self
        }
    };
}

// needed by: operations
#[cfg(feature = "test-util")]
pub(crate) use set_request_id;
// needed by: operations
pub(crate) use {request_id, request_id_field};
