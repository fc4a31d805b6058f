//! Timestamps in their three formats: the same texts are read, and the same are written, wherever
//! they stand.

mod readers;
mod round_trip;
mod writers;

use std::marker::PhantomData;

use aws_smithy_types::DateTime;

use crate::support::http_binding::{self, Request, TextAs, ValuesAs};
use crate::support::json::Json;
use crate::support::timestamp::{DateTimeFormat, EpochSeconds, HttpDate, TimestampFormat};
use crate::support::wire::{self, Decode, DecodeAs, Encode, EncodeAs, Error, Reader, Writer};

/// The first second of the year 1, and the last one of the year 9999.
const FIRST: i64 = -62_135_596_800;
const LAST: i64 = 253_402_300_799;

fn at(seconds: i64, nanoseconds: u32) -> DateTime {
    DateTime::from_secs_and_nanos(seconds, nanoseconds)
}

/// A format, as bodies have it.
trait InBodies: TimestampFormat {
    /// What is a moment in a body, strings without their quotes.
    type Json: Decode + Encode + From<DateTime> + Into<DateTime>;

    const QUOTE: &'static str;
}

impl InBodies for DateTimeFormat {
    type Json = Quoted<Self>;

    const QUOTE: &'static str = "\"";
}

impl InBodies for HttpDate {
    type Json = Quoted<Self>;

    const QUOTE: &'static str = "\"";
}

impl InBodies for EpochSeconds {
    type Json = DateTime;

    const QUOTE: &'static str = "";
}

/// A moment that is a string in JSON.
struct Quoted<F>(DateTime, PhantomData<F>);

impl<F> From<DateTime> for Quoted<F> {
    fn from(moment: DateTime) -> Self {
        Self(moment, PhantomData)
    }
}

impl<F> From<Quoted<F>> for DateTime {
    fn from(quoted: Quoted<F>) -> Self {
        quoted.0
    }
}

impl<F> Decode for Quoted<F>
where
    DateTime: DecodeAs<F>,
{
    fn decode(r: &mut impl Reader) -> Result<Self, Error> {
        DateTime::decode_as(r).map(Self::from)
    }
}

impl<F> Encode for Quoted<F>
where
    DateTime: EncodeAs<F>,
{
    fn encode(&self, w: &mut impl Writer) {
        self.0.encode_as(w);
    }
}

/// The moment that a text is in a body; `None` where it is refused.
fn from_body<F: InBodies>(text: &str) -> Option<DateTime> {
    let json = format!("{0}{text}{0}", F::QUOTE);
    let read: Option<F::Json> = wire::read::<Json, _>(json.as_bytes()).ok();
    read.map(Into::into)
}

/// What a text is in a header; `None` where it is refused.
fn from_header<F, V>(text: &str) -> Option<V>
where
    V: ValuesAs<F>,
{
    let response = http::Response::builder().header("X-Time", text);
    let response = response.body(Vec::new()).expect("HTTP allows it");
    let mut value = None;
    http_binding::header_as::<F>(&(&response).into(), "X-Time", &mut value).ok()?;
    value
}

/// What is written of a moment in a body, a header, a query and a path, one text a place; `None`
/// where it cannot be sent.
fn written<F: InBodies>(moment: DateTime) -> [Option<String>; 4]
where
    DateTime: TextAs<F>,
{
    let body = wire::write::<Json>(&F::Json::from(moment));
    let body = body.ok().map(|body| {
        let body = String::from_utf8(body).expect("JSON is UTF-8");
        body.trim_matches('"').to_owned()
    });
    let header = sent(|request| request.header_as::<F>("X-Time", &moment));
    let header = header.map(|sent| sent.headers()["X-Time"].to_str().expect("ASCII").to_owned());
    let query = sent(|request| request.query_as::<F>("q", &moment));
    let query = query.map(|sent| unescaped(&sent.uri().query().expect("a query")["q=".len()..]));
    let path = sent(|request| request.label_as::<F>("l", &moment));
    let path = path.map(|sent| unescaped(&sent.uri().path()["/".len()..]));
    [body, header, query, path]
}

fn sent(bind: impl Fn(&mut Request)) -> Option<http::Request<Vec<u8>>> {
    let mut request = Request::new("GET", "/");
    bind(&mut request);
    request.empty().ok()
}

/// A text of a URI, in which all that is escaped is ASCII.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('%');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let code = u8::from_str_radix(&part[..2], 16).expect("hexadecimal digits");
        text + &char::from(code).to_string() + &part[2..]
    })
}
