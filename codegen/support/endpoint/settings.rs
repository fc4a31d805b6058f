//! What a service's own settings are made of: parameters of its rules that hold for all calls.

use super::{Parameters, Value};

/// Takes the values of parameters that a client is set to: [`Parameters`], and a client's settings.
pub trait SetParameter: Sized {
    /// The same, with this value for the parameter that has this name in the model, unless an
    /// operation has another.
    #[must_use]
    fn endpoint_parameter(self, name: &'static str, value: impl Into<Value<'static>>) -> Self;
}

impl SetParameter for Parameters<'_> {
    #[inline]
    fn endpoint_parameter(self, name: &'static str, value: impl Into<Value<'static>>) -> Self {
        self.client(name, value.into())
    }
}
