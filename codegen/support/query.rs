//! The protocols awsQuery and ec2Query: every call is a `POST /` with a form as its body, and is
//! answered with XML.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>
//! <https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html>

#[cfg(feature = "test-util")]
pub(crate) mod form;
#[cfg(feature = "test-util")]
mod served;

use http::header::{CONTENT_TYPE, HeaderValue};

use super::fault::{Fault, FromFault, Place};
use super::form::{Dialect, Writer};
use super::operation::{
    BuildError, ErrorOf, Failure, Operation, Protocol, Response, Service, UnreadableError,
};
use super::wire::{self, Decode, Encode};
use super::xml::{Xml, envelope};

/// awsQuery
pub struct AwsQuery;

/// ec2Query
pub struct Ec2Query;

impl<O> Protocol<O> for AwsQuery
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode> + Encode,
{
    #[inline]
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        request(Dialect::AwsQuery, input)
    }

    /// The output is inside an element of the answer.
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        if is_error::<O>(response) {
            return Err(Self::fault(response).failure());
        }
        match envelope::query_output(O::NAME, response.body()) {
            Ok((mut output, id)) => {
                identify::<O>(&mut output, &response.with_request_id(id.as_deref()));
                Ok(output)
            }
            Err(error) => {
                let id = envelope::request_id(response.body());
                let response = response.with_request_id(id.as_deref());
                Err(UnreadableError::new(&response, error).into())
            }
        }
    }
}

impl<O> Protocol<O> for Ec2Query
where
    O: Operation<Service: Service<Error: FromFault>, Output: Decode> + Encode,
{
    #[inline]
    fn request(input: &O) -> Result<http::Request<Vec<u8>>, BuildError> {
        request(Dialect::Ec2Query, input)
    }

    /// The output is the answer.
    fn response(response: &Response<'_>) -> Result<O::Output, Failure<ErrorOf<O>>> {
        if is_error::<O>(response) {
            return Err(Self::fault(response).failure());
        }
        let id = envelope::request_id(response.body());
        let response = response.with_request_id(id.as_deref());
        let mut output = wire::output::<Xml, _>(&response)?;
        identify::<O>(&mut output, &response);
        Ok(output)
    }
}

impl AwsQuery {
    /// What an error response says: the `Code` in it is its code, and nothing else is.
    #[inline]
    pub fn fault<'a>(response: &Response<'a>) -> Fault<'a, Xml> {
        Fault::of(response, &[Place::Element])
    }
}

impl Ec2Query {
    /// What an error response says: the `Code` of its first error is its code, and nothing else is.
    #[inline]
    pub fn fault<'a>(response: &Response<'a>) -> Fault<'a, Xml> {
        Fault::of(response, &[Place::Element])
    }
}

fn request<O: Operation + Encode>(
    dialect: Dialect,
    input: &O,
) -> Result<http::Request<Vec<u8>>, BuildError> {
    let mut form = Writer::new(dialect, O::NAME, O::Service::API_VERSION);
    input.encode(&mut form);
    let mut request = http::Request::new(form.finish()?);
    *request.method_mut() = http::Method::POST;
    let media_type = HeaderValue::from_static("application/x-www-form-urlencoded");
    request.headers_mut().insert(CONTENT_TYPE, media_type);
    Ok(request)
}

/// Whether a response is an error: some services answer so with 200, too.
#[inline]
fn is_error<O: Operation>(response: &Response<'_>) -> bool {
    !response.is_success_of::<O>() || envelope::is_error(O::NAME, response.body())
}

/// Tells an output the id of its request.
fn identify<O: Operation>(output: &mut O::Output, response: &Response<'_>) {
    if let Some(field) = O::request_id_field(output) {
        field.fill(response);
    }
}
