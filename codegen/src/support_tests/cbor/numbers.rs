//! Integers and floats of all widths.

use super::{read, refusal, write};
use crate::support::wire::ErrorKind;

#[test]
fn integers_take_as_few_bytes_as_they_can() {
    let cases = [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (255, "18ff"),
        (256, "190100"),
        (65_535, "19ffff"),
        (65_536, "1a00010000"),
        (4_294_967_295, "1affffffff"),
        (4_294_967_296, "1b0000000100000000"),
        (i64::MAX, "1b7fffffffffffffff"),
        (-1, "20"),
        (-24, "37"),
        (-25, "3818"),
        (-256, "38ff"),
        (-257, "390100"),
        (i64::MIN, "3b7fffffffffffffff"),
    ];
    for (value, message) in cases {
        assert_eq!(write(&value), message);
        assert_eq!(read(message), Ok(value));
    }
}

#[test]
fn integers_are_read_from_any_width() {
    for message in ["07", "1807", "190007", "1a00000007", "1b0000000000000007"] {
        assert_eq!(read(message), Ok(7_i8), "{message}");
        assert_eq!(read(message), Ok(7_i64), "{message}");
    }
    for message in ["26", "3806", "390006", "3a00000006", "3b0000000000000006"] {
        assert_eq!(read(message), Ok(-7_i8), "{message}");
    }
}

#[test]
fn integers_beyond_the_limits_are_refused_where_they_start() {
    let refused = (ErrorKind::NumberOutOfRange, 1);
    assert_eq!(refusal::<Vec<i8>>("81 1880"), refused);
    assert_eq!(refusal::<Vec<i8>>("81 3880"), refused);
    assert_eq!(refusal::<Vec<i16>>("81 198000"), refused);
    assert_eq!(refusal::<Vec<i32>>("81 1a80000000"), refused);
    assert_eq!(refusal::<Vec<i64>>("81 1b8000000000000000"), refused);
    assert_eq!(refusal::<Vec<i64>>("81 3b8000000000000000"), refused);
    assert_eq!(refusal::<Vec<i64>>("81 3bffffffffffffffff"), refused);
}

#[test]
fn integers_may_come_as_floats_without_a_fraction() {
    assert_eq!(read("f93c00"), Ok(1_i8));
    assert_eq!(read("fac0000000"), Ok(-2_i32));
    assert_eq!(read("fbc3e0000000000000"), Ok(i64::MIN));
    assert_eq!(read("f98000"), Ok(0_i64));
    let not_whole = (ErrorKind::ExpectedInteger, 0);
    for message in ["f93e00", "fb3ff8000000000000", "f97e00", "f97c00"] {
        assert_eq!(refusal::<i64>(message), not_whole, "{message}");
    }
    let too_large = (ErrorKind::NumberOutOfRange, 0);
    assert_eq!(refusal::<i64>("fb43e0000000000000"), too_large);
    assert_eq!(refusal::<i64>("fb7fefffffffffffff"), too_large);
    assert_eq!(refusal::<i8>("fa43000000"), too_large);
}

#[test]
fn what_is_no_number_is_refused() {
    for message in ["61 31", "41 01", "80", "a0", "f4", "f6"] {
        let refused = (ErrorKind::ExpectedNumber, 0);
        assert_eq!(refusal::<i64>(message), refused, "{message}");
        assert_eq!(refusal::<f32>(message), refused, "{message}");
        assert_eq!(refusal::<f64>(message), refused, "{message}");
    }
    let refused = (ErrorKind::ExpectedBoolean, 0);
    assert_eq!(refusal::<bool>("01"), refused);
    assert_eq!(refusal::<bool>("f6"), refused);
    assert_eq!((read("f4"), read("f5")), (Ok(false), Ok(true)));
}

#[test]
fn floats_are_sent_as_wide_as_their_types() {
    assert_eq!(write(&1.5_f32), "fa3fc00000");
    assert_eq!(write(&1.5_f64), "fb3ff8000000000000");
    assert_eq!(write(&f32::NEG_INFINITY), "faff800000");
    assert_eq!(write(&f64::INFINITY), "fb7ff0000000000000");
    assert_eq!(write(&f64::NAN), "fb7ff8000000000000");
    assert_eq!(write(&-0.0_f64), "fb8000000000000000");
}

#[test]
fn floats_are_read_from_any_width() {
    for message in ["f93e00", "fa3fc00000", "fb3ff8000000000000"] {
        assert_eq!(read(message), Ok(1.5_f32), "{message}");
        assert_eq!(read(message), Ok(1.5_f64), "{message}");
    }
    for message in ["f97e00", "fa7fc00000", "fb7ff8000000000000"] {
        assert!(read::<f32>(message).is_ok_and(f32::is_nan), "{message}");
        assert!(read::<f64>(message).is_ok_and(f64::is_nan), "{message}");
    }
    for message in ["f9fc00", "faff800000", "fbfff0000000000000"] {
        assert_eq!(read(message), Ok(f32::NEG_INFINITY), "{message}");
        assert_eq!(read(message), Ok(f64::NEG_INFINITY), "{message}");
    }
}

#[test]
fn every_half_float_is_what_others_read() {
    for bits in 0..=u16::MAX {
        let message = format!("f9{bits:04x}");
        let theirs: f64 = ciborium::from_reader(&super::bytes(&message)[..]).expect("a float");
        let ours: f64 = read(&message).expect("a float");
        let are_equal = ours.to_bits() == theirs.to_bits() || ours.is_nan() && theirs.is_nan();
        assert!(are_equal, "{message}: {ours} and {theirs}");
    }
}

#[test]
fn floats_may_come_as_integers() {
    assert_eq!(read("01"), Ok(1.0_f32));
    assert_eq!(read("20"), Ok(-1.0_f64));
    assert_eq!(
        read("1bffffffffffffffff"),
        Ok(18_446_744_073_709_551_615_f64)
    );
    assert_eq!(
        read("3bffffffffffffffff"),
        Ok(-18_446_744_073_709_551_616_f32)
    );
}

#[test]
fn a_double_becomes_the_nearest_float_unless_it_is_too_large() {
    assert_eq!(read("fb3fb999999999999a"), Ok(0.1_f32));
    assert_eq!(read("fb0000000000000001"), Ok(0.0_f32));
    assert_eq!(read("fb47efffffe0000000"), Ok(f32::MAX));
    let refused = (ErrorKind::NumberOutOfRange, 0);
    assert_eq!(refusal::<f32>("fb47f0000000000000"), refused);
}
