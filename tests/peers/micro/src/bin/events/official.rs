//! The official crate.

use aws_sdk_transcribestreaming::Client;
use aws_sdk_transcribestreaming::config::StalledStreamProtectionConfig;
use aws_sdk_transcribestreaming::config::{BehaviorVersion, Builder};
use aws_sdk_transcribestreaming::operation::start_stream_transcription::StartStreamTranscriptionOutput;
use aws_sdk_transcribestreaming::primitives::Blob;
use aws_sdk_transcribestreaming::types::error::AudioStreamError;
use aws_sdk_transcribestreaming::types::{
    AudioEvent, AudioStream, LanguageCode, MediaEncoding, TranscriptResultStream,
};
use aws_types::SdkConfig;
use tokio::runtime::Runtime;

use crate::{CHUNK, EVENTS};

/// A client, and where its calls run.
pub struct Caller {
    client: Client,
    runtime: Runtime,
}

impl Caller {
    pub fn new(config: &SdkConfig) -> Self {
        let config = Builder::from(config)
            .behavior_version(BehaviorVersion::latest())
            .allow_no_auth()
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .build();
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        Self {
            client: Client::from_conf(config),
            runtime: runtime.enable_time().build().expect("a runtime"),
        }
    }

    /// Calls with nothing to say, and reads all events: how many there are, and how long their texts.
    pub fn read(&mut self) -> (usize, usize) {
        self.runtime.block_on(async {
            let mut output = self.call(Vec::new()).await;
            let (mut events, mut length) = (0, 0);
            let stream = &mut output.transcript_result_stream;
            while let Some(event) = stream.recv().await.expect("an event") {
                let TranscriptResultStream::TranscriptEvent(event) = event else {
                    panic!("another event");
                };
                let transcript = event.transcript().expect("a transcript");
                let text = transcript.results()[0].alternatives()[0].transcript();
                length += text.expect("a text").len();
                events += 1;
            }
            (events, length)
        })
    }

    /// Sends all events.
    pub fn send(&mut self) {
        let chunk = Blob::new([7; CHUNK]);
        let chunk = AudioStream::AudioEvent(AudioEvent::builder().audio_chunk(chunk).build());
        self.runtime.block_on(async {
            self.call((0..EVENTS).map(move |_| Ok(chunk.clone()))).await;
        });
    }

    async fn call<I>(&self, events: I) -> StartStreamTranscriptionOutput
    where
        I: IntoIterator<Item = Result<AudioStream, AudioStreamError>>,
        I::IntoIter: Send + Sync + 'static,
    {
        let events = futures_util::stream::iter(events);
        let call = self
            .client
            .start_stream_transcription()
            .language_code(LanguageCode::EnUs)
            .media_sample_rate_hertz(16_000)
            .media_encoding(MediaEncoding::Pcm)
            .audio_stream(events.into());
        call.send().await.expect("an answer")
    }
}
