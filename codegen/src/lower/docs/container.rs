//! What blocks can be in, and how their lines show it.

/// What holds blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// A quotation, or a note.
    Quote,
}

pub(super) struct Container {
    pub(super) kind: Kind,
    /// What precedes its first line.
    pub(super) marker: String,
    /// What precedes every other line.
    pub(super) indent: String,
    /// A line of it has been written.
    pub(super) started: bool,
    /// No blank line precedes it.
    pub(super) tight: bool,
    /// The number of a list's next item, where its items are numbered.
    pub(super) next_number: Option<u64>,
    /// It is a list that the documentation did not open, and so will not close.
    pub(super) implied: bool,
}

impl Container {
    /// A container whose first line begins with `marker`.
    pub(super) fn new(kind: Kind, marker: String) -> Self {
        let indent = match kind {
            Kind::Quote => marker.clone(),
            Kind::List | Kind::Item => " ".repeat(marker.len()),
        };
        Self {
            kind,
            marker,
            indent,
            started: false,
            tight: false,
            next_number: None,
            implied: false,
        }
    }
}
