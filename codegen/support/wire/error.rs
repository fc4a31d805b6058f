//! What can be wrong with a message, and where.

use std::fmt;

/// What reading gives, or what is wrong with the message.
pub type Result<T = (), E = Error> = std::result::Result<T, E>;

/// A message that cannot be read as what was expected of it.
///
/// It says where and why, never what stood there: the message may hold secrets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Error {
    kind: ErrorKind,
    offset: usize,
}

impl Error {
    /// Something is wrong at this place, in bytes from the start of the message.
    #[inline]
    pub fn new(kind: ErrorKind, offset: usize) -> Self {
        Self { kind, offset }
    }

    /// What is wrong.
    #[inline]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Where in the message, in bytes from its start.
    #[inline]
    pub fn offset(&self) -> usize {
        self.offset
    }
}

impl fmt::Display for Error {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.kind.message(), self.offset)
    }
}

impl std::error::Error for Error {}

/// What is wrong with a message.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
// As wide as an offset: next to a single byte, what is returned in place of an error would be copied in
// odd pieces, which is slow.
#[repr(usize)]
pub enum ErrorKind {
    /// The message ends inside a value.
    UnexpectedEnd,
    /// Something follows the value.
    TrailingText,
    /// A text is not UTF-8.
    InvalidUtf8,
    /// Objects and arrays stand too deep inside one another.
    TooDeep,
    /// Not the start of any value.
    ExpectedValue,
    /// Not an object.
    ExpectedObject,
    /// Not an array.
    ExpectedArray,
    /// Not a string.
    ExpectedString,
    /// Not bytes.
    ExpectedBytes,
    /// Not a timestamp.
    ExpectedTimestamp,
    /// Neither `true` nor `false`.
    ExpectedBoolean,
    /// Not a number, or one that is not written as the format has it.
    ExpectedNumber,
    /// A number with a fraction where only an integer will do.
    ExpectedInteger,
    /// No name of an object's member.
    ExpectedName,
    /// No `:` after the name of an object's member.
    ExpectedColon,
    /// Neither another member nor the end of the object.
    ExpectedCommaOrBrace,
    /// Neither another element nor the end of the array.
    ExpectedCommaOrBracket,
    /// A number too large, or too small, for the type that it is read into.
    NumberOutOfRange,
    /// A control character in a string that is not escaped.
    ControlCharacter,
    /// A backslash with something behind it that makes no escape sequence.
    InvalidEscape,
    /// Half of a UTF-16 surrogate pair.
    LoneSurrogate,
    /// A string that is not base64.
    InvalidBase64,
    /// A string that is not a timestamp in the expected format.
    InvalidTimestamp,
    /// A union with more than one member.
    AmbiguousUnion,
    /// A character that XML does not have.
    ForbiddenCharacter,
    /// A declaration of a document type, of which XML for services has none.
    DocumentType,
    /// A page of HTML, which no service sends, but what stands between it and its callers does.
    Html,
    /// `<!` or `<?` with something behind it that XML does not have there.
    InvalidMarkup,
    /// `--` inside a comment.
    InvalidComment,
    /// No element where the root of a message has to be.
    ExpectedElement,
    /// No name of an element or attribute.
    InvalidName,
    /// An end tag that is not that of the innermost element.
    MismatchedTag,
    /// Neither another attribute nor the end of a tag.
    ExpectedTagEnd,
    /// No `=` and value behind the name of an attribute.
    ExpectedAttributeValue,
    /// An attribute that the tag has already.
    DuplicateAttribute,
    /// An element where only text will do.
    ExpectedText,
    /// `]]>` in text, or `<` in the value of an attribute.
    UnescapedText,
    /// An `&` with something behind it that makes no reference to a character.
    InvalidReference,
}

impl ErrorKind {
    /// What it is, in words.
    #[inline]
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::UnexpectedEnd => "the message ends too early",
            Self::TrailingText => "expected nothing more after the message",
            Self::InvalidUtf8 => "expected UTF-8",
            Self::TooDeep => "expected fewer objects and arrays inside one another",
            Self::ExpectedValue => "expected a value",
            Self::ExpectedObject => "expected an object",
            Self::ExpectedArray => "expected an array",
            Self::ExpectedString => "expected a string",
            Self::ExpectedBytes => "expected bytes",
            Self::ExpectedTimestamp => "expected a timestamp",
            Self::ExpectedBoolean => "expected `true` or `false`",
            Self::ExpectedNumber => "expected a number",
            Self::ExpectedInteger => "expected an integer",
            Self::ExpectedName => "expected the name of a member",
            Self::ExpectedColon => "expected `:`",
            Self::ExpectedCommaOrBrace => "expected `,` or `}`",
            Self::ExpectedCommaOrBracket => "expected `,` or `]`",
            Self::NumberOutOfRange => "expected a number within its type's range",
            Self::ControlCharacter => "expected an escape sequence for a control character",
            Self::InvalidEscape => "expected an escape sequence that JSON has",
            Self::LoneSurrogate => "expected both halves of a surrogate pair",
            Self::InvalidBase64 => "expected base64",
            Self::InvalidTimestamp => "expected a timestamp in another format",
            Self::AmbiguousUnion => "expected only one member in a union",
            Self::ForbiddenCharacter => "expected a character that XML has",
            Self::DocumentType => "expected no document type",
            Self::Html => "expected an answer and no page of HTML",
            Self::InvalidMarkup => "expected an element, a comment or text",
            Self::InvalidComment => "expected no `--` inside a comment",
            Self::ExpectedElement => "expected an element",
            Self::InvalidName => "expected the name of an element or attribute",
            Self::MismatchedTag => "expected the end tag of the innermost element",
            Self::ExpectedTagEnd => "expected another attribute or the end of the tag",
            Self::ExpectedAttributeValue => "expected `=` and a value in quotes",
            Self::DuplicateAttribute => "expected each attribute only once in a tag",
            Self::ExpectedText => "expected text with no element in it",
            Self::UnescapedText => "expected a reference in place of this text",
            Self::InvalidReference => "expected a reference to a character that XML has",
        }
    }
}
