//! Cuts a text into tokens, one at a time. Blanks, line breaks and comments are tokens too, since where they may
//! stand differs from place to place.
//!
//! <https://smithy.io/2.0/spec/idl.html#smithy-idl-abnf>

use super::syntax::Span;

/// The kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Blanks and tabs.
    Space,
    /// LF, CRLF, or CR alone.
    LineBreak,
    Comma,
    /// `// ..`, with the line break.
    Comment,
    /// `/// ..`, with the line break.
    Doc,
    Identifier,
    Number,
    /// Quoted.
    Text,
    /// Between `"""`.
    TextBlock,
    At,
    Colon,
    /// `:=`.
    Walrus,
    Dot,
    Pound,
    Dollar,
    Equal,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    OpenParenthesis,
    CloseParenthesis,
    End,
    /// What begins no token, or a token that is broken.
    Broken(Broken),
}

/// Why something is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    Character,
    Slash,
    Underscores,
    UnclosedText,
    UnclosedTextBlock,
    FractionWithoutDigits,
    ExponentWithoutDigits,
}

/// A token, and where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// A text on the way to its end.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The next token; at the end, and behind it, [`Kind::End`].
    pub(super) fn next(&mut self) -> Token {
        let start = self.at;
        let kind = self.kind();
        Token {
            kind,
            span: Span {
                start,
                end: self.at,
            },
        }
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    /// Goes on while bytes are of a kind.
    fn skip(&mut self, is: impl Fn(u8) -> bool) {
        let rest = &self.bytes()[self.at..];
        self.at += rest.iter().take_while(|byte| is(**byte)).count();
    }

    /// Goes over these bytes, if they are next.
    fn take(&mut self, bytes: &[u8]) -> bool {
        let is_next = self.bytes()[self.at..].starts_with(bytes);
        if is_next {
            self.at += bytes.len();
        }
        is_next
    }

    fn kind(&mut self) -> Kind {
        let Some(first) = self.peek() else {
            return Kind::End;
        };
        if first.is_ascii_alphabetic() || first == b'_' {
            return self.identifier();
        }
        if first.is_ascii_digit() || first == b'-' {
            return self.number();
        }
        self.at += 1;
        match first {
            b' ' | b'\t' => {
                self.skip(|byte| byte == b' ' || byte == b'\t');
                Kind::Space
            }
            b'\n' => Kind::LineBreak,
            b'\r' => {
                self.take(b"\n");
                Kind::LineBreak
            }
            b',' => Kind::Comma,
            b'/' => self.comment(),
            b'"' => self.text(),
            b'@' => Kind::At,
            b':' if self.take(b"=") => Kind::Walrus,
            b':' => Kind::Colon,
            b'.' => Kind::Dot,
            b'#' => Kind::Pound,
            b'$' => Kind::Dollar,
            b'=' => Kind::Equal,
            b'{' => Kind::OpenBrace,
            b'}' => Kind::CloseBrace,
            b'[' => Kind::OpenBracket,
            b']' => Kind::CloseBracket,
            b'(' => Kind::OpenParenthesis,
            b')' => Kind::CloseParenthesis,
            _ => {
                self.at = self.text.ceil_char_boundary(self.at);
                Kind::Broken(Broken::Character)
            }
        }
    }

    fn identifier(&mut self) -> Kind {
        self.skip(|byte| byte == b'_');
        let after_underscores = self.at;
        self.skip(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if self.at == after_underscores {
            return Kind::Broken(Broken::Underscores);
        }
        Kind::Identifier
    }

    /// A number ends where it ends: `007` is one, and so is the `1` of `1a`.
    fn number(&mut self) -> Kind {
        self.take(b"-");
        let has_digits = |lexer: &mut Self| {
            let start = lexer.at;
            lexer.skip(|byte| byte.is_ascii_digit());
            lexer.at > start
        };
        if !has_digits(self) {
            return Kind::Broken(Broken::Character);
        }
        if self.take(b".") && !has_digits(self) {
            return Kind::Broken(Broken::FractionWithoutDigits);
        }
        if self.take(b"e") || self.take(b"E") {
            let _sign = self.take(b"+") || self.take(b"-");
            if !has_digits(self) {
                return Kind::Broken(Broken::ExponentWithoutDigits);
            }
        }
        Kind::Number
    }

    fn comment(&mut self) -> Kind {
        if !self.take(b"/") {
            return Kind::Broken(Broken::Slash);
        }
        let kind = if self.take(b"/") {
            Kind::Doc
        } else {
            Kind::Comment
        };
        self.skip(|byte| byte != b'\n' && byte != b'\r');
        if !self.take(b"\r\n") && !self.take(b"\n") {
            self.take(b"\r");
        }
        kind
    }

    /// A text from behind its first quotation mark.
    fn text(&mut self) -> Kind {
        if self.take(b"\"\"") {
            return self.text_block();
        }
        loop {
            self.skip(is_plain);
            match self.peek() {
                Some(b'\\') => self.skip_escape(),
                Some(_) => {
                    self.at += 1;
                    return Kind::Text;
                }
                None => return Kind::Broken(Broken::UnclosedText),
            }
        }
    }

    fn text_block(&mut self) -> Kind {
        loop {
            self.skip(is_plain);
            match self.peek() {
                Some(b'\\') => self.skip_escape(),
                Some(_) if self.take(b"\"\"\"") => return Kind::TextBlock,
                Some(_) => self.at += 1,
                None => return Kind::Broken(Broken::UnclosedTextBlock),
            }
        }
    }

    /// Goes over a backslash, and what it escapes.
    fn skip_escape(&mut self) {
        self.at += 1;
        if self.at < self.text.len() {
            self.at = self.text.ceil_char_boundary(self.at + 1);
        }
    }
}

/// Whether a byte of a text neither ends it nor escapes another.
fn is_plain(byte: u8) -> bool {
    byte != b'"' && byte != b'\\'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        let mut lexer = Lexer::new(text);
        let tokens = std::iter::from_fn(|| Some(lexer.next().kind));
        tokens.take_while(|kind| *kind != Kind::End).collect()
    }

    #[test]
    fn a_number_ends_where_it_ends() {
        assert_eq!(kinds("007"), [Kind::Number]);
        assert_eq!(kinds("1a"), [Kind::Number, Kind::Identifier]);
        assert_eq!(kinds("-1.5e+3"), [Kind::Number]);
        for (text, broken) in [
            ("1.", Broken::FractionWithoutDigits),
            ("1.0e+", Broken::ExponentWithoutDigits),
            ("-", Broken::Character),
        ] {
            assert_eq!(kinds(text), [Kind::Broken(broken)], "{text}");
        }
    }

    #[test]
    fn every_line_break_is_one() {
        assert_eq!(kinds("\n\r\n\r"), [Kind::LineBreak; 3]);
        assert_eq!(kinds("// a\r\n/// b"), [Kind::Comment, Kind::Doc]);
    }

    #[test]
    fn a_text_ends_at_the_first_quotation_mark_that_nothing_escapes() {
        assert_eq!(kinds(r#""a\"b""c""#), [Kind::Text, Kind::Text]);
        assert_eq!(kinds("\"\"\"a \"b\" \\\"\"\"\""), [Kind::TextBlock]);
        assert_eq!(kinds(r#""ä\ä"#), [Kind::Broken(Broken::UnclosedText)]);
        assert_eq!(kinds("\"\"\"\\"), [Kind::Broken(Broken::UnclosedTextBlock)]);
    }

    #[test]
    fn a_name_is_more_than_underscores() {
        assert_eq!(kinds("_1"), [Kind::Identifier]);
        assert_eq!(kinds("__"), [Kind::Broken(Broken::Underscores)]);
        assert_eq!(kinds("Ä"), [Kind::Broken(Broken::Character)]);
    }
}
