//! The service's side of the made-up service of tides: the path of a request is its operation.

use crate::support::double::{
    Doubled, ErrorHead, Errors, NoMembers, Request, Route, Serves, ServiceSide, Teller,
    UnreadableRequest, Written, respond, respond_with_error,
};
use crate::support::wire::EncodeMembers;
use crate::support_tests::client::tide::{PlainText, ReadTide, Tide, TideError, TideTable};

impl Doubled for TideTable {
    type Protocol = PlainText;
    const OPERATIONS: &'static [Route] = &[Route::named("ReadTide")];
}

impl Errors for TideError {
    fn tell<S: Doubled>(&self, to: Teller<S>) -> Written {
        to.tell_as(ErrorHead::of_unhandled(self), &NoMembers)
    }
}

impl ServiceSide for PlainText {
    fn route(request: &mut Request, operations: &'static [Route]) -> Option<&'static Route> {
        Route::find(operations, request.path().strip_prefix('/')?)
    }

    fn error<S: Doubled>(head: ErrorHead<'_>, _: &impl EncodeMembers) -> Written {
        let id = head.request_id().unwrap_or("no id");
        let text = format!("{}: {} ({id})", head.code, head.message.unwrap_or_default());
        respond_with_error(head, "text/plain", text.into_bytes())
    }
}

impl Serves<ReadTide> for PlainText {
    fn input(request: &Request) -> Result<ReadTide, UnreadableRequest> {
        let harbour = str::from_utf8(&request.body).map_err(UnreadableRequest::new)?;
        Ok(ReadTide::at(harbour))
    }

    fn output(Tide(height): Tide) -> Written {
        respond(200, "text/plain", height.to_string().into_bytes())
    }
}
