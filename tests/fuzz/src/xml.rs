//! The reader of XML: whole documents, a structure of all types, and what is around errors.

use crate::everything::Everything;
use crate::support::wire::{Decode, Error, ErrorKind};
use crate::support::xml::Reader;
use crate::support::xml::envelope::{self, Envelope};
use crate::xml_peer;

/// Reads bytes as a document, as a structure, and as the answer of a service.
pub fn check(bytes: &[u8]) {
    let is_well_formed = xml_peer::skip(bytes).is_ok();
    match str::from_utf8(bytes) {
        Ok(document) => xml_peer::same(document),
        Err(_) => assert!(!is_well_formed),
    }
    let structure = check_error(bytes, read::<Everything>(bytes));
    assert!(structure.is_none() || is_well_formed);
    check_error(bytes, envelope::query_output::<Everything>("Read", bytes));
    check_envelope(bytes, is_well_formed);
}

/// Reads a whole message.
fn read<T: Decode>(bytes: &[u8]) -> Result<T, Error> {
    let mut reader = Reader::new(bytes)?;
    let value = T::decode(&mut reader)?;
    reader.end()?;
    Ok(value)
}

/// An error is within the message, or at its end.
fn check_error<T>(bytes: &[u8], result: Result<T, Error>) -> Option<T> {
    if let Err(error) = &result {
        assert!(error.offset() <= bytes.len());
        assert!(error.kind() != ErrorKind::UnexpectedEnd || error.offset() == bytes.len());
    }
    result.ok()
}

/// An error that is found in a message is a message of its own.
fn check_envelope(bytes: &[u8], is_well_formed: bool) {
    let found = Envelope::of_error(bytes);
    if let Some(error) = found.error {
        assert!(error.starts_with(b"<"));
        assert!(!is_well_formed || xml_peer::skip(error).is_ok());
    }
    assert!(found.request_id.is_none_or(|id| !id.is_empty()));
    assert!(envelope::request_id(bytes).is_none_or(|id| !id.is_empty()));
}
