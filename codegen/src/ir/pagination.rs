//! Operations that answer page by page.

use super::Type;
use crate::rust::Ident;

/// How the pages of an operation follow each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// The field of the input that says where a page starts.
    pub input_token: PathField,
    /// The type of what says it.
    pub token: Type,
    /// The way from the output to what says where the next page starts.
    pub output_token: Vec<PathField>,
    /// The field of the output that is `true` where there are more pages, where the token does not tell.
    pub more: Option<PathField>,
    /// What pages are made of, where the model says it.
    pub items: Option<Items>,
    /// The setter that says how large a page may be, where the model has such a member.
    pub page_size: Option<Ident>,
}

/// What pages are made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Items {
    /// The way from the output to the list or the map that holds them.
    pub path: Vec<PathField>,
    /// The type of that list or map.
    pub type_: Type,
}

/// A field on the way to a part of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct PathField {
    /// The field.
    pub name: Ident,
    /// Whether it is an `Option`.
    pub optional: bool,
}
