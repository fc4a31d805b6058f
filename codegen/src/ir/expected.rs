//! What tests expect, and how they compare what they find with it.

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedBy {
    /// With `==`.
    Equality,
    /// By what they print: there is a `NaN` in them, which does not equal itself.
    DebugText,
}

/// What must be there, and what must not.
#[derive(Clone, Debug, PartialEq)]
pub struct Presence<T> {
    /// What must be there as it is here.
    pub exact: Vec<T>,
    /// The names of what must be there with any value.
    pub required: Vec<String>,
    /// The names of what must not be there.
    pub forbidden: Vec<String>,
}

/// A body, and how it is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum TestBody {
    /// As a value of JSON.
    Json(String),
    /// As a value of this format.
    Of(TestFormat, String),
    /// Byte by byte.
    Text(String),
}

/// A format of bodies that not all tests have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TestFormat {
    /// CBOR, whose bytes are base64 here.
    Cbor,
    /// A form.
    Form,
    /// XML.
    Xml,
}

impl TestFormat {
    /// The module of the tests that knows it.
    pub fn module(self) -> &'static str {
        match self {
            Self::Cbor => "cbor",
            Self::Form => "form",
            Self::Xml => "xml",
        }
    }
}

impl TestBody {
    /// Its format, where not all tests have that.
    pub fn format(&self) -> Option<TestFormat> {
        match self {
            Self::Of(format, _) => Some(*format),
            Self::Json(_) | Self::Text(_) => None,
        }
    }
}
