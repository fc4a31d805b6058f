//! Percent-encoding, the other way round.
//!
//! <https://www.rfc-editor.org/rfc/rfc3986#section-2.1>

/// The text that has been encoded as this; `None` where it is not UTF-8.
#[inline]
pub fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        rest = behind;
        let escaped = match (byte, behind) {
            (b'%', [high, low, behind @ ..]) => {
                digit(*high).zip(digit(*low)).map(|digits| (digits, behind))
            }
            _ => None,
        };
        bytes.push(match escaped {
            Some(((high, low), behind)) => {
                rest = behind;
                high << 4 | low
            }
            None => *byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[inline]
fn digit(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

/// The name and the value of each of these parameters, as a query or a form has them: a plus is a space.
/// `None` where one of them is not UTF-8.
#[inline]
pub fn parameters(text: &str) -> Option<Vec<(String, String)>> {
    let parameters = text.split('&').filter(|parameter| !parameter.is_empty());
    let read = parameters.map(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let of = |text: &str| decoded(&text.replace('+', " "));
        Some((of(name)?, of(value)?))
    });
    read.collect()
}
