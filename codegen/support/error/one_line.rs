//! Texts of others within our own: what a server says must not pass for what we say, nor move the
//! cursor of whoever reads it.

use std::fmt::{self, Write as _};

/// A text of others in one line: control characters, those that turn the direction of writing
/// among them, are shown as escape sequences, and what is beyond a length is left out.
pub(crate) struct OneLine<'a> {
    text: &'a str,
    /// How many characters are shown.
    most: usize,
}

impl<'a> OneLine<'a> {
    /// A text that is a part of others: 2,000 characters of it, which the longest messages of AWS
    /// do not reach.
    #[inline]
    pub(crate) fn part(text: &'a str) -> Self {
        Self { text, most: 2_000 }
    }

    /// A text that is made of several.
    #[inline]
    pub(crate) fn whole(text: &'a str) -> Self {
        Self { text, most: 8_000 }
    }
}

impl fmt::Display for OneLine<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = 0;
        for character in self.text.chars().take(self.most) {
            shown += character.len_utf8();
            if is_control(character) {
                character.escape_default().fmt(f)?;
            } else {
                f.write_char(character)?;
            }
        }
        match self.text.len() - shown {
            0 => Ok(()),
            more => write!(f, "… ({more} bytes more)"),
        }
    }
}

/// Whether a character moves the cursor, ends a line, or turns the direction of what follows.
#[inline]
fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}
