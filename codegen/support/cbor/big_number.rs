//! Integers of any size, between the bytes that they are in a message and the digits that they are
//! for callers.

/// How many bytes an integer may have, 8,192 bits: digits take as much work as the square of that.
pub(super) const MAX_BYTES: usize = 1_024;

/// No integer of so many bytes has more digits.
const MAX_DIGITS: usize = 2_467;

/// The digits of a big integer with these bytes, the most significant first; `None` where they are too
/// many. Of a negative one they are of `-1 - n`.
#[inline]
pub(super) fn digits(bytes: &[u8], is_negative: bool) -> Option<String> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let mut limbs = converted(bytes.iter().copied(), 256, 1_000_000_000);
    if is_negative {
        let carry = limbs.iter_mut().all(|limb| {
            *limb = (*limb + 1) % 1_000_000_000;
            *limb == 0
        });
        if carry {
            limbs.push(1);
        }
    }
    let mut digits = String::from(if is_negative { "-" } else { "" });
    match limbs.pop() {
        Some(first) => digits += &first.to_string(),
        None => digits += "0",
    }
    for limb in limbs.iter().rev() {
        digits += &format!("{limb:09}");
    }
    Some(digits)
}

/// The bytes of digits, of which there is one that is not 0, as [`digits`] reads them.
#[inline]
pub(super) fn bytes(digits: &str, is_negative: bool) -> Option<Vec<u8>> {
    if digits.len() > MAX_DIGITS {
        return None;
    }
    let mut limbs = converted(digits.bytes().map(|digit| digit - b'0'), 10, 1 << 32);
    if is_negative {
        // Down to the first that is not 0.
        _ = limbs.iter_mut().all(|limb| {
            let borrows = *limb == 0;
            *limb = limb.wrapping_sub(1);
            borrows
        });
    }
    let bytes = limbs.iter().rev().flat_map(|limb| limb.to_be_bytes());
    let bytes: Vec<u8> = bytes.skip_while(|byte| *byte == 0).collect();
    (bytes.len() <= MAX_BYTES).then_some(bytes)
}

/// The digits of a number in another base, the least significant first.
#[inline]
fn converted(digits: impl Iterator<Item = u8>, from: u64, to: u64) -> Vec<u32> {
    let mut limbs: Vec<u32> = Vec::new();
    for digit in digits {
        let mut carry = u64::from(digit);
        for limb in &mut limbs {
            carry += u64::from(*limb) * from;
            *limb = (carry % to) as u32;
            carry /= to;
        }
        if carry > 0 {
            limbs.push(carry as u32);
        }
    }
    limbs
}

/// So many places behind the point are written out, with zeros where there are no digits.
const MAX_PLACES: u64 = 64;

/// The text of the number that these digits are, times ten to the power of `exponent`.
#[inline]
pub(super) fn decimal(digits: &str, exponent: i64) -> String {
    let places = exponent.unsigned_abs();
    if exponent == 0 {
        return digits.to_owned();
    }
    if exponent > 0 || places > MAX_PLACES {
        return format!("{digits}e{exponent}");
    }
    let (sign, digits) = digits.split_at(usize::from(digits.starts_with('-')));
    let places = places as usize;
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    format!("{sign}{whole}.{fraction}")
}
