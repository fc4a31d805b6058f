//! Error responses of the protocols that speak JSON: a code and a message, in headers or in the
//! body, and the members of the error that the code stands for.

use super::error::{ServiceFault, Told, Unhandled};
use super::json::{self, DecodeMember};
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
    let names = [
        "__type",
        "code",
        "Code",
        "message",
        "Message",
        "errorMessage",
    ];
    let [type_, code, other_code, messages @ ..] = json::texts(response, names);
    let in_body = type_.or(code).or(other_code).unwrap_or_default();
    let code = response.header("x-amzn-errortype").unwrap_or(&in_body);
    let mut code = bare_code(code).to_owned();
    if code.is_empty() {
        code = format!("HTTP status {}", response.status());
    }
    // Answers without a body, to `HEAD`, say it in a header.
    let in_header = response.header("x-amzn-error-message").map(str::to_owned);
    let messages = messages.into_iter().chain([in_header]).flatten();
    Fault {
        response: *response,
        code,
        message: messages.into_iter().find(|message| !message.is_empty()),
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
        json::members(&self.response, &mut fault);
        fault.complete(&self.told());
        fault
    }

    /// The error as one that the model does not describe.
    #[inline]
    pub fn unhandled(&self) -> Unhandled {
        Unhandled::new(self.told().metadata())
    }

    #[inline]
    fn told(&self) -> Told<'_> {
        Told {
            response: self.response,
            code: self.code_for_callers(),
            message: self.message.as_deref(),
        }
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
}

/// The code without the namespace before a `#` and the address behind a `:`.
#[inline]
fn bare_code(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or(code);
    code.rsplit('#').next().unwrap_or(code).trim()
}
