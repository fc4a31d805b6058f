//! Decimal numbers as texts, such as `-1.5e3`.

/// A number, as it is written: its digits, times ten to the power of the exponent.
#[derive(Clone, Copy, Debug)]
pub struct Decimal<'a> {
    is_negative: bool,
    /// A point may be among them.
    digits: &'a str,
    /// What they are without the point, unless they are too many.
    value: Option<u64>,
    exponent: i64,
}

/// Every number of so many digits is a `u64`.
const DIGITS: usize = 19;

impl<'a> Decimal<'a> {
    /// The number of a text; `None` where it is none. It may begin with a plus sign, or with zeros,
    /// for readers that do not mind.
    #[inline]
    pub fn parse(text: &'a str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (mut value, mut point, mut end) = (0_u64, None, 0);
        for byte in unsigned.bytes() {
            match byte {
                b'0'..=b'9' => value = value.wrapping_mul(10).wrapping_add(u64::from(byte - b'0')),
                b'.' if end > 0 && point.is_none() => point = Some(end),
                b'e' | b'E' => break,
                _ => return None,
            }
            end += 1;
        }
        let (digits, rest) = unsigned.split_at(end);
        let fraction = point.map_or(0, |point| end - point - 1);
        if end == 0 || point == Some(end - 1) {
            return None;
        }
        let exponent = if rest.is_empty() {
            0
        } else {
            read_exponent(&rest[1..])?
        };
        Some(Self {
            is_negative: text.starts_with('-'),
            digits,
            value: (end <= DIGITS).then_some(value),
            exponent: exponent.saturating_sub(i64::try_from(fraction).ok()?),
        })
    }

    /// The number times ten to the power of `places`, without what is then left of a fraction,
    /// and whether nothing was left. `None` where that is too large.
    #[inline]
    pub fn scaled(&self, places: i64) -> Option<(i128, bool)> {
        let shift = self.exponent.saturating_add(places);
        let power = u32::try_from(shift.unsigned_abs()).ok();
        let power = power.and_then(|shift| 10_u64.checked_pow(shift));
        let (size, is_exact) = match (self.value, power) {
            (Some(value), Some(power)) if shift < 0 => {
                (i128::from(value / power), value % power == 0)
            }
            (Some(value), Some(power)) => (i128::from(value) * i128::from(power), true),
            _ => self.shifted(shift)?,
        };
        Some((if self.is_negative { -size } else { size }, is_exact))
    }

    /// The digits with so many more zeros, or so many fewer digits.
    #[cold]
    #[inline]
    fn shifted(&self, shift: i64) -> Option<(i128, bool)> {
        let digits = self.digits.bytes().filter(u8::is_ascii_digit);
        let count = i64::try_from(digits.clone().count()).ok()?;
        let mut missing = count.saturating_add(shift);
        let (mut size, mut is_exact): (i128, bool) = (0, true);
        for digit in digits {
            if missing <= 0 {
                is_exact &= digit == b'0';
                continue;
            }
            size = size.checked_mul(10)?.checked_add((digit - b'0').into())?;
            missing -= 1;
        }
        // Zero stays zero whatever it is multiplied with, and anything else overflows soon.
        while size != 0 && missing > 0 {
            size = size.checked_mul(10)?;
            missing -= 1;
        }
        Some((size, is_exact))
    }
}

#[inline]
fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // Only the size of a number that is out of any range is lost here.
    let size = digits.parse().unwrap_or(i64::MAX);
    Some(if text.starts_with('-') { -size } else { size })
}
