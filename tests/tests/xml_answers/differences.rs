//! Where botocore does not read what stands in an answer, or the answer is none.

use std::mem;

use serde_json::{Value, json};

use crate::answer::Answer;

/// A way to differ.
pub enum Difference {
    /// The text of this member is percent-encoded JSON, which botocore reads: we leave what a text
    /// says to callers.
    EncodedJson(&'static str),
    /// The text of this member is JSON, which botocore reads.
    Json(&'static str),
    /// It comes from a documentation that writes `YYYY-MM-DDTHH:MM:SS.000Z` for a time, of which
    /// botocore's tests make nothing. It cannot be read; with a time in its place it is read as botocore
    /// does.
    NoTime,
    /// The error has its request's id in it, which botocore takes from a header alone.
    RequestId(&'static str),
}

use Difference::{EncodedJson, Json, NoTime, RequestId};

/// All that differ.
const ALL: &[(&str, Difference)] = &[
    ("cloudformation-get-template", Json("TemplateBody")),
    ("ec2-attach-volume", NoTime),
    ("ec2-create-snapshot", NoTime),
    ("ec2-create-volume", NoTime),
    ("ec2-describe-spot-instance-requests", NoTime),
    ("ec2-detach-volume", NoTime),
    ("iam-get-user-policy", EncodedJson("PolicyDocument")),
    ("s3-create-bucket", RequestId("96380E1CB938DDF7")),
    ("s3-list-objects", RequestId("9C7D5181867045BB")),
];

/// What such a documentation writes for a time.
const NO_TIME: &str = "YYYY-MM-DDTHH:MM:SS.000Z";

/// A time in the place of none.
const TIME: &str = "2014-06-15T12:34:56.000Z";

/// Makes of what botocore has read what we have to read.
pub fn settle(answer: &mut Answer) {
    let differences: Vec<&Difference> = differences(answer).collect();
    for difference in differences {
        match difference {
            EncodedJson(member) => {
                let text = text_of(answer, member);
                let bytes = percent_decoded(&text);
                assert_is(&bytes, &answer.read[member]);
                answer.read[member] = text.into();
            }
            Json(member) => {
                let text = text_of(answer, member);
                assert_is(text.as_bytes(), &answer.read[member]);
                answer.read[member] = text.into();
            }
            NoTime => {
                let readable = answer.xml.replace(NO_TIME, TIME);
                answer.unreadable = Some(mem::replace(&mut answer.xml, readable));
                let read = answer.read.to_string().replace(NO_TIME, TIME);
                answer.read = serde_json::from_str(&read).expect("it is still JSON");
            }
            RequestId(id) => answer.metadata = json!({ "RequestId": id }),
        }
    }
}

fn differences(answer: &Answer) -> impl Iterator<Item = &'static Difference> {
    let of_answer = |(name, difference): &&(&str, Difference)| {
        *name == answer.name && answer.is_error == matches!(difference, RequestId(_))
    };
    let differences = ALL.iter().filter(of_answer);
    differences.map(|(_, difference)| difference)
}

/// The text of the element of this name.
fn text_of(answer: &Answer, name: &str) -> String {
    let document = roxmltree::Document::parse(&answer.xml).expect("the answer is XML");
    let mut elements = document.descendants();
    let element = elements.find(|element| element.tag_name().name() == name);
    let text = element.and_then(|element| element.text().map(str::to_owned));
    text.unwrap_or_else(|| panic!("{} has no `{name}`", answer.name))
}

fn assert_is(bytes: &[u8], expected: &Value) {
    let value: Value = serde_json::from_slice(bytes).expect("the text is JSON");
    assert_eq!(value, *expected);
}

fn percent_decoded(text: &str) -> Vec<u8> {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}
