//! Error responses: a code and a message, in headers or in the body, and the members of the error
//! that the code stands for.

use std::marker::PhantomData;

use super::error::{ServiceFault, Told, Unhandled};
use super::operation::{Failure, Response};
use super::wire::{self, DecodeMember, Format};

/// Where error responses may say their code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// In the header `x-amzn-errortype`.
    Header,
    /// In the member `__type` of the body.
    Type,
    /// In the member `code`, or `Code`, of the body.
    Code,
    /// In the element `Code` of XML, beside which a member of the error may be `code`.
    Element,
}

/// An error response in the format `F`, before its code has been matched with an error shape.
pub struct Fault<'a, F> {
    response: Response<'a>,
    /// The error in the response's body.
    error: &'a [u8],
    /// The request's id, where the body has it.
    request_id: Option<String>,
    code: String,
    namespace: Option<String>,
    /// The code that a service has had when it spoke awsQuery.
    query_code: Option<&'a str>,
    message: Option<String>,
    format: PhantomData<F>,
}

/// The error enum of a service, which knows the errors by their codes.
pub trait FromFault {
    /// The errors that may be the root of a body, with neither a code nor anything around them.
    const ROOTS: &'static [&'static str] = &[];
    // needed by: codes of responses without a body
    /// The codes of errors whose responses have no body, by the status of these.
    const WITHOUT_BODY: &'static [(u16, &'static str)] = &[];
    // needed by: regions of redirects
    /// What may be in another region than the one that was asked, and the header that says in which.
    const ELSEWHERE: Option<(&'static str, &'static str)> = None;

    /// The error that this response tells of.
    fn from_fault(fault: &Fault<'_, impl Format>) -> Self;
}

impl<'a, F: Format> Fault<'a, F> {
    /// Reads what every error response has: a code, in the first of these places that has one, and
    /// a message. Headers tell neither unless they are one of the places. Never fails: what cannot
    /// be read is absent.
    pub fn of(response: &Response<'a>, places: &[Place]) -> Self {
        let names = [
            "__type",
            "code",
            "Code",
            "message",
            "Message",
            "errorMessage",
        ];
        let mut fault = Self::of_status(response);
        (fault.error, fault.request_id) = F::error(response.body());
        let [type_, code, other_code, messages @ ..] = wire::texts::<F, _>(fault.error, names);
        let mut has_code = false;
        for place in places {
            let said = match place {
                Place::Header => response.header("x-amzn-errortype"),
                Place::Type => type_.as_deref(),
                Place::Code => code.as_deref().or(other_code.as_deref()),
                Place::Element => other_code.as_deref(),
            };
            let said = said.unwrap_or_default();
            let (namespace, code) = match place {
                // It is the code alone, and may have such characters.
                Place::Element => (None, said.trim()),
                _ => name(said),
            };
            if code.is_empty() {
                continue;
            }
            if !has_code {
                code.clone_into(&mut fault.code);
                has_code = true;
            }
            // One place may tell the namespace that another leaves out.
            if fault.code == code && fault.namespace.is_none() {
                fault.namespace = namespace.map(str::to_owned);
            }
        }
        for message in messages.into_iter().flatten() {
            if fault.message.is_none() && !message.is_empty() {
                fault.message = Some(message);
            }
        }
        // Answers to `HEAD` have no body.
        if fault.message.is_none() && places.contains(&Place::Header) {
            let message = response.header("x-amzn-error-message");
            fault.message = message.filter(|text| !text.is_empty()).map(str::to_owned);
        }
        fault.query_code = query_code(response);
        fault
    }

    // needed by: event streams
    /// An error that came within a stream of events, as a message of which `response` has the payload:
    /// with this code, or as a `nameless error`, and with this message unless the payload alone has one.
    pub fn in_stream(response: &Response<'a>, code: &str, message: Option<&str>) -> Self {
        let mut fault = Self::of(response, &[]);
        fault.code = match code.trim() {
            "" => "nameless error".to_owned(),
            code => code.to_owned(),
        };
        if let Some(message) = message.filter(|message| !message.is_empty()) {
            fault.message = Some(message.to_owned());
        }
        fault
    }

    /// A response of which nothing but its status counts: it is not of the service's protocol.
    pub fn of_status(response: &Response<'a>) -> Self {
        Self {
            response: *response,
            error: &[],
            request_id: None,
            code: format!("HTTP status {}", response.status()),
            namespace: None,
            query_code: None,
            message: None,
            format: PhantomData,
        }
    }

    /// The error's code, without namespace and address; `HTTP status 500` where there is none.
    #[inline]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Whether the response says that its error is of this namespace, which tells errors of one
    /// code apart.
    #[inline]
    pub fn is_of(&self, namespace: &str) -> bool {
        self.namespace.as_deref() == Some(namespace)
    }

    /// The error, as why a response that is no success has no output.
    pub fn failure<E: FromFault>(&self) -> Failure<E> {
        let fault = self;
        // needed by: codes of responses without a body
        let fault = &fault.or_without_body(E::WITHOUT_BODY);
        // needed by: regions of redirects
        let fault = &fault.with_region(E::ELSEWHERE);
        let root = match E::ROOTS {
            [] => None,
            roots => F::root(fault.error).filter(|root| roots.contains(&root.as_str())),
        };
        Failure::Service(match root {
            Some(root) => E::from_fault(&fault.called(root)),
            None => E::from_fault(fault),
        })
    }

    // needed by: codes of responses without a body
    /// The same error, with the code that its status stands for where there is no body.
    fn or_without_body(&self, codes: &[(u16, &str)]) -> Self {
        let status = self.response.status();
        let mut codes = codes.iter().filter(|(of, _)| *of == status);
        match codes.next() {
            Some((_, code)) if self.response.body().is_empty() => self.called((*code).to_owned()),
            _ => self.called(self.code.clone()),
        }
    }

    // needed by: regions of redirects
    /// The same error, which tells the region of what was asked for in the wrong one: where the service
    /// points elsewhere, or refuses a request without a word.
    fn with_region(&self, elsewhere: Option<(&str, &str)>) -> Self {
        let mut fault = self.called(self.code.clone());
        let status = self.response.status();
        let is_mute = self.response.body().is_empty();
        if let Some((what, header)) = elsewhere
            && (matches!(status, 300..400) || (status == 400 && is_mute))
            && let Some(region) = self.response.header(header)
        {
            let told = format!("the {what} is in the region `{region}`");
            fault.message = Some(match &self.message {
                Some(message) => format!("{message} ({told})"),
                None => told,
            });
        }
        fault
    }

    /// The same error with this code.
    fn called(&self, code: String) -> Self {
        Self {
            response: self.response,
            error: self.error,
            request_id: self.request_id.clone(),
            code,
            namespace: self.namespace.clone(),
            query_code: self.query_code,
            message: self.message.clone(),
            format: PhantomData,
        }
    }

    /// The error as this shape. Members that cannot be read stay unset: the code alone says
    /// what went wrong, and must not be lost.
    pub fn read<T: DecodeMember + ServiceFault>(&self) -> T {
        let mut fault = T::default();
        wire::members::<F>(self.error, &mut fault);
        fault.complete(&self.told());
        fault
    }

    /// The error as one that the model does not describe.
    #[inline]
    pub fn unhandled(&self) -> Unhandled {
        Unhandled::new(self.told().metadata())
    }

    fn told(&self) -> Told<'_> {
        Told {
            response: self.response.with_request_id(self.request_id.as_deref()),
            // By this do callers know the error, whatever its shape is called now.
            code: self.query_code.unwrap_or(&self.code),
            message: self.message.as_deref(),
        }
    }
}

/// A service that spoke awsQuery once says `Code;Sender` in a header beside the code that tells the
/// shape.
#[inline]
fn query_code<'a>(response: &Response<'a>) -> Option<&'a str> {
    let code = response.header("x-amzn-query-error")?.split(';').next()?;
    Some(code.trim()).filter(|code| !code.is_empty())
}

/// The namespace before a `#`, if there is one, and the code after it, without the address behind
/// a `:`.
#[inline]
fn name(said: &str) -> (Option<&str>, &str) {
    let name = said.split(':').next().unwrap_or(said);
    match name.rsplit_once('#') {
        Some((namespace, code)) => (Some(namespace.trim()), code.trim()),
        None => (None, name.trim()),
    }
}
