//! What stands in XML for characters that it has other uses for, or that readers would take for
//! others.
//!
//! <https://www.w3.org/TR/xml/#charsets>

/// Adds a text to content, or to the value of an attribute between double quotes. Says whether it
/// could: there are characters that no document of XML can have, and no reference to them either.
///
/// Ends of lines are references, since readers make all of them line feeds, and blanks of attributes.
#[inline]
pub(super) fn write(xml: &mut Vec<u8>, text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        let special = rest.iter().position(may_be_special);
        let (plain, from) = rest.split_at(special.unwrap_or(rest.len()));
        xml.extend_from_slice(plain);
        let (reference, length): (&[u8], usize) = match from {
            [] => return true,
            [b'&', ..] => (b"&amp;", 1),
            [b'<', ..] => (b"&lt;", 1),
            [b'>', ..] => (b"&gt;", 1),
            [b'"', ..] => (b"&quot;", 1),
            [b'\t', ..] => (b"&#x9;", 1),
            [b'\n', ..] => (b"&#xA;", 1),
            [b'\r', ..] => (b"&#xD;", 1),
            // U+0085 and U+2028
            [0xC2, 0x85, ..] => (b"&#x85;", 2),
            [0xE2, 0x80, 0xA8, ..] => (b"&#x2028;", 3),
            // U+FFFE and U+FFFF
            [0..0x20, ..] | [0xEF, 0xBF, 0xBE | 0xBF, ..] => return false,
            [other, ..] => (std::slice::from_ref(other), 1),
        };
        xml.extend_from_slice(reference);
        rest = &from[length..];
    }
}

/// Whether a byte is a character that does not stand for itself, or the first one of some of which
/// one does not.
#[inline]
fn may_be_special(byte: &u8) -> bool {
    matches!(
        byte,
        0..0x20 | b'"' | b'&' | b'<' | b'>' | 0xC2 | 0xE2 | 0xEF
    )
}
