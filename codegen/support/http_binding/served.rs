//! The service's side of HTTP bindings: members of an input are read from the path, the query and the
//! headers of a request, and members of an output become headers and the status of a response. Headers
//! and bodies are read as those of responses are, and written as those of requests.

use std::collections::HashMap;
use std::hash::Hash;

use http::HeaderMap;

use super::request::Request;
use super::values::{Values, ValuesAs};
use crate::support::double::{self, UnreadableRequest, Written, status_of};
use crate::support::operation::{BuildError, Operation};

/// What the model binds members of an operation to, on the service's side.
pub trait ServedBindings: Operation {
    /// Reads a request that calls the operation.
    ///
    /// # Errors
    /// Where it is not what the model says.
    fn read(request: &double::Request) -> Result<Self, UnreadableRequest>;

    /// The response with an output, but for the body that is a stream.
    ///
    /// # Errors
    /// Where a member's value cannot be sent.
    fn write(output: &Self::Output) -> Written;
}

/// A response in the making, as what writes the headers and bodies of requests takes it.
#[inline]
pub fn message() -> Request {
    Request::new("POST", "/")
}

/// The response of this status with the headers and the body of a message.
///
/// # Errors
/// Where the message or the status cannot be sent.
#[inline]
pub fn respond(status: u16, message: Result<http::Request<Vec<u8>>, BuildError>) -> Written {
    let (head, body) = message?.into_parts();
    let mut response = http::Response::new(body);
    *response.status_mut() = status_of(status)?;
    *response.headers_mut() = head.headers;
    Ok(response)
}

/// The headers of a message.
///
/// # Errors
/// Where one of them cannot be sent.
#[inline]
pub fn headers(message: Request) -> Result<HeaderMap, BuildError> {
    Ok(message.empty()?.into_parts().0.headers)
}

/// The status that a member says, or this where it says none.
pub fn status_or(default: u16, member: &impl Values) -> u16 {
    match member.texts() {
        super::Texts::One(status) => status.parse().unwrap_or(default),
        _ => default,
    }
}

/// Reads the text of a label, the one at this place in the path, into its member.
///
/// # Errors
/// Where the text is not one of the member's type.
#[inline]
pub fn label(
    request: &double::Request,
    place: usize,
    member: &mut impl Values,
) -> Result<(), UnreadableRequest> {
    read_label(request, place, member, Values::from_each)
}

/// Like [`label()`], with a text in the form `F`.
///
/// # Errors
/// Where the text is not one of the member's type.
#[inline]
pub fn label_as<F>(
    request: &double::Request,
    place: usize,
    member: &mut impl ValuesAs<F>,
) -> Result<(), UnreadableRequest> {
    read_label(request, place, member, ValuesAs::from_each_as)
}

fn read_label<V>(
    request: &double::Request,
    place: usize,
    member: &mut V,
    read: impl Fn(&[&str]) -> Option<V>,
) -> Result<(), UnreadableRequest> {
    let label = request.labels.get(place).map(String::as_str);
    match label.and_then(|label| read(&[label])) {
        Some(value) => {
            *member = value;
            Ok(())
        }
        None => Err(UnreadableRequest::new(
            "a label of the path has a value of another type than the model's",
        )),
    }
}

/// Reads the parameters of the query that have this name into their member. Where there is none the member
/// stays as it is.
///
/// # Errors
/// Where a value is not one of the member's type.
#[inline]
pub fn query(
    request: &double::Request,
    name: &str,
    member: &mut impl Values,
) -> Result<(), UnreadableRequest> {
    read_query(request, name, member, Values::from_each)
}

/// Like [`query()`], with values in the form `F`.
///
/// # Errors
/// Where a value is not one of the member's type.
#[inline]
pub fn query_as<F>(
    request: &double::Request,
    name: &str,
    member: &mut impl ValuesAs<F>,
) -> Result<(), UnreadableRequest> {
    read_query(request, name, member, ValuesAs::from_each_as)
}

fn read_query<V>(
    request: &double::Request,
    name: &str,
    member: &mut V,
    read: impl Fn(&[&str]) -> Option<V>,
) -> Result<(), UnreadableRequest> {
    let values = request.query(name);
    if values.is_empty() {
        return Ok(());
    }
    *member = read(&values).ok_or_else(|| of_another_type(name))?;
    Ok(())
}

/// Reads all parameters of the query into a map, those too that other members are.
///
/// # Errors
/// Where a value is not one of the map's type.
pub fn query_params(
    request: &double::Request,
    member: &mut impl Parameters,
) -> Result<(), UnreadableRequest> {
    for (name, _) in request.parameters() {
        let added = member.add(name, &request.query(name));
        added.ok_or_else(|| of_another_type(name))?;
    }
    Ok(())
}

#[cold]
#[inline]
fn of_another_type(parameter: &str) -> UnreadableRequest {
    UnreadableRequest::new(format!(
        "the parameter `{parameter}` has a value of another type than the model's"
    ))
}

/// A map of parameters.
pub trait Parameters {
    /// Adds the values that the query has under a name; `None` where they are not of the map's type.
    fn add(&mut self, name: &str, values: &[&str]) -> Option<()>;
}

impl<K: From<String> + Eq + Hash, V: Values> Parameters for HashMap<K, V> {
    #[inline]
    fn add(&mut self, name: &str, values: &[&str]) -> Option<()> {
        self.insert(K::from(name.to_owned()), V::from_each(values)?);
        Some(())
    }
}

impl<M: Parameters + Default> Parameters for Option<M> {
    #[inline]
    fn add(&mut self, name: &str, values: &[&str]) -> Option<()> {
        self.get_or_insert_default().add(name, values)
    }
}
