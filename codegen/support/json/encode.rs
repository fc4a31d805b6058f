//! Writing the simple types, and what lists, maps and options are made of.

use std::collections::HashMap;

use aws_smithy_types::Blob;

use super::{Encode, EncodeAs, Writer};

impl Encode for String {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Encode for bool {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.boolean(*self);
    }
}

macro_rules! encode_integer {
    ($($integer:ty),*) => {$(
        impl Encode for $integer {
            #[inline]
            fn encode(&self, w: &mut Writer) {
                w.integer(i64::from(*self));
            }
        }
    )*};
}

encode_integer!(i8, i16, i32, i64);

macro_rules! encode_float {
    ($($float:ty),*) => {$(
        impl Encode for $float {
            /// As few digits as give the same number again.
            #[inline]
            fn encode(&self, w: &mut Writer) {
                if self.is_finite() {
                    // Unlike `Display`, `Debug` does not write out a hundred zeros.
                    w.number(format_args!("{self:?}"));
                } else if self.is_nan() {
                    w.string("NaN");
                } else if *self > 0.0 {
                    w.string("Infinity");
                } else {
                    w.string("-Infinity");
                }
            }
        }
    )*};
}

encode_float!(f32, f64);

impl Encode for Blob {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.string(&aws_smithy_types::base64::encode(self));
    }
}

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        match self {
            Some(value) => value.encode(w),
            None => w.null(),
        }
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Option<T> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        match self {
            Some(value) => value.encode_as(w),
            None => w.null(),
        }
    }
}

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        // A box holds a shape inside itself: here a value that is too deep must come to an end.
        if !w.has_failed() {
            (**self).encode(w);
        }
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Box<T> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        if !w.has_failed() {
            (**self).encode_as(w);
        }
    }
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.list(self, T::encode);
    }
}

impl<F, T: EncodeAs<F>> EncodeAs<F> for Vec<T> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        w.list(self, T::encode_as);
    }
}

impl<K: AsRef<str>, V: Encode> Encode for HashMap<K, V> {
    #[inline]
    fn encode(&self, w: &mut Writer) {
        w.map(self, V::encode);
    }
}

impl<F, K: AsRef<str>, V: EncodeAs<F>> EncodeAs<F> for HashMap<K, V> {
    #[inline]
    fn encode_as(&self, w: &mut Writer) {
        w.map(self, V::encode_as);
    }
}
