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
    /// The input that gets the page after this one, the answer to `self`; `None` where there is
    /// none.
    ///
    /// # Errors
    /// Where the service says that the next page starts where this one did.
    fn next_input(&self, output: &Self::Output) -> Result<Option<Self>, RepeatedToken>;
}

/// An operation whose pages are made of items, as its model says.
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

/// The input of the page that starts with this token; `None` where no token says that there is
/// one.
///
/// # Errors
/// Where the input has this token already.
#[inline]
pub fn next_input<O: Clone, T: Token, F: TokenField<T>>(
    input: &O,
    token: Option<&T>,
    field: fn(&mut O) -> &mut F,
) -> Result<Option<O>, RepeatedToken> {
    let Some(token) = token.filter(|token| !token.is_blank()) else {
        return Ok(None);
    };
    let mut next = input.clone();
    let field = field(&mut next);
    if field.holds(token) {
        return Err(RepeatedToken);
    }
    field.put(token.clone());
    Ok(Some(next))
}
