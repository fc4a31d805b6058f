//! The services, and the calls of theirs that the program makes: the members that it uses, and no others.

pub mod dynamodb;
pub mod ec2;
pub mod lambda;
pub mod s3;
pub mod sqs;
pub mod sts;

use http::Request;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Done;
use crate::aws::{Aws, Unsigned};

/// A request of a service that speaks JSON: the operation is named in a header.
fn json(endpoint: &str, target: &str, input: &impl Serialize) -> Done<Unsigned> {
    let request = Request::post(format!("{endpoint}/"))
        .header("content-type", "application/x-amz-json-1.0")
        .header("x-amz-target", target);
    Ok(request.body(serde_json::to_vec(input)?)?)
}

/// A request of a service that takes forms.
fn form(endpoint: &str, input: &impl Serialize) -> Done<Unsigned> {
    let request = Request::post(format!("{endpoint}/"))
        .header("content-type", "application/x-www-form-urlencoded");
    Ok(request.body(serde_urlencoded::to_string(input)?.into_bytes())?)
}

/// What a service answers in XML.
fn xml<T: DeserializeOwned>(answer: &[u8]) -> Done<T> {
    Ok(quick_xml::de::from_reader(answer)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The address, the operation where a header has it, and the body of a request, in a line each.
    pub fn told(request: Unsigned) -> String {
        let target = request
            .headers()
            .get("x-amz-target")
            .map(|target| target.to_str());
        let target = target.and_then(Result::ok).unwrap_or_default().to_owned();
        let (method, uri) = (request.method().clone(), request.uri().clone());
        let body = String::from_utf8(request.into_body()).expect("text");
        format!("{method} {uri}\n{target}\n{body}")
    }
}
