//! The service's side: errors say the codes that they had in awsQuery, beside those of the protocol.

use super::QueryCompatible;
use crate::support::double::{
    Doubled, ErrorHead, Request, Route, Serves, ServiceSide, UnreadableRequest, Written,
};
use crate::support::operation::Operation;
use crate::support::wire::EncodeMembers;

impl<P: ServiceSide> ServiceSide for QueryCompatible<P> {
    #[inline]
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route> {
        P::route(request, operations)
    }

    #[inline]
    fn asked(request: &Request) -> String {
        P::asked(request)
    }

    #[inline]
    fn error<S: Doubled>(head: ErrorHead<'_>, members: &impl EncodeMembers) -> Written {
        P::error::<S>(head, members)
    }
}

impl<O: Operation, P: Serves<O>> Serves<O> for QueryCompatible<P> {
    #[inline]
    fn input(request: &Request) -> Result<O, UnreadableRequest> {
        P::input(request)
    }

    #[inline]
    fn output(output: O::Output) -> Written {
        P::output(output)
    }
}
