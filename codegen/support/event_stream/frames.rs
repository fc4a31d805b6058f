//! Frames: bytes that come in pieces of any size become messages. Nothing is allocated for a frame
//! before its bytes have come, whatever length it claims.
//!
//! <https://smithy.io/2.0/aws/amazon-eventstream.html>

use aws_smithy_eventstream::frame::read_message_from;
use aws_smithy_types::event_stream::Message;

use super::FrameError;

/// The lengths of the frame and of its headers, and the checksum of both.
pub(super) const PRELUDE: usize = 12;
/// The checksum of the whole frame.
pub(super) const CHECKSUM: usize = 4;

/// What has come of a stream and is no message yet.
#[derive(Default)]
pub(super) struct Frames {
    bytes: Vec<u8>,
    /// Where what has not been read begins.
    start: usize,
    /// How long a frame may be, where that is limited.
    largest: Option<usize>,
}

impl Frames {
    /// Frames that are longer than this are errors.
    #[inline]
    pub(super) fn limit(&mut self, bytes: usize) {
        self.largest = Some(bytes);
    }

    /// Takes the bytes that come next.
    #[inline]
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.start);
        self.start = 0;
        self.bytes.extend_from_slice(bytes);
    }

    /// How many bytes have come of a frame that is not whole.
    #[inline]
    pub(super) fn pending(&self) -> usize {
        self.bytes.len() - self.start
    }

    // needed by: events to send
    /// What has come and is no message, which is left out from now on.
    #[cfg(all(feature = "client", feature = "test-util"))]
    #[inline]
    pub(super) fn take_rest(&mut self) -> Vec<u8> {
        let rest = self.bytes.split_off(self.start);
        self.push(&[]);
        rest
    }

    /// The next message; `None` where its frame is not whole yet.
    ///
    /// # Errors
    /// Where the frame is broken, which shows as soon as its lengths are there.
    #[inline]
    pub(super) fn next(&mut self) -> Result<Option<Message>, FrameError> {
        let bytes = &self.bytes[self.start..];
        let Some(prelude) = bytes.first_chunk() else {
            return Ok(None);
        };
        let length = length(prelude)?;
        if let Some(largest) = self.largest.filter(|largest| length > *largest) {
            return Err(FrameError::TooLarge { length, largest });
        }
        let Some(frame) = bytes.get(..length) else {
            return Ok(None);
        };
        let (checked, checksum) = frame.split_at(length - CHECKSUM);
        if crc32fast::hash(checked).to_be_bytes() != checksum {
            return Err(FrameError::Checksum);
        }
        let message = read_message_from(frame)
            .map_err(|error| FrameError::Malformed(error.to_string().into()))?;
        self.start += length;
        Ok(Some(message))
    }
}

/// How long a frame is, by what it begins with.
#[inline]
fn length(prelude: &[u8; PRELUDE]) -> Result<usize, FrameError> {
    let (lengths, checksum) = prelude.split_at(PRELUDE - CHECKSUM);
    if crc32fast::hash(lengths).to_be_bytes() != checksum {
        return Err(FrameError::Checksum);
    }
    let number = |at: usize| {
        lengths[at..at + 4]
            .iter()
            .fold(0, |n, byte| n << 8 | usize::from(*byte))
    };
    let (frame, headers) = (number(0), number(4));
    if frame < PRELUDE + CHECKSUM || headers > frame - PRELUDE - CHECKSUM {
        return Err(FrameError::Malformed(
            "its lengths contradict each other".into(),
        ));
    }
    Ok(frame)
}
