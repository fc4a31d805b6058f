//! The formats of timestamps: one reader and one writer for each, wherever the timestamp stands: in
//! a body, a header, a query, a path, or a model.
//!
//! <https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait>

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

use super::decimal;

/// A format of timestamps.
pub trait TimestampFormat {
    /// How many commas there are in each text.
    const COMMAS: usize = 0;

    /// The text of a moment; `None` where the format has none for it.
    fn write(moment: &DateTime) -> Option<String>;

    /// The moment of a text, around which may be white space; `None` where it is not in this format,
    /// or no moment that a `DateTime` can be.
    fn read(text: &str) -> Option<DateTime>;
}

/// `date-time`: RFC 3339, such as `2019-12-16T23:48:18.52Z`.
///
/// It is written in UTC, for the years 1 to 9999, with as many digits of a fraction as it takes, and
/// six at most: what is finer is cut off.
#[derive(Clone, Copy, Debug)]
pub struct DateTimeFormat;

/// `http-date`: what HTTP calls the preferred format, such as `Mon, 16 Dec 2019 23:48:18 GMT`.
///
/// It is written for the years 1 to 9999, without a fraction, which is cut off.
#[derive(Clone, Copy, Debug)]
pub struct HttpDate;

/// `epoch-seconds`: a number of seconds since 1970, such as `1576540098.52`.
///
/// It is written with as many digits of a fraction as it takes.
#[derive(Clone, Copy, Debug)]
pub struct EpochSeconds;

impl TimestampFormat for DateTimeFormat {
    #[inline]
    fn write(moment: &DateTime) -> Option<String> {
        moment.fmt(Format::DateTime).ok()
    }

    /// Takes an offset from UTC, which services are not to send but some do, and a fraction of any
    /// length, of which nine digits are kept.
    ///
    /// A leap second, which may be where a month ends in UTC, is the second after it. So does POSIX
    /// count, and with it every `epoch-seconds`; what is written again for it is a moment that
    /// everybody knows, where the last nanosecond of the minute would be a fraction that nobody has
    /// sent, and would come before moments that it follows.
    #[inline]
    fn read(text: &str) -> Option<DateTime> {
        let text = text.trim();
        let moment = DateTime::from_str(text, Format::DateTimeWithOffset).ok()?;
        match text.get(17..19) {
            Some("60") => after_leap_second(text),
            _ => Some(moment),
        }
    }
}

/// The moment that a leap second is: a second after the one before it.
#[cold]
#[inline]
fn after_leap_second(text: &str) -> Option<DateTime> {
    let before = format!("{}59{}", text.get(..17)?, text.get(19..)?);
    let mut moment = DateTime::from_str(&before, Format::DateTimeWithOffset).ok()?;
    moment.set_seconds(moment.secs().checked_add(1)?);
    Some(moment)
}

impl TimestampFormat for HttpDate {
    const COMMAS: usize = 1;

    #[inline]
    fn write(moment: &DateTime) -> Option<String> {
        moment.fmt(Format::HttpDate).ok()
    }

    /// Takes a day of one digit, and a fraction of any length, as a `date-time` has it, and a leap
    /// second too. The name of the day is not compared with the date. The formats that HTTP calls
    /// obsolete are not read: Smithy does not have them, and one has a year of two digits.
    #[inline]
    fn read(text: &str) -> Option<DateTime> {
        let (_, date) = text.trim().strip_suffix(" GMT")?.split_once(',')?;
        let mut parts = date.strip_prefix(' ')?.split(' ');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let time = parts.next().filter(|_| parts.next().is_none())?;
        let month = match month {
            "Jan" => "-01-",
            "Feb" => "-02-",
            "Mar" => "-03-",
            "Apr" => "-04-",
            "May" => "-05-",
            "Jun" => "-06-",
            "Jul" => "-07-",
            "Aug" => "-08-",
            "Sep" => "-09-",
            "Oct" => "-10-",
            "Nov" => "-11-",
            "Dec" => "-12-",
            _ => return None,
        };
        let zero = if day.len() == 1 { "0" } else { "" };
        DateTimeFormat::read(&[year, month, zero, day, "T", time, "Z"].concat())
    }
}

impl TimestampFormat for EpochSeconds {
    #[inline]
    fn write(moment: &DateTime) -> Option<String> {
        moment.fmt(Format::EpochSeconds).ok()
    }

    /// Takes an exponent, and a fraction of any length, of which nine digits are kept.
    #[inline]
    fn read(text: &str) -> Option<DateTime> {
        let (nanoseconds, _) = decimal::scaled(text.trim(), 9)?;
        DateTime::from_nanos(nanoseconds).ok()
    }
}
