//! Decimal numbers as texts, such as `-1.5e3`.

/// A number, as it is written.
#[derive(Clone, Copy, Debug)]
pub struct Decimal<'a> {
    is_negative: bool,
    /// Its digits before and behind the point.
    whole: &'a str,
    fraction: &'a str,
    exponent: i64,
}

impl<'a> Decimal<'a> {
    /// The number of a text; `None` where it is none. It may begin with a plus sign, or with zeros,
    /// for readers that do not mind.
    #[inline]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, read_exponent(exponent)?),
            None => (text, 0),
        };
        let unsigned = number.strip_prefix(['-', '+']).unwrap_or(number);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) => (whole, are_digits(fraction).then_some(fraction)?),
            None => (unsigned, ""),
        };
        are_digits(whole).then_some(Self {
            is_negative: number.starts_with('-'),
            whole,
            fraction,
            exponent,
        })
    }

    /// The number times ten to the power of `places`, without what is then left of a fraction,
    /// and whether nothing was left. `None` where that is too large.
    #[inline]
    pub fn scaled(&self, places: i64) -> Option<(i128, bool)> {
        let digits_before_point = i64::try_from(self.whole.len())
            .ok()?
            .saturating_add(self.exponent)
            .saturating_add(places);
        let mut missing = usize::try_from(digits_before_point).unwrap_or(0);
        let (mut value, mut is_exact): (i128, bool) = (0, true);
        for part in [self.whole, self.fraction] {
            for digit in part.bytes() {
                if missing == 0 {
                    is_exact &= digit == b'0';
                    continue;
                }
                value = value
                    .checked_mul(10)?
                    .checked_add(i128::from(digit - b'0'))?;
                missing -= 1;
            }
        }
        // Zero stays zero whatever it is multiplied with, and anything else overflows soon.
        if value != 0 {
            for _ in 0..missing {
                value = value.checked_mul(10)?;
            }
        }
        Some((if self.is_negative { -value } else { value }, is_exact))
    }
}

#[inline]
fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !are_digits(digits) {
        return None;
    }
    // Only the size of a number that is out of any range is lost here.
    let size = digits.parse().unwrap_or(i64::MAX);
    Some(if text.starts_with('-') { -size } else { size })
}

/// Whether there is one digit or more, and nothing else.
#[inline]
fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
