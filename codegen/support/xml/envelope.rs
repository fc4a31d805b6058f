//! What is around outputs and errors: where they are in a message, and the request's id beside them.

use std::borrow::Cow;

use super::super::wire::{self, Cursor as _, Decode, Error, Reader as _};
use super::containers::local;
use super::{EMPTY, Reader};

/// The names that services have for the id of a request.
const REQUEST_ID: [&str; 3] = ["RequestId", "RequestID", "requestId"];
/// The element that awsQuery has it in.
const METADATA: &str = "ResponseMetadata";
/// In so many bytes most messages have the name of their root: what follows is not looked at for it.
const USUAL_HEAD: usize = 512;

/// The message of an error response, as far as it can be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Envelope<'a> {
    /// The element that has the error's code, message and members: a message of its own. It is the
    /// root where there is no `Error` in it. Where the message breaks off in it, so does this.
    pub error: Option<&'a [u8]>,
    /// The id of the request.
    pub request_id: Option<String>,
}

impl<'a> Envelope<'a> {
    /// Finds the error in the body of a response, whatever is around it:
    ///
    /// - `<ErrorResponse><Error>..</Error><RequestId>`, of awsQuery and restXml;
    /// - `<Error>..<RequestId></Error>`, of restXml without wrapping;
    /// - `<Response><Errors><Error>..</Error></Errors><RequestID>`, of ec2Query;
    /// - `<AccessDeniedException><Message>`, of what stands before a service, and of some services.
    ///
    /// Of several errors it is the first. Never fails: what is not there, or no XML, is absent. A page of
    /// HTML tells nothing.
    #[inline]
    pub fn of_error(body: &'a [u8]) -> Self {
        let mut envelope = Self::default();
        let text = text_of(body);
        if let Ok(mut r) = Reader::before_root(&text, true) {
            if local(r.name) == "Error" {
                envelope.error(body, &mut r);
            } else {
                let root = body.get(start(&r)..);
                let is_readable = !r.is_at_html() && r.clone().structure().is_ok();
                // What ends the reading takes nothing from what has been read.
                let _ = envelope.each(body, &mut r);
                if envelope.error.is_none() && is_readable {
                    envelope.error = root;
                }
            }
        }
        envelope
    }

    #[inline]
    fn each(&mut self, body: &'a [u8], r: &mut Reader<'_>) -> Result<(), Error> {
        r.each_member(|name, r| match name {
            "Error" => {
                self.error(body, r);
                Ok(())
            }
            "Errors" | METADATA => self.each(body, r),
            _ if REQUEST_ID.contains(&name) => {
                self.request_id = id(r)?;
                Ok(())
            }
            _ => r.skip(),
        })
    }

    /// Steps over an error. It may have the request's id in it, where none is beside it.
    #[inline]
    fn error(&mut self, body: &'a [u8], r: &mut Reader<'_>) {
        let before = r.clone();
        let start = start(r);
        if r.skip_value().is_err() {
            r.at = body.len();
        }
        if self.error.is_none() {
            self.error = body.get(start..r.at);
            self.request_id = self.request_id.take().or_else(|| id_within(before));
        }
    }
}

/// Reads the output of this operation of awsQuery, and the id of the request. The output is in an element
/// of the root: `ListQueuesResult` or, where none is called so, the first beside the metadata. One without
/// members may have no element.
///
/// # Errors
/// Where the body is not the output.
#[inline]
pub fn query_output<O: Decode>(operation: &str, body: &[u8]) -> Result<(O, Option<String>), Error> {
    // For an output that has no members, the body does not matter.
    if body.is_empty() || wire::is_without_members::<O>() {
        return Ok((nothing()?, request_id(body)));
    }
    let mut output = None;
    let mut other = None;
    let mut request_id = None;
    let mut r = Reader::of_answer(body)?;
    r.each_member(|name, r| {
        if name == METADATA {
            request_id = id_within(r.clone());
            r.skip()
        } else if REQUEST_ID.contains(&name) {
            request_id = id(r)?;
            Ok(())
        } else if name.strip_suffix("Result") == Some(operation) {
            output = Some(O::decode(r)?);
            Ok(())
        } else {
            if other.is_none() && !name.starts_with('@') {
                other = Some(r.clone());
            }
            r.skip()
        }
    })?;
    r.end()?;
    let output = match (output, other) {
        (Some(output), _) => output,
        (None, Some(mut other)) => O::decode(&mut other)?,
        (None, None) => nothing()?,
    };
    Ok((output, request_id))
}

/// An output without members.
#[inline]
fn nothing<O: Decode>() -> Result<O, Error> {
    O::decode(&mut Reader::new(EMPTY)?)
}

/// Whether the answer to this operation of awsQuery or ec2Query is an error, whatever its status: its root
/// is that of an error. The root of an output is `ListQueuesResponse`.
#[inline]
pub fn is_error(operation: &str, body: &[u8]) -> bool {
    let Some(root) = root(body) else {
        return false;
    };
    let is_output = root.strip_suffix("Response") == Some(operation);
    !is_output && (root == "Response" || is_of_error(&root))
}

/// Whether a root is that of an error, with something around it or without.
#[inline]
pub fn is_of_error(root: &str) -> bool {
    matches!(root, "Error" | "ErrorResponse")
}

/// The id of the request that is answered with this body: an element of its root, as of ec2Query, or of
/// the metadata in that, as of awsQuery.
#[inline]
pub fn request_id(body: &[u8]) -> Option<String> {
    id_within(Reader::before_root(&text_of(body), true).ok()?)
}

/// The name of the root of a body, without its prefix.
#[inline]
pub fn root(body: &[u8]) -> Option<String> {
    // Where a head ends within what comes before the root, or within its name, it has no root.
    let head = body.get(..USUAL_HEAD).and_then(root_within);
    head.or_else(|| root_within(body))
}

#[inline]
fn root_within(body: &[u8]) -> Option<String> {
    let text = text_of(body);
    let root = Reader::before_root(&text, true).ok()?;
    Some(local(root.name).to_owned())
}

/// The id of a request that is in this element, or in metadata that is.
#[inline]
fn id_within(mut r: Reader<'_>) -> Option<String> {
    let mut inside = r.structure().ok()?;
    while let Some(name) = inside.next(&mut r).ok()? {
        if REQUEST_ID.contains(&name) {
            return id(&mut r).ok()?;
        }
        if name == METADATA {
            return id_within(r);
        }
        r.skip_value().ok()?;
    }
    None
}

/// The place of the element that comes next.
#[inline]
fn start(r: &Reader<'_>) -> usize {
    r.at - r.name.len() - "<".len()
}

/// Reads the id of a request.
#[inline]
fn id(r: &mut Reader<'_>) -> Result<Option<String>, Error> {
    let text = r.text()?;
    let id = text.trim();
    Ok((!id.is_empty()).then(|| id.to_owned()))
}

/// The text of a body, with something else in place of each byte that is not UTF-8.
#[inline]
fn text_of(body: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(body) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(body.len());
    for chunk in body.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    Cow::Owned(text)
}
