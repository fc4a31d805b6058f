//! The checksum that a response says its body has.

use std::error::Error as StdError;
use std::fmt;
use std::io::{self, Read};

use super::super::operation::{Operation, Response, ResponseChecksum, UnreadableError};
use super::given::is_checksum;
use super::{Algorithm, Sum};

/// The checksum that a body has to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    algorithm: Algorithm,
    /// In base64.
    value: String,
}

impl Expected {
    /// What the head of a response says of its body; `None` where that is nothing that can be checked:
    /// the body is a range of something larger, or the checksum is one of checksums, `tK0IXQ==-3`.
    #[inline]
    pub fn of(response: &Response<'_>, facts: ResponseChecksum) -> Option<Self> {
        const PARTIAL_CONTENT: u16 = 206;

        let is_range = response.status() == PARTIAL_CONTENT;
        if is_range || response.header("content-range").is_some() {
            return None;
        }
        let mut modelled = Algorithm::all().filter(|one| facts.algorithms.contains(&one.name()));
        let (algorithm, value) = modelled
            .find_map(|algorithm| Some((algorithm, response.header(algorithm.header())?)))?;
        is_checksum(algorithm, value).then(|| Self {
            algorithm,
            value: value.to_owned(),
        })
    }

    /// The checksum of nothing yet, of this algorithm.
    #[inline]
    pub fn start(&self) -> Sum {
        Sum::new(self.algorithm)
    }

    /// Compares the checksum of a whole body.
    ///
    /// # Errors
    /// Where it is another one.
    #[inline]
    pub fn compare(self, sum: Sum) -> Result<(), Mismatch> {
        let Self { algorithm, value } = self;
        if sum.finish() == value {
            Ok(())
        } else {
            Err(Mismatch { algorithm })
        }
    }

    /// A body that is checked while it is read.
    pub fn check<R: Read>(self, body: R) -> Checked<R> {
        Checked {
            body,
            open: Some((self.start(), self)),
        }
    }
}

/// The checksum that the body of a response of success has to have, where it says so.
#[inline]
pub fn expected<O: Operation>(response: &Response<'_>) -> Option<Expected> {
    let facts = O::RESPONSE_CHECKSUM.filter(|_| response.is_success_of::<O>());
    facts.and_then(|facts| Expected::of(response, facts))
}

/// Checks a response of success whose body has been read, where it says which checksum it has.
///
/// # Errors
/// Where its body has another one.
pub fn check<O: Operation>(response: &Response<'_>) -> Result<(), UnreadableError> {
    let Some(expected) = expected::<O>(response) else {
        return Ok(());
    };
    let mut sum = expected.start();
    sum.update(response.body());
    let compared = expected.compare(sum);
    compared.map_err(|mismatch| UnreadableError::new(response, mismatch))
}

/// A body that is checked while it is read: where its checksum is another one, its end is an error.
#[derive(Debug)]
pub struct Checked<R> {
    body: R,
    /// Until the end has come.
    open: Option<(Sum, Expected)>,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.body.read(buffer)?;
        if read == 0 && !buffer.is_empty() {
            if let Some((sum, expected)) = self.open.take() {
                let compared = expected.compare(sum);
                compared.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
            }
        } else if let Some((sum, _)) = &mut self.open {
            sum.update(&buffer[..read]);
        }
        Ok(read)
    }
}

/// A body is not the one that was sent: its checksum is another one. It tells of neither: that of a short
/// body would tell the body.
#[derive(Debug)]
pub struct Mismatch {
    algorithm: Algorithm,
}

impl fmt::Display for Mismatch {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.algorithm.name();
        write!(
            f,
            "the body is not what was sent: its {name} is another one than the response says"
        )
    }
}

impl StdError for Mismatch {}
