//! Error responses of the protocols that speak JSON: a code in a header or in the body, and the
//! members of the error that it stands for.

use super::error::{Metadata, ServiceFault, Unhandled};
use super::json::{self, DecodeMember, Error, Reader};
use super::operation::{Failure, Response};

/// An error response, before its code has been matched with an error shape.
pub struct Fault<'a> {
    response: Response<'a>,
    code: String,
    message: Option<String>,
}

/// Reads what every error response has: a code, in a header or in the body, and a message.
/// Never fails: what cannot be read is absent.
#[inline]
pub fn fault<'a>(response: &Response<'a>) -> Fault<'a> {
    let mut body = CodeAndMessage::default();
    let _ = json::members(response, &mut body);
    let in_body = body.type_.or(body.code).unwrap_or_default();
    let code = response.header("x-amzn-errortype").unwrap_or(&in_body);
    let mut code = bare_code(code).to_owned();
    if code.is_empty() {
        code = format!("HTTP status {}", response.status());
    }
    Fault {
        response: *response,
        code,
        message: body.message,
    }
}

/// The error enum of a service, which knows the errors by their codes.
pub trait FromFault {
    /// The error that this response tells of.
    fn from_fault(fault: &Fault<'_>) -> Self;
}

/// Why a response that is no success has no output.
#[inline]
pub fn failure<E: FromFault>(response: &Response<'_>) -> Failure<E> {
    Failure::Service(E::from_fault(&fault(response)))
}

impl Fault<'_> {
    /// The error's code, without namespace and address; `HTTP status 500` where there is none.
    #[inline]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The error as this shape. Members that cannot be read stay unset: the code alone says
    /// what went wrong, and must not be lost.
    #[inline]
    pub fn read<T: DecodeMember + ServiceFault>(&self) -> T {
        let mut fault = T::default();
        let _ = json::members(&self.response, &mut fault);
        fault.complete(&self.response, self.code_for_callers());
        fault
    }

    /// A service that spoke awsQuery once says `Code;Sender` in a header beside the code that
    /// tells the shape: callers know the error by that code.
    #[inline]
    fn code_for_callers(&self) -> &str {
        let query_error = self.response.header("x-amzn-query-error");
        let code = query_error.unwrap_or_default().split(';').next();
        match code.unwrap_or_default().trim() {
            "" => &self.code,
            code => code,
        }
    }

    /// The error as one that the model does not describe.
    #[inline]
    pub fn unhandled(&self) -> Unhandled {
        Unhandled::new(Metadata::of(
            &self.response,
            self.code_for_callers(),
            self.message.as_deref(),
        ))
    }
}

/// The code without the namespace before a `#` and the address behind a `:`.
#[inline]
fn bare_code(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or(code);
    code.rsplit('#').next().unwrap_or(code).trim()
}

/// What every error's body has, under the names that services use for it.
#[derive(Default)]
struct CodeAndMessage {
    type_: Option<String>,
    code: Option<String>,
    message: Option<String>,
}

impl DecodeMember for CodeAndMessage {
    #[inline]
    fn decode_member(&mut self, name: &str, r: &mut Reader<'_>) -> Result<(), Error> {
        match name {
            "__type" => text(r, &mut self.type_),
            "code" | "Code" => text(r, &mut self.code),
            "message" | "Message" | "errorMessage" => text(r, &mut self.message),
            _ => r.skip(),
        }
    }
}

/// Reads a string. An error may have a member of the same name that is none.
#[inline]
fn text(r: &mut Reader<'_>, slot: &mut Option<String>) -> Result<(), Error> {
    match r.string() {
        Ok(text) => *slot = Some(text.into_owned()),
        Err(_) => r.skip()?,
    }
    Ok(())
}
