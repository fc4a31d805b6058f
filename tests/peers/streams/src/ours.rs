//! What is generated.

use aws_types::SdkConfig;
use dictations::Outgoing;
use dictations::dictations::types::{
    Alternative, AudioEvent, AudioStream, ResultShape as Transcribed, Transcript, TranscriptEvent,
    TranscriptResultStream,
};
use dictations::dictations::{Client, Error};
use dictations::error::StreamError;
use dictations::primitives::Blob;
use futures_util::stream;

use crate::said::{self, Heard, Said};

/// Says this, and tells what it hears.
pub async fn converse(config: &SdkConfig, said: &Said) -> Vec<Heard> {
    let chunks = said
        .chunks
        .clone()
        .into_iter()
        .map(|chunk| Ok(audio(chunk)));
    let failure = said.is_broken_off.then_some(Err("the microphone fell"));
    let events: Vec<_> = chunks.chain(failure).collect();
    let call = Client::new(config)
        .start_stream_transcription()
        .media_sample_rate_hertz(16_000)
        .media_encoding("pcm")
        .audio_stream(Outgoing::fallible(stream::iter(events)));
    // A request may be broken off before its answer has begun.
    let Ok(output) = call.send().await else {
        return vec![Heard::Broken];
    };
    let mut events = output.transcript_result_stream;
    let mut heard = Vec::new();
    while let Some(event) = events.next().await {
        heard.push(match event {
            Ok(TranscriptResultStream::TranscriptEvent(event)) => {
                let results = event.transcript.and_then(|transcript| transcript.results);
                Heard::Transcript(
                    results
                        .unwrap_or_default()
                        .into_iter()
                        .map(result)
                        .collect(),
                )
            }
            Ok(_) => Heard::Unknown,
            Err(StreamError::Service(Error::BadRequestException(error))) => {
                Heard::BadRequest(error.message)
            }
            Err(_) => Heard::Broken,
        });
    }
    heard
}

/// An event with a chunk of audio.
pub fn audio(chunk: Option<Vec<u8>>) -> AudioStream {
    let mut event = AudioEvent::default();
    event.audio_chunk = chunk.map(Blob::new);
    AudioStream::AudioEvent(event)
}

/// An event with these results.
pub fn transcript(results: &[said::Transcribed]) -> TranscriptResultStream {
    let results = results.iter().map(|result| {
        let mut transcribed = Transcribed::default();
        transcribed.result_id.clone_from(&result.id);
        (transcribed.start_time, transcribed.end_time) = result.time;
        transcribed.is_partial = result.is_partial;
        let alternatives = result.alternatives.iter().map(|text| {
            let mut alternative = Alternative::default();
            alternative.transcript.clone_from(text);
            alternative
        });
        transcribed.alternatives = Some(alternatives.collect());
        transcribed
    });
    let transcript = Transcript::builder().results(results.collect::<Vec<_>>());
    let event = TranscriptEvent::builder().transcript(transcript.build());
    TranscriptResultStream::TranscriptEvent(event.build())
}

fn result(result: Transcribed) -> said::Transcribed {
    let alternatives = result.alternatives.unwrap_or_default().into_iter();
    said::Transcribed {
        id: result.result_id,
        time: (result.start_time, result.end_time),
        is_partial: result.is_partial,
        alternatives: alternatives
            .map(|alternative| alternative.transcript)
            .collect(),
    }
}
