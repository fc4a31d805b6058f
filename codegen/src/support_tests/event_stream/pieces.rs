//! Bytes come in pieces of any size.

use proptest::prelude::*;

use super::tides::{Tides, event, level, read};
use crate::support::event_stream::Reader;

fn three() -> Vec<u8> {
    let events = [
        event("level", r#"{"metres":1}"#),
        event("level", ""),
        event("swell", "anything at all"),
        event("level", r#"{"metres":3,"moon":"full"}"#),
    ];
    events.concat()
}

fn expected() -> Vec<Tides> {
    vec![
        level(1),
        Tides::Level(Default::default()),
        Tides::Unknown,
        level(3),
    ]
}

/// What comes of these pieces, each read before the next has come.
fn read_piece_by_piece<'p>(pieces: impl IntoIterator<Item = &'p [u8]>) -> Vec<Tides> {
    let mut reader = Reader::<Tides>::new();
    let mut events = Vec::new();
    for piece in pieces {
        reader.push(piece);
        while let Some(event) = reader.event() {
            events.push(event.unwrap());
        }
    }
    reader.end().unwrap();
    events
}

#[test]
fn events_come_out_of_bytes_in_one_piece() {
    let (events, error) = read(&three());
    assert!(error.is_none());
    assert_eq!(events, expected());
}

#[test]
fn events_come_out_of_pieces_of_any_one_size() {
    let bytes = three();
    for size in 1..=bytes.len() {
        assert_eq!(
            read_piece_by_piece(bytes.chunks(size)),
            expected(),
            "{size}"
        );
    }
}

proptest! {
    #[test]
    fn events_come_out_of_pieces_of_any_sizes(sizes in prop::collection::vec(0_usize..40, 0..60)) {
        let bytes = three();
        let mut rest = bytes.as_slice();
        let mut pieces = Vec::new();
        for size in sizes {
            let (piece, behind) = rest.split_at(size.min(rest.len()));
            pieces.push(piece);
            rest = behind;
        }
        pieces.push(rest);
        prop_assert_eq!(read_piece_by_piece(pieces), expected());
    }
}

#[test]
fn an_event_is_there_as_soon_as_its_last_byte_is() {
    let (first, second) = (event("level", r#"{"metres":1}"#), event("level", ""));
    let mut reader = Reader::<Tides>::new();
    let (last, before) = first.split_last().unwrap();
    reader.push(before);
    assert!(reader.event().is_none());
    reader.push(&[&[*last], &second[..3]].concat());
    assert_eq!(reader.event().unwrap().unwrap(), level(1));
    assert!(reader.event().is_none());
    assert!(reader.end().is_err());
}
