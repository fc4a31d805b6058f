//! What is in pages, as a stream.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::paginator::collected;
use super::{Paginator, WithItems};
use crate::support::client::CallError;
use crate::support::operation::ErrorOf;

/// What is in the pages of an operation, one item after the other. It is a [`Stream`] that ends
/// with the last item or with the first error.
#[must_use = "items are not fetched before they are asked for"]
pub struct ItemStream<O: WithItems> {
    pages: Paginator<O>,
    /// What is left of the page that has been fetched.
    items: Option<<O::Items as IntoIterator>::IntoIter>,
}

/// An item of a page.
type Item<O> = <<O as WithItems>::Items as IntoIterator>::Item;

/// An item, or why there is none.
type Found<O> = Result<Item<O>, CallError<ErrorOf<O>>>;

impl<O: WithItems> ItemStream<O> {
    #[inline]
    pub(super) fn new(pages: Paginator<O>) -> Self {
        Self { pages, items: None }
    }

    /// The next item; `None` after the last one, and after an error.
    ///
    /// # Errors
    /// Those of [`Paginator::next`].
    #[inline]
    pub async fn next(&mut self) -> Option<Found<O>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// All items, in a collection of any type.
    ///
    /// # Errors
    /// The first that [`next`](Self::next) gives.
    #[inline]
    pub fn try_collect<C>(mut self) -> impl Future<Output = Result<C, CallError<ErrorOf<O>>>>
    where
        C: Default + Extend<Item<O>>,
    {
        collected(move |context| self.poll(context))
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Found<O>>> {
        loop {
            if let Some(item) = self.items.as_mut().and_then(Iterator::next) {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => self.items = Some(O::items(page).into_iter()),
            }
        }
    }
}

/// Nothing in it is pinned: calls are in boxes of their own.
impl<O: WithItems> Unpin for ItemStream<O> {}

impl<O: WithItems> Stream for ItemStream<O> {
    type Item = Found<O>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<O: WithItems> fmt::Debug for ItemStream<O> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ItemStream").field(&O::NAME).finish()
    }
}
