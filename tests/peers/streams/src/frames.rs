//! Frames without a network: what each has written, the other reads.

use dictations::dictations::errors::BadRequestException;
use dictations::dictations::types::{AudioStream, TranscriptResultStream};
use dictations::support::event_stream::{Reader, Writer};
use event_service::decoded;

use crate::connector::Connector;
use crate::said::{Heard, Said, Transcribed};
use crate::{config, official, ours};

const URL: &str = "https://dictations.example.com";

/// The official crate reads frames that are written here, an error at their end.
pub async fn the_official_crate_reads_what_is_written_here() {
    let results = |count: u8| (0..count).map(result).collect::<Vec<_>>();
    let mut writer = Writer::<TranscriptResultStream>::new();
    let mut expected = Vec::new();
    let mut frames = Vec::new();
    for count in [1, 0, 40, 2] {
        let results = results(count);
        let frame = writer.event(&ours::transcript(&results));
        frames.extend(frame.expect("it can be sent"));
        expected.push(Heard::Transcript(results));
    }
    let error = BadRequestException::builder().message("caf\u{e9}").build();
    let error = writer.event(&TranscriptResultStream::BadRequestException(error));
    frames.extend(error.expect("it can be sent"));
    expected.push(Heard::BadRequest(Some("caf\u{e9}".to_owned())));

    let connector = Connector::answering(frames);
    let config = config(URL, connector);
    let said = Said::whole([""; 0]);
    assert_eq!(official::converse(&config, &said).await, expected);
    assert_eq!(ours::converse(&config, &said).await, expected);
}

fn result(number: u8) -> Transcribed {
    Transcribed {
        id: Some(number.to_string()),
        time: (f64::from(number) / 3.0, f64::from(number)),
        is_partial: number.is_multiple_of(2),
        alternatives: vec![Some("\u{1f600} \"\\".repeat(number.into())), None],
    }
}

/// What is in the signed messages of the official crate is read here, and is what would be written here.
pub async fn what_the_official_crate_writes_is_read_here() {
    let chunks = [&b"\0"[..], &[7; 3_000], b""];
    let said = Said::whole(chunks);
    let connector = Connector::answering("");
    let heard = official::converse(&config(URL, connector.clone()), &said).await;
    assert!(heard.is_empty());
    let mut reader = Reader::<AudioStream>::new();
    let mut writer = Writer::<AudioStream>::new();
    let signed = decoded(connector.sent()).expect("frames");
    let (closing, signed) = signed.split_last().expect("what says that they are all");
    assert!(closing.payload().is_empty());
    assert_eq!(signed.len(), chunks.len());
    for (signed, chunk) in signed.iter().zip(chunks) {
        let event = ours::audio(Some(chunk.to_vec()));
        let written = writer.event(&event).expect("it can be sent");
        assert_eq!(signed.payload().as_ref(), written);
        for byte in signed.payload().chunks(1) {
            assert!(reader.event().is_none(), "it is not whole");
            reader.push(byte);
        }
        let read = reader.event().expect("an event");
        assert_eq!(read.expect("no error"), event);
    }
    reader.end().expect("the end");
}
