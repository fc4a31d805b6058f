//! The reader and the writer of an operation of an official crate, as its runtime calls them.

use std::fmt;
use std::marker::PhantomData;

use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{
    DeserializeResponse, SerializeRequest, SharedRequestSerializer, SharedResponseDeserializer,
};
use aws_smithy_runtime_api::http::{Request, Response, StatusCode};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};

/// Reads an answer of an operation, which gives an `O`.
pub struct Reader<O> {
    operation: FrozenLayer,
    config: ConfigBag,
    response: Response,
    output: PhantomData<O>,
}

impl<O: fmt::Debug + Send + Sync + 'static> Reader<O> {
    /// Reads an answer of this body.
    pub fn of(operation: &impl RuntimePlugin, body: &[u8]) -> Self {
        let status = StatusCode::try_from(200).expect("a status");
        Self {
            operation: operation.config().expect("its parts"),
            config: ConfigBag::base(),
            response: Response::new(status, SdkBody::from(body)),
            output: PhantomData,
        }
    }

    /// With what a client of the crate has configured.
    #[must_use]
    pub fn with(mut self, layer: Layer) -> Self {
        self.config = ConfigBag::of_layers(vec![layer]);
        self
    }

    /// Reads it.
    pub fn read(&self) -> O {
        let reader = self.operation.load::<SharedResponseDeserializer>();
        let reader = reader.expect("a reader");
        let output = reader.deserialize_nonstreaming_with_config(&self.response, &self.config);
        let output = output.expect("an answer");
        output.downcast().expect("what the operation gives")
    }
}

/// Writes inputs of an operation.
pub struct Writer {
    operation: FrozenLayer,
    config: ConfigBag,
}

impl Writer {
    /// Writes what this operation takes.
    pub fn of(operation: &impl RuntimePlugin) -> Self {
        Self {
            operation: operation.config().expect("its parts"),
            config: ConfigBag::base(),
        }
    }

    /// Writes an input, which is consumed.
    pub fn write<I: fmt::Debug + Send + Sync + 'static>(&mut self, input: I) -> Request {
        let writer = self.operation.load::<SharedRequestSerializer>();
        let writer = writer.expect("a writer");
        let request = writer.serialize_input(Input::erase(input), &mut self.config);
        request.expect("a request")
    }
}
