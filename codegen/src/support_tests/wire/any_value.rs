//! Any value of the types in `everything`.

use aws_smithy_types::{BigInteger, Blob, DateTime, Document, Number};
use proptest::collection::{hash_map, vec};
use proptest::option::of;
use proptest::prelude::*;

use super::everything::{Choice, Color, Everything};

/// Seconds of the years 1 to 9999, which every format can say.
const SECONDS: std::ops::Range<i64> = -62_135_596_800..253_402_300_800;

fn moment(nanoseconds: impl Strategy<Value = u32>) -> impl Strategy<Value = DateTime> {
    (SECONDS, nanoseconds)
        .prop_map(|(seconds, nanos)| DateTime::from_secs_and_nanos(seconds, nanos))
}

/// In documents the other floats are strings, and stay so.
fn finite() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("finite", |value| value.is_finite())
}

fn color() -> impl Strategy<Value = Color> {
    any::<String>().prop_map(Color::from)
}

fn choice() -> impl Strategy<Value = Choice> {
    let leaf = prop_oneof![
        any::<String>().prop_map(Choice::Text),
        moment(Just(0)).prop_map(Choice::When),
    ];
    leaf.prop_recursive(4, 4, 1, |inner| {
        inner.prop_map(|choice| Choice::Nested(Box::new(choice)))
    })
}

pub fn document() -> impl Strategy<Value = Document> {
    let leaf = prop_oneof![
        Just(Document::Null),
        any::<bool>().prop_map(Document::Bool),
        any::<String>().prop_map(Document::String),
        any::<u64>().prop_map(|value| Document::Number(Number::PosInt(value))),
        (i64::MIN..0).prop_map(|value| Document::Number(Number::NegInt(value))),
        finite().prop_map(|value| Document::Number(Number::Float(value))),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Document::Array),
            hash_map(any::<String>(), inner, 0..6).prop_map(Document::Object),
        ]
    })
}

prop_compose! {
    fn scalars()(
        string in of(any::<String>()),
        boolean in of(any::<bool>()),
        byte in of(any::<i8>()),
        short in of(any::<i16>()),
        integer in of(any::<i32>()),
        long in of(any::<i64>()),
        float in of(any::<f32>()),
        double in of(any::<f64>()),
        big_integer in of("-?(0|[1-9][0-9]{0,40})"),
        big_decimal in of("-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?"),
        blob in of(vec(any::<u8>(), 0..40)),
    ) -> Everything {
        Everything {
            string, boolean, byte, short, integer, long, float, double,
            big_integer: big_integer.map(|text| text.parse().expect("a big integer")),
            big_decimal: big_decimal.map(|text| text.parse().expect("a big decimal")),
            blob: blob.map(Blob::new),
            ..Everything::default()
        }
    }
}

prop_compose! {
    fn everything()(
        scalars in scalars(),
        document in of(document()),
        timestamp in of(moment(0..1_000_000_000_u32)),
        date_time in of(moment((0..1_000_000_u32).prop_map(|micros| micros * 1_000))),
        http_dates in of(hash_map(any::<String>(), vec(moment(Just(0)), 0..4), 0..4)),
        color in of(color()),
        list in of(vec(any::<String>(), 0..6)),
        sparse_list in of(vec(of(any::<i32>()), 0..6)),
        map in of(hash_map(any::<String>(), any::<i64>(), 0..6)),
        sparse_map in of(hash_map(any::<String>(), of(any::<String>()), 0..6)),
        map_of_enums in of(hash_map(color(), vec(color(), 0..4), 0..4)),
        choice in of(choice()),
    ) -> Everything {
        Everything {
            // A null as a member is no document.
            document: document.filter(|document| *document != Document::Null),
            timestamp,
            epoch_seconds: timestamp,
            date_time, http_dates, color, list, sparse_list, map, sparse_map, map_of_enums, choice,
            ..scalars
        }
    }
}

prop_compose! {
    pub fn nested()(
        outer in everything(),
        again in of(everything()),
        many in of(vec(everything(), 0..3)),
    ) -> Everything {
        Everything { again: again.map(Box::new), many, ..outer }
    }
}

/// Any value of which nothing is finer than every format can say: moments have milliseconds, and a zero
/// no sign.
pub fn coarse() -> impl Strategy<Value = Everything> {
    nested().prop_map(coarsened)
}

fn coarsened(value: Everything) -> Everything {
    let milliseconds = |moment: DateTime| {
        let nanoseconds = moment.subsec_nanos() / 1_000_000 * 1_000_000;
        DateTime::from_secs_and_nanos(moment.secs(), nanoseconds)
    };
    let zero = |integer: BigInteger| match integer.as_ref() {
        "-0" => BigInteger::default(),
        _ => integer,
    };
    Everything {
        big_integer: value.big_integer.map(zero),
        timestamp: value.timestamp.map(milliseconds),
        epoch_seconds: value.epoch_seconds.map(milliseconds),
        date_time: value.date_time.map(milliseconds),
        again: value.again.map(|inner| Box::new(coarsened(*inner))),
        many: value
            .many
            .map(|values| values.into_iter().map(coarsened).collect()),
        ..value
    }
}
