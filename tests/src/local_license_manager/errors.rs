//! The errors that operations fail with, as the model has them.

use generated::license_manager::errors::{
    AccessDeniedException, Error, NoEntitlementsAllowedException, ResourceNotFoundException,
    ServerInternalException, ValidationException,
};

pub(super) fn invalid(message: impl Into<String>) -> Error {
    let error = ValidationException::builder().message(message);
    Error::ValidationException(error.build())
}

pub(super) fn denied(message: &str) -> Error {
    let error = AccessDeniedException::builder().message(message);
    Error::AccessDeniedException(error.build())
}

pub(super) fn not_found(message: &str) -> Error {
    let error = ResourceNotFoundException::builder().message(message);
    Error::ResourceNotFoundException(error.build())
}

pub(super) fn not_entitled(message: impl Into<String>) -> Error {
    let error = NoEntitlementsAllowedException::builder().message(message);
    Error::NoEntitlementsAllowedException(error.build())
}

pub(super) fn internal(message: &str) -> Error {
    let error = ServerInternalException::builder().message(message);
    Error::ServerInternalException(error.build())
}
