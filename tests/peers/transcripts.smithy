$version: "2"

namespace example.transcripts

use aws.auth#sigv4
use aws.protocols#restJson1

/// Speech as it is said, and text as it is understood: what Transcribe has of both, under the same names.
@restJson1
@sigv4(name: "transcribe")
service Transcripts {
    version: "2017-10-26"
    operations: [StartStreamTranscription]
}

@optionalAuth
@http(method: "POST", uri: "/stream-transcription")
operation StartStreamTranscription {
    input := {
        @required
        @httpHeader("x-amzn-transcribe-sample-rate")
        MediaSampleRateHertz: Integer

        @required
        @httpHeader("x-amzn-transcribe-media-encoding")
        MediaEncoding: String

        @required
        @httpPayload
        AudioStream: AudioStream
    }
    output := {
        @httpPayload
        TranscriptResultStream: TranscriptResultStream
    }
    errors: [BadRequestException]
}

@streaming
union AudioStream {
    AudioEvent: AudioEvent
}

structure AudioEvent {
    @eventPayload
    AudioChunk: Blob
}

@streaming
union TranscriptResultStream {
    TranscriptEvent: TranscriptEvent
    BadRequestException: BadRequestException
}

structure TranscriptEvent {
    Transcript: Transcript
}

structure Transcript {
    Results: ResultList
}

list ResultList {
    member: Result
}

structure Result {
    ResultId: String
    StartTime: Double = 0
    EndTime: Double = 0
    IsPartial: Boolean = false
    Alternatives: AlternativeList
}

list AlternativeList {
    member: Alternative
}

structure Alternative {
    Transcript: String
}

@error("client")
@httpError(400)
structure BadRequestException {
    Message: String
}
