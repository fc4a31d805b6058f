//! Pages as a stream.

use std::fmt;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::{ItemStream, Paginated, RepeatedToken, WithItems};
use crate::support::client::{CallError, Client, Settings};
use crate::support::operation::{ErrorOf, Operation, Service};

/// What a call of an operation gives.
type Page<O> = Result<<O as Operation>::Output, CallError<ErrorOf<O>>>;

/// A call under way: the input, which the next one is made of, and what it gives.
type Turning<O> = Pin<Box<dyn Future<Output = (O, Page<O>)> + Send>>;

/// The pages of an operation, one call for each. It is a [`Stream`] that ends with the last page
/// or with the first error, and holds on to the client by itself.
///
/// Nothing is called before it is asked for: [`next`](Self::next) gives a page,
/// [`try_collect`](Self::try_collect) all of them, and [`items`](Self::items) goes through what
/// is in them.
#[must_use = "pages are not fetched before they are asked for"]
pub struct Paginator<O: Paginated> {
    client: Client<O::Service>,
    settings: Option<Settings>,
    until_token_repeats: bool,
    state: State<O>,
}

enum State<O: Operation> {
    /// The next page is that of this input.
    Next(O),
    /// It has been asked for.
    Turning(Turning<O>),
    /// What should be the next page is the one before.
    Repeated(RepeatedToken),
    /// There is none.
    Over,
}

impl<O: Paginated> Paginator<O> {
    fn new(client: Client<O::Service>, input: O) -> Self {
        Self {
            client,
            settings: None,
            until_token_repeats: false,
            state: State::Next(input),
        }
    }

    /// Calls with other settings than the client's.
    #[inline]
    pub fn with_settings(mut self, settings: Settings) -> Self {
        self.settings = Some(settings);
        self
    }

    /// Takes a page that is said to be followed by itself for the last one. Else it is followed
    /// by an error, since it would be fetched for ever; yet some services have no other way to
    /// say that there is nothing more for now.
    #[inline]
    pub fn until_token_repeats(mut self) -> Self {
        self.until_token_repeats = true;
        self
    }

    /// The next page; `None` after the last one, and after an error.
    ///
    /// # Errors
    /// Those of the call, or [`CallError::Construction`] where the next page would be the same
    /// again.
    #[inline]
    pub async fn next(&mut self) -> Option<Page<O>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// All pages, in a collection of any type.
    ///
    /// # Errors
    /// The first that [`next`](Self::next) gives.
    #[inline]
    pub fn try_collect<C>(mut self) -> impl Future<Output = Result<C, CallError<ErrorOf<O>>>>
    where
        C: Default + Extend<O::Output>,
    {
        collected(move |context| self.poll(context))
    }

    /// What is in the pages, one item after the other.
    #[inline]
    pub fn items(self) -> ItemStream<O>
    where
        O: WithItems,
    {
        ItemStream::new(self)
    }

    fn call(&self, input: O) -> Turning<O> {
        let (client, settings) = (self.client.clone(), self.settings.clone());
        Box::pin(async move {
            let call = client.call(input.clone());
            let page = match &settings {
                None => call.await,
                Some(settings) => call.with_settings(settings).await,
            };
            (input, page)
        })
    }

    /// What comes after a page.
    fn after(&self, input: &O, output: &O::Output) -> State<O> {
        match input.next_input(output) {
            Ok(Some(next)) => State::Next(next),
            Err(error) if !self.until_token_repeats => State::Repeated(error),
            Ok(None) | Err(_) => State::Over,
        }
    }

    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Page<O>>> {
        loop {
            // A panic on the way, or an error, is the end.
            match mem::replace(&mut self.state, State::Over) {
                State::Next(input) => self.state = State::Turning(self.call(input)),
                State::Turning(mut call) => {
                    let Poll::Ready((input, page)) = call.as_mut().poll(context) else {
                        self.state = State::Turning(call);
                        return Poll::Pending;
                    };
                    if let Ok(output) = &page {
                        self.state = self.after(&input, output);
                    }
                    return Poll::Ready(Some(page));
                }
                State::Repeated(error) => {
                    return Poll::Ready(Some(Err(CallError::Construction(error.into()))));
                }
                State::Over => return Poll::Ready(None),
            }
        }
    }
}

/// Nothing in it is pinned: calls are in boxes of their own.
impl<O: Paginated> Unpin for Paginator<O> {}

impl<O: Paginated> Stream for Paginator<O> {
    type Item = Page<O>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<O: Paginated> fmt::Debug for Paginator<O> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Paginator").field(&O::NAME).finish()
    }
}

/// All that a stream gives.
///
/// # Errors
/// The first that it gives.
pub(super) async fn collected<T, E, C: Default + Extend<T>>(
    mut poll: impl FnMut(&mut Context<'_>) -> Poll<Option<Result<T, E>>>,
) -> Result<C, E> {
    let mut all = C::default();
    while let Some(found) = poll_fn(&mut poll).await {
        all.extend([found?]);
    }
    Ok(all)
}

impl<S: Service> Client<S> {
    /// The pages of an operation, beginning with the one that this input asks for.
    #[inline]
    pub fn paginate<O: Paginated<Service = S>>(&self, input: O) -> Paginator<O> {
        Paginator::new(self.clone(), input)
    }
}
