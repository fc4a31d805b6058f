//! What is generated.

use aws_types::SdkConfig;
use tokio::runtime::Runtime;
use transcripts::support::event_stream::Reader;
use transcripts::transcripts::types::{AudioEvent, AudioStream, TranscriptResultStream};
use transcripts::transcripts::{Client, StartStreamTranscriptionOutput};
use transcripts::{Outgoing, primitives::Blob};

use crate::connector::Answer;
use crate::{CHUNK, EVENTS};

/// A client, and where its calls run.
pub struct Caller {
    client: Client,
    runtime: Runtime,
}

impl Caller {
    pub fn new(config: &SdkConfig) -> Self {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        Self {
            client: Client::new(config),
            runtime: runtime.enable_time().build().expect("a runtime"),
        }
    }

    /// Calls with nothing to say, and reads all events: how many there are, and how long their texts.
    pub fn read(&mut self) -> (usize, usize) {
        self.runtime.block_on(async {
            let events = Outgoing::new(futures_util::stream::empty());
            let mut output = self.call(events).await;
            let (mut events, mut length) = (0, 0);
            while let Some(event) = output.transcript_result_stream.next().await {
                length += length_of_text(&event.expect("an event"));
                events += 1;
            }
            (events, length)
        })
    }

    /// Sends all events.
    pub fn send(&mut self) {
        let mut chunk = AudioEvent::default();
        chunk.audio_chunk = Some(Blob::new([7; CHUNK]));
        let chunk = AudioStream::AudioEvent(chunk);
        self.runtime.block_on(async {
            let events = (0..EVENTS).map(move |_| chunk.clone());
            let events = Outgoing::new(futures_util::stream::iter(events));
            self.call(events).await;
        });
    }

    async fn call(&self, events: Outgoing<AudioStream>) -> StartStreamTranscriptionOutput {
        let call = self
            .client
            .start_stream_transcription()
            .media_sample_rate_hertz(16_000)
            .media_encoding("pcm")
            .audio_stream(events);
        call.send().await.expect("an answer")
    }
}

/// Reads all events without a client.
pub fn read_sans_io(answer: &Answer) -> usize {
    let mut reader = Reader::<TranscriptResultStream>::new();
    let mut length = 0;
    let mut answer = answer.clone();
    while let Some(piece) = answer.next_piece() {
        reader.push(&piece);
        while let Some(event) = reader.event() {
            length += length_of_text(&event.expect("an event"));
        }
    }
    reader.end().expect("the end");
    length
}

fn length_of_text(event: &TranscriptResultStream) -> usize {
    let TranscriptResultStream::TranscriptEvent(event) = event else {
        panic!("another event");
    };
    let transcript = event.transcript.as_ref().expect("a transcript");
    let results = transcript.results.as_ref().expect("results");
    let alternatives = results[0].alternatives.as_ref().expect("alternatives");
    let text = alternatives[0].transcript.as_ref();
    text.expect("a text").len()
}
