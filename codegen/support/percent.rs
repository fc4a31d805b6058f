//! Percent-encoding: what stands for characters that URIs and forms have other uses for.
//!
//! <https://www.rfc-editor.org/rfc/rfc3986#section-2.3>

/// Adds a text to a URI or a form, all but letters, digits, `-`, `.`, `_` and `~` encoded. A `/`
/// stays where `keep_slashes` says so.
#[inline]
pub fn encode(text: &str, keep_slashes: bool, encoded: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut rest = text.as_bytes();
    loop {
        let plain = rest.iter().position(|byte| {
            let is_plain = matches!(
                byte,
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~'
            );
            !(is_plain || (keep_slashes && *byte == b'/'))
        });
        let (plain, from) = rest.split_at(plain.unwrap_or(rest.len()));
        encoded.extend_from_slice(plain);
        let Some((byte, behind)) = from.split_first() else {
            return;
        };
        let (high, low) = (usize::from(byte >> 4), usize::from(byte & 15));
        encoded.extend_from_slice(&[b'%', DIGITS[high], DIGITS[low]]);
        rest = behind;
    }
}
