$version: "2"

namespace example.dictations

use aws.auth#sigv4
use aws.protocols#restJson1
use example.transcripts#AudioStream
use example.transcripts#StartStreamTranscription
use example.transcripts#TranscriptResultStream

/// Speech that is transcribed, and the other side of that: what a service receives, and what it sends.
@restJson1
@sigv4(name: "transcribe")
service Dictations {
    version: "2017-10-26"
    operations: [StartStreamTranscription, Transcribe]
}

@http(method: "POST", uri: "/transcribe")
operation Transcribe {
    input := {
        @required
        @httpPayload
        transcripts: TranscriptResultStream
    }
    output := {
        @httpPayload
        audio: AudioStream
    }
}
