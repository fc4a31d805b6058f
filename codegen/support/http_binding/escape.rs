//! Percent-encoding: what stands for characters that a URI has other uses for.
//!
//! <https://www.rfc-editor.org/rfc/rfc3986#section-2.3>

/// Adds a text to a URI, all but letters, digits, `-`, `.`, `_` and `~` encoded. A `/` stays where
/// `keep_slashes` says so.
#[inline]
pub(super) fn escape(text: &str, keep_slashes: bool, uri: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        let is_plain = byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'.' | b'_' | b'~')
            || (keep_slashes && byte == b'/');
        if is_plain {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.push(char::from(DIGITS[usize::from(byte >> 4)]));
            uri.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}
