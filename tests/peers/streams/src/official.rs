//! The official crate.

use aws_sdk_transcribestreaming::Client;
use aws_sdk_transcribestreaming::config::{BehaviorVersion, Builder};
use aws_sdk_transcribestreaming::primitives::Blob;
use aws_sdk_transcribestreaming::types::error::{
    AudioStreamError, BadRequestException, TranscriptResultStreamError,
};
use aws_sdk_transcribestreaming::types::{
    AudioEvent, AudioStream, LanguageCode, MediaEncoding, Result as Transcribed,
    TranscriptResultStream,
};
use aws_types::SdkConfig;
use futures_util::stream;

use crate::said::{self, Heard, Said};

/// Says this, and tells what it hears.
pub async fn converse(config: &SdkConfig, said: &Said) -> Vec<Heard> {
    let config = Builder::from(config).behavior_version(BehaviorVersion::latest());
    let chunks = said.chunks.clone().into_iter().map(|chunk| {
        let event = AudioEvent::builder().set_audio_chunk(chunk.map(Blob::new));
        Ok(AudioStream::AudioEvent(event.build()))
    });
    let failure = said.is_broken_off.then(|| {
        let reason = BadRequestException::builder()
            .message("the microphone fell")
            .build();
        Err(AudioStreamError::unhandled(reason))
    });
    let events: Vec<_> = chunks.chain(failure).collect();
    let call = Client::from_conf(config.build())
        .start_stream_transcription()
        .language_code(LanguageCode::EnUs)
        .media_sample_rate_hertz(16_000)
        .media_encoding(MediaEncoding::Pcm)
        .audio_stream(stream::iter(events).into());
    // A request may be broken off before its answer has begun.
    let Ok(output) = call.send().await else {
        return vec![Heard::Broken];
    };
    let mut events = output.transcript_result_stream;
    let mut heard = Vec::new();
    loop {
        match events.recv().await {
            Ok(None) => return heard,
            Ok(Some(event)) => heard.push(event_of(event)),
            Err(error) => {
                heard.push(match error.as_service_error() {
                    Some(TranscriptResultStreamError::BadRequestException(error)) => {
                        Heard::BadRequest(error.message.clone())
                    }
                    _ => Heard::Broken,
                });
                return heard;
            }
        }
    }
}

fn event_of(event: TranscriptResultStream) -> Heard {
    match event {
        TranscriptResultStream::TranscriptEvent(event) => {
            let results = event.transcript.and_then(|transcript| transcript.results);
            Heard::Transcript(
                results
                    .unwrap_or_default()
                    .into_iter()
                    .map(result)
                    .collect(),
            )
        }
        _ => Heard::Unknown,
    }
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
