//! Doubles of services, for tests. A closure stands for each operation, and what is tested is what runs:
//! messages are those of the wire, both ways. Requests are told apart and read as the service does it,
//! and what a closure gives is written as the service writes it.
//!
//! Nothing here opens a connection or waits. Clients take a double for what sends their requests.

mod answer;
// needed by: checksums of uploads
pub(crate) mod aws_chunked;
mod call;
#[cfg(feature = "client")]
mod client;
// needed by: defaults of services
mod defaults;
mod error_head;
mod front;
// needed by: events to send
#[cfg(feature = "client")]
mod open;
mod pattern;
pub mod percent_decoded;
mod request;
mod request_ids;
mod respond;
mod route;
#[cfg(feature = "test-server")]
mod server;
mod service_side;
mod teller;
mod unanswered;

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_smithy_types::body::SdkBody;

use super::operation::{ErrorOf, Operation};

use request_ids::RequestIds;

pub use answer::{Answer, request_id_of};
pub use call::Call;
// needed by: defaults of services
pub use defaults::FillDefaults;
pub use error_head::{ErrorHead, NoMembers, TypedError};
pub use request::Request;
pub use respond::{put, respond, respond_with_error, status_of};
pub use route::Route;
#[cfg(feature = "test-server")]
pub use server::Server;
pub use service_side::{Doubled, Errors, Serves, ServiceSide, Written, read_body};
pub use teller::Teller;
pub use unanswered::{Unanswered, UnreadableRequest};

/// A double of the service `S`. Clones are one double: what one of them is given or asked, all know.
///
/// It answers with what closures give, one for each operation that is called. Anything else that it is
/// asked is an error, which says what that was.
pub struct Double<S> {
    shared: Arc<Shared>,
    service: PhantomData<fn() -> S>,
}

#[derive(Default)]
struct Shared {
    closures: Mutex<HashMap<&'static str, Closure>>,
    asked: Mutex<Vec<Asked>>,
    request_ids: RequestIds,
    // needed by: events to send
    /// The operations that are answered while their events come, and whether what is beside these is a message.
    #[cfg(feature = "client")]
    open: Mutex<HashMap<&'static str, bool>>,
}

/// What stands for an operation, whatever that takes and gives.
type Closure = Arc<Mutex<dyn FnMut(&Request, &RequestIds) -> Answered + Send>>;

/// A response, or why there is none.
type Answered = Result<http::Response<SdkBody>, Unanswered>;

/// A request that came, and the operation that it calls, if any.
struct Asked {
    operation: Option<&'static str>,
    request: Arc<Request>,
}

impl<S: Doubled> Double<S> {
    /// One to which no closure has been given.
    pub fn new() -> Self {
        Self {
            shared: Arc::default(),
            service: PhantomData,
        }
    }

    /// The same double, in which this closure stands for the operation whose input it takes. What stood
    /// for it before is forgotten.
    #[inline]
    pub fn on<O>(
        self,
        mut closure: impl FnMut(O) -> Result<O::Output, ErrorOf<O>> + Send + 'static,
    ) -> Self
    where
        O: Operation<Service = S, Protocol: Serves<O>>,
    {
        self.on_call(move |call: Call<O>| closure(call.input).into())
    }

    /// The same with a closure that is given the head and the body of the request too, and that may answer
    /// with any response, or with none.
    pub fn on_call<O>(self, mut closure: impl FnMut(Call<O>) -> Answer<O> + Send + 'static) -> Self
    where
        O: Operation<Service = S, Protocol: Serves<O>>,
    {
        let closure =
            move |request: &Request, ids: &RequestIds| closure(Call::of(request)?).told(ids);
        self.with(O::NAME, closure)
    }

    /// The same double, in which this closure stands for the operation of this name.
    fn with(
        self,
        operation: &'static str,
        closure: impl FnMut(&Request, &RequestIds) -> Answered + Send + 'static,
    ) -> Self {
        let mut closures = lock(&self.shared.closures);
        closures.insert(operation, Arc::new(Mutex::new(closure)));
        drop(closures);
        // needed by: events to send
        #[cfg(feature = "client")]
        lock(&self.shared.open).remove(operation);
        self
    }

    /// The response to a request.
    ///
    /// # Errors
    /// Where no operation has such requests, or no closure stands for the one that has; where the request
    /// cannot be read, or what the closure gives cannot be written.
    #[inline]
    pub fn answer(&self, request: http::Request<Vec<u8>>) -> Answered {
        let (request, operation) = Self::routed(request);
        self.answer_to(request, operation)
    }

    /// The response to a request that is unpacked, and calls this operation.
    fn answer_to(&self, request: Request, operation: Option<&'static str>) -> Answered {
        let request = Arc::new(request);
        lock(&self.shared.asked).push(Asked {
            operation,
            request: request.clone(),
        });
        let Some(operation) = operation else {
            return Err(Unanswered::NoOperation {
                service: S::SDK_ID,
                asked: S::Protocol::asked(&request),
            });
        };
        let closure = lock(&self.shared.closures).get(operation).cloned();
        match closure {
            // Only this closure is locked meanwhile: it may look at the calls, and call others.
            Some(closure) => lock(&closure)(&request, &self.shared.request_ids),
            None => Err(Unanswered::NoClosure {
                service: S::SDK_ID,
                operation,
            }),
        }
    }

    /// The calls of an operation that came so far, in their order, as its closure was given them.
    pub fn calls<O>(&self) -> Vec<Call<O>>
    where
        O: Operation<Service = S, Protocol: Serves<O>>,
    {
        let asked = lock(&self.shared.asked);
        let of_operation = asked.iter().filter(|one| one.operation == Some(O::NAME));
        let calls = of_operation.map(|one| Call::of(&one.request));
        calls.filter_map(Result::ok).collect()
    }

    /// The operations that were called so far, by their names in the model, in the order of the calls.
    #[inline]
    pub fn called(&self) -> Vec<&'static str> {
        let asked = lock(&self.shared.asked);
        asked.iter().filter_map(|one| one.operation).collect()
    }

    /// Forgets the calls that came so far.
    #[inline]
    pub fn forget_calls(&self) {
        lock(&self.shared.asked).clear();
    }
}

/// A closure that panics leaves nothing half done here.
#[inline]
fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<S: Doubled> Default for Double<S> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<S> Clone for Double<S> {
    fn clone(&self) -> Self {
        Self {
            shared: self.shared.clone(),
            service: PhantomData,
        }
    }
}

impl<S: Doubled> fmt::Debug for Double<S> {
    /// Which operations it stands for: closures cannot be told.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let closures = lock(&self.shared.closures);
        let mut operations: Vec<_> = closures.keys().copied().collect();
        operations.sort_unstable();
        f.debug_struct("Double")
            .field("service", &S::SDK_ID)
            .field("operations", &operations)
            .finish_non_exhaustive()
    }
}
