//! The reader of streams of events: whole streams and streams in pieces, and what becomes of their events.

mod sights;

use aws_smithy_eventstream::frame::{DecodedFrame, MessageFrameDecoder};
use bytes::{Buf, Bytes};

use crate::support::event_stream::{FrameError, Reader, StreamError, Writer};
use crate::tides::Error;
use sights::Sights;

/// The lengths of a frame and of its headers, and the checksum of both.
const PRELUDE: usize = 12;

/// Reads a stream as it is, and with checksums that are right, which nobody finds by chance.
pub fn check(bytes: &[u8]) {
    check_stream(bytes);
    check_stream(&mended(bytes));
}

/// What comes of a stream, and why it ended.
#[derive(Debug)]
struct Read {
    events: Vec<Sights>,
    error: Option<StreamError<Error>>,
}

fn check_stream(bytes: &[u8]) {
    let whole = read(bytes, bytes.len().max(1), None);
    // As many at once as the first says.
    let piece = bytes
        .first()
        .map_or(1, |first| usize::from(*first) % 40 + 1);
    check_same(&whole, &read(bytes, piece, None));
    check_same(&whole, &read(bytes, 1, None));
    check_frames(bytes, &whole);
    check_limit(bytes, &whole);
    if let Some(error) = &whole.error {
        let told = error.to_string();
        assert!(!told.is_empty() && !told.contains('\n'), "{told}");
        let _ = format!("{error:?}");
    }
    whole.events.iter().for_each(check_event);
}

/// Reads a stream that comes in pieces of this size.
fn read(bytes: &[u8], piece: usize, largest: Option<usize>) -> Read {
    let mut reader = Reader::<Sights>::new();
    if let Some(largest) = largest {
        reader = reader.max_frame(largest);
    }
    let mut events = Vec::new();
    for bytes in bytes.chunks(piece) {
        reader.push(bytes);
        while let Some(event) = reader.event() {
            match event {
                Ok(event) => events.push(event),
                Err(error) => {
                    assert!(reader.event().is_none(), "an error is the last");
                    assert!(reader.end().is_ok(), "it is told once");
                    let error = Some(error);
                    return Read { events, error };
                }
            }
        }
    }
    let error = reader.end().err();
    Read { events, error }
}

/// However a stream is cut, the same comes of it.
fn check_same(one: &Read, other: &Read) {
    assert_eq!(one.events.len(), other.events.len());
    let told = |read: &Read| read.error.as_ref().map(ToString::to_string);
    assert_eq!(told(one), told(other));
}

/// Another reader finds as many frames before one that is broken, or not whole.
fn check_frames(bytes: &[u8], read: &Read) {
    let mut rest = Bytes::copy_from_slice(bytes);
    let mut decoder = MessageFrameDecoder::new();
    let mut count = 0;
    let is_broken = loop {
        match decoder.decode_frame(&mut rest) {
            Ok(DecodedFrame::Complete(_)) => count += 1,
            Ok(DecodedFrame::Incomplete) => break false,
            Err(_) => break true,
        }
    };
    match &read.error {
        // It is within a frame that theirs ended, too; they have taken what it begins with.
        None => assert_eq!((read.events.len(), rest.remaining()), (count, 0)),
        Some(StreamError::Interrupted(_)) => {
            assert_eq!((read.events.len(), is_broken), (count, false));
        }
        // Theirs waits for the rest of a frame whose lengths contradict each other.
        Some(StreamError::Frame(_)) => assert_eq!(read.events.len(), count),
        Some(_) => assert!(read.events.len() < count),
    }
}

/// A limit refuses frames that are longer, and nothing else.
fn check_limit(bytes: &[u8], whole: &Read) {
    const LARGEST: usize = 64;

    let limited = read(bytes, bytes.len().max(1), Some(LARGEST));
    match &limited.error {
        Some(StreamError::Frame(FrameError::TooLarge { length, largest })) => {
            assert!(length > largest && *largest == LARGEST);
            assert!(limited.events.len() <= whole.events.len());
        }
        _ => check_same(whole, &limited),
    }
}

/// An event that can be sent is read again as the same.
fn check_event(event: &Sights) {
    let mut writer = Writer::<Sights>::new();
    let Ok(frame) = writer.event(event) else {
        return;
    };
    let again = read(&frame, frame.len(), None);
    assert!(again.error.is_none(), "it was written by us: {again:?}");
    let [again] = &again.events[..] else {
        panic!("{again:?}");
    };
    assert!(event.is_same(again), "{event:?} is {again:?}");
}

/// The same frames, with the checksums that they should have.
fn mended(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut rest = &mut bytes[..];
    while let Some(lengths) = rest.first_chunk::<4>() {
        let length = u32::from_be_bytes(*lengths) as usize;
        if rest.len() < PRELUDE {
            break;
        }
        put_checksum(&mut rest[..PRELUDE]);
        if length < PRELUDE + 4 || length > rest.len() {
            break;
        }
        let (frame, behind) = rest.split_at_mut(length);
        put_checksum(frame);
        rest = behind;
    }
    bytes
}

/// Puts the checksum of what is before it into the last four bytes.
fn put_checksum(bytes: &mut [u8]) {
    let (checked, checksum) = bytes.split_at_mut(bytes.len() - 4);
    checksum.copy_from_slice(&crc32fast::hash(checked).to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::everything::Everything;
    use aws_smithy_types::Blob;
    use sights::{Photo, Remark};

    /// Each kind of event, and the frame of one.
    fn events() -> Vec<(Sights, Vec<u8>)> {
        let mut writer = Writer::new();
        let events = [
            Sights::Everything(Box::new(Everything {
                integer: Some(7),
                ..Everything::default()
            })),
            Sights::Photo(Photo {
                bytes: Some(Blob::new([0, 255])),
                height: Some(-2),
                ..Photo::default()
            }),
            Sights::Remark(Remark {
                author: Some("Ada".to_owned()),
                text: Some("a sail".to_owned()),
            }),
        ];
        let written = |event| {
            let frame = writer.event(&event).expect("it can be sent");
            (event, frame)
        };
        events.into_iter().map(written).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        for (event, frame) in events() {
            let read = read(&frame, 1, None);
            assert!(read.error.is_none(), "{read:?}");
            assert!(event.is_same(&read.events[0]));
        }
    }

    #[test]
    fn checksums_are_mended() {
        let frames = events().into_iter().map(|(_, frame)| frame);
        let whole = frames.collect::<Vec<_>>().concat();
        let mut broken = whole.clone();
        broken[8] ^= 1;
        let last = broken.len() - 1;
        broken[last] ^= 1;
        assert_eq!(mended(&broken), whole);
    }
}
