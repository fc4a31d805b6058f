//! Both with the same service, over HTTP/2 and TLS: it verifies what each sends, and has the same answers for both.

use aws_smithy_types::event_stream::Message;
use event_service::{
    Authority, Caller, Conversation, End, Plan, Service, encoded, event, exception,
};

use crate::said::{Heard, Said, Transcribed};
use crate::{ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY, config, official, ours};

const JSON: &str = "application/json";

/// Takes audio for what is heard in it: an error where it begins with `!`, an event that nobody knows where it begins
/// with `?`, the payload of a transcript otherwise, and nothing where there is none.
fn transcribed(audio: &Message) -> Vec<Message> {
    let payload = audio.payload();
    match payload.first() {
        None => Vec::new(),
        Some(b'!') => vec![exception("BadRequestException", JSON, payload.slice(1..))],
        Some(b'?') => vec![event("LaughterEvent", JSON, payload.slice(1..))],
        Some(_) => vec![event("TranscriptEvent", JSON, payload.clone())],
    }
}

/// What the service does, of which these are the answers.
fn plan(answer: fn(&Message) -> Vec<Message>) -> Plan {
    let caller = Caller {
        access_key_id: ACCESS_KEY_ID.to_owned(),
        secret_access_key: SECRET_ACCESS_KEY.to_owned(),
        region: REGION.to_owned(),
        service: "transcribe".to_owned(),
    };
    let refusal = |reason: &str| {
        let payload = format!(r#"{{"Message":"{reason}"}}"#);
        exception("BadRequestException", JSON, payload)
    };
    Plan::new(answer, refusal).signed_by(caller)
}

/// What the service has seen of a client, and the client of it: the official crate's, and ours.
async fn both(plan: Plan, said: &Said) -> [(Conversation, Vec<Heard>); 2] {
    let authority = Authority::new();
    let mut service = Service::start(&authority, plan).await;
    let config = config(&service.url(), authority.http_client());
    let heard = official::converse(&config, said).await;
    let official = (service.ended().await, heard);
    let heard = ours::converse(&config, said).await;
    [official, (service.ended().await, heard)]
}

/// The service receives the same events of both, header for header.
pub async fn both_send_the_same() {
    let all_bytes: Vec<u8> = (0..=255).collect();
    let mut said = Said::whole([&[0][..], &all_bytes, &all_bytes.repeat(256), b"{}", b""]);
    said.chunks.push(None);
    let [(official, _), (ours, heard)] = both(plan(|_| Vec::new()), &said).await;
    assert_eq!((official.end, ours.end), (End::Whole, End::Whole));
    assert_eq!(ours.events.len(), said.chunks.len());
    let (without_official, official_events) = official.events.split_last().expect("an event");
    let (without, events) = ours.events.split_last().expect("an event");
    for (official, ours) in official_events.iter().zip(events) {
        assert_eq!(encoded([official]), encoded([ours]));
    }
    // Of a payload that there is not, ours says no type.
    let typed = event("AudioEvent", "application/octet-stream", "");
    assert_eq!(without_official, &typed);
    let untyped = Message::new_from_parts(typed.headers()[..2].to_vec(), "");
    assert_eq!(without, &untyped);
    assert!(heard.is_empty());
    for header in ["content-type", "content-length", "x-amz-content-sha256"] {
        let [official, ours] = [&official.head, &ours.head].map(|head| head.headers.get(header));
        assert_eq!(official, ours, "{header}");
    }
}

/// Both understand the same of what the service answers, up to the error that ends it.
pub async fn both_read_the_same() {
    let said = Said::whole([
        r#"{"Transcript":{"Results":[{"ResultId":"1","StartTime":0.25,"EndTime":1,"IsPartial":true,"Alternatives":[{"Transcript":"the harbour"},{}]}]}}"#,
        r#"{"Transcript":{"Results":[{"Alternatives":[{"Transcript":"\u00e9\ud83d\ude00 \"\n"}],"Unheard":{"of":[1]}},{"StartTime":null,"EndTime":"NaN"}]}}"#,
        r#"{"Transcript":{"Results":[]}}"#,
        r#"{"Transcript":{}}"#,
        "{}",
        "?laughter",
        r#"{"Transcript":{"Results":[{"StartTime":1e300,"EndTime":-0.5,"Alternatives":[]}]}}"#,
        r#"!{"Message":"that is enough"}"#,
        "{}",
    ]);
    let [(official, heard_official), (ours, heard)] = both(plan(transcribed), &said).await;
    assert_eq!((official.end, ours.end), (End::Whole, End::Whole));
    assert_eq!(format!("{heard:?}"), format!("{heard_official:?}"));
    assert_eq!(heard.len(), 8);
    let first = Transcribed {
        id: Some("1".to_owned()),
        time: (0.25, 1.0),
        is_partial: true,
        alternatives: vec![Some("the harbour".to_owned()), None],
    };
    assert_eq!(heard[0], Heard::Transcript(vec![first]));
    assert_eq!(heard[5], Heard::Unknown);
    let enough = Some("that is enough".to_owned());
    assert_eq!(heard[7], Heard::BadRequest(enough));
}

/// Both are told as much where the service refuses an event that has another byte.
pub async fn both_learn_that_a_chain_is_broken() {
    let changed = |number, message: Message| {
        let mut payload = message.payload().to_vec();
        if number == 1 {
            let last = payload.len() - 5;
            payload[last] ^= 1;
        }
        vec![Message::new_from_parts(message.headers().to_vec(), payload)]
    };
    let plan = plan(transcribed).on_the_way(changed);
    let reason = "the signature is not that of the event behind the one before";
    for (seen, heard) in both(plan, &Said::whole(["{}"; 3])).await {
        assert_eq!(seen.events.len(), 1);
        assert_eq!(seen.end, End::Refused(reason.to_owned()));
        let reason = Some(reason.to_owned());
        assert_eq!(
            heard,
            [Heard::Transcript(Vec::new()), Heard::BadRequest(reason)]
        );
    }
}

/// A stream that fails is broken off here. The official crate says so within the stream, with an error that has no
/// name, and closes it as whole.
pub async fn what_fails_is_broken_off_here() {
    let said = Said {
        is_broken_off: true,
        ..Said::whole(["{}"])
    };
    let [(official, _), (ours, heard)] = both(plan(|_| Vec::new()), &said).await;
    assert!(matches!(ours.end, End::BrokenOff(_)), "{:?}", ours.end);
    assert_eq!(heard, [Heard::Broken]);
    assert_eq!(official.end, End::Whole);
    let last = official.events.last().expect("an event");
    let names: Vec<&str> = last
        .headers()
        .iter()
        .map(|one| one.name().as_str())
        .collect();
    assert_eq!((names, last.payload().len()), (vec![":message-type"], 0));
}
