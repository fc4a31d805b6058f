//! Decimal numbers as texts, such as `-1.5e3`.

/// A number of so many digits takes no more of them.
const FULL: i128 = 1_000_000_000_000_000_000_000_000_000_000_000_000;

/// The number of a text times ten to the power of `places`, without what is then left of a fraction,
/// and whether nothing was left. `None` where the text is no number, or where that has 38 digits or
/// more. The text may begin with a plus sign, or with zeros, for readers that do not mind.
#[inline]
pub fn scaled(text: &str, places: i64) -> Option<(i128, bool)> {
    let (is_negative, text) = sign(text.as_bytes());
    let (mut size, mut is_exact) = (0_i128, true);
    let (mut shift, mut point, mut end) = (places, None, 0);
    while let Some(byte) = text.get(end) {
        match byte {
            b'0'..=b'9' if size < FULL => {
                size = size * 10 + i128::from(byte - b'0');
                shift -= i64::from(point.is_some());
            }
            b'0'..=b'9' => {
                is_exact = is_exact && *byte == b'0';
                shift += i64::from(point.is_none());
            }
            b'.' if end > 0 && point.is_none() => point = Some(end),
            b'e' | b'E' => {
                shift = shift.saturating_add(exponent(&text[end + 1..])?);
                break;
            }
            _ => return None,
        }
        end += 1;
    }
    if end == 0 || point == Some(end - 1) {
        return None;
    }
    let power = u32::try_from(shift.unsigned_abs()).unwrap_or(u32::MAX);
    let (size, is_exact) = match 10_i128.checked_pow(power) {
        _ if size == 0 => (0, true),
        Some(power) if shift < 0 => (size / power, is_exact && size % power == 0),
        None if shift < 0 => (0, false),
        Some(power) if shift == 0 || size < FULL => (size.checked_mul(power)?, is_exact),
        _ => return None,
    };
    Some((if is_negative { -size } else { size }, is_exact))
}

/// The exponent that stands behind an `e`.
#[inline]
fn exponent(text: &[u8]) -> Option<i64> {
    let (is_negative, digits) = sign(text);
    let mut size = 0_i64;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        // Only the size of a number that is out of any range is lost here.
        size = size
            .saturating_mul(10)
            .saturating_add((digit - b'0').into());
    }
    (!digits.is_empty()).then_some(if is_negative { -size } else { size })
}

/// Whether a text begins with a minus sign, and what follows its sign.
#[inline]
fn sign(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    }
}
