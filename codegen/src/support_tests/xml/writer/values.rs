//! Values that are texts, and what is absent or empty.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};

use super::super::super::wire::everything::{Choice, Color, Everything};
use super::inside;
use crate::support::wire::Unit;

fn nothing() -> Everything {
    Everything::default()
}

#[test]
fn absent_members_are_left_out() {
    assert_eq!(inside(&nothing()), "");
}

#[test]
fn what_is_empty_is_an_empty_element() {
    let empty = Everything {
        string: Some(String::new()),
        blob: Some(Blob::new("")),
        list: Some(Vec::new()),
        map: Some(HashMap::new()),
        again: Some(Box::default()),
        ..nothing()
    };
    assert_eq!(
        inside(&empty),
        "<String></String><Blob></Blob><List></List><Map></Map><Again></Again>"
    );
    assert_eq!(inside(&Unit), "");
}

#[test]
fn a_gap_in_a_list_or_map_is_an_empty_element() {
    let sparse = Everything {
        sparse_list: Some(vec![Some(1), None]),
        sparse_map: Some(HashMap::from([("k".to_owned(), None)])),
        ..nothing()
    };
    assert_eq!(
        inside(&sparse),
        "<SparseList><member>1</member><member></member></SparseList>\
         <SparseMap><entry><key>k</key><value></value></entry></SparseMap>"
    );
}

#[test]
fn numbers_are_their_digits() {
    let numbers = Everything {
        boolean: Some(false),
        byte: Some(-8),
        long: Some(i64::MIN),
        float: Some(0.1),
        double: Some(1.5e300),
        big_integer: "123456789012345678901234567890".parse::<BigInteger>().ok(),
        big_decimal: "-1.5E-400".parse::<BigDecimal>().ok(),
        ..nothing()
    };
    assert_eq!(
        inside(&numbers),
        "<Boolean>false</Boolean><Byte>-8</Byte><Long>-9223372036854775808</Long>\
         <Float>0.1</Float><Double>1.5e300</Double>\
         <BigInteger>123456789012345678901234567890</BigInteger>\
         <BigDecimal>-1.5E-400</BigDecimal>"
    );
}

#[test]
fn floats_that_are_no_numbers_are_words() {
    let of = |float, double| Everything {
        float: Some(float),
        double: Some(double),
        ..nothing()
    };
    assert_eq!(
        inside(&of(f32::NAN, f64::NEG_INFINITY)),
        "<Float>NaN</Float><Double>-Infinity</Double>"
    );
    assert_eq!(
        inside(&of(f32::INFINITY, f64::NAN)),
        "<Float>Infinity</Float><Double>NaN</Double>"
    );
}

#[test]
fn bytes_are_base64() {
    let value = Everything {
        blob: Some(Blob::new("value")),
        ..nothing()
    };
    assert_eq!(inside(&value), "<Blob>dmFsdWU=</Blob>");
}

#[test]
fn timestamps_are_texts_in_their_formats() {
    let moment = DateTime::from_secs(1_398_796_238);
    let value = Everything {
        epoch_seconds: Some(moment),
        timestamp: Some(DateTime::from_millis(1_398_796_238_250)),
        date_time: Some(moment),
        choice: Some(Choice::When(moment)),
        ..nothing()
    };
    assert_eq!(
        inside(&value),
        "<Timestamp>1398796238.25</Timestamp>\
         <Choice><when>Tue, 29 Apr 2014 18:30:38 GMT</when></Choice>\
         <EpochSeconds>1398796238</EpochSeconds><DateTime>2014-04-29T18:30:38Z</DateTime>"
    );
}

#[test]
fn lists_and_maps_nest() {
    let value = Everything {
        map_of_enums: Some(HashMap::from([(Color::Red, vec![Color::Red, Color::Red])])),
        many: Some(vec![
            nothing(),
            Everything {
                string: Some("a".to_owned()),
                ..nothing()
            },
        ]),
        ..nothing()
    };
    assert_eq!(
        inside(&value),
        "<MapOfEnums><entry><key>RED</key>\
         <value><member>RED</member><member>RED</member></value></entry></MapOfEnums>\
         <Many><member></member><member><String>a</String></member></Many>"
    );
}

#[test]
fn white_space_stays_as_it_is() {
    let value = Everything {
        string: Some("  a  b ".to_owned()),
        ..nothing()
    };
    assert_eq!(inside(&value), "<String>  a  b </String>");
}

#[test]
fn characters_that_readers_would_change_are_references() {
    let of = |text: &str| {
        inside(&Everything {
            string: Some(text.to_owned()),
            ..nothing()
        })
    };
    assert_eq!(
        of("<a href=\"x\">&amp;'"),
        "<String>&lt;a href=&quot;x&quot;&gt;&amp;amp;'</String>"
    );
    assert_eq!(
        of("\r\n\t\u{85}\u{2028}"),
        "<String>&#xD;&#xA;&#x9;&#x85;&#x2028;</String>"
    );
    // The same first bytes, other characters.
    let others = "\u{84}\u{7f}\u{2029}\u{20ac}\u{ff5e}\u{fffd}\u{1f600}\u{e9}";
    assert_eq!(of(others), format!("<String>{others}</String>"));
}

#[test]
fn keys_are_escaped_as_texts_are() {
    let value = Everything {
        map: Some(HashMap::from([("<&>".to_owned(), 1)])),
        ..nothing()
    };
    assert_eq!(
        inside(&value),
        "<Map><entry><key>&lt;&amp;&gt;</key><value>1</value></entry></Map>"
    );
}
