//! What is said in a conversation, in words that both crates have.

/// What a client sends.
#[derive(Clone, Debug)]
pub struct Said {
    /// The audio, chunk by chunk; an event may have none.
    pub chunks: Vec<Option<Vec<u8>>>,
    /// Whether it fails then.
    pub is_broken_off: bool,
}

impl Said {
    /// These chunks, and all of them.
    pub fn whole<C: Into<Vec<u8>>>(chunks: impl IntoIterator<Item = C>) -> Self {
        Self {
            chunks: chunks.into_iter().map(|chunk| Some(chunk.into())).collect(),
            is_broken_off: false,
        }
    }
}

/// What a client hears.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// A transcript, with its results.
    Transcript(Vec<Transcribed>),
    /// An event that it does not know.
    Unknown,
    /// The error with which the service has ended the stream, and its message.
    BadRequest(Option<String>),
    /// Another error, with which the stream has ended.
    Broken,
}

/// A result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcribed {
    /// Its id.
    pub id: Option<String>,
    /// When it begins and ends.
    pub time: (f64, f64),
    /// Whether more is to come.
    pub is_partial: bool,
    /// What it may be.
    pub alternatives: Vec<Option<String>>,
}
