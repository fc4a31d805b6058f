//! What members that are bound to paths, queries and headers hold: nothing, one value, or a list.

use std::borrow::Cow;

use aws_smithy_types::DateTime;

use super::super::text::{Text, TextAs};
use super::header;

/// The texts of a member.
#[derive(Clone, Debug, PartialEq)]
pub enum Texts<'v> {
    /// It is not set.
    Absent,
    /// The text of a value.
    One(Cow<'v, str>),
    /// The texts of a list; the flag tells whether those with commas are to be quoted.
    List(Vec<Cow<'v, str>>, bool),
    /// Its form has no text for it.
    OutOfRange,
}

/// What a member holds, as texts.
pub trait Values: Sized {
    /// Its texts.
    fn texts(&self) -> Texts<'_>;

    /// The value of a header, given line by line; `None` where it is not one of this type.
    fn from_lines(lines: &[&str]) -> Option<Self>;

    /// The value of a label, or of parameters of a query, given each by itself; `None` where it is not one
    /// of this type.
    #[cfg(feature = "test-util")]
    #[inline]
    fn from_each(texts: &[&str]) -> Option<Self> {
        Self::from_lines(texts)
    }
}

/// What a member holds, as texts in the form `F`.
pub trait ValuesAs<F>: Sized {
    /// Its texts.
    fn texts_as(&self) -> Texts<'_>;

    /// The value of a header, given line by line; `None` where it is not one of this type.
    fn from_lines_as(lines: &[&str]) -> Option<Self>;

    /// The value of a label, or of parameters of a query, given each by itself; `None` where it is not one
    /// of this type.
    #[cfg(feature = "test-util")]
    #[inline]
    fn from_each_as(texts: &[&str]) -> Option<Self> {
        Self::from_lines_as(texts)
    }
}

impl<T: Text> Values for T {
    #[inline]
    fn texts(&self) -> Texts<'_> {
        Texts::One(self.to_text())
    }

    #[inline]
    fn from_lines(lines: &[&str]) -> Option<Self> {
        T::from_text(lines.first()?)
    }
}

impl<V: Values> Values for Option<V> {
    #[inline]
    fn texts(&self) -> Texts<'_> {
        self.as_ref().map_or(Texts::Absent, V::texts)
    }

    #[inline]
    fn from_lines(lines: &[&str]) -> Option<Self> {
        V::from_lines(lines).map(Some)
    }

    #[cfg(feature = "test-util")]
    #[inline]
    fn from_each(texts: &[&str]) -> Option<Self> {
        V::from_each(texts).map(Some)
    }
}

impl<T: Text> Values for Vec<T> {
    #[inline]
    fn texts(&self) -> Texts<'_> {
        Texts::List(self.iter().map(T::to_text).collect(), true)
    }

    #[inline]
    fn from_lines(lines: &[&str]) -> Option<Self> {
        read_list(lines, 0, T::from_text)
    }

    #[cfg(feature = "test-util")]
    #[inline]
    fn from_each(texts: &[&str]) -> Option<Self> {
        texts.iter().map(|text| T::from_text(text)).collect()
    }
}

impl<T: Text> Values for Vec<Option<T>> {
    /// Gaps are left out.
    #[inline]
    fn texts(&self) -> Texts<'_> {
        Texts::List(self.iter().flatten().map(T::to_text).collect(), true)
    }

    #[inline]
    fn from_lines(lines: &[&str]) -> Option<Self> {
        read_list(lines, 0, |text| T::from_text(text).map(Some))
    }

    #[cfg(feature = "test-util")]
    #[inline]
    fn from_each(texts: &[&str]) -> Option<Self> {
        let read = |text: &&str| T::from_text(text).map(Some);
        texts.iter().map(read).collect()
    }
}

fn read_list<T>(lines: &[&str], commas: usize, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut values = Vec::new();
    for line in lines {
        for element in header::split(line, commas)? {
            values.push(read(&element)?);
        }
    }
    Some(values)
}

impl<F, V: ValuesAs<F>> ValuesAs<F> for Option<V> {
    #[inline]
    fn texts_as(&self) -> Texts<'_> {
        self.as_ref().map_or(Texts::Absent, V::texts_as)
    }

    #[inline]
    fn from_lines_as(lines: &[&str]) -> Option<Self> {
        V::from_lines_as(lines).map(Some)
    }

    #[cfg(feature = "test-util")]
    #[inline]
    fn from_each_as(texts: &[&str]) -> Option<Self> {
        V::from_each_as(texts).map(Some)
    }
}

macro_rules! values_in_forms {
    ($($type:ty),*) => {$(
        impl<F> ValuesAs<F> for $type
        where
            $type: TextAs<F>,
        {
            #[inline]
            fn texts_as(&self) -> Texts<'_> {
                self.to_text_as().map_or(Texts::OutOfRange, Texts::One)
            }

            #[inline]
            fn from_lines_as(lines: &[&str]) -> Option<Self> {
                <$type>::from_text_as(lines.first()?)
            }
        }

        impl<F> ValuesAs<F> for Vec<$type>
        where
            $type: TextAs<F>,
        {
            #[inline]
            fn texts_as(&self) -> Texts<'_> {
                let texts: Option<_> = self.iter().map(<$type>::to_text_as).collect();
                texts.map_or(Texts::OutOfRange, |texts| Texts::List(texts, false))
            }

            #[inline]
            fn from_lines_as(lines: &[&str]) -> Option<Self> {
                read_list(lines, <$type>::COMMAS, <$type>::from_text_as)
            }

            #[cfg(feature = "test-util")]
            #[inline]
            fn from_each_as(texts: &[&str]) -> Option<Self> {
                texts.iter().map(|text| <$type>::from_text_as(text)).collect()
            }
        }

        impl<F> ValuesAs<F> for Vec<Option<$type>>
        where
            $type: TextAs<F>,
        {
            /// Gaps are left out.
            #[inline]
            fn texts_as(&self) -> Texts<'_> {
                let texts: Option<_> = self.iter().flatten().map(<$type>::to_text_as).collect();
                texts.map_or(Texts::OutOfRange, |texts| Texts::List(texts, false))
            }

            #[inline]
            fn from_lines_as(lines: &[&str]) -> Option<Self> {
                let read = |text: &str| <$type>::from_text_as(text).map(Some);
                read_list(lines, <$type>::COMMAS, read)
            }

            #[cfg(feature = "test-util")]
            #[inline]
            fn from_each_as(texts: &[&str]) -> Option<Self> {
                let read = |text: &&str| <$type>::from_text_as(text).map(Some);
                texts.iter().map(read).collect()
            }
        }
    )*};
}

values_in_forms!(DateTime, String);
