//! A value with something of everything.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, Number};

use super::everything::{Choice, Color, Everything};

/// It has a member of each kind, and another of itself in each place where that can be.
pub fn something_of_everything() -> Everything {
    let moment = DateTime::from_millis(1_576_540_098_520);
    let inner = Everything {
        string: Some("a \"quote\", a \\, a \u{1f600} and \0".to_owned()),
        boolean: Some(true),
        byte: Some(-8),
        short: Some(16),
        integer: Some(-32),
        long: Some(i64::MIN),
        float: Some(0.1),
        double: Some(1.5e300),
        big_integer: "123456789012345678901234567890".parse::<BigInteger>().ok(),
        big_decimal: "-1.5E-400".parse::<BigDecimal>().ok(),
        blob: Some(Blob::new("some bytes")),
        document: Some(Document::Array(vec![
            Document::Null,
            Document::Bool(false),
            Document::Number(Number::Float(2.5)),
        ])),
        timestamp: Some(moment),
        color: Some(Color::Unknown("MAUVE".to_owned())),
        list: Some(vec![String::new(), "\u{e9}".to_owned()]),
        sparse_list: Some(vec![Some(1), None]),
        map: Some(HashMap::from([("\n".to_owned(), 1)])),
        sparse_map: Some(HashMap::from([(String::new(), None)])),
        map_of_enums: Some(HashMap::from([(Color::Red, vec![Color::Red])])),
        choice: Some(Choice::Nested(Box::new(Choice::Text("t".to_owned())))),
        again: None,
        many: None,
        map_of_many: None,
        epoch_seconds: Some(moment),
        date_time: Some(moment),
        http_dates: Some(HashMap::from([(
            "a".to_owned(),
            vec![DateTime::from_secs(0)],
        )])),
    };
    Everything {
        again: Some(Box::new(inner.clone())),
        map_of_many: Some(HashMap::from([
            ("none".to_owned(), None),
            ("some".to_owned(), Some(inner.clone())),
        ])),
        many: Some(vec![inner, Everything::default()]),
        ..Everything::default()
    }
}
