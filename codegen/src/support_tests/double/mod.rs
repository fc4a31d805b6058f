//! Doubles, as far as they know no service: which operation a request calls, what is undone of bodies
//! before they are read, and what comes before an operation.

mod bodies;
mod front;
mod routes;
mod served_tide;

use crate::support::double::Request;

fn request(method: &str, uri: &str, headers: &[(&str, &str)]) -> Request {
    let mut request = http::Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    Request::new(request.body(Vec::new()).expect("a request"))
}
