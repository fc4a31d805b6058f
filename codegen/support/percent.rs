//! Percent-encoding: what stands for characters that URIs and forms have other uses for.
//!
//! <https://www.rfc-editor.org/rfc/rfc3986#section-2.3>

/// Adds a text to a URI or a form, all but letters, digits, `-`, `.`, `_` and `~` encoded. A `/`
/// stays where `keep_slashes` says so.
#[inline]
pub fn encode(text: &str, keep_slashes: bool, encoded: &mut Vec<u8>) {
    if keep_slashes && text.contains('/') {
        let mut separator: &[u8] = b"";
        for segment in text.split('/') {
            encoded.extend_from_slice(separator);
            encode(segment, false, encoded);
            separator = b"/";
        }
        return;
    }
    for part in text.as_bytes().chunks(PART) {
        // Each code is written whole, and the next one over what is not of it: what of a text is to
        // be encoded is not foreseen by any processor.
        let mut codes = [0; PART * 3 + 1];
        let mut end = 0;
        for byte in part {
            let code = CODES[usize::from(*byte)];
            codes[end..end + 4].copy_from_slice(&code);
            end += usize::from(code[3]);
        }
        encoded.extend_from_slice(&codes[..end]);
    }
}

/// So many bytes are encoded at once.
const PART: usize = 32;

/// What stands for each byte, and of how many bytes that is.
static CODES: [[u8; 4]; 256] = {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut codes = [[0; 4]; 256];
    let mut byte = 0;
    while byte < 256 {
        codes[byte] = match byte as u8 {
            plain @ (b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~') => {
                [plain, 0, 0, 1]
            }
            _ => [b'%', DIGITS[byte >> 4], DIGITS[byte & 15], 3],
        };
        byte += 1;
    }
    codes
};
