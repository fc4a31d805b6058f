//! The service's side of the protocols.

use super::{AwsQuery, Ec2Query, form};
use crate::support::double::{
    Doubled, ErrorHead, Request, Route, Serves, ServiceSide, UnreadableRequest, Written,
    request_id_of, respond, respond_with_error,
};
use crate::support::form::Dialect;
use crate::support::operation::Operation;
use crate::support::wire::{self, Decode, Encode, EncodeMembers};
use crate::support::xml::{Reader, told};

/// The media types of answers.
const XML: &str = "text/xml";
const EC2_XML: &str = "text/xml;charset=UTF-8";

impl ServiceSide for AwsQuery {
    #[inline]
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route> {
        route(request, operations)
    }

    #[inline]
    fn asked(request: &Request) -> String {
        asked(request)
    }

    #[inline]
    fn error<S: Doubled>(head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written {
        let body = told::wrapped_error(&head, members)?;
        respond_with_error(head, XML, body)
    }
}

impl ServiceSide for Ec2Query {
    #[inline]
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route> {
        route(request, operations)
    }

    #[inline]
    fn asked(request: &Request) -> String {
        asked(request)
    }

    #[inline]
    fn error<S: Doubled>(head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written {
        let body = told::listed_error(&head, members)?;
        respond_with_error(head, EC2_XML, body)
    }
}

impl<O> Serves<O> for AwsQuery
where
    O: Operation<Service: Doubled, Output: Encode> + Decode,
{
    #[inline]
    fn input(request: &Request) -> Result<O, UnreadableRequest> {
        input(request, Dialect::AwsQuery)
    }

    /// The output is in an element of the answer, beside the request's id.
    fn output(mut output: O::Output) -> Written {
        let id = request_id_of::<O>(&mut output);
        if !Route::of::<O>().has_output {
            return respond(O::SUCCESS, XML, told::empty_answer(O::NAME, id.as_deref())?);
        }
        let namespace = O::Service::XML_NAMESPACE;
        respond(
            O::SUCCESS,
            XML,
            told::answer(O::NAME, namespace, &output, id.as_deref())?,
        )
    }
}

impl<O> Serves<O> for Ec2Query
where
    O: Operation<Service: Doubled, Output: EncodeMembers> + Decode,
{
    #[inline]
    fn input(request: &Request) -> Result<O, UnreadableRequest> {
        input(request, Dialect::Ec2Query)
    }

    /// The output is the answer, with the request's id among its members.
    fn output(mut output: O::Output) -> Written {
        let id = request_id_of::<O>(&mut output);
        let namespace = O::Service::XML_NAMESPACE;
        respond(
            O::SUCCESS,
            EC2_XML,
            told::flat_answer(O::NAME, namespace, &output, id.as_deref())?,
        )
    }
}

/// The operation is the parameter `Action` of the form.
#[inline]
fn route(request: &Request, operations: &'static [Route]) -> Option<&'static Route> {
    Route::find(operations, &form::action(&request.body)?)
}

#[inline]
fn asked(request: &Request) -> String {
    match form::action(&request.body) {
        Some(action) => format!("Action={action}"),
        None => "a form without Action, or one that is not UTF-8".to_owned(),
    }
}

fn input<O: Decode>(request: &Request, dialect: Dialect) -> Result<O, UnreadableRequest> {
    let document = form::to_xml(&request.body, dialect)?;
    let read = || {
        let mut reader = Reader::of_form(&document)?;
        let input = O::decode(&mut reader)?;
        reader.end()?;
        Ok(input)
    };
    read().map_err(|error: wire::Error| UnreadableRequest::new(error))
}
