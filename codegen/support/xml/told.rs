//! What services write around outputs and errors.

use super::super::double::ErrorHead;
use super::super::operation::BuildError;
use super::super::wire::{Encode, EncodeMembers, Layout, Members};
use super::Writer;

/// `<ErrorResponse><Error>..</Error><RequestId>..</RequestId></ErrorResponse>`, of awsQuery and restXml.
///
/// # Errors
/// Where a member's value cannot be sent.
#[inline]
pub fn wrapped_error(
    head: &ErrorHead<'_>,
    members: &impl EncodeMembers,
) -> Result<Vec<u8>, BuildError> {
    let told = Told {
        fault: Some(head.fault()),
        ..Told::of(head, members)
    };
    let response = Around {
        name: "Error",
        inside: &told,
        id: ("RequestId", head.request_id()),
    };
    document("ErrorResponse", &response)
}

/// `<Error>..<RequestId>..</RequestId></Error>`, of restXml without wrapping.
///
/// # Errors
/// Where a member's value cannot be sent.
#[inline]
pub fn error(head: &ErrorHead<'_>, members: &impl EncodeMembers) -> Result<Vec<u8>, BuildError> {
    let told = Told {
        request_id: head.request_id(),
        ..Told::of(head, members)
    };
    document("Error", &told)
}

/// `<Response><Errors><Error>..</Error></Errors><RequestID>..</RequestID></Response>`, of ec2Query.
///
/// # Errors
/// Where a member's value cannot be sent.
#[inline]
pub fn listed_error(
    head: &ErrorHead<'_>,
    members: &impl EncodeMembers,
) -> Result<Vec<u8>, BuildError> {
    let errors = Around {
        name: "Error",
        inside: &Told::of(head, members),
        id: ("", None),
    };
    let response = Around {
        name: "Errors",
        inside: &errors,
        id: ("RequestID", head.request_id()),
    };
    document("Response", &response)
}

/// `<ListQueuesResponse><ListQueuesResult>..</ListQueuesResult><ResponseMetadata>..`, of awsQuery.
///
/// # Errors
/// Where a member's value cannot be sent.
#[inline]
pub fn answer(
    operation: &str,
    namespace: Option<&str>,
    output: &impl Encode,
    request_id: Option<&str>,
) -> Result<Vec<u8>, BuildError> {
    let mut result = Writer::new();
    output.encode(&mut result);
    let result = renamed(result, None, &format!("{operation}Result"))?;
    let inside = [result, metadata(request_id)?].concat();
    Ok(around(&inside, namespace, &format!("{operation}Response")))
}

/// `<DeleteQueueResponse><ResponseMetadata>..</ResponseMetadata></DeleteQueueResponse>`, of awsQuery.
///
/// # Errors
/// Where the id cannot be sent.
#[inline]
pub fn empty_answer(operation: &str, request_id: Option<&str>) -> Result<Vec<u8>, BuildError> {
    let root = format!("{operation}Response");
    Ok(around(&metadata(request_id)?, None, &root))
}

#[inline]
fn metadata(request_id: Option<&str>) -> Result<Vec<u8>, BuildError> {
    document("ResponseMetadata", &Id("RequestId", request_id))
}

/// `<DescribeVpcsResponse><requestId>..</requestId>..</DescribeVpcsResponse>`, of ec2Query.
///
/// # Errors
/// Where a member's value cannot be sent.
#[inline]
pub fn flat_answer(
    operation: &str,
    namespace: Option<&str>,
    output: &impl EncodeMembers,
    request_id: Option<&str>,
) -> Result<Vec<u8>, BuildError> {
    let mut document = Writer::new();
    Beside(Id("requestId", request_id), output).encode(&mut document);
    renamed(document, namespace, &format!("{operation}Response"))
}

/// An error, as its element has it.
struct Told<'e, E> {
    fault: Option<&'e str>,
    head: &'e ErrorHead<'e>,
    members: &'e E,
    request_id: Option<&'e str>,
}

impl<'e, E: EncodeMembers> Told<'e, E> {
    #[inline]
    fn of(head: &'e ErrorHead<'_>, members: &'e E) -> Self {
        Self {
            fault: None,
            head,
            members,
            request_id: None,
        }
    }
}

impl<E: EncodeMembers> EncodeMembers for Told<'_, E> {
    #[inline]
    fn encode_members(&self, w: &mut impl Members) {
        text(w, "Type", self.fault);
        text(w, "Code", Some(self.head.code));
        text(w, "Message", self.head.message);
        self.members.encode_answered(w);
        text(w, "RequestId", self.request_id);
    }
}

/// An element in another, with the id of the request beside it.
struct Around<'e, E> {
    name: &'static str,
    inside: &'e E,
    id: (&'static str, Option<&'e str>),
}

impl<E: EncodeMembers> EncodeMembers for Around<'_, E> {
    #[inline]
    fn encode_members(&self, w: &mut impl Members) {
        w.value(self.name, self.inside);
        text(w, self.id.0, self.id.1);
    }
}

/// The id of the request, in an element of this name, where it is known.
struct Id<'e>(&'static str, Option<&'e str>);

impl EncodeMembers for Id<'_> {
    #[inline]
    fn encode_members(&self, w: &mut impl Members) {
        text(w, self.0, self.1);
    }
}

/// The members of an output behind the id of the request.
struct Beside<'e, E>(Id<'e>, &'e E);

impl<E: EncodeMembers> EncodeMembers for Beside<'_, E> {
    #[inline]
    fn encode_members(&self, w: &mut impl Members) {
        self.0.encode_members(w);
        self.1.encode_answered(w);
    }
}

/// The text of an element, where there is one.
#[inline]
fn text(w: &mut impl Members, name: &'static str, text: Option<&str>) {
    if let Some(text) = text {
        w.value(name, &text.to_owned());
    }
}

#[inline]
fn document(root: &'static str, members: &impl EncodeMembers) -> Result<Vec<u8>, BuildError> {
    let mut document = Writer::new();
    document.begin(root, &Layout::PLAIN);
    members.encode(&mut document);
    document.finish()
}

/// The document with this name for its root, which has had none.
#[inline]
fn renamed(document: Writer, namespace: Option<&str>, root: &str) -> Result<Vec<u8>, BuildError> {
    let document = document.finish()?;
    let inside = document.strip_prefix(b"<_>").unwrap_or_default();
    let inside = inside.strip_suffix(b"</_>").unwrap_or_default();
    Ok(around(inside, namespace, root))
}

/// An element with this in it.
#[inline]
fn around(inside: &[u8], namespace: Option<&str>, root: &str) -> Vec<u8> {
    let start = match namespace {
        Some(uri) => format!("<{root} xmlns=\"{uri}\">"),
        None => format!("<{root}>"),
    };
    let end = format!("</{root}>");
    [start.as_bytes(), inside, end.as_bytes()].concat()
}
