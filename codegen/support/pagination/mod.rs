//! Operations that answer page by page: from one page to the next, without a client.

#[cfg(feature = "client")]
mod item_stream;
#[cfg(feature = "client")]
mod paginator;

use std::collections::HashMap;
use std::error::Error as StdError;
use std::fmt;

#[cfg(feature = "client")]
pub use item_stream::ItemStream;
#[cfg(feature = "client")]
pub use paginator::Paginator;

use super::operation::Operation;

/// An operation that answers page by page (`@paginated`).
pub trait Paginated: Operation + Clone {
    /// What says where a page starts.
    type Token: Token;
    /// The field of the input that holds it, which may be an `Option`.
    type TokenField: TokenField<Self::Token>;

    /// The field of the input that says where its page starts, and what an output says of the
    /// page after it.
    fn tokens<'t>(
        &'t mut self,
        output: &'t Self::Output,
    ) -> (&'t mut Self::TokenField, Option<&'t Self::Token>);

    // needed by: pages that say whether they are the last
    /// Whether an output says that no page follows, whatever its token is.
    #[inline]
    fn is_last(_output: &Self::Output) -> bool {
        false
    }

    /// The input that gets the page after this one, the answer to `self`; `None` where there is
    /// none: the output has no token, or an empty one.
    ///
    /// # Errors
    /// Where the service says that the next page starts where this one did.
    fn next_input(&self, output: &Self::Output) -> Result<Option<Self>, RepeatedToken> {
        // needed by: pages that say whether they are the last
        if Self::is_last(output) {
            return Ok(None);
        }
        let mut next = self.clone();
        let (field, token) = next.tokens(output);
        match token {
            Some(token) if field.holds(token) && !token.is_blank() => Err(RepeatedToken),
            Some(token) if !token.is_blank() => {
                field.put(token.clone());
                Ok(Some(next))
            }
            _ => Ok(None),
        }
    }
}

/// An operation whose pages are made of items, as its model says.
#[diagnostic::on_unimplemented(
    message = "the model does not say what the items in a page of `{Self}` are",
    label = "there are pages, and no items",
    note = "an overlay can say it, with `items` in the operation's trait `smithy.api#paginated`; pages are \
            there without `.items()`"
)]
pub trait WithItems: Paginated {
    /// A list, or a map, of which items are pairs of keys and values.
    type Items: IntoIterator<IntoIter: Send, Item: Send> + Send;

    /// The items of a page.
    fn items(output: Self::Output) -> Self::Items;
}

/// The service said that a page starts where the one before it did, so that there would be no end.
///
/// Some services say it where there is nothing more: see `Paginator::until_token_repeats`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepeatedToken;

impl fmt::Display for RepeatedToken {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the token of the next page is that of the page before it")
    }
}

impl StdError for RepeatedToken {}

/// What says where a page starts.
pub trait Token: Clone + PartialEq {
    /// Whether it says nothing, so that there is no such page.
    fn is_blank(&self) -> bool;
}

impl Token for String {
    #[inline]
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<K, V> Token for HashMap<K, V>
where
    Self: Clone + PartialEq,
{
    #[inline]
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! number {
    ($($type:ty)+) => {$(
        impl Token for $type {
            #[inline]
            fn is_blank(&self) -> bool {
                *self == 0
            }
        }
    )+};
}

number!(i8 i16 i32 i64);

/// The field of an input that holds its token, whether it is an `Option` or not.
pub trait TokenField<T> {
    /// Whether it holds this token.
    fn holds(&self, token: &T) -> bool;

    /// Makes it hold this token.
    fn put(&mut self, token: T);
}

impl<T: Token> TokenField<T> for T {
    #[inline]
    fn holds(&self, token: &T) -> bool {
        self == token
    }

    #[inline]
    fn put(&mut self, token: T) {
        *self = token;
    }
}

impl<T: Token> TokenField<T> for Option<T> {
    #[inline]
    fn holds(&self, token: &T) -> bool {
        self.as_ref() == Some(token)
    }

    #[inline]
    fn put(&mut self, token: T) {
        *self = Some(token);
    }
}
